-- Terms that end soon: those concerned are told once, whichever node does it and however often it is started anew.

-- NULL: not told yet.
ALTER TABLE role ADD COLUMN reminded_at BIGINT;

CREATE INDEX role_term ON role (valid_until) WHERE ended_at IS NULL;
