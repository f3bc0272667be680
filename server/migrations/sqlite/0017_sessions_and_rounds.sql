-- Sessions and rounds that the chair makes and changes, and the guiding questions of a call.

-- Grow with every change; a form carries the one it was filled from.
ALTER TABLE session ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE round ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- The one subgroup a call for position papers is addressed to. NULL: all of the body; of a call for comments, that of the draft text.
ALTER TABLE round ADD COLUMN subgroup_id TEXT REFERENCES subgroup (id);

-- JSON: a list of texts in languages, in the order they are asked.
ALTER TABLE round ADD COLUMN questions TEXT NOT NULL DEFAULT '[]';

-- JSON: a list of answers, in the order of the questions; shorter where the last ones are empty.
ALTER TABLE paper ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';

-- What is left of a round that was withdrawn before it opened. Nobody had written anything in it.
CREATE TABLE withdrawn_round (
    round_id     TEXT PRIMARY KEY,
    session_id   TEXT NOT NULL REFERENCES session (id),
    kind         TEXT NOT NULL,
    title        TEXT NOT NULL,
    opens_at     BIGINT NOT NULL,
    closes_at    BIGINT NOT NULL,
    time_zone    TEXT NOT NULL,
    reason       TEXT NOT NULL,
    -- The office, public; the person is in the audit log.
    by_role      TEXT NOT NULL,
    withdrawn_at BIGINT NOT NULL
);

CREATE INDEX withdrawn_round_of_session ON withdrawn_round (session_id, withdrawn_at);
