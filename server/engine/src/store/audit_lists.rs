//! The audit log in pages, the newest first. What is asked for decides which index is walked; the rest narrows it down.

use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::audit::AuditAct;
use model::domain::ids::PersonId;
use model::domain::time::Instant;
use sqlx::FromRow;

macro_rules! event {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.at, e.person_id, p.full_name, e.act, e.object_kind, e.object_id, e.detail, e.position FROM audit_event e LEFT JOIN person p ON p.id = e.person_id ",
            $rest
        )
    };
}

// `ids`: the acts that only the chair may trace to somebody.
statements! {
    ALL = from event "WHERE (e.at, e.id) < ($1, $2) ORDER BY e.at DESC, e.id DESC LIMIT $3";
    OF_ACT = from event "WHERE e.act = $1 AND (e.at, e.id) < ($2, $3) ORDER BY e.at DESC, e.id DESC LIMIT $4";
    OF_PERSON = from event ids "WHERE e.act NOT IN " " AND e.person_id = $2 AND ($3 = '' OR e.act = $3) AND (e.at, e.id) < ($4, $5) ORDER BY e.at DESC, e.id DESC LIMIT $6";
    OF_OBJECT = from event ids "WHERE e.act NOT IN " " AND e.object_id = $2 AND ($3 = '' OR e.object_kind = $3) AND ($4 = '' OR e.person_id = $4) AND ($5 = '' OR e.act = $5) AND (e.at, e.id) < ($6, $7) ORDER BY e.at DESC, e.id DESC LIMIT $8";
}

/// An event in a list, as plain text: a page about the log shows also what should not stand in it.
#[derive(Debug, FromRow)]
pub struct EventRow {
    pub id: String,
    pub at: i64,
    pub person_id: Option<String>,
    /// Empty where the account was deleted.
    pub full_name: Option<String>,
    pub act: String,
    pub object_kind: String,
    pub object_id: String,
    pub detail: String,
    pub position: Option<i64>,
}

/// What is asked for.
#[derive(Debug, Default)]
pub struct Asked {
    pub act: Option<AuditAct>,
    pub person: Option<PersonId>,
    /// Kind (empty: any) and id.
    pub object: Option<(String, String)>,
}

/// Events before this place, the newest first. Asked for by person or by object, those for the chair alone are left out: the list would
/// say of whom they are.
pub async fn page(tx: &mut Tx, asked: &Asked, before: (Instant, &str), limit: i64) -> StoreResult<Vec<EventRow>> {
    let (at, id) = (before.0.0, before.1);
    let hidden = super::id_list(AuditAct::FOR_THE_CHAIR.map(AuditAct::code));
    let act = asked.act.map_or("", AuditAct::code);
    let person = asked.person.map(|person| person.to_string());
    match (&asked.object, person) {
        (Some((kind, object)), person) => {
            let person = person.unwrap_or_default();
            fetch_all!(tx, EventRow, OF_OBJECT, hidden, object.as_str(), kind.as_str(), person, act, at, id, limit)
        }
        (None, Some(person)) => fetch_all!(tx, EventRow, OF_PERSON, hidden, person, act, at, id, limit),
        (None, None) if !act.is_empty() => fetch_all!(tx, EventRow, OF_ACT, act, at, id, limit),
        (None, None) => fetch_all!(tx, EventRow, ALL, at, id, limit),
    }
}
