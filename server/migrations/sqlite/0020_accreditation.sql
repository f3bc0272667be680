-- Accreditation: one application of an organisation in a round, and the steps taken with it.

CREATE TABLE accreditation (
    id              TEXT PRIMARY KEY,
    round_id        TEXT NOT NULL REFERENCES round (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    consultative    TEXT NOT NULL,
    purpose         TEXT NOT NULL,
    activities      TEXT NOT NULL,
    status          TEXT NOT NULL,
    -- Grows with every change of the words and with every step.
    version         BIGINT NOT NULL,
    received_at     BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    -- The entry the last change of the words was judged by.
    ledger_entry_id TEXT NOT NULL REFERENCES ledger_entry (id),
    -- Who wrote the words as they stand.
    written_by      TEXT NOT NULL REFERENCES person (id)
);

-- What was taken back stays as a record; the organisation can apply anew beside it.
CREATE UNIQUE INDEX accreditation_in_round ON accreditation (round_id, organisation_id) WHERE status <> 'withdrawn';
CREATE INDEX accreditation_by_time ON accreditation (round_id, received_at);
CREATE INDEX accreditation_of_organisation ON accreditation (organisation_id);
CREATE INDEX accreditation_of_person ON accreditation (written_by);

CREATE TABLE accreditation_step (
    id               TEXT PRIMARY KEY,
    accreditation_id TEXT NOT NULL REFERENCES accreditation (id),
    step             TEXT NOT NULL,
    leads_to         TEXT NOT NULL,
    -- Told to the organisation; may be empty.
    reason           TEXT NOT NULL,
    -- Of an objection, and for the chair alone; empty otherwise.
    objecting_state  TEXT NOT NULL,
    grounds          TEXT NOT NULL,
    by_role          TEXT NOT NULL,
    person_id        TEXT NOT NULL REFERENCES person (id),
    at               BIGINT NOT NULL
);

CREATE INDEX accreditation_step_of ON accreditation_step (accreditation_id, at);
CREATE INDEX accreditation_step_of_person ON accreditation_step (person_id);

-- What one is accredited for: 'session' or 'body'. NULL in rounds of another kind.
ALTER TABLE round ADD COLUMN reach TEXT;
