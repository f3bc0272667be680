-- What keeps the portal running: mails to send, rate limits, the audit log.

CREATE TABLE mail (
    id           TEXT PRIMARY KEY,
    recipient    TEXT NOT NULL,
    language     TEXT NOT NULL,
    subject      TEXT NOT NULL,
    body         TEXT NOT NULL,
    written_at   BIGINT NOT NULL,
    sent_at      BIGINT,
    attempts     BIGINT NOT NULL,
    -- Not before this instant.
    next_attempt BIGINT NOT NULL
);

CREATE INDEX mail_waiting ON mail (sent_at, next_attempt);
CREATE INDEX mail_list ON mail (written_at, id);

-- Token buckets, one row for each (action, who).
CREATE TABLE rate_bucket (
    key        TEXT PRIMARY KEY,
    tokens     DOUBLE PRECISION NOT NULL,
    updated_at BIGINT NOT NULL
);

CREATE TABLE audit_event (
    id          TEXT PRIMARY KEY,
    at          BIGINT NOT NULL,
    -- NULL: nobody was signed in.
    person_id   TEXT,
    act         TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id   TEXT NOT NULL,
    -- JSON; never holds secrets or what people wrote.
    detail      TEXT NOT NULL
);

CREATE INDEX audit_event_of_object ON audit_event (object_id, at);

-- Facts about this installation, such as when it was first seeded.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
