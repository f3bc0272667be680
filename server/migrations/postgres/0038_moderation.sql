-- Acts of moderation: with a reason of the public list, the session and queue they belong to, the office that did them, what takes one
-- back, and appeals.

-- NULL: accepted, or decided before there was a list.
ALTER TABLE decision ADD COLUMN reason_code TEXT;
ALTER TABLE decision ADD COLUMN session_id TEXT REFERENCES session (id);
-- The queue in which it was done; NULL: that of the whole body.
ALTER TABLE decision ADD COLUMN queue_id TEXT REFERENCES subgroup (id);
-- moderator, secretariat, chair
ALTER TABLE decision ADD COLUMN role TEXT NOT NULL DEFAULT 'moderator';
-- Where a paper was moved; NULL: to the whole body, or not moved.
ALTER TABLE decision ADD COLUMN moved_to_id TEXT REFERENCES subgroup (id);
-- What it was about, as it was called then: what was returned may be called otherwise while it is revised.
ALTER TABLE decision ADD COLUMN title TEXT NOT NULL DEFAULT '';
-- The act that this one takes back.
ALTER TABLE decision ADD COLUMN undoes_id TEXT REFERENCES decision (id);

UPDATE decision SET
    session_id = (SELECT r.session_id FROM paper p JOIN round r ON r.id = p.round_id WHERE p.id = decision.item_id),
    queue_id = (SELECT p.subgroup_id FROM paper p WHERE p.id = decision.item_id),
    title = COALESCE((SELECT p.title FROM paper p WHERE p.id = decision.item_id AND p.state <> 'returned'), '')
WHERE item_kind = 'paper';
UPDATE decision SET role = 'secretariat' WHERE item_kind = 'paper' AND queue_id IS NULL;
UPDATE decision SET
    session_id = (SELECT r.session_id FROM comment c JOIN round r ON r.id = c.round_id WHERE c.id = decision.item_id),
    queue_id = (SELECT d.subgroup_id FROM comment c JOIN provision v ON v.id = c.provision_id
                JOIN draft_version dv ON dv.id = v.draft_version_id JOIN draft d ON d.id = dv.draft_id WHERE c.id = decision.item_id),
    title = COALESCE((SELECT v.citation FROM comment c JOIN provision v ON v.id = c.provision_id WHERE c.id = decision.item_id), '')
WHERE item_kind = 'comment';

CREATE INDEX decision_of_session ON decision (session_id, decided_at, id);
CREATE INDEX decision_of_queue ON decision (queue_id, decided_at, id);
-- What was taken back is not taken back again.
CREATE UNIQUE INDEX decision_undone ON decision (undoes_id);

-- The authors of what was declined ask that others look at it: once a decision.
CREATE TABLE appeal (
    id              TEXT PRIMARY KEY,
    decision_id     TEXT NOT NULL UNIQUE REFERENCES decision (id),
    body_id         TEXT NOT NULL REFERENCES body (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    text            TEXT NOT NULL,
    filed_at        BIGINT NOT NULL,
    filed_by        TEXT NOT NULL REFERENCES person (id),
    -- The act that answers it; NULL: it waits.
    answer_id       TEXT UNIQUE REFERENCES decision (id)
);

CREATE INDEX appeal_waiting ON appeal (body_id, filed_at) WHERE answer_id IS NULL;
CREATE INDEX appeal_by_filer ON appeal (filed_by);
CREATE INDEX appeal_of_organisation ON appeal (organisation_id);
