-- The chair's consolidated summary of a session, as people write it: sentences under the parts of its outline.

-- A part somebody has written in, or handed in. `part`: a code of the outline.
CREATE TABLE summary_part (
    session_id   TEXT NOT NULL REFERENCES session (id),
    part         TEXT NOT NULL,
    -- Grows with every change in it.
    version      BIGINT NOT NULL,
    handed_in_at BIGINT,
    handed_in_by TEXT REFERENCES person (id),
    PRIMARY KEY (session_id, part)
);
CREATE INDEX summary_part_by ON summary_part (handed_in_by);

CREATE TABLE summary_sentence (
    id         TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    part       TEXT NOT NULL,
    -- Its place among the sentences of its part, from 1.
    position   BIGINT NOT NULL,
    text       TEXT NOT NULL,
    -- Of the words, and of the number in them.
    language   TEXT NOT NULL,
    -- The chair's own words: they need no source.
    own        BOOLEAN NOT NULL,
    -- A numbered paragraph begins with it.
    opens      BOOLEAN NOT NULL,
    version    BIGINT NOT NULL,
    -- Taken out; it can be put back.
    ended_at   BIGINT
);
CREATE INDEX summary_sentence_place ON summary_sentence (session_id, part, position);

-- What a sentence rests on now.
CREATE TABLE summary_source (
    sentence_id TEXT NOT NULL REFERENCES summary_sentence (id),
    item_kind   TEXT NOT NULL,
    item_id     TEXT NOT NULL,
    PRIMARY KEY (sentence_id, item_id)
);
CREATE INDEX summary_source_item ON summary_source (item_id);

-- What a sentence said in each of its versions, the newest included.
CREATE TABLE summary_version (
    sentence_id TEXT NOT NULL REFERENCES summary_sentence (id),
    version     BIGINT NOT NULL,
    text        TEXT NOT NULL,
    own         BOOLEAN NOT NULL,
    -- A JSON list of ids.
    sources     TEXT NOT NULL,
    written_by  TEXT NOT NULL REFERENCES person (id),
    written_at  BIGINT NOT NULL,
    PRIMARY KEY (sentence_id, version)
);
CREATE INDEX summary_version_by ON summary_version (written_by);

-- A remark in the margin.
CREATE TABLE summary_remark (
    id          TEXT PRIMARY KEY,
    sentence_id TEXT NOT NULL REFERENCES summary_sentence (id),
    text        TEXT NOT NULL,
    made_by     TEXT NOT NULL REFERENCES person (id),
    made_at     BIGINT NOT NULL,
    settled_at  BIGINT,
    settled_by  TEXT REFERENCES person (id)
);
CREATE INDEX summary_remark_place ON summary_remark (sentence_id, made_at, id);
CREATE INDEX summary_remark_by ON summary_remark (made_by);
CREATE INDEX summary_remark_settled ON summary_remark (settled_by);
