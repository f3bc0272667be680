-- Organisations that are invited to put their names to a paper before it is submitted. Names under what was submitted are in co_signature.

CREATE TABLE joint_invitation (
    paper_id        TEXT NOT NULL REFERENCES paper (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    invited_at      BIGINT NOT NULL,
    invited_by      TEXT NOT NULL REFERENCES person (id),
    -- When it was last written to.
    asked_at        BIGINT NOT NULL,
    -- Of the words that were confirmed; NULL: it has not confirmed any.
    sha256          TEXT,
    confirmed_at    BIGINT,
    confirmed_by    TEXT REFERENCES person (id),
    -- The entry it was judged by.
    ledger_entry_id TEXT REFERENCES ledger_entry (id),
    -- The words were changed after they were confirmed.
    voided_at       BIGINT,
    -- It does not want to be named.
    declined_at     BIGINT,
    declined_by     TEXT REFERENCES person (id),
    PRIMARY KEY (paper_id, organisation_id)
);

CREATE INDEX joint_invitation_of_organisation ON joint_invitation (organisation_id);
CREATE INDEX joint_invitation_by_inviter ON joint_invitation (invited_by);
CREATE INDEX joint_invitation_by_confirmer ON joint_invitation (confirmed_by);
CREATE INDEX joint_invitation_by_decliner ON joint_invitation (declined_by);
