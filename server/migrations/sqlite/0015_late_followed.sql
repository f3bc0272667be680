-- The entry in force of a round is read by every page that shows a deadline: its grants and decisions need not be read for it.
CREATE INDEX ledger_entry_window ON ledger_entry (round_id, number) WHERE sets_window;

-- The draft in which goes on what was written after an attempt that was admitted.
ALTER TABLE late_attempt ADD COLUMN newer_item_id TEXT;
