-- Redaction: words of an input that nobody reads but its authors and those in office. What was written stays.

CREATE TABLE redaction (
    -- The act.
    decision_id TEXT PRIMARY KEY REFERENCES decision (id),
    item_id     TEXT NOT NULL,
    -- JSON: the passages, wherever they stand in the input.
    passages    TEXT NOT NULL
);

CREATE INDEX redaction_of_item ON redaction (item_id);

-- The act stands beside what is decided about the input: a redaction, what takes it back, the answer to an appeal against it.
ALTER TABLE decision ADD COLUMN apart BOOLEAN NOT NULL DEFAULT FALSE;

-- JSON: the passages of all redactions that stand.
ALTER TABLE paper ADD COLUMN redacted TEXT NOT NULL DEFAULT '[]';
ALTER TABLE comment ADD COLUMN redacted TEXT NOT NULL DEFAULT '[]';

-- The text goes last, as in 0014: lists read what is redacted.
ALTER TABLE paper ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE paper SET words = text;
ALTER TABLE paper DROP COLUMN text;
ALTER TABLE paper RENAME COLUMN words TO text;
