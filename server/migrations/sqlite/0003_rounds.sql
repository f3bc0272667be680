-- Draft texts, consultation rounds and the deadline ledger.

CREATE TABLE draft (
    id          TEXT PRIMARY KEY,
    body_id     TEXT NOT NULL REFERENCES body (id),
    -- The subgroup whose moderator reads the comments.
    subgroup_id TEXT NOT NULL REFERENCES subgroup (id),
    code        TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL
);

-- One issue of a draft; never changed once it is here.
CREATE TABLE draft_version (
    id        TEXT PRIMARY KEY,
    draft_id  TEXT NOT NULL REFERENCES draft (id),
    number    BIGINT NOT NULL,
    label     TEXT NOT NULL,
    language  TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    UNIQUE (draft_id, number)
);

CREATE TABLE provision (
    id               TEXT PRIMARY KEY,
    draft_version_id TEXT NOT NULL REFERENCES draft_version (id),
    -- The same through all versions of the draft.
    stable_id        TEXT NOT NULL,
    position         BIGINT NOT NULL,
    level            TEXT NOT NULL,
    label            TEXT NOT NULL,
    citation         TEXT NOT NULL,
    text             TEXT NOT NULL,
    UNIQUE (draft_version_id, stable_id),
    UNIQUE (draft_version_id, position)
);

CREATE TABLE round (
    id               TEXT PRIMARY KEY,
    session_id       TEXT NOT NULL REFERENCES session (id),
    kind             TEXT NOT NULL,
    title            TEXT NOT NULL,
    call             TEXT NOT NULL,
    draft_version_id TEXT REFERENCES draft_version (id),
    created_at       BIGINT NOT NULL
);

CREATE INDEX round_of_session ON round (session_id);
CREATE INDEX round_of_draft ON round (draft_version_id);

-- The deadline ledger: rows are added, never changed. The highest number of a round is in force.
CREATE TABLE ledger_entry (
    id          TEXT PRIMARY KEY,
    round_id    TEXT NOT NULL REFERENCES round (id),
    number      BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    opens_at    BIGINT NOT NULL,
    closes_at   BIGINT NOT NULL,
    time_zone   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    -- The office, public; the person is in the audit log.
    by_role     TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    UNIQUE (round_id, number)
);

-- More time for one organisation: for the whole round, or for the one item it names.
CREATE TABLE time_grant (
    id              TEXT PRIMARY KEY,
    round_id        TEXT NOT NULL REFERENCES round (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    item_id         TEXT,
    until           BIGINT NOT NULL,
    reason          TEXT NOT NULL,
    granted_at      BIGINT NOT NULL
);

CREATE INDEX time_grant_of_round ON time_grant (round_id, organisation_id);
