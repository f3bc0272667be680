-- What persons were called before they corrected it, so that the audit log, which never changes, holds no names: they go with the account.

CREATE TABLE name_change (
    id         TEXT PRIMARY KEY,
    person_id  TEXT NOT NULL REFERENCES person (id),
    old_name   TEXT NOT NULL,
    new_name   TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE INDEX name_change_of_person ON name_change (person_id, changed_at);

-- A changed address was not found by the secretariat: the keys are made anew at the next start.
UPDATE person SET search_key = '' WHERE deleted_at IS NULL;
