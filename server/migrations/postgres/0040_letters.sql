-- Inputs that are nearly the same text: form letters (ADR 0046).

-- What was put on the record and is not compared yet.
CREATE TABLE letter_due (
    item_id   TEXT PRIMARY KEY,
    item_kind TEXT NOT NULL
);
INSERT INTO letter_due (item_id, item_kind) SELECT DISTINCT item_id, item_kind FROM receipt;

-- Letters of one round that are nearly the same, known by the one that founded them.
CREATE TABLE letter_family (
    id        TEXT PRIMARY KEY,
    round_id  TEXT NOT NULL REFERENCES round (id),
    signature TEXT NOT NULL
);

-- What finds families by an index.
CREATE TABLE letter_band (
    round_id  TEXT NOT NULL,
    band      TEXT NOT NULL,
    family_id TEXT NOT NULL REFERENCES letter_family (id),
    PRIMARY KEY (round_id, band, family_id)
);
CREATE INDEX letter_band_of_family ON letter_band (family_id);

CREATE TABLE letter (
    item_id    TEXT PRIMARY KEY,
    item_kind  TEXT NOT NULL,
    -- The words that were compared.
    receipt_id TEXT NOT NULL REFERENCES receipt (id),
    family_id  TEXT NOT NULL REFERENCES letter_family (id)
);
CREATE INDEX letter_of_family ON letter (family_id, item_id);
CREATE INDEX letter_by_receipt ON letter (receipt_id);
