-- Where a report is from, and what made its text: who published and wrote it, the encoding its bytes are in, and the program that
-- made text out of another format. All are null in reports that were imported before, and where nothing is known.

ALTER TABLE report ADD COLUMN publisher TEXT;
ALTER TABLE report ADD COLUMN author TEXT;
ALTER TABLE report ADD COLUMN affiliation TEXT;  -- the author's organisation
-- utf-8, utf-16 or gb18030; of a converter's output where there is one.
ALTER TABLE report ADD COLUMN encoding TEXT CHECK (encoding IN ('utf-8', 'utf-16', 'gb18030'));
-- Name and version of the program whose output `text` is: 'pdftotext 22.12.0'. Null: `text` is the file's own.
ALTER TABLE report ADD COLUMN converter TEXT;

DROP VIEW reports;
CREATE VIEW reports AS
SELECT report_id, title, year, publisher, author, affiliation, path, sha256, encoding, converter, text FROM report;

PRAGMA user_version = 2;             -- this migration's number
