-- Reports, the numerals in them, and the figures among those.
--
-- How to read this schema: a report is cut into sections and passages; a passage holds numerals; a numeral that states a
-- quantity has a figure, which says what the number is of, whose, when and how sure. Reference tables (category, unit,
-- indicator, region) are filled from seeds/. The views at the end are what queries should use: their names and columns stay.
--
-- Conventions: every table is STRICT. Offsets (char_start, char_end) count Unicode code points from 0, end exclusive, as
-- SQLite's substr does: substr(text, char_start + 1, char_end - char_start) gives the characters. Lines count from 1.
-- No row holds a clock time: the same reports read by the same version give the same rows.

-- ---------------------------------------------------------------- reference data, from seeds/

-- What is counted or measured: enterprise, teacher, patent, employment and others (seeds/categories.csv).
CREATE TABLE category (
    code TEXT NOT NULL PRIMARY KEY CHECK (code GLOB '[a-z]*' AND code NOT GLOB '*[^a-z0-9_]*'),
    zh   TEXT NOT NULL,                 -- Chinese name; '' where the catalogue has none
    en   TEXT NOT NULL                  -- English name; '' where the catalogue has none
) STRICT, WITHOUT ROWID;

-- Base units: 人, 家, %, 元 and others; '' is a number without a unit (seeds/units.csv). SDMX: unit_measure.
CREATE TABLE unit (
    unit TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL                  -- count, percent, money, area and others; '' where the catalogue has none
) STRICT, WITHOUT ROWID;

-- The indicator catalogue: what figures of different reports have in common (seeds/indicators.csv).
CREATE TABLE indicator (
    code      TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
    zh        TEXT NOT NULL,            -- Chinese name, shown as indicator_label
    en        TEXT NOT NULL,
    category  TEXT REFERENCES category (code),
    unit_kind TEXT NOT NULL,            -- the kind of unit its figures have; '' for any
    statistic TEXT CHECK (statistic IN ('value', 'rate', 'change'))
) STRICT, WITHOUT ROWID;

-- Other names of an indicator.
CREATE TABLE indicator_synonym (
    synonym   TEXT NOT NULL,
    indicator TEXT NOT NULL REFERENCES indicator (code) ON DELETE CASCADE,
    PRIMARY KEY (synonym, indicator)
) STRICT, WITHOUT ROWID;

-- Administrative divisions of China down to county (seeds/divisions.csv). SDMX: the code list of ref_area.
-- A division's code starts with its parent's: 32 江苏省, 3205 苏州市, 320583 昆山市, each filled up with zeros.
CREATE TABLE region (
    code   TEXT NOT NULL PRIMARY KEY CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    name   TEXT NOT NULL,               -- full name: 苏州市
    short  TEXT NOT NULL,               -- as people say it: 苏州; '' where unknown
    level  TEXT NOT NULL,               -- country, province, prefecture or county; '' where unknown
    parent TEXT REFERENCES region (code)
) STRICT, WITHOUT ROWID;
CREATE INDEX region_name ON region (name);
CREATE INDEX region_short ON region (short);

-- ---------------------------------------------------------------- reports and their structure

-- A build of the tool with its vocabulary: what read a report.
CREATE TABLE import_run (
    import_run_id     INTEGER PRIMARY KEY,
    tool_version      TEXT NOT NULL,
    vocabulary_sha256 TEXT NOT NULL CHECK (length(vocabulary_sha256) = 64),  -- of seeds/ without seeds/reports/
    UNIQUE (tool_version, vocabulary_sha256)
) STRICT;

-- A report, once for each content.
CREATE TABLE report (
    report_id     INTEGER PRIMARY KEY,
    import_run_id INTEGER NOT NULL REFERENCES import_run (import_run_id),
    sha256        TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- of the file's bytes
    title         TEXT NOT NULL,        -- from the text, else the file's name
    year          INTEGER,              -- the report's own year, where it says one
    path          TEXT NOT NULL,        -- as given to the import
    text          TEXT NOT NULL CHECK (instr(text, char(0)) = 0)  -- decoded; a NUL would end it early in SQLite's functions
) STRICT;

