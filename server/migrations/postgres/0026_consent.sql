-- What may be published of a paper; NULL while its authors have not said it, and of what was submitted before anybody was asked: that is
-- published without the name of a person, as it was.
ALTER TABLE paper ADD COLUMN consent TEXT;
CREATE INDEX paper_for_the_chair ON paper (round_id, submitted_at, id) WHERE state = 'for_the_chair';
