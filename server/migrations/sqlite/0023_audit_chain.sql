-- The audit log as a chain. An event is written without a place; a job gives it the next place and the hash over it and the one before.

-- NULL: not sealed yet. Once set, neither changes.
ALTER TABLE audit_event ADD COLUMN position BIGINT;
ALTER TABLE audit_event ADD COLUMN hash TEXT;

-- Without those that have none: what waits is found by the next index, in its order.
CREATE UNIQUE INDEX audit_event_position ON audit_event (position) WHERE position IS NOT NULL;
CREATE INDEX audit_event_unsealed ON audit_event (at, id) WHERE position IS NULL;
-- The pages of the log: all of it, by act.
CREATE INDEX audit_event_by_time ON audit_event (at, id);
CREATE INDEX audit_event_of_act ON audit_event (act, at, id);

-- The end of the chain, one row. Whoever seals holds it, so that two nodes make one chain.
CREATE TABLE audit_head (
    chain    TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    hash     TEXT NOT NULL
);

INSERT INTO audit_head (chain, position, hash)
VALUES ('audit', 0, '0000000000000000000000000000000000000000000000000000000000000000');
