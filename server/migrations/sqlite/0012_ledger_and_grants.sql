-- The ledger holds grants too, each with a number of its own. Only some entries set the window for everybody.

ALTER TABLE ledger_entry ADD COLUMN sets_window BOOLEAN NOT NULL DEFAULT TRUE;
-- The entry by which it was given.
ALTER TABLE time_grant ADD COLUMN ledger_entry_id TEXT REFERENCES ledger_entry (id);

CREATE INDEX time_grant_of_organisation ON time_grant (organisation_id);
CREATE INDEX receipt_of_entry ON receipt (ledger_entry_id);

-- Grants given before stand in the ledger from now on. A moderator's reason is told to the author alone, so it is not taken over.
INSERT INTO ledger_entry (id, round_id, number, kind, opens_at, closes_at, time_zone, reason, by_role, recorded_at, sets_window)
SELECT
    g.id,
    g.round_id,
    e.number + ROW_NUMBER() OVER (PARTITION BY g.round_id ORDER BY g.granted_at, g.id),
    CASE WHEN g.item_id IS NULL THEN 'granted' ELSE 'revision' END,
    e.opens_at,
    g.until,
    e.time_zone,
    CASE WHEN g.item_id IS NULL THEN g.reason ELSE '' END,
    CASE WHEN g.item_id IS NULL THEN 'chair' ELSE 'moderator' END,
    g.granted_at,
    FALSE
FROM time_grant g
JOIN ledger_entry e
    ON e.round_id = g.round_id
    AND e.number = (SELECT MAX(n.number) FROM ledger_entry n WHERE n.round_id = g.round_id);

UPDATE time_grant SET ledger_entry_id = id;
