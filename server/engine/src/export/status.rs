//! How the portal runs, as JSON for machines. Field names are English and part of the format `openfloor-status-1`.

use super::ExportError;
use model::calendar;
use model::domain::operations::{Status, Trouble};
use model::domain::time::{Instant, Span};
use serde_json::{Value, json};

/// # Errors
/// Never for values that come from the portal.
pub fn write(status: &Status) -> Result<Vec<u8>, ExportError> {
    let at = |at: Instant| Value::from(calendar::iso_micros(at));
    let jobs: Vec<Value> = status
        .jobs
        .iter()
        .map(|state| {
            json!({
                "job": state.job.code(),
                "last_run": state.last_run.map(|(run, _)| at(run)),
                "duration_ms": state.last_run.map(|(_, took)| took.0.div_euclid(1000)),
                "last_success": state.last_success.map(at),
                "last_error": state.last_error.as_ref().map(|(failed, error)| json!({ "at": at(*failed), "error": error })),
            })
        })
        .collect();
    let troubles: Vec<Value> = status.troubles().into_iter().map(trouble).collect();
    let value = json!({
        "format": "openfloor-status-1",
        "at": at(status.at),
        "well": troubles.is_empty(),
        "troubles": troubles,
        "version": status.version,
        "started_at": status.started.map(at),
        "uptime_seconds": status.started.map(|started| (status.at - started).seconds()),
        "database": {
            "kind": status.database.kind,
            "schema": status.database.schema,
            "bytes": status.database.bytes,
            "clock_ahead_ms": status.database.clock.map(milliseconds),
        },
        "jobs": jobs,
        "outbox": {
            "waiting": status.outbox.waiting,
            "oldest_waiting": status.outbox.oldest.map(at),
            "failing": status.outbox.failing,
            "stuck": status.outbox.stuck,
            "trouble": status.outbox.trouble,
            "sent_last_24_hours": status.outbox.sent,
        },
        "audit": { "sealed": status.audit.sealed, "unsealed": status.audit.unsealed, "oldest_unsealed": status.audit.oldest.map(at) },
    });
    let mut bytes = serde_json::to_vec_pretty(&value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn milliseconds(span: Span) -> i64 {
    span.0 / 1000
}

fn trouble(trouble: Trouble) -> Value {
    match trouble {
        Trouble::JobFails(job) | Trouble::JobLate(job) => json!({ "trouble": trouble.code(), "job": job.code() }),
        Trouble::ClockApart(span) => json!({ "trouble": trouble.code(), "ahead_ms": milliseconds(span) }),
        Trouble::MailsFail(why) => json!({ "trouble": trouble.code(), "why": why.code() }),
        Trouble::NoJobs | Trouble::MailsWait | Trouble::SealsWait => json!({ "trouble": trouble.code() }),
    }
}
