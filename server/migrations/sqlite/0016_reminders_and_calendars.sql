-- Reminders before a deadline: who was written to at which mark before which end, whichever node does it and however often it is
-- started anew. A moved deadline is another end.

CREATE TABLE reminder (
    person_id       TEXT NOT NULL REFERENCES person (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    round_id        TEXT NOT NULL REFERENCES round (id),
    ends_at         BIGINT NOT NULL,
    mark            TEXT NOT NULL,
    -- FALSE: looked at, and nothing to write about.
    told            BOOLEAN NOT NULL,
    written_at      BIGINT NOT NULL,
    PRIMARY KEY (person_id, organisation_id, round_id, ends_at, mark)
);

CREATE INDEX reminder_end ON reminder (ends_at);

-- Everybody whom an end concerns has been looked at for a mark.
CREATE TABLE reminder_sweep (
    round_id        TEXT NOT NULL REFERENCES round (id),
    -- Empty: the end for everybody; otherwise that of a grant.
    organisation_id TEXT NOT NULL,
    ends_at         BIGINT NOT NULL,
    mark            TEXT NOT NULL,
    swept_at        BIGINT NOT NULL,
    PRIMARY KEY (round_id, organisation_id, ends_at, mark)
);

CREATE INDEX reminder_sweep_end ON reminder_sweep (ends_at);
CREATE INDEX ledger_entry_end ON ledger_entry (closes_at) WHERE sets_window;
CREATE INDEX time_grant_end ON time_grant (until);

-- The address of a person's own calendar: its secret as a hash only, so it is told once.
CREATE TABLE calendar_address (
    person_id  TEXT PRIMARY KEY REFERENCES person (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
