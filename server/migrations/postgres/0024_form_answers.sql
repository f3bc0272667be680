-- What was answered to a form that did its work: the same form sent again gets the same answer. Names nobody: the id is a hash of the person,
-- the random key of the form, and the address.
CREATE TABLE form_answer (
    id          TEXT PRIMARY KEY,
    -- SHA-256 of what was posted, with its key.
    body_sha256 TEXT NOT NULL,
    -- Where it led.
    location    TEXT NOT NULL,
    answered_at BIGINT NOT NULL
);

CREATE INDEX form_answer_by_age ON form_answer (answered_at);
