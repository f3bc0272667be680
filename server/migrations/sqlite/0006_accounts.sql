-- What protects an account: its sessions, the second factor, the browsers it knows, and what is sent by mail to change it.

-- Nobody uses this portal yet: everyone signs in again.
DROP TABLE auth_session;

-- A signed-in browser. The token itself is in the cookie only.
CREATE TABLE auth_session (
    id          TEXT PRIMARY KEY,
    token_hash  TEXT NOT NULL UNIQUE,
    person_id   TEXT NOT NULL REFERENCES person (id),
    -- As the browser names itself; empty where nothing is known.
    browser     TEXT NOT NULL,
    platform    TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    -- Written every few minutes at most.
    seen_at     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    -- When the password, and the second factor where there is one, were last entered.
    -- NULL: the password was right, the second factor is awaited; nobody is signed in.
    proved_at   BIGINT,
    -- When the second factor was last passed in this session.
    factor_at   BIGINT,
    -- Wrong codes of the second factor since the last right one.
    wrong_codes BIGINT NOT NULL,
    -- The TOTP secret this session is offered for setting up a second factor; worth nothing before it is confirmed by a code.
    offer       TEXT NOT NULL
);

CREATE INDEX auth_session_expiry ON auth_session (expires_at);
CREATE INDEX auth_session_of_person ON auth_session (person_id, created_at, id);

-- TOTP (RFC 6238). The secret must be readable to check codes; see ADR 0011.
CREATE TABLE second_factor (
    person_id   TEXT PRIMARY KEY REFERENCES person (id),
    -- Base 32.
    secret      TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    -- The time step of the last code that was taken: neither it nor an earlier one is taken again.
    last_step   BIGINT NOT NULL
);

-- Codes for the day the device is lost. 80 random bits each, stored as hashes.
CREATE TABLE recovery_code (
    code_hash TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    used_at   BIGINT
);

CREATE INDEX recovery_code_of_person ON recovery_code (person_id);

-- Browsers a person has signed in with, by the hash of the mark in their cookie.
CREATE TABLE known_device (
    person_id     TEXT NOT NULL REFERENCES person (id),
    device_hash   TEXT NOT NULL,
    first_seen_at BIGINT NOT NULL,
    last_seen_at  BIGINT NOT NULL,
    PRIMARY KEY (person_id, device_hash)
);

CREATE INDEX known_device_age ON known_device (last_seen_at);

-- The newest link for a forgotten password. An address without an account has a row too: the same work for both.
CREATE TABLE password_reset (
    email_hash TEXT PRIMARY KEY,
    -- NULL: no account has this address.
    person_id  TEXT REFERENCES person (id),
    token_hash TEXT NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL
);

CREATE INDEX password_reset_of_person ON password_reset (person_id);

-- A confirmed person's new address, until it is confirmed.
CREATE TABLE email_change (
    person_id  TEXT PRIMARY KEY REFERENCES person (id),
    new_email  TEXT NOT NULL,
    code_hash  TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    expires_at BIGINT NOT NULL,
    -- Wrong codes so far.
    attempts   BIGINT NOT NULL
);
