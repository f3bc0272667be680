-- How far provisions have come: rows are added, never changed. The highest number of a provision is in force; without one it is open.
CREATE TABLE provision_status (
    provision_id TEXT NOT NULL REFERENCES provision (id),
    number       BIGINT NOT NULL,
    -- open, pending, agreed_in_informals, agreed_ad_referendum, agreed, deleted
    status       TEXT NOT NULL,
    note         TEXT NOT NULL,
    -- The office, public.
    by_role      TEXT NOT NULL,
    set_by       TEXT NOT NULL REFERENCES person (id),
    set_at       BIGINT NOT NULL,
    PRIMARY KEY (provision_id, number)
);

CREATE INDEX provision_status_by_person ON provision_status (set_by);
