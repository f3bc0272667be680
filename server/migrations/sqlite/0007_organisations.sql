-- Organisations in full, their history, their members: functions, invitations, requests to join, hand-over of the contact point.

ALTER TABLE organisation ADD COLUMN short_name TEXT NOT NULL DEFAULT '';
-- The secondary tag; statistics count by stakeholder_type alone.
ALTER TABLE organisation ADD COLUMN technical_community BOOLEAN NOT NULL DEFAULT FALSE;
-- ISO 3166-1 alpha-2; empty: not stated.
ALTER TABLE organisation ADD COLUMN country TEXT NOT NULL DEFAULT '';
-- JSON lists of codes.
ALTER TABLE organisation ADD COLUMN affiliations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organisation ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE organisation ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN ecosoc TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- The name folded (domain::likeness): what lists are sorted by. Empty only until the program has filled it at its next start.
ALTER TABLE organisation ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
-- The folded names with a space before each word: what is searched.
ALTER TABLE organisation ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
-- A duplicate that was merged: its address leads there. NULL: stands for itself.
ALTER TABLE organisation ADD COLUMN merged_into TEXT REFERENCES organisation (id);

CREATE INDEX organisation_list ON organisation (name_key, id);
CREATE INDEX organisation_merged ON organisation (merged_into);

-- What was changed in names, and by which office. The person is in the audit log.
CREATE TABLE organisation_change (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    at              BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    by_office       TEXT NOT NULL,
    old_value       TEXT NOT NULL,
    new_value       TEXT NOT NULL,
    reason          TEXT NOT NULL
);

CREATE INDEX organisation_change_of ON organisation_change (organisation_id, at);

-- The name an input was submitted under; NULL: the name of today.
ALTER TABLE paper ADD COLUMN submitted_as TEXT;
ALTER TABLE comment ADD COLUMN submitted_as TEXT;

-- NULL: a member. What former members wrote stays with the organisation.
ALTER TABLE membership ADD COLUMN ended_at BIGINT;
-- When the person last acted for this organisation: the one offered first.
ALTER TABLE membership ADD COLUMN acted_at BIGINT NOT NULL DEFAULT 0;

-- The part after the @, to find colleagues by.
ALTER TABLE person ADD COLUMN email_domain TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL;
CREATE INDEX person_of_domain ON person (email_domain);

CREATE TABLE invitation (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- Lower case.
    email           TEXT NOT NULL,
    function        TEXT NOT NULL,
    token_hash      TEXT NOT NULL UNIQUE,
    locale          TEXT NOT NULL,
    sent_at         BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    -- open, accepted or revoked.
    state           TEXT NOT NULL
);

CREATE INDEX invitation_of_organisation ON invitation (organisation_id, state);

CREATE TABLE join_request (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    person_id       TEXT NOT NULL REFERENCES person (id),
    message         TEXT NOT NULL,
    created_at      BIGINT NOT NULL,
    -- open, accepted, declined or withdrawn.
    state           TEXT NOT NULL,
    reason          TEXT NOT NULL
);

CREATE INDEX join_request_of_organisation ON join_request (organisation_id, state);
CREATE INDEX join_request_of_person ON join_request (person_id, state);

-- A member says that the contact point has left and asks to take over.
CREATE TABLE contact_claim (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    person_id       TEXT NOT NULL REFERENCES person (id),
    reason          TEXT NOT NULL,
    created_at      BIGINT NOT NULL,
    -- open, objected, confirmed, declined or withdrawn.
    state           TEXT NOT NULL,
    -- The objection, or the reason of the decision.
    answer          TEXT NOT NULL,
    answered_at     BIGINT
);

CREATE INDEX contact_claim_of_organisation ON contact_claim (organisation_id, created_at);
CREATE INDEX contact_claim_open ON contact_claim (state, created_at);

-- What somebody typed at registration, while they choose between joining and founding.
CREATE TABLE registration_choice (
    person_id         TEXT PRIMARY KEY REFERENCES person (id),
    organisation_name TEXT NOT NULL,
    stakeholder_type  TEXT NOT NULL,
    region            TEXT NOT NULL,
    created_at        BIGINT NOT NULL
);

-- Whether mails to a contact point arrive.
CREATE INDEX mail_of_recipient ON mail (recipient, sent_at);
