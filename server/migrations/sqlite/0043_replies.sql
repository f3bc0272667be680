-- What the authors answer to a decision about their input: once, to those who moderate it.
CREATE TABLE decision_reply (
    decision_id     TEXT PRIMARY KEY REFERENCES decision (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    text            TEXT NOT NULL,
    replied_at      BIGINT NOT NULL,
    replied_by      TEXT NOT NULL REFERENCES person (id)
);
CREATE INDEX decision_reply_by ON decision_reply (replied_by);
CREATE INDEX decision_reply_of_organisation ON decision_reply (organisation_id);
CREATE INDEX decision_reply_newest ON decision_reply (replied_at);
