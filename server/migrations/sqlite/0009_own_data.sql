-- Accounts that were deleted: the row stays, because records name it by its id; the name, the address and every secret are gone.

ALTER TABLE person ADD COLUMN deleted_at BIGINT;

CREATE INDEX audit_event_of_person ON audit_event (person_id, at);
CREATE INDEX paper_by_person ON paper (created_by);
CREATE INDEX comment_by_person ON comment (created_by);
CREATE INDEX receipt_of_person ON receipt (person_id, received_at);
CREATE INDEX decision_by_person ON decision (decided_by);
CREATE INDEX mail_sent ON mail (sent_at);
