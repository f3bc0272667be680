-- Late attempts: kept sealed, with the receipt of their refusal. Rows are added and decided on, never removed.

CREATE TABLE late_attempt (
    id                TEXT PRIMARY KEY,
    number            TEXT NOT NULL UNIQUE,
    round_id          TEXT NOT NULL REFERENCES round (id),
    item_kind         TEXT NOT NULL,
    item_id           TEXT NOT NULL,
    organisation_id   TEXT NOT NULL REFERENCES organisation (id),
    person_id         TEXT NOT NULL REFERENCES person (id),
    -- NULL: to the whole body.
    subgroup_id       TEXT REFERENCES subgroup (id),
    -- The instant it was judged at, and the closing it missed.
    received_at       BIGINT NOT NULL,
    closed_at         BIGINT NOT NULL,
    ledger_entry_id   TEXT NOT NULL REFERENCES ledger_entry (id),
    -- The very bytes a receipt would have been made of.
    content           TEXT NOT NULL,
    sha256            TEXT NOT NULL,
    words             BIGINT NOT NULL,
    bytes             BIGINT NOT NULL,
    state             TEXT NOT NULL,
    decided_at        BIGINT,
    -- The entry that admitted or declined it.
    decision_entry_id TEXT REFERENCES ledger_entry (id)
);

-- One sealed attempt for each paper or comment: a later one takes its place.
CREATE UNIQUE INDEX late_attempt_sealed ON late_attempt (item_id) WHERE state = 'sealed';
CREATE INDEX late_attempt_of_item ON late_attempt (item_id, received_at);
CREATE INDEX late_attempt_of_round ON late_attempt (round_id, state, received_at);
CREATE INDEX late_attempt_of_person ON late_attempt (person_id, received_at);

-- Received after the deadline and admitted by the chair: listed apart.
ALTER TABLE paper ADD COLUMN received_late BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE comment ADD COLUMN received_late BOOLEAN NOT NULL DEFAULT FALSE;
