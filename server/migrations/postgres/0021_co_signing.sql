-- Co-signing: organisations put their names to public papers that their authors offer.

CREATE TABLE co_signature (
    id              TEXT PRIMARY KEY,
    round_id        TEXT NOT NULL REFERENCES round (id),
    paper_id        TEXT NOT NULL REFERENCES paper (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    -- The receipt of the words that were signed.
    receipt_id      TEXT NOT NULL REFERENCES receipt (id),
    signed_at       BIGINT NOT NULL,
    -- The entry it was judged by.
    ledger_entry_id TEXT NOT NULL REFERENCES ledger_entry (id),
    signed_by       TEXT NOT NULL REFERENCES person (id),
    -- Taken back. The record stays; signing again is a new one.
    taken_back_at   BIGINT
);

CREATE UNIQUE INDEX co_signature_once ON co_signature (paper_id, organisation_id) WHERE taken_back_at IS NULL;
CREATE INDEX co_signature_of_round ON co_signature (round_id);
CREATE INDEX co_signature_of_organisation ON co_signature (organisation_id);
CREATE INDEX co_signature_of_person ON co_signature (signed_by);

-- The papers their authors have opened, one row for each round of co-signing.
CREATE TABLE co_signing_offer (
    round_id   TEXT NOT NULL REFERENCES round (id),
    paper_id   TEXT NOT NULL REFERENCES paper (id),
    offered_at BIGINT NOT NULL,
    offered_by TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (round_id, paper_id)
);

CREATE INDEX co_signing_offer_of_paper ON co_signing_offer (paper_id);
CREATE INDEX co_signing_offer_of_person ON co_signing_offer (offered_by);
