-- Issued versions in other languages. The words in the version's own language count; these are for reading.

CREATE TABLE draft_translation (
    draft_version_id TEXT NOT NULL REFERENCES draft_version (id),
    language         TEXT NOT NULL,
    -- official, courtesy, machine
    status           TEXT NOT NULL,
    -- From 1: a translation is replaced as a whole.
    revision         BIGINT NOT NULL,
    added_by         TEXT NOT NULL REFERENCES person (id),
    added_at         BIGINT NOT NULL,
    PRIMARY KEY (draft_version_id, language)
);

CREATE INDEX draft_translation_by_person ON draft_translation (added_by);

CREATE TABLE provision_translation (
    provision_id TEXT NOT NULL REFERENCES provision (id),
    language     TEXT NOT NULL,
    -- The number as the translation prints it.
    label        TEXT NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (provision_id, language)
);
