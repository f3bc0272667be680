-- What stakeholders write: papers, comments, their receipts, and what moderators decide.

CREATE TABLE paper (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    round_id        TEXT NOT NULL REFERENCES round (id),
    -- NULL: to the whole body.
    subgroup_id     TEXT REFERENCES subgroup (id),
    state           TEXT NOT NULL,
    title           TEXT NOT NULL,
    language        TEXT NOT NULL,
    text            TEXT NOT NULL,
    version         BIGINT NOT NULL,
    created_by      TEXT NOT NULL REFERENCES person (id),
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    -- Of the newest submission.
    submitted_at    BIGINT
);

CREATE INDEX paper_list ON paper (state, submitted_at, id);
CREATE INDEX paper_of_organisation ON paper (organisation_id);
CREATE INDEX paper_of_round ON paper (round_id, state);
CREATE INDEX paper_of_subgroup ON paper (subgroup_id, state, submitted_at);

CREATE TABLE comment (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    round_id        TEXT NOT NULL REFERENCES round (id),
    provision_id    TEXT NOT NULL REFERENCES provision (id),
    state           TEXT NOT NULL,
    language        TEXT NOT NULL,
    stance          TEXT NOT NULL,
    operation       TEXT NOT NULL,
    proposed_text   TEXT NOT NULL,
    reason          TEXT NOT NULL,
    version         BIGINT NOT NULL,
    created_by      TEXT NOT NULL REFERENCES person (id),
    created_at      BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    submitted_at    BIGINT
);

CREATE INDEX comment_of_provision ON comment (provision_id, state, submitted_at);
CREATE INDEX comment_of_organisation ON comment (organisation_id);
CREATE INDEX comment_of_round ON comment (round_id, state);

-- Immutable: what was submitted, when, and by which ledger entry it was judged.
CREATE TABLE receipt (
    id              TEXT PRIMARY KEY,
    number          TEXT NOT NULL UNIQUE,
    item_kind       TEXT NOT NULL,
    item_id         TEXT NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    person_id       TEXT NOT NULL REFERENCES person (id),
    received_at     BIGINT NOT NULL,
    ledger_entry_id TEXT NOT NULL REFERENCES ledger_entry (id),
    content         TEXT NOT NULL,
    sha256          TEXT NOT NULL
);

CREATE INDEX receipt_of_item ON receipt (item_id, received_at);

-- Running numbers, one row a series.
CREATE TABLE counter (
    series TEXT PRIMARY KEY,
    last   BIGINT NOT NULL
);

CREATE TABLE decision (
    id           TEXT PRIMARY KEY,
    item_kind    TEXT NOT NULL,
    item_id      TEXT NOT NULL,
    -- The version of the item that was judged.
    item_version BIGINT NOT NULL,
    outcome      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    decided_by   TEXT NOT NULL REFERENCES person (id),
    decided_at   BIGINT NOT NULL,
    -- For a return: until when the author may revise.
    revise_until BIGINT
);

CREATE INDEX decision_of_item ON decision (item_id, decided_at);
