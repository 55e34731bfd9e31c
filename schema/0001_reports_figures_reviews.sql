-- Reports, the numerals in them, the figures among those, and what people said of the figures.
--
-- How to read this schema: a report is cut into sections and passages; a passage holds numerals; a numeral that states a
-- quantity has a figure, which says what the number is of, whose, when and how sure. A review is what a person said of a
-- figure; a correction keeps the machine's value beside the person's. Reference tables (category, unit, indicator, region)
-- are filled from seeds/. The views at the end are what queries should use: their names and columns stay.
--
-- Conventions: every table is STRICT. Offsets (char_start, char_end) count Unicode code points from 0, end exclusive, as
-- SQLite's substr does: substr(text, char_start + 1, char_end - char_start) gives the characters. Lines count from 1.
-- No row but a review holds a clock time: the same reports read by the same version give the same rows.
-- Comments stand inside the statements, so that `.schema` of any database shows them.

-- ---------------------------------------------------------------- reference data, from seeds/

CREATE TABLE category (
    -- What is counted or measured: enterprise, teacher, patent, employment and others (seeds/categories.csv).
    code TEXT NOT NULL PRIMARY KEY      -- stable name: enterprise
        CHECK (code GLOB '[a-z]*' AND code NOT GLOB '*[^a-z0-9_]*'),
    zh   TEXT NOT NULL,                 -- Chinese name; '' where the catalogue has none
    en   TEXT NOT NULL                  -- English name; '' where the catalogue has none
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    -- Base units (seeds/units.csv), and those that figures made of them (人/平方千米). SDMX: unit_measure.
    unit TEXT NOT NULL PRIMARY KEY,     -- 人, 家, %, 元 …; '' is a number without a unit
    kind TEXT NOT NULL                  -- count, percent, money, area and others; '' where the catalogue has none
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
    -- The indicator catalogue: what figures of different reports have in common (seeds/indicators.csv). SDMX: indicator.
    code      TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- stable name: employment_rate
    zh        TEXT NOT NULL,            -- Chinese name, shown as indicator_label
    en        TEXT NOT NULL,            -- English name; '' where the catalogue has none
    category  TEXT REFERENCES category (code),  -- the category its figures usually have
    unit_kind TEXT NOT NULL,            -- the kind of unit its figures have; '' for any
    statistic TEXT CHECK (statistic IN ('value', 'rate', 'change'))  -- what kind of number it usually is
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_synonym (
    -- Other names of an indicator: patterns whose parts, joined by +, all occur in the words around a figure.
    synonym   TEXT NOT NULL,            -- 发明专利+授权
    indicator TEXT NOT NULL REFERENCES indicator (code) ON DELETE CASCADE,  -- what it is a name of
    PRIMARY KEY (synonym, indicator)
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_synonym_of ON indicator_synonym (indicator);

CREATE TABLE region (
    -- Administrative divisions of China down to county (seeds/divisions.csv). SDMX: the code list of ref_area.
    -- A division's code starts with its parent's: 32 江苏省, 3205 苏州市, 320583 昆山市, each filled up with zeros.
    code   TEXT NOT NULL PRIMARY KEY    -- GB/T 2260
        CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    name   TEXT NOT NULL,               -- full name: 苏州市
    level  TEXT NOT NULL,               -- country, province, prefecture or county; '' where unknown
    parent TEXT REFERENCES region (code)  -- the division it lies in
) STRICT, WITHOUT ROWID;
CREATE INDEX region_name ON region (name);
CREATE INDEX region_parent ON region (parent);

CREATE TABLE region_alias (
    -- Short names of divisions as people say them.
    alias  TEXT NOT NULL,               -- 苏州
    region TEXT NOT NULL REFERENCES region (code) ON DELETE CASCADE,  -- what it is a name of
    PRIMARY KEY (alias, region)
) STRICT, WITHOUT ROWID;
CREATE INDEX region_alias_of ON region_alias (region);

-- ---------------------------------------------------------------- reports and their structure

CREATE TABLE import_run (
    -- A build of the tool with its vocabulary: what read a report.
    import_run_id     INTEGER PRIMARY KEY,  -- counts up
    tool_version      TEXT NOT NULL,        -- semantic version
    vocabulary_sha256 TEXT NOT NULL CHECK (length(vocabulary_sha256) = 64),  -- of seeds/ without seeds/reports/
    UNIQUE (tool_version, vocabulary_sha256)
) STRICT;

CREATE TABLE report (
    -- A report, once for each content.
    report_id     INTEGER PRIMARY KEY,  -- counts up in order of import
    import_run_id INTEGER NOT NULL REFERENCES import_run (import_run_id),  -- what read it last
    kind          TEXT NOT NULL CHECK (kind IN ('document', 'table')),  -- a text that was read; or figures that a CSV table gave
    sha256        TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- of the file's bytes
    title         TEXT NOT NULL,        -- told, from the text, or else the file's name
    title_is_told INTEGER NOT NULL CHECK (title_is_told IN (0, 1)),  -- 1: the import was told the title, so it outlives new rules
    year          INTEGER,              -- the report's own year, where it says one
    year_is_told  INTEGER NOT NULL CHECK (year_is_told IN (0, 1)),   -- 1: the import was told the year
    publisher     TEXT,                 -- who published it, where known
    author        TEXT,                 -- who wrote it, where known
    affiliation   TEXT,                 -- the author's organisation, where known
    path          TEXT NOT NULL,        -- as given to the import
    encoding      TEXT NOT NULL CHECK (encoding IN ('utf-8', 'utf-16', 'gb18030')),  -- of the bytes, or of a converter's output
    converter     TEXT,                 -- program whose output `text` is: 'pdftotext 22.12.0'; null: `text` is the file's own
    text          TEXT NOT NULL CHECK (instr(text, char(0)) = 0)  -- decoded; a NUL would end it early in SQLite's functions
) STRICT;
CREATE INDEX report_run ON report (import_run_id);

CREATE TABLE section (
    -- A heading and what stands under it.
    section_id INTEGER PRIMARY KEY,     -- counts up
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- whose
    position   INTEGER NOT NULL,        -- 0, 1, 2 … within the report
    parent_id  INTEGER REFERENCES section (section_id) ON DELETE CASCADE,  -- the section it stands in
    level      INTEGER NOT NULL CHECK (level >= 1),  -- 1 is the outermost
    title      TEXT NOT NULL,           -- the heading's words
    path       TEXT NOT NULL,           -- titles from the outermost to this one, joined by ' > '
    char_start INTEGER NOT NULL,        -- of the heading
    char_end   INTEGER NOT NULL,        -- of the heading
    UNIQUE (report_id, position),
    CHECK (char_start >= 0 AND char_end >= char_start)
) STRICT;
CREATE INDEX section_parent ON section (parent_id);

CREATE TABLE passage (
    -- A paragraph, list item, table row, caption or the like.
    passage_id INTEGER PRIMARY KEY,     -- counts up
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- whose
    position   INTEGER NOT NULL,        -- 0, 1, 2 … within the report
    section_id INTEGER REFERENCES section (section_id) ON DELETE CASCADE,  -- null above the first heading
    kind       TEXT NOT NULL            -- what it is
        CHECK (kind IN ('title', 'heading', 'paragraph', 'list_item', 'contents', 'caption', 'table_row', 'furniture', 'quote',
                        'comment')),
    char_start INTEGER NOT NULL,        -- from the first character to the last, line ends between included
    char_end   INTEGER NOT NULL,        -- after the last character
    line       INTEGER NOT NULL CHECK (line >= 1),  -- of the first character
    text       TEXT NOT NULL,           -- with hard line wraps undone
    UNIQUE (report_id, position),
    CHECK (char_start >= 0 AND char_end >= char_start)
) STRICT;
CREATE INDEX passage_section ON passage (section_id);

CREATE TABLE contents_entry (
    -- An entry of a report's table of contents: in a collection of cases, a case with its chapter and page.
    contents_entry_id INTEGER PRIMARY KEY,  -- counts up
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- whose
    position   INTEGER NOT NULL,        -- 0, 1, 2 … within the report
    chapter    TEXT,                    -- the chapter it stands under, where the contents have chapters
    title      TEXT NOT NULL,           -- of the case
    page       INTEGER NOT NULL,        -- as printed
    char_start INTEGER NOT NULL,        -- of the entry
    char_end   INTEGER NOT NULL,        -- of the entry
    UNIQUE (report_id, position),
    CHECK (char_start >= 0 AND char_end >= char_start)
) STRICT;

CREATE TABLE sentence (
    -- A sentence that holds at least one figure or claim to a rank: its quote.
    sentence_id INTEGER PRIMARY KEY,    -- counts up
    passage_id  INTEGER NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,  -- where it stands
    text        TEXT NOT NULL           -- with hard line wraps undone
) STRICT;
CREATE INDEX sentence_passage ON sentence (passage_id);

-- ---------------------------------------------------------------- whose figures they are

CREATE TABLE subject (
    -- A region or organisation whose figures reports give. SDMX: ref_area, widened to organisations.
    subject_id  INTEGER PRIMARY KEY,    -- counts up
    name        TEXT NOT NULL CHECK (name <> ''),  -- full name, abbreviations resolved
    kind        TEXT NOT NULL           -- region, school, company, consortium …
        CHECK (kind GLOB '[a-z]*' AND kind NOT GLOB '*[^a-z_]*'),
    region_code TEXT REFERENCES region (code)  -- the region it is or lies in, where known
) STRICT;
CREATE UNIQUE INDEX subject_identity ON subject (name, kind, ifnull(region_code, ''));
CREATE INDEX subject_region ON subject (region_code);

CREATE TABLE subject_alias (
    -- Another name of a region or organisation, as a report introduces it: 以下简称….
    subject_id INTEGER NOT NULL REFERENCES subject (subject_id) ON DELETE CASCADE,  -- whose name it is
    alias      TEXT NOT NULL CHECK (alias <> ''),  -- 苏信院
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- where it is introduced
    PRIMARY KEY (alias, subject_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_alias_of ON subject_alias (subject_id);
CREATE INDEX subject_alias_report ON subject_alias (report_id);

-- ---------------------------------------------------------------- numerals and figures

CREATE TABLE numeral (
    -- Every run of text that states a number, whatever it is. A row of kind 'figure' has a row in figure.
    numeral_id INTEGER PRIMARY KEY,     -- counts up
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- whose
    passage_id INTEGER NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,  -- where it stands
    line       INTEGER NOT NULL CHECK (line >= 1),  -- of its first character
    char_start INTEGER NOT NULL CHECK (char_start >= 0),  -- its place in report.text
    char_end   INTEGER NOT NULL CHECK (char_end > char_start),  -- after its last character
    surface    TEXT NOT NULL,           -- the exact characters from first digit or minus sign to unit
    kind       TEXT NOT NULL            -- a figure, or what else it is
        CHECK (kind IN ('figure', 'date', 'period', 'ordinal', 'page', 'section', 'caption', 'list_marker', 'document_number',
                        'phone', 'scheme_name', 'label', 'idiom', 'time', 'markup', 'model', 'version', 'unresolved')),
    value      REAL,                    -- in the base unit: 万 and 亿 multiplied out. SDMX: obs_value, with unit_mult 0
    unit       TEXT NOT NULL REFERENCES unit (unit),  -- base unit; '' when there is none
    UNIQUE (report_id, char_start),
    CHECK (kind <> 'figure' OR value IS NOT NULL)
) STRICT;
CREATE INDEX numeral_passage ON numeral (passage_id);

CREATE TABLE figure (
    -- A numeral that states a quantity of something. SDMX: observation.
    -- Where a person corrected it, the person's value stands here (and in numeral) and the machine's in correction.
    figure_id    INTEGER PRIMARY KEY,   -- stays when new rules read the report again
    numeral_id   INTEGER NOT NULL UNIQUE REFERENCES numeral (numeral_id) ON DELETE CASCADE,  -- the number itself
    sentence_id  INTEGER NOT NULL REFERENCES sentence (sentence_id) ON DELETE CASCADE,  -- its evidence
    status       TEXT NOT NULL          -- what people said of it. SDMX: obs_status
        CHECK (status IN ('extracted', 'confirmed', 'corrected', 'rejected')),
    low          REAL,                  -- the least that the words allow; null where open
    high         REAL,                  -- the greatest that the words allow; null where open
    bound        TEXT NOT NULL          -- how the words limit the value
        CHECK (bound IN ('exact', 'about', 'almost', 'over', 'under', 'range')),
    statistic    TEXT NOT NULL CHECK (statistic IN ('value', 'rate', 'change')),  -- what kind of number it is
    frequency    TEXT CHECK (frequency IN ('annual', 'cumulative')),  -- null when neither is said. SDMX: freq
    category     TEXT NOT NULL REFERENCES category (code),  -- what is counted
    indicator    TEXT REFERENCES indicator (code),  -- null where the catalogue has none that fits
    measure      TEXT NOT NULL,         -- what is measured, in the document's words
    subject_id   INTEGER REFERENCES subject (subject_id),  -- whose figure it is
    whole_id     INTEGER REFERENCES figure (figure_id) ON DELETE SET NULL,  -- the figure that this one is a part of (其中)
    period       TEXT,                  -- 2023, 2023-09, 2017/2020, 2023-01/2023-06. SDMX: time_period
    period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- its first day
    period_end   TEXT CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),    -- its last day, included
    period_basis TEXT CHECK (period_basis IN ('stated', 'context', 'report')),  -- where the period is taken from
    rank         TEXT,                  -- a rank said of the figure: 全省第一; rank_claim has its place in the text
    confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),  -- how sure the machine is
    CHECK (low IS NULL OR high IS NULL OR low <= high),
    CHECK ((period_start IS NULL) = (period_end IS NULL)),
    CHECK (period_start <= period_end),
    CHECK (period IS NOT NULL OR (period_start IS NULL AND period_basis IS NULL)),
    CHECK (whole_id <> figure_id)
) STRICT;
CREATE INDEX figure_sentence ON figure (sentence_id);
CREATE INDEX figure_category ON figure (category);
CREATE INDEX figure_indicator ON figure (indicator);
CREATE INDEX figure_subject ON figure (subject_id);
CREATE INDEX figure_period ON figure (period_start, period_end);
CREATE INDEX figure_whole ON figure (whole_id) WHERE whole_id IS NOT NULL;
CREATE INDEX figure_status ON figure (status) WHERE status <> 'extracted';

CREATE TABLE rank_claim (
    -- A claim to a place among others: 居全省第一, 全国首个. Many are said of no figure.
    rank_claim_id INTEGER PRIMARY KEY,  -- counts up
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- whose
    passage_id INTEGER NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,  -- where it stands
    figure_id  INTEGER REFERENCES figure (figure_id) ON DELETE CASCADE,  -- the figure it is said of; null where it is of none
    subject_id INTEGER REFERENCES subject (subject_id),  -- who claims the place
    text       TEXT NOT NULL CHECK (text <> ''),  -- the claim's words: 全省第一
    scope      TEXT,                    -- among whom: 全省; null where that is not said
    line       INTEGER NOT NULL CHECK (line >= 1),  -- of its first character
    char_start INTEGER NOT NULL CHECK (char_start >= 0),  -- its evidence in report.text
    char_end   INTEGER NOT NULL CHECK (char_end > char_start)  -- after the last character of the evidence
) STRICT;
CREATE INDEX rank_claim_report ON rank_claim (report_id);
CREATE INDEX rank_claim_passage ON rank_claim (passage_id);
CREATE INDEX rank_claim_figure ON rank_claim (figure_id);
CREATE INDEX rank_claim_subject ON rank_claim (subject_id);

-- ---------------------------------------------------------------- what people said

CREATE TABLE review (
    -- What a person said of a figure. It knows its figure by the report's content, the place and the characters, so that it
    -- finds it again after new rules, and after its report was deleted and imported again.
    review_id     INTEGER PRIMARY KEY,  -- counts up in order of time
    report_sha256 TEXT NOT NULL CHECK (length(report_sha256) = 64),  -- content of the report
    char_start    INTEGER NOT NULL CHECK (char_start >= 0),  -- place of the figure in its text
    char_end      INTEGER NOT NULL CHECK (char_end > char_start),  -- after the figure's last character
    surface       TEXT NOT NULL,        -- characters of the figure
    figure_id     INTEGER REFERENCES figure (figure_id) ON DELETE SET NULL,  -- null while the figure is not there
    action        TEXT NOT NULL         -- withdraw takes back what was said before
        CHECK (action IN ('confirm', 'correct', 'reject', 'withdraw')),
    reviewer      TEXT NOT NULL CHECK (reviewer <> ''),  -- who
    reviewed_at   TEXT NOT NULL         -- when, in UTC: 2026-11-23T09:21:23Z
        CHECK (reviewed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
    reason        TEXT NOT NULL         -- why; '' where nothing was said
) STRICT;
CREATE INDEX review_report ON review (report_sha256);
CREATE INDEX review_figure ON review (figure_id);

CREATE TABLE review_field (
    -- What a review of action 'correct' sets.
    review_id INTEGER NOT NULL REFERENCES review (review_id) ON DELETE CASCADE,  -- which review
    field     TEXT NOT NULL             -- a column of the view figures
        CHECK (field IN ('value', 'low', 'high', 'unit', 'bound', 'statistic', 'frequency', 'category', 'indicator', 'measure',
                         'subject', 'subject_kind', 'period', 'period_basis', 'rank')),
    value     ANY,                      -- the person's value
    PRIMARY KEY (review_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    -- A corrected field of a figure: the machine's value beside the person's. Follows from the figure's reviews.
    figure_id INTEGER NOT NULL REFERENCES figure (figure_id) ON DELETE CASCADE,  -- which figure
    field     TEXT NOT NULL,            -- as in review_field
    extracted ANY,                      -- the machine's value
    corrected ANY,                      -- the person's value, which the views show
    PRIMARY KEY (figure_id, field)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------- views: what queries should use

CREATE VIEW figures AS
-- A row a figure with all that is known of it, corrections applied. status: extracted, confirmed, corrected or rejected.
SELECT figure.figure_id, numeral.report_id, report.title AS report, figure.status,
       numeral.char_start, numeral.char_end, numeral.surface,
       numeral.value, figure.low, figure.high, numeral.unit, figure.bound, figure.statistic, figure.frequency,
       figure.category, figure.indicator, indicator.zh AS indicator_label, figure.measure,
       subject.name AS subject, subject.kind AS subject_kind,
       figure.period, figure.period_basis, figure.rank,
       sentence.text AS quote, ifnull(section.path, '') AS section, numeral.line, figure.confidence
FROM figure
JOIN numeral ON numeral.numeral_id = figure.numeral_id
JOIN report ON report.report_id = numeral.report_id
JOIN passage ON passage.passage_id = numeral.passage_id
JOIN sentence ON sentence.sentence_id = figure.sentence_id
LEFT JOIN section ON section.section_id = passage.section_id
LEFT JOIN subject ON subject.subject_id = figure.subject_id
LEFT JOIN indicator ON indicator.code = figure.indicator;

CREATE VIEW enterprises AS
-- The same rows, for a category. Look at unit and statistic before adding up: 30 家 and a rise by 30% are both here.
SELECT * FROM figures WHERE category = 'enterprise';
CREATE VIEW teachers AS
-- As enterprises.
SELECT * FROM figures WHERE category = 'teacher';
CREATE VIEW patents AS
-- As enterprises.
SELECT * FROM figures WHERE category = 'patent';
CREATE VIEW employment_rates AS
-- As enterprises.
SELECT * FROM figures WHERE category = 'employment';

CREATE VIEW numerals AS
-- A row a numeral, figures included, with its kind.
SELECT numeral.numeral_id, numeral.report_id, report.title AS report, numeral.char_start, numeral.char_end, numeral.surface,
       numeral.kind, numeral.value, numeral.unit, numeral.line, figure.figure_id
FROM numeral
JOIN report ON report.report_id = numeral.report_id
LEFT JOIN figure ON figure.numeral_id = numeral.numeral_id;

CREATE VIEW reports AS
-- A row a report.
SELECT report_id, title, year, publisher, author, affiliation, path, sha256, encoding, converter, kind, text FROM report;

CREATE VIEW cases AS
-- A row an entry of a report's table of contents.
SELECT contents_entry.report_id, report.title AS report, contents_entry.chapter, contents_entry.title, contents_entry.page
FROM contents_entry
JOIN report ON report.report_id = contents_entry.report_id;

CREATE VIEW organisations AS
-- A row an organisation that has figures or ranks, with the region it lies in and its other names.
SELECT subject.subject_id AS organisation_id, subject.name, subject.kind, subject.region_code, region.name AS region,
       (SELECT group_concat(alias, '、') FROM (SELECT DISTINCT alias FROM subject_alias
                                              WHERE subject_alias.subject_id = subject.subject_id ORDER BY alias)) AS aliases
FROM subject
LEFT JOIN region ON region.code = subject.region_code
WHERE subject.kind <> 'region';

CREATE VIEW rank_claims AS
-- A row a claim to a place among others, with the passage it stands in.
SELECT rank_claim.rank_claim_id, rank_claim.report_id, report.title AS report, subject.name AS subject, rank_claim.text,
       rank_claim.scope, rank_claim.figure_id, rank_claim.line, rank_claim.char_start, rank_claim.char_end,
       passage.text AS quote
FROM rank_claim
JOIN report ON report.report_id = rank_claim.report_id
JOIN passage ON passage.passage_id = rank_claim.passage_id
LEFT JOIN subject ON subject.subject_id = rank_claim.subject_id;

CREATE VIEW reviews AS
-- A row a review and field it sets (one row where it sets none). figure_id is null while the figure is not there.
SELECT review.review_id, review.figure_id, report.report_id, report.title AS report, review.surface, review.action,
       review_field.field, correction.extracted, review_field.value AS corrected,
       review.reviewer, review.reviewed_at, review.reason
FROM review
LEFT JOIN review_field ON review_field.review_id = review.review_id
LEFT JOIN correction ON correction.figure_id = review.figure_id AND correction.field = review_field.field
LEFT JOIN report ON report.sha256 = review.report_sha256;

-- ---------------------------------------------------------------- the same for people who write SQL in Chinese

CREATE VIEW 指标数据 AS
-- 每行一个指标数值，人工更正已体现。地区：数值所属地区，或单位所在地区；单位名称：数值所属单位，地区自身的数值为空。
SELECT figure.figure_id AS 编号, report.title AS 报告,
       CASE WHEN subject.kind = 'region' THEN subject.name ELSE region.name END AS 地区,
       CASE WHEN subject.kind <> 'region' THEN subject.name END AS 单位名称,
       category.zh AS 类别, figure.category AS 类别代码, indicator.zh AS 指标, figure.indicator AS 指标代码, figure.measure AS 内容,
       numeral.value AS 数值, figure.low AS 下限, figure.high AS 上限,
       CASE figure.bound WHEN 'exact' THEN '等于' WHEN 'about' THEN '约' WHEN 'almost' THEN '近' WHEN 'over' THEN '超过'
                         WHEN 'under' THEN '不足' WHEN 'range' THEN '区间' END AS 限定,
       numeral.unit AS 计量单位,
       CASE figure.statistic WHEN 'value' THEN '数量' WHEN 'rate' THEN '比率' WHEN 'change' THEN '增减' END AS 统计类型,
       CASE figure.frequency WHEN 'annual' THEN '每年' WHEN 'cumulative' THEN '累计' END AS 频率,
       figure.period AS 时期, figure.rank AS 排名, numeral.surface AS 写法, sentence.text AS 原文, section.path AS 章节,
       numeral.line AS 行号,
       CASE figure.status WHEN 'extracted' THEN '未审核' WHEN 'confirmed' THEN '已确认' WHEN 'corrected' THEN '已更正'
                          WHEN 'rejected' THEN '已否决' END AS 审核状态,
       figure.confidence AS 置信度
FROM figure
JOIN numeral ON numeral.numeral_id = figure.numeral_id
JOIN report ON report.report_id = numeral.report_id
JOIN passage ON passage.passage_id = numeral.passage_id
JOIN sentence ON sentence.sentence_id = figure.sentence_id
JOIN category ON category.code = figure.category
LEFT JOIN section ON section.section_id = passage.section_id
LEFT JOIN subject ON subject.subject_id = figure.subject_id
LEFT JOIN region ON region.code = subject.region_code
LEFT JOIN indicator ON indicator.code = figure.indicator;

CREATE VIEW 企业 AS
-- 指标数据中类别为企业的各行。
SELECT * FROM 指标数据 WHERE 类别代码 = 'enterprise';
CREATE VIEW 教师 AS
-- 指标数据中类别为教师的各行。
SELECT * FROM 指标数据 WHERE 类别代码 = 'teacher';
CREATE VIEW 专利 AS
-- 指标数据中类别为专利的各行。
SELECT * FROM 指标数据 WHERE 类别代码 = 'patent';
CREATE VIEW 就业率 AS
-- 指标数据中类别为就业的各行。
SELECT * FROM 指标数据 WHERE 类别代码 = 'employment';

PRAGMA application_id = 0x5A486962;  -- 'ZHib': how a file is known as one of ours
PRAGMA user_version = 1;             -- this migration's number
