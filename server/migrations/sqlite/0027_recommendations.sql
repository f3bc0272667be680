-- JSON: the numbered recommendations of a paper, each with its text and, where it is about something, the code of that: "norm:N-C", "provision:<id>".
ALTER TABLE paper ADD COLUMN recommendations TEXT NOT NULL DEFAULT '[]';
