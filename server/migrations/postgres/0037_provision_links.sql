-- What provisions point to, as the chair says: norms, and places in earlier texts.

CREATE TABLE provision_link (
    provision_id TEXT NOT NULL REFERENCES provision (id),
    -- 'norm' with its code, or 'text' with the words of a citation: "A/79/214, para. 32".
    kind         TEXT NOT NULL,
    target       TEXT NOT NULL,
    set_by       TEXT NOT NULL REFERENCES person (id),
    set_at       BIGINT NOT NULL,
    PRIMARY KEY (provision_id, kind, target)
);

CREATE INDEX provision_link_to ON provision_link (kind, target);
CREATE INDEX provision_link_by_person ON provision_link (set_by);