-- A heading and what stands under it.
CREATE TABLE section (
    section_id INTEGER PRIMARY KEY,
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,        -- 0, 1, 2 … within the report
    parent_id  INTEGER REFERENCES section (section_id) ON DELETE CASCADE,
    level      INTEGER NOT NULL CHECK (level >= 1),  -- 1 is the outermost
    title      TEXT NOT NULL,
    path       TEXT NOT NULL,           -- titles from the outermost to this one, joined by ' > '
    char_start INTEGER NOT NULL,        -- of the heading
    char_end   INTEGER NOT NULL,
    UNIQUE (report_id, position),
    CHECK (char_start >= 0 AND char_end >= char_start)
) STRICT;
CREATE INDEX section_parent ON section (parent_id);

-- A paragraph, list item, table row, caption or the like.
CREATE TABLE passage (
    passage_id INTEGER PRIMARY KEY,
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,        -- 0, 1, 2 … within the report
    section_id INTEGER REFERENCES section (section_id) ON DELETE CASCADE,  -- null above the first heading
    kind       TEXT NOT NULL CHECK (kind IN ('title', 'heading', 'paragraph', 'list_item', 'contents', 'caption', 'table_row',
                                             'furniture', 'quote', 'comment')),
    char_start INTEGER NOT NULL,        -- from the first character to the last, line ends between included
    char_end   INTEGER NOT NULL,
    line       INTEGER NOT NULL CHECK (line >= 1),
    text       TEXT NOT NULL,           -- with hard line wraps undone
    UNIQUE (report_id, position),
    CHECK (char_start >= 0 AND char_end >= char_start)
) STRICT;
CREATE INDEX passage_section ON passage (section_id);

-- An entry of a report's table of contents: a chapter's case, with its page.
CREATE TABLE contents_entry (
    contents_entry_id INTEGER PRIMARY KEY,
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,        -- 0, 1, 2 … within the report
    chapter    TEXT,                    -- the chapter it stands under, where the contents have chapters
    title      TEXT NOT NULL,
    page       INTEGER NOT NULL,
    char_start INTEGER NOT NULL,
    char_end   INTEGER NOT NULL,
    UNIQUE (report_id, position),
    CHECK (char_start >= 0 AND char_end >= char_start)
) STRICT;

