-- The queues of moderators: in the order of arrival, page by page; and views of them that somebody keeps.

-- The subgroup in whose queue a comment is: that of its text.
ALTER TABLE comment ADD COLUMN queue_id TEXT REFERENCES subgroup (id);
UPDATE comment SET queue_id = (SELECT d.subgroup_id FROM provision v JOIN draft_version dv ON dv.id = v.draft_version_id
                               JOIN draft d ON d.id = dv.draft_id WHERE v.id = comment.provision_id);
CREATE INDEX comment_of_queue ON comment (queue_id, state, submitted_at, id);
DROP INDEX paper_of_subgroup;
CREATE INDEX paper_of_subgroup ON paper (subgroup_id, state, submitted_at, id);

CREATE TABLE queue_view (
    person_id TEXT NOT NULL REFERENCES person (id),
    name      TEXT NOT NULL,
    -- What the address asks for.
    query     TEXT NOT NULL,
    kept_at   BIGINT NOT NULL,
    PRIMARY KEY (person_id, name)
);
