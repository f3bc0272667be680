//! Use cases over HTTP: the real router, a manual clock, seeded randomness, HTML read the way people read it.
//! One module for each feature.

mod support;

mod account;
mod accounts;
mod accreditations;
mod addressed;
mod bad_input;
mod calendars;
mod co_signing;
mod commands;
mod comments;
mod deadlines;
mod details;
mod enumeration;
mod exports;
mod flood;
mod flood_measured;
mod form_keys;
mod grants;
mod in_flight;
mod late;
mod late_shown;
mod ledger;
mod local_times;
mod members;
mod moderation;
mod offices;
mod operations;
mod organisations;
mod own_data;
mod pages;
mod papers;
mod planning;
mod planning_kept;
mod proofs;
mod questions;
mod rehearsal;
mod reminders;
mod revising;
mod secretariat;
mod security;
mod signing_up;
mod speakers;
mod subgroups;
mod terms;
