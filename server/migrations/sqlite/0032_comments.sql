-- What comments say beside their words, when they ended, and texts as wholes that can be spoken on.

-- Substantive, editorial, technical, translation.
ALTER TABLE comment ADD COLUMN kind TEXT NOT NULL DEFAULT 'substantive';
-- The words of the provision it is about, as one reads them there; empty: all of it.
ALTER TABLE comment ADD COLUMN quote TEXT NOT NULL DEFAULT '';
-- The address of something that supports it; empty: none.
ALTER TABLE comment ADD COLUMN link TEXT NOT NULL DEFAULT '';
-- When it was withdrawn.
ALTER TABLE comment ADD COLUMN ended_at BIGINT;

-- Each version as a whole stands before its provisions, with its own id.
INSERT INTO provision (id, draft_version_id, stable_id, position, level, label, citation, text)
SELECT id, id, 'whole', 0, 'whole', '', 'whole', '' FROM draft_version;
