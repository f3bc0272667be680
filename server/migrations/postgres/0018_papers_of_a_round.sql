-- The papers of a round by pages: those in time, and those received late.
DROP INDEX paper_of_round;
CREATE INDEX paper_of_round ON paper (round_id, state, received_late, submitted_at, id);
