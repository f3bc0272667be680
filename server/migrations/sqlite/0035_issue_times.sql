-- The time at which a prepared version is issued by itself, and why it could not be.

-- NULL: none was stated.
ALTER TABLE text_preparation ADD COLUMN issue_at BIGINT;
-- IANA zone in which it was meant.
ALTER TABLE text_preparation ADD COLUMN issue_zone TEXT;
ALTER TABLE text_preparation ADD COLUMN timed_by TEXT REFERENCES person (id);
ALTER TABLE text_preparation ADD COLUMN timed_at BIGINT;
-- It was tried then, in vain: the time does not stand any more.
ALTER TABLE text_preparation ADD COLUMN hindered_at BIGINT;
-- overtaken, flawed, unconfirmed
ALTER TABLE text_preparation ADD COLUMN hindrance TEXT;

CREATE INDEX text_preparation_due ON text_preparation (issue_at);
CREATE INDEX text_preparation_timed_by ON text_preparation (timed_by);
