-- The text of a paper is long and lists do not show it. SQLite finds a column by walking over those before it, through every
-- page the text fills: the text goes last.

ALTER TABLE paper ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE paper SET words = text;
ALTER TABLE paper DROP COLUMN text;
ALTER TABLE paper RENAME COLUMN words TO text;
