//! How the portal runs: its jobs, its mails, its database, its audit log; and what is wrong with it.

use super::organisation::coded;
use super::time::{Instant, Span};
use serde::{Deserialize, Serialize};

coded! {
    /// Work that no request waits for, in the order it is done.
    Job {
        Announcements => "announcements",
        Terms => "terms",
        Reminders => "reminders",
        Seals => "seals",
        Outbox => "outbox",
        Sweep => "sweep",
    }
}

coded! {
    /// Which database it is.
    DatabaseKind { Sqlite => "sqlite", Postgres => "postgres" }
}

coded! {
    /// Why a mail was not handed over: what kind of trouble, never in the words of the mail server, which name people.
    MailTrouble { Refused => "refused", Deferred => "deferred", Unreachable => "unreachable", Other => "other" }
}

impl MailTrouble {
    /// By what was noted with the mail (the words of `lettre`).
    pub fn of(error: &str) -> Self {
        let has = |words: &str| error.contains(words);
        if has("permanent error") {
            Self::Refused
        } else if has("transient error") {
            Self::Deferred
        } else if ["Connection error", "network error", "tls error"].into_iter().any(has) {
            Self::Unreachable
        } else {
            Self::Other
        }
    }
}

/// What became of a job since this node started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobState {
    pub job: Job,
    /// When it last began, and how long it took.
    pub last_run: Option<(Instant, Span)>,
    pub last_success: Option<Instant>,
    /// The last time it failed, and what it said.
    pub last_error: Option<(Instant, String)>,
}

impl JobState {
    /// Its last run failed.
    pub fn fails(&self) -> bool {
        self.last_error.as_ref().is_some_and(|(at, _)| self.last_success.is_none_or(|success| success < *at))
    }
}

/// The mails that wait, and those that went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxState {
    pub waiting: i64,
    /// When the first of them was written.
    pub oldest: Option<Instant>,
    /// Those among them that were tried in vain.
    pub failing: i64,
    /// What went wrong last.
    pub trouble: Option<MailTrouble>,
    /// Handed over in the last 24 hours.
    pub sent: i64,
}

/// The database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseState {
    pub kind: DatabaseKind,
    /// The number of the newest migration.
    pub schema: i64,
    pub bytes: Option<i64>,
    /// How far its clock is ahead of this node's; `None`: it has none of its own.
    pub clock: Option<Span>,
}

/// The chain of the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealState {
    pub sealed: i64,
    pub unsealed: i64,
    /// The first of the unsealed.
    pub oldest: Option<Instant>,
}

/// How this node and its database stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    pub at: Instant,
    pub version: &'static str,
    /// Since when the jobs of this node run; `None`: they do not.
    pub started: Option<Instant>,
    pub database: DatabaseState,
    pub jobs: Vec<JobState>,
    pub outbox: OutboxState,
    pub audit: SealState,
}

/// Something that somebody should see to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The jobs of this node do not run.
    NoJobs,
    /// The last run of a job failed.
    JobFails(Job),
    /// A job was not done for long.
    JobLate(Job),
    /// The clocks of this node and the database are apart.
    ClockApart(Span),
    /// Mails do not go out.
    MailsFail(MailTrouble),
    /// Mails wait for long.
    MailsWait,
    /// Events wait for their seal for long.
    SealsWait,
}

impl Trouble {
    /// The word for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoJobs => "no_jobs",
            Self::JobFails(_) => "job_fails",
            Self::JobLate(_) => "job_late",
            Self::ClockApart(_) => "clock_apart",
            Self::MailsFail(_) => "mails_fail",
            Self::MailsWait => "mails_wait",
            Self::SealsWait => "seals_wait",
        }
    }
}

/// How long a job may not be done: the outbox may wait for a mail server that answers slowly, and the others behind it.
const QUIET: Span = Span::MINUTE.times(15);
/// How long a mail may wait.
const WAITING: Span = Span::HOUR;
/// As in `/readyz`.
const APART: Span = Span::SECOND;

