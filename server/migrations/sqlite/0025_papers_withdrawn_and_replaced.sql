-- The paper of the same authors whose place this one takes, or took.
ALTER TABLE paper ADD COLUMN replaces_id TEXT REFERENCES paper (id);
-- When it was withdrawn or replaced.
ALTER TABLE paper ADD COLUMN ended_at BIGINT;
CREATE INDEX paper_replaces ON paper (replaces_id) WHERE replaces_id IS NOT NULL;
