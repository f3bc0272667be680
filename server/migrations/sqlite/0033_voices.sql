-- What other organisations say to a public proposal. Ends with the words it was said to.
CREATE TABLE comment_voice (
    comment_id      TEXT NOT NULL REFERENCES comment (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- join, support, oppose
    voice           TEXT NOT NULL,
    said_at         BIGINT NOT NULL,
    said_by         TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (comment_id, organisation_id)
);

CREATE INDEX comment_voice_of_organisation ON comment_voice (organisation_id);
CREATE INDEX comment_voice_by_person ON comment_voice (said_by);
