//! What those who operate the portal read: the audit log, and how it runs.

use super::{ServerPortal, paging};
use crate::store::audit_lists::{self, Asked, EventRow};
use crate::store::{DbKind, audit, mails, people};
use async_trait::async_trait;
use model::domain::audit::{AuditAct, AuditFact};
use model::domain::operations::{DatabaseKind, DatabaseState, SealState, Status};
use model::domain::time::{Instant, Span};
use model::error::PortalResult;
use model::policy::{self, ReadAuditLog, ReadStatus};
use model::portal::{AuditFilter, AuditLine, AuditObject, AuditWho, Ctx, FactValue, Operations, Slice};
use serde_json::{Map, Value};

/// Events on one page of the log: each takes several lines.
const EVENTS: i64 = 50;

#[async_trait]
impl Operations for ServerPortal {
    async fn audit_log(&self, ctx: &Ctx, filter: &AuditFilter, cursor: Option<&str>) -> PortalResult<Slice<AuditLine>> {
        policy::check(&ctx.actor, &ReadAuditLog {}, ctx.now)?;
        let (at, id) = match cursor {
            // A text: what should not stand in the log is paged over too.
            Some(cursor) => paging::parse_at_id::<String>(cursor)?,
            // Behind everything: no id sorts after it on either database.
            None => (Instant(i64::MAX), String::new()),
        };
        let mut tx = self.db.read().await?;
        let person = match filter.email.as_str() {
            "" => None,
            // Whoever has no account did nothing.
            email => match people::id_by_email(&mut tx, &email.to_lowercase()).await? {
                Some(person) => Some(person),
                None => return Ok(Slice { rows: Vec::new(), next: None }),
            },
        };
        let asked = Asked { act: filter.act, person, object: object_of(&filter.object) };
        let rows = audit_lists::page(&mut tx, &asked, (at, &id), EVENTS + 1).await?;
        let page = paging::slice_of(EVENTS, rows, |row| Some(paging::at_id(Instant(row.at), &row.id)));
        Ok(Slice { rows: page.rows.into_iter().map(line).collect(), next: page.next })
    }

    async fn status(&self, ctx: &Ctx) -> PortalResult<Status> {
        policy::check(&ctx.actor, &ReadStatus {}, ctx.now)?;
        let database = DatabaseState {
            kind: match self.db.kind() {
                DbKind::Sqlite => DatabaseKind::Sqlite,
                DbKind::Postgres => DatabaseKind::Postgres,
            },
            schema: self.db.schema().await?.unwrap_or_default(),
            bytes: self.db.size().await?,
            clock: self.health.clock(),
        };
        let mut tx = self.db.read().await?;
        let outbox = mails::outbox(&mut tx, ctx.now - Span::DAY).await?;
        let (head, _) = audit::ends(&mut tx).await?;
        let (unsealed, oldest) = audit::tail(&mut tx).await?;
        Ok(Status {
            at: ctx.now,
            version: env!("CARGO_PKG_VERSION"),
            started: self.health.started(),
            database,
            jobs: self.health.states(),
            outbox,
            audit: SealState { sealed: head.map_or(0, |head| head.position), unsealed, oldest },
        })
    }
}

/// `paper 0192…`, or the id alone.
fn object_of(text: &str) -> Option<(String, String)> {
    let mut words = text.split_whitespace();
    match (words.next(), words.next()) {
        (Some(kind), Some(id)) => Some((kind.to_owned(), id.to_owned())),
        (Some(id), None) => Some((String::new(), id.to_owned())),
        _ => None,
    }
}

fn line(row: EventRow) -> AuditLine {
    let act = AuditAct::from_code(&row.act).ok_or(row.act);
    let at = Instant(row.at);
    if act.as_ref().is_ok_and(|act| act.is_for_the_chair()) {
        return AuditLine { at, act, who: AuditWho::ForTheChair, object: None, facts: Vec::new(), position: row.position };
    }
    let who = match (row.person_id, row.full_name) {
        (None, _) => AuditWho::Nobody,
        (Some(_), name) => AuditWho::Person(name.unwrap_or_default()),
    };
    let object = (!row.object_id.is_empty()).then_some(AuditObject { kind: row.object_kind, id: row.object_id });
    AuditLine { at, act, who, object, facts: facts(&row.detail), position: row.position }
}

/// What the detail says, by the keys that are known: a key that comes later is not shown before somebody has thought about it.
fn facts(detail: &str) -> Vec<(AuditFact, FactValue)> {
    let values: Map<String, Value> = serde_json::from_str(detail).unwrap_or_default();
    let value = |value: Value| match value {
        Value::String(text) => Some(FactValue::Text(text)),
        Value::Number(number) => Some(FactValue::Text(number.to_string())),
        Value::Bool(truth) => Some(FactValue::Truth(truth)),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    values.into_iter().filter_map(|(key, found)| Some((AuditFact::from_code(&key)?, value(found)?))).collect()
}
