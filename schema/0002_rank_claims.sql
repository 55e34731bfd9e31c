-- Claims to a place among others, whole: what place, of what, when, in which sentence; also where no figure is meant.
-- Earlier ones are derived from the texts and go: `zhibiao import --again` reads them anew.

DROP VIEW rank_claims;
DROP TABLE rank_claim;

CREATE TABLE rank_claim (
    -- A claim to a place among others: 居全省第一, 全国首个. Many are made of no figure.
    rank_claim_id INTEGER PRIMARY KEY,  -- counts up
    report_id    INTEGER NOT NULL REFERENCES report (report_id) ON DELETE CASCADE,  -- whose
    sentence_id  INTEGER NOT NULL REFERENCES sentence (sentence_id) ON DELETE CASCADE,  -- its evidence
    figure_id    INTEGER REFERENCES figure (figure_id) ON DELETE CASCADE,  -- the figure it is made of; null where it is of none
    subject_id   INTEGER REFERENCES subject (subject_id),  -- who claims the place
    kind         TEXT NOT NULL          -- a numbered place, one in front (前列), the first, the only one, one of the first group (首批)
        CHECK (kind IN ('rank', 'top', 'first', 'only', 'among_first')),
    text         TEXT NOT NULL CHECK (text <> ''),  -- the claim's words: 全省第一
    scope        TEXT,                  -- among whom: 全省; null where that is not said
    rank         INTEGER CHECK (rank >= 1),  -- the place: 1; of 前50 the last that is meant; null where no number is said
    measure      TEXT NOT NULL,         -- what is compared, or what is the first of its kind; '' where that is not said
    period       TEXT,                  -- as in figure
    period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- its first day
    period_end   TEXT CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),    -- its last day, included
    period_basis TEXT CHECK (period_basis IN ('stated', 'context', 'report')),  -- where the period is taken from
    line         INTEGER NOT NULL CHECK (line >= 1),  -- of its first character
    char_start   INTEGER NOT NULL CHECK (char_start >= 0),  -- its place in report.text
    char_end     INTEGER NOT NULL CHECK (char_end > char_start),  -- after its last character
    CHECK ((period_start IS NULL) = (period_end IS NULL)),
    CHECK (period_start <= period_end),
    CHECK (period IS NOT NULL OR (period_start IS NULL AND period_basis IS NULL))
) STRICT;
CREATE INDEX rank_claim_report ON rank_claim (report_id);
CREATE INDEX rank_claim_sentence ON rank_claim (sentence_id);
CREATE INDEX rank_claim_figure ON rank_claim (figure_id);
CREATE INDEX rank_claim_subject ON rank_claim (subject_id);

CREATE VIEW rank_claims AS
-- A row a claim to a place among others, with the sentence it stands in.
SELECT rank_claim.rank_claim_id, rank_claim.report_id, report.title AS report, subject.name AS subject, subject.kind AS subject_kind,
       rank_claim.kind, rank_claim.text, rank_claim.scope, rank_claim.rank, rank_claim.measure, rank_claim.period,
       rank_claim.period_basis, rank_claim.figure_id, rank_claim.line, rank_claim.char_start, rank_claim.char_end,
       sentence.text AS quote
FROM rank_claim
JOIN report ON report.report_id = rank_claim.report_id
JOIN sentence ON sentence.sentence_id = rank_claim.sentence_id
LEFT JOIN subject ON subject.subject_id = rank_claim.subject_id;

CREATE VIEW 排名 AS
-- 每行一个排名或首创的说法：名次（第三）、前列、首个、唯一、首批。
SELECT rank_claim.rank_claim_id AS 编号, report.title AS 报告, subject.name AS 主体,
       CASE rank_claim.kind WHEN 'rank' THEN '名次' WHEN 'top' THEN '前列' WHEN 'first' THEN '首个' WHEN 'only' THEN '唯一'
                            WHEN 'among_first' THEN '首批' END AS 类型,
       rank_claim.scope AS 范围, rank_claim.rank AS 名次, rank_claim.measure AS 内容, rank_claim.period AS 时期,
       rank_claim.figure_id AS 指标编号, rank_claim.text AS 写法, sentence.text AS 原文, rank_claim.line AS 行号
FROM rank_claim
JOIN report ON report.report_id = rank_claim.report_id
JOIN sentence ON sentence.sentence_id = rank_claim.sentence_id
LEFT JOIN subject ON subject.subject_id = rank_claim.subject_id;

PRAGMA user_version = 2;
