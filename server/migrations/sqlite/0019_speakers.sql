-- Lists of speakers: one inscription of an organisation in a round, ordered by the chair.

CREATE TABLE inscription (
    id              TEXT PRIMARY KEY,
    round_id        TEXT NOT NULL REFERENCES round (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- Full name of the speaker, who need not have a login.
    speaker         TEXT NOT NULL,
    capacity        TEXT NOT NULL,
    subject         TEXT NOT NULL,
    language        TEXT NOT NULL,
    version         BIGINT NOT NULL,
    -- When the organisation asked; a change of the words keeps it.
    received_at     BIGINT NOT NULL,
    updated_at      BIGINT NOT NULL,
    -- The entry the last change was judged by.
    ledger_entry_id TEXT NOT NULL REFERENCES ledger_entry (id),
    -- Who wrote the words as they stand.
    written_by      TEXT NOT NULL REFERENCES person (id),
    -- 1, 2, 3 … as the chair ordered. NULL: not yet.
    place           BIGINT,
    -- Off the list. Asking again brings the row back.
    withdrawn_at    BIGINT,
    UNIQUE (round_id, organisation_id)
);

CREATE INDEX inscription_of_organisation ON inscription (organisation_id);
CREATE INDEX inscription_of_person ON inscription (written_by);

-- Grows whenever the chair orders the list of speakers; a form carries the one it was filled from.
ALTER TABLE round ADD COLUMN speakers_version BIGINT NOT NULL DEFAULT 0;
