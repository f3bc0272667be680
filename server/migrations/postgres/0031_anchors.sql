-- What became of comments when the next version of their text was issued. The comments themselves stay with the version they were made on.

CREATE TABLE comment_anchor (
    comment_id       TEXT NOT NULL REFERENCES comment (id),
    -- A version after the one it was made on.
    draft_version_id TEXT NOT NULL REFERENCES draft_version (id),
    -- Where it stands in that version; NULL: it has no place there.
    provision_id     TEXT REFERENCES provision (id),
    state            TEXT NOT NULL,
    -- When and by whom its place was said in this version; NULL: it came with the version before, or by the alignment alone.
    decided_at       BIGINT,
    decided_by       TEXT REFERENCES person (id),
    PRIMARY KEY (comment_id, draft_version_id)
);

CREATE INDEX comment_anchor_of_provision ON comment_anchor (provision_id, state);
CREATE INDEX comment_anchor_of_version ON comment_anchor (draft_version_id, state, comment_id);
CREATE INDEX comment_anchor_by_decider ON comment_anchor (decided_by);
