-- Versions of texts before they are issued, and where the provisions of a version come from.

CREATE TABLE text_preparation (
    id         TEXT PRIMARY KEY,
    -- One version of a text is prepared at a time.
    draft_id   TEXT NOT NULL UNIQUE REFERENCES draft (id),
    -- The version it follows; NULL: it is the first.
    base_id    TEXT REFERENCES draft_version (id),
    label      TEXT NOT NULL,
    language   TEXT NOT NULL,
    source     TEXT NOT NULL,
    -- JSON: for each provision the places in the base of those it comes from, as confirmed for these words; NULL: not confirmed.
    origins    TEXT,
    version    BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE INDEX text_preparation_base ON text_preparation (base_id);
CREATE INDEX text_preparation_by_person ON text_preparation (created_by);

-- As the chair confirmed it when the version was issued; never changed.
CREATE TABLE provision_origin (
    provision_id TEXT NOT NULL REFERENCES provision (id),
    -- In the version before.
    origin_id    TEXT NOT NULL REFERENCES provision (id),
    PRIMARY KEY (provision_id, origin_id)
);

CREATE INDEX provision_origin_of ON provision_origin (origin_id);
