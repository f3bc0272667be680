//! What those who operate the portal of the sample read.

use super::NOW;
use super::sample::Sample;
use async_trait::async_trait;
use model::domain::audit::{AuditAct, AuditFact};
use model::domain::operations::{DatabaseKind, DatabaseState, Job, JobState, MailTrouble, OutboxState, SealState, Status};
use model::domain::time::Span;
use model::error::PortalResult;
use model::portal::*;

#[async_trait]
impl Operations for Sample {
    async fn audit_log(&self, _: &Ctx, _: &AuditFilter, _: Option<&str>) -> PortalResult<Slice<AuditLine>> {
        let object = AuditObject { kind: "person".to_owned(), id: "0192<b>".to_owned() };
        let first = AuditLine {
            at: NOW,
            act: Ok(AuditAct::SecondFactorRemoved),
            who: AuditWho::Person("Who <b>did</b> it".to_owned()),
            object: Some(object),
            facts: vec![(AuditFact::Reason, FactValue::Text("Lost <b>it</b>".to_owned())), (AuditFact::Confirmed, FactValue::Truth(true))],
            position: Some(7),
        };
        let plain = AuditLine { facts: vec![], object: None, position: None, ..first.clone() };
        let rows = vec![
            first,
            AuditLine { who: AuditWho::Nobody, act: Ok(AuditAct::SignInFailed), ..plain.clone() },
            AuditLine { who: AuditWho::Person(String::new()), act: Err("signed_<b>".to_owned()), ..plain.clone() },
            AuditLine { who: AuditWho::ForTheChair, act: Ok(AuditAct::PaperRefused), ..plain },
        ];
        Ok(if self.empty { Slice { rows: vec![], next: None } } else { Slice { rows, next: Some("a/b&c".to_owned()) } })
    }

    /// All is well where the sample is empty, and everything is wrong elsewhere.
    async fn status(&self, _: &Ctx) -> PortalResult<Status> {
        let well = self.empty;
        let ago = NOW - Span::SECOND;
        let error = || (!well).then(|| (NOW, "database: <b>no such table".to_owned()));
        let job = |job: &Job| JobState { job: *job, last_run: Some((ago, Span(1500))), last_success: Some(ago), last_error: error() };
        Ok(Status {
            at: NOW,
            version: "1.2.3",
            started: Some(NOW - Span::DAY),
            database: DatabaseState {
                kind: DatabaseKind::Postgres,
                schema: 23,
                bytes: Some(3 * 1024 * 1024),
                clock: Some(if well { Span(0) } else { Span::SECOND.times(-3) }),
            },
            jobs: Job::ALL.iter().map(job).collect(),
            outbox: OutboxState {
                waiting: if well { 0 } else { 4 },
                oldest: (!well).then_some(NOW - Span::DAY),
                untried: None,
                failing: if well { 0 } else { 2 },
                stuck: i64::from(!well),
                trouble: (!well).then_some(MailTrouble::Unreachable),
                sent: 9,
            },
            audit: SealState { sealed: 40, unsealed: 2, oldest: Some(if well { ago } else { NOW - Span::DAY }) },
        })
    }
}