impl Status {
    /// What is wrong, the most urgent first. Nothing: all is well.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut found = Vec::new();
        if let Some(apart) = self.database.clock.filter(|apart| apart.0.abs() > APART.0) {
            found.push(Trouble::ClockApart(apart));
        }
        match self.started {
            None => found.push(Trouble::NoJobs),
            Some(started) => {
                let since = |state: &JobState| state.last_run.map_or(started, |(at, took)| at + took);
                for state in &self.jobs {
                    if state.fails() {
                        found.push(Trouble::JobFails(state.job));
                    } else if self.at - since(state) > QUIET {
                        found.push(Trouble::JobLate(state.job));
                    }
                }
            }
        }
        // One address that no server takes is no trouble of the portal: the secretariat sees it beside the person.
        match self.outbox.trouble.filter(|trouble| self.outbox.failing > 0 && *trouble != MailTrouble::Refused) {
            Some(trouble) => found.push(Trouble::MailsFail(trouble)),
            None if self.outbox.waiting > self.outbox.failing && self.outbox.oldest.is_some_and(|oldest| self.at - oldest > WAITING) => {
                found.push(Trouble::MailsWait);
            }
            None => {}
        }
        if self.audit.oldest.is_some_and(|oldest| self.at - oldest > QUIET) {
            found.push(Trouble::SealsWait);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_000_000_000_000_000);

    fn well() -> Status {
        let ago = NOW - Span::SECOND;
        let job = |job: &Job| JobState { job: *job, last_run: Some((ago, Span(100))), last_success: Some(ago), last_error: None };
        Status {
            at: NOW,
            version: "1",
            started: Some(NOW - Span::DAY),
            database: DatabaseState { kind: DatabaseKind::Sqlite, schema: 1, bytes: None, clock: None },
            jobs: Job::ALL.iter().map(job).collect(),
            outbox: OutboxState { waiting: 0, oldest: None, failing: 0, trouble: None, sent: 0 },
            audit: SealState { sealed: 1, unsealed: 1, oldest: Some(ago) },
        }
    }

    #[test]
    fn what_is_well_is_well() {
        assert_eq!(well().troubles(), []);
        let mut mended = well();
        mended.jobs[0].last_error = Some((NOW - Span::MINUTE, "once".to_owned()));
        assert_eq!(mended.troubles(), [], "it has succeeded since");
        let refused = OutboxState { waiting: 1, oldest: Some(NOW - Span::DAY), failing: 1, trouble: Some(MailTrouble::Refused), sent: 3 };
        assert_eq!(Status { outbox: refused, ..well() }.troubles(), [], "one wrong address");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let mut wrong = well();
        wrong.jobs[0].last_error = Some((NOW, "broken".to_owned()));
        wrong.jobs[1].last_run = Some((NOW - QUIET - Span::MINUTE, Span::SECOND));
        wrong.database.clock = Some(Span::SECOND.times(-2));
        wrong.outbox = OutboxState { waiting: 2, oldest: Some(NOW), failing: 1, trouble: Some(MailTrouble::Unreachable), sent: 0 };
        wrong.audit.oldest = Some(NOW - QUIET - Span::MICROSECOND);
        assert_eq!(
            wrong.troubles(),
            [
                Trouble::ClockApart(Span::SECOND.times(-2)),
                Trouble::JobFails(Job::Announcements),
                Trouble::JobLate(Job::Terms),
                Trouble::MailsFail(MailTrouble::Unreachable),
                Trouble::SealsWait,
            ]
        );
        let waiting = OutboxState { waiting: 1, oldest: Some(NOW - WAITING - Span::MICROSECOND), failing: 0, trouble: None, sent: 0 };
        assert_eq!(Status { outbox: waiting, ..well() }.troubles(), [Trouble::MailsWait]);
        assert_eq!(Status { started: None, ..well() }.troubles(), [Trouble::NoJobs]);
        let never = |state: JobState| JobState { last_run: None, last_success: None, ..state };
        let fresh = Status { started: Some(NOW), jobs: well().jobs.into_iter().map(never).collect(), ..well() };
        assert_eq!(fresh.troubles(), [], "a node that has just started");
    }

    #[test]
    fn the_words_of_mail_servers_are_sorted_and_kept() {
        for (error, trouble) in [
            ("mail: permanent error (550): no such user <a@example.org>", MailTrouble::Refused),
            ("mail: transient error (451): greylisted", MailTrouble::Deferred),
            ("mail: Connection error: refused", MailTrouble::Unreachable),
            ("mail: Not a directory (os error 20)", MailTrouble::Other),
        ] {
            assert_eq!(MailTrouble::of(error), trouble, "{error}");
        }
    }
}
