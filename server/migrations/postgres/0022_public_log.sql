-- The public log: one line for each receipt, and the receipt as it was signed. Rows are added, never changed.

CREATE TABLE public_log (
    -- From 0, without gaps.
    position     BIGINT PRIMARY KEY,
    received_at  BIGINT NOT NULL,
    -- accepted or refused
    kind         TEXT NOT NULL,
    -- SHA-256 of the payload, of the line before, and of this line.
    receipt_hash TEXT NOT NULL UNIQUE,
    prev_hash    TEXT NOT NULL,
    hash         TEXT NOT NULL,
    -- The receipt or the late attempt. Not in the line: the log tells nobody whose it is.
    subject_id   TEXT NOT NULL UNIQUE,
    -- The exact bytes that were signed.
    payload      TEXT NOT NULL,
    key_id       TEXT NOT NULL,
    signature    TEXT NOT NULL
);

-- One row: how far the log goes, and the signature over that. Touched last by whoever adds a line.
CREATE TABLE public_log_head (
    id        BIGINT PRIMARY KEY CHECK (id = 1),
    size      BIGINT NOT NULL,
    hash      TEXT NOT NULL,
    key_id    TEXT NOT NULL,
    signature TEXT NOT NULL
);

INSERT INTO public_log_head (id, size, hash, key_id, signature)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '', '');

-- The version that was submitted. 0: before versions were kept.
ALTER TABLE receipt ADD COLUMN item_version BIGINT NOT NULL DEFAULT 0;
ALTER TABLE late_attempt ADD COLUMN item_version BIGINT NOT NULL DEFAULT 0;

-- The signed receipt goes with the mail.
ALTER TABLE mail ADD COLUMN attachment_name TEXT;
ALTER TABLE mail ADD COLUMN attachment TEXT;
