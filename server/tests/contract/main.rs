//! The store's contract: every statement is prepared, and every function behaves the same, on `SQLite` and on `PostgreSQL`.
//! `PostgreSQL` is named by `OPENFLOOR_TEST_POSTGRES` (see `make test`); without it these tests fail rather than pass unseen.

mod accreditations;
mod anchors;
mod audit;
mod backup;
mod co_signing;
mod conflicts;
mod corrigenda;
mod drafting;
mod history;
mod issuing;
mod joint;
mod journey;
mod late;
mod limits;
mod moderation;
mod names;
mod organisations;
mod outbox;
mod own_data;
mod planning;
mod public_log;
mod races;
mod recommendations;
mod reminders;
mod said;
mod speakers;
mod statements;
mod succession;
mod support;
mod themes;
mod translations;
