-- Corrections of public papers, published beside them after the deadline. The papers themselves do not change.

CREATE TABLE corrigendum (
    id         TEXT PRIMARY KEY,
    paper_id   TEXT NOT NULL REFERENCES paper (id),
    -- Of those that are published, from 1; NULL: it is not.
    number     BIGINT,
    -- Markdown, in the language of the paper.
    text       TEXT NOT NULL,
    state      TEXT NOT NULL,
    asked_at   BIGINT NOT NULL,
    asked_by   TEXT NOT NULL REFERENCES person (id),
    -- When and by whom it was published, declined or taken back; by nobody where it lapsed with its paper.
    decided_at BIGINT,
    decided_by TEXT REFERENCES person (id),
    -- What its authors were told with the decision.
    reason     TEXT NOT NULL
);

-- One at a time waits for a decision.
CREATE UNIQUE INDEX corrigendum_waiting ON corrigendum (paper_id) WHERE state = 'asked';
CREATE UNIQUE INDEX corrigendum_number ON corrigendum (paper_id, number);
CREATE INDEX corrigendum_by_asker ON corrigendum (asked_by);
CREATE INDEX corrigendum_by_decider ON corrigendum (decided_by);
