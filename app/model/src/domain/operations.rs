//! How the portal runs: its jobs, its mails, its database, its audit log; and what is wrong with it.

use super::organisation::coded;
use super::time::{Instant, Span};
use serde::{Deserialize, Serialize};

coded! {
    /// Work that no request waits for, in the order it is done.
    Job {
        // First: what is issued at a stated time waits for nothing else.
        Texts => "texts",
        Announcements => "announcements",
        Terms => "terms",
        Reminders => "reminders",
        Letters => "letters",
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
    MailTrouble { Login => "login", Refused => "refused", Deferred => "deferred", Unreachable => "unreachable", Other => "other" }
}

impl MailTrouble {
    /// By what was noted with the mail (the words of `lettre`).
    pub fn of(error: &str) -> Self {
        let has = |words: &str| error.contains(words);
        // Codes 530 to 539 are about the login (RFC 4954), not about an address.
        if has("permanent error (53") {
            Self::Login
        } else if has("permanent error") {
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
    /// The first of those that were not tried yet.
    pub untried: Option<Instant>,
    /// Those among them that were tried in vain.
    pub failing: i64,
    /// Those among these that are younger than the last one handed over: since then nothing went. At most a hundred are counted.
    pub stuck: i64,
    /// What is wrong with these: what is most probably not about one address.
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
    /// How far its clock is ahead of this node's; `None`: it has none of its own, or was not asked yet.
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
/// How many refused mails in a row are more than a wrong address.
const SEVERAL: i64 = 3;
/// How far a node's clock may be from the database's. The clock decides on deadlines, so all nodes must agree.
const APART: Span = Span::SECOND;

/// How far the database's clock, read at some instant between `asked` and `answered`, is ahead of ours. The way there and back is not counted.
pub fn clock_ahead(asked: Instant, theirs: Instant, answered: Instant) -> Span {
    if theirs < asked { theirs - asked } else { Span((theirs - answered).0.max(0)) }
}

/// Whether clocks that are so far apart still agree.
pub const fn clocks_agree(ahead: Span) -> bool {
    ahead.0.abs() <= APART.0
}

impl Status {
    /// What is wrong, the most urgent first. Nothing: all is well.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut found = Vec::new();
        if let Some(apart) = self.database.clock.filter(|ahead| !clocks_agree(*ahead)) {
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
        // One address that no server takes is no trouble of the portal: the secretariat sees it beside the person. Several in a row are.
        let single = |trouble: &MailTrouble| *trouble == MailTrouble::Refused && self.outbox.stuck < SEVERAL;
        match self.outbox.trouble.filter(|trouble| !single(trouble)) {
            Some(trouble) => found.push(Trouble::MailsFail(trouble)),
            None if self.outbox.untried.is_some_and(|untried| self.at - untried > WAITING) => found.push(Trouble::MailsWait),
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

    const NO_MAIL: OutboxState = OutboxState { waiting: 0, oldest: None, untried: None, failing: 0, stuck: 0, trouble: None, sent: 0 };

    fn well() -> Status {
        let ago = NOW - Span::SECOND;
        let job = |job: &Job| JobState { job: *job, last_run: Some((ago, Span(100))), last_success: Some(ago), last_error: None };
        Status {
            at: NOW,
            version: "1",
            started: Some(NOW - Span::DAY),
            database: DatabaseState { kind: DatabaseKind::Sqlite, schema: 1, bytes: None, clock: None },
            jobs: Job::ALL.iter().map(job).collect(),
            outbox: NO_MAIL,
            audit: SealState { sealed: 1, unsealed: 1, oldest: Some(ago) },
        }
    }

    #[test]
    fn what_is_well_is_well() {
        assert_eq!(well().troubles(), []);
        let mut mended = well();
        mended.jobs[0].last_error = Some((NOW - Span::MINUTE, "once".to_owned()));
        assert_eq!(mended.troubles(), [], "it has succeeded since");
        let old = OutboxState { waiting: 1, oldest: Some(NOW - Span::DAY), failing: 1, sent: 3, ..NO_MAIL };
        assert_eq!(Status { outbox: old.clone(), ..well() }.troubles(), [], "others have gone since");
        let refused = OutboxState { stuck: 1, trouble: Some(MailTrouble::Refused), ..old.clone() };
        assert_eq!(Status { outbox: refused.clone(), ..well() }.troubles(), [], "one wrong address");
        let all = OutboxState { stuck: SEVERAL, ..refused };
        assert_eq!(Status { outbox: all, ..well() }.troubles(), [Trouble::MailsFail(MailTrouble::Refused)], "a sender that is refused");
        let login = OutboxState { stuck: 1, trouble: Some(MailTrouble::Login), ..old };
        assert_eq!(Status { outbox: login, ..well() }.troubles(), [Trouble::MailsFail(MailTrouble::Login)]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let mut wrong = well();
        wrong.jobs[0].last_error = Some((NOW, "broken".to_owned()));
        wrong.jobs[1].last_run = Some((NOW - QUIET - Span::MINUTE, Span::SECOND));
        wrong.database.clock = Some(Span::SECOND.times(-2));
        wrong.outbox = OutboxState { waiting: 2, failing: 1, stuck: 1, trouble: Some(MailTrouble::Unreachable), ..NO_MAIL };
        wrong.audit.oldest = Some(NOW - QUIET - Span::MICROSECOND);
        assert_eq!(
            wrong.troubles(),
            [
                Trouble::ClockApart(Span::SECOND.times(-2)),
                Trouble::JobFails(Job::Texts),
                Trouble::JobLate(Job::Announcements),
                Trouble::MailsFail(MailTrouble::Unreachable),
                Trouble::SealsWait,
            ]
        );
        let waiting = OutboxState { waiting: 1, untried: Some(NOW - WAITING - Span::MICROSECOND), ..NO_MAIL };
        assert_eq!(Status { outbox: waiting, ..well() }.troubles(), [Trouble::MailsWait]);
        assert_eq!(Status { started: None, ..well() }.troubles(), [Trouble::NoJobs]);
        let never = |state: JobState| JobState { last_run: None, last_success: None, ..state };
        let fresh = Status { started: Some(NOW), jobs: well().jobs.into_iter().map(never).collect(), ..well() };
        assert_eq!(fresh.troubles(), [], "a node that has just started");
    }

    #[test]
    fn a_second_is_tolerated_and_the_way_is_not_counted() {
        let at = |seconds: i64| Instant(0) + Span::SECOND.times(seconds);
        let agree = |asked, theirs, answered| clocks_agree(clock_ahead(asked, theirs, answered));
        assert!(agree(at(10), at(9), at(10)));
        assert!(agree(at(10), at(14), at(14)), "a slow answer");
        assert_eq!(clock_ahead(at(10), at(12), at(14)), Span(0));
        assert!(!agree(at(10), at(9) - Span::MICROSECOND, at(10)));
        assert!(!agree(at(10), at(11) + Span::MICROSECOND, at(10)));
    }

    #[test]
    fn the_words_of_mail_servers_are_sorted_and_kept() {
        for (error, trouble) in [
            ("mail: permanent error (535): authentication failed", MailTrouble::Login),
            ("mail: permanent error (550): no such user <a@example.org>", MailTrouble::Refused),
            ("mail: transient error (451): greylisted", MailTrouble::Deferred),
            ("mail: Connection error: refused", MailTrouble::Unreachable),
            ("mail: Not a directory (os error 20)", MailTrouble::Other),
        ] {
            assert_eq!(MailTrouble::of(error), trouble, "{error}");
        }
    }
}