-- A sentence that holds at least one figure, with hard line wraps undone.
CREATE TABLE sentence (
    sentence_id INTEGER PRIMARY KEY,
    passage_id  INTEGER NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX sentence_passage ON sentence (passage_id);

-- ---------------------------------------------------------------- numerals and figures

-- Every run of text that states a number, whatever it is. A row of kind 'figure' has a row in figure.
CREATE TABLE numeral (
    numeral_id INTEGER PRIMARY KEY,
    report_id  INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,
    passage_id INTEGER NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    line       INTEGER NOT NULL CHECK (line >= 1),
    char_start INTEGER NOT NULL CHECK (char_start >= 0),
    char_end   INTEGER NOT NULL CHECK (char_end > char_start),
    surface    TEXT NOT NULL,           -- the exact characters from first digit or minus sign to unit
    kind       TEXT NOT NULL CHECK (kind IN ('figure', 'date', 'period', 'ordinal', 'page', 'section', 'caption', 'list_marker',
                                             'document_number', 'phone', 'scheme_name', 'label', 'idiom', 'time', 'markup', 'model',
                                             'version', 'unresolved')),
    value      REAL,                    -- in the base unit: 万 and 亿 multiplied out (SDMX: obs_value with unit_mult 0)
    unit       TEXT NOT NULL REFERENCES unit (unit),
    UNIQUE (report_id, char_start),
    CHECK (kind <> 'figure' OR value IS NOT NULL)
) STRICT;
CREATE INDEX numeral_passage ON numeral (passage_id);

-- A region or organisation whose figures reports give. SDMX: ref_area, widened to organisations.
CREATE TABLE subject (
    subject_id  INTEGER PRIMARY KEY,
    name        TEXT NOT NULL CHECK (name <> ''),  -- full name, abbreviations resolved
    kind        TEXT NOT NULL CHECK (kind GLOB '[a-z]*' AND kind NOT GLOB '*[^a-z_]*'),  -- region, school, company, consortium …
    region_code TEXT REFERENCES region (code)      -- the region it is or lies in, where known
) STRICT;
CREATE UNIQUE INDEX subject_identity ON subject (name, kind, ifnull(region_code, ''));
CREATE INDEX subject_region ON subject (region_code);

-- A numeral that states a quantity of something. SDMX: observation.
CREATE TABLE figure (
    figure_id    INTEGER PRIMARY KEY,
    numeral_id   INTEGER NOT NULL UNIQUE REFERENCES numeral (numeral_id) ON DELETE CASCADE,
    sentence_id  INTEGER NOT NULL REFERENCES sentence (sentence_id) ON DELETE CASCADE,
    low          REAL,                  -- the least and greatest the words allow; null where open
    high         REAL,
    bound        TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'almost', 'over', 'under', 'range')),
    statistic    TEXT NOT NULL CHECK (statistic IN ('value', 'rate', 'change')),
    frequency    TEXT CHECK (frequency IN ('annual', 'cumulative')),  -- null when neither is said
    category     TEXT NOT NULL REFERENCES category (code),
    indicator    TEXT REFERENCES indicator (code),
    measure      TEXT NOT NULL,         -- what is measured, in the document's words
    subject_id   INTEGER REFERENCES subject (subject_id),
    period       TEXT,                  -- 2023, 2023-09, 2017/2020, 2023-01/2023-06; SDMX: time_period
    period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- its first and last day,
    period_end   TEXT CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),    -- both included
    period_basis TEXT CHECK (period_basis IN ('stated', 'context', 'report')),
    rank         TEXT,                  -- a rank said of the figure: 全省第一
    confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    CHECK (low IS NULL OR high IS NULL OR low <= high),
    CHECK ((period_start IS NULL) = (period_end IS NULL)),
    CHECK (period_start <= period_end),
    CHECK (period IS NOT NULL OR (period_start IS NULL AND period_basis IS NULL))
) STRICT;
CREATE INDEX figure_sentence ON figure (sentence_id);
CREATE INDEX figure_category ON figure (category);
CREATE INDEX figure_indicator ON figure (indicator);
CREATE INDEX figure_subject ON figure (subject_id);
CREATE INDEX figure_period ON figure (period_start, period_end);

-- ---------------------------------------------------------------- views: what queries should use

-- A row a figure with all that is known of it. status is SDMX's obs_status: 'extracted' until someone reviews it.
CREATE VIEW figures AS
SELECT figure.figure_id, numeral.report_id, report.title AS report, 'extracted' AS status,
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

-- The same rows, each view for its category. Look at unit and statistic before adding up: 30 家 and a rise by 30% both
-- belong to the category enterprise.
CREATE VIEW enterprises AS SELECT * FROM figures WHERE category = 'enterprise';
CREATE VIEW teachers AS SELECT * FROM figures WHERE category = 'teacher';
CREATE VIEW patents AS SELECT * FROM figures WHERE category = 'patent';
CREATE VIEW employment_rates AS SELECT * FROM figures WHERE category = 'employment';

-- A row a numeral, figures included, with its kind.
CREATE VIEW numerals AS
SELECT numeral.numeral_id, numeral.report_id, report.title AS report, numeral.char_start, numeral.char_end, numeral.surface,
       numeral.kind, numeral.value, numeral.unit, numeral.line, figure.figure_id
FROM numeral
JOIN report ON report.report_id = numeral.report_id
LEFT JOIN figure ON figure.numeral_id = numeral.numeral_id;

-- A row a report.
CREATE VIEW reports AS SELECT report_id, title, year, path, sha256, text FROM report;

PRAGMA application_id = 0x5A486962;  -- 'ZHib': how a file is known as one of ours
PRAGMA user_version = 1;             -- this migration's number
