-- The frame of the consultation: bodies, their sessions and subgroups, the norms.
-- Ids are UUIDv7 as text, instants BIGINT microseconds UTC, names JSON maps from language to text.

CREATE TABLE body (
    id          TEXT PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    short_name  TEXT NOT NULL,
    description TEXT NOT NULL,
    position    BIGINT NOT NULL
);

CREATE TABLE session (
    id            TEXT PRIMARY KEY,
    body_id       TEXT NOT NULL REFERENCES body (id),
    code          TEXT NOT NULL,
    title         TEXT NOT NULL,
    starts_on     TEXT NOT NULL,
    ends_on       TEXT NOT NULL,
    city          TEXT NOT NULL,
    time_zone     TEXT NOT NULL,
    mode          TEXT NOT NULL,
    demonstration BOOLEAN NOT NULL,
    UNIQUE (body_id, code)
);

CREATE TABLE subgroup (
    id          TEXT PRIMARY KEY,
    body_id     TEXT NOT NULL REFERENCES body (id),
    code        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    description TEXT NOT NULL,
    position    BIGINT NOT NULL
);

CREATE INDEX subgroup_of_body ON subgroup (body_id);

CREATE TABLE norm (
    code        TEXT PRIMARY KEY,
    reference   TEXT NOT NULL,
    short_title TEXT NOT NULL,
    text        TEXT NOT NULL
);
