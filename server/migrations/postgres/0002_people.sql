-- Persons with logins, the organisations they act for, and their roles.

CREATE TABLE organisation (
    id               TEXT PRIMARY KEY,
    name             TEXT NOT NULL,
    stakeholder_type TEXT NOT NULL,
    region           TEXT NOT NULL,
    created_at       BIGINT NOT NULL,
    -- NULL: nothing of it is public yet.
    approved_at      BIGINT
);

CREATE TABLE person (
    id            TEXT PRIMARY KEY,
    -- Lower case.
    email         TEXT NOT NULL UNIQUE,
    full_name     TEXT NOT NULL,
    -- PHC string.
    password_hash TEXT NOT NULL,
    confirmed_at  BIGINT,
    -- The language of the person's mails.
    locale        TEXT NOT NULL,
    created_at    BIGINT NOT NULL
);

CREATE TABLE membership (
    id              TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    person_id       TEXT NOT NULL REFERENCES person (id),
    function        TEXT NOT NULL,
    created_at      BIGINT NOT NULL,
    UNIQUE (person_id, organisation_id)
);

CREATE INDEX membership_of_organisation ON membership (organisation_id);

CREATE TABLE role (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES person (id),
    name        TEXT NOT NULL,
    -- portal, body or subgroup.
    scope_kind  TEXT NOT NULL,
    -- Empty for the whole portal.
    scope_id    TEXT NOT NULL,
    valid_from  BIGINT NOT NULL,
    valid_until BIGINT,
    UNIQUE (person_id, name, scope_kind, scope_id)
);

CREATE TABLE subgroup_membership (
    subgroup_id     TEXT NOT NULL REFERENCES subgroup (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    joined_at       BIGINT NOT NULL,
    PRIMARY KEY (subgroup_id, organisation_id)
);

CREATE INDEX subgroups_of_organisation ON subgroup_membership (organisation_id);

-- A signed-in browser. The token itself is in the cookie only.
CREATE TABLE auth_session (
    token_hash TEXT PRIMARY KEY,
    person_id  TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX auth_session_expiry ON auth_session (expires_at);

-- The newest confirmation of a person's address; code and link are stored as hashes.
CREATE TABLE confirmation (
    person_id  TEXT PRIMARY KEY REFERENCES person (id),
    code_hash  TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL,
    -- Wrong codes so far.
    attempts   BIGINT NOT NULL
);
