//! Work that no request waits for: each job is a `tick` at an instant, driven by a timer or by a test.

pub mod announcements;
pub mod letters;
mod outbox;
pub mod reminders;
pub mod seals;
pub mod sweep;
pub mod terms;
pub mod texts;

pub use outbox::{Delivery, Outbox};

use crate::clock::{Clock, Stopwatch};
use crate::portal::ServerPortal;
use model::domain::operations::{Job, clock_ahead};
use model::domain::time::{Instant, Span};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the jobs run.
const EVERY: Duration = Duration::from_secs(2);

/// Runs all jobs until `stop` says so. What is due at a stated time waits for no mail server that does not answer.
pub async fn run(portal: ServerPortal, clock: Arc<dyn Clock>, outbox: Outbox, stop: watch::Receiver<bool>) {
    portal.health().start(clock.now());
    let (timed, others): (Vec<Job>, Vec<Job>) = Job::ALL.iter().partition(|job| matches!(job, Job::Texts));
    tokio::join!(
        every(&timed, &portal, &*clock, &outbox, stop.clone()),
        every(&others, &portal, &*clock, &outbox, stop.clone()),
        ask_again(&portal, &*clock, stop),
    );
}

/// Runs these jobs again and again until `stop` says so.
async fn every(jobs: &[Job], portal: &ServerPortal, clock: &dyn Clock, outbox: &Outbox, mut stop: watch::Receiver<bool>) {
    let mut timer = ticks();
    loop {
        tokio::select! {
            _ = timer.tick() => some(jobs, portal, clock.now(), outbox).await,
            _ = stop.changed() => return,
        }
    }
}

/// Asks the database for its clock again and again until `stop` says so.
async fn ask_again(portal: &ServerPortal, clock: &dyn Clock, mut stop: watch::Receiver<bool>) {
    let mut timer = ticks();
    loop {
        tokio::select! {
            _ = timer.tick() => ask_the_clock(portal, clock.now()).await,
            _ = stop.changed() => return,
        }
    }
}

fn ticks() -> tokio::time::Interval {
    let mut timer = tokio::time::interval(EVERY);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    timer
}

/// Every job once, in their order, and what became of each.
pub async fn all(portal: &ServerPortal, now: Instant, outbox: &Outbox) {
    ask_the_clock(portal, now).await;
    some(Job::ALL, portal, now, outbox).await;
}

/// These jobs once, in their order. One that fails holds up no other.
async fn some(jobs: &[Job], portal: &ServerPortal, now: Instant, outbox: &Outbox) {
    let tick = Stopwatch::start();
    for job in jobs.iter().copied() {
        let (watch, began) = (Stopwatch::start(), now + span(&tick));
        let done = one(job, portal, now, outbox).await;
        if let Err(error) = &done {
            tracing::warn!(job = job.code(), %error, "job failed");
        }
        portal.health().note(job, began, span(&watch), done);
    }
}

fn span(watch: &Stopwatch) -> Span {
    Span(i64::try_from(watch.elapsed().as_micros()).unwrap_or(i64::MAX))
}

/// Compares the clocks, for the status; a database that does not answer makes the jobs fail.
async fn ask_the_clock(portal: &ServerPortal, now: Instant) {
    let asked = Stopwatch::start();
    if let Ok(theirs) = portal.database().clock().await {
        portal.health().note_clock(theirs.map(|theirs| clock_ahead(now, theirs, now + span(&asked))));
    }
}

async fn one(job: Job, portal: &ServerPortal, now: Instant, outbox: &Outbox) -> Result<(), String> {
    match job {
        Job::Texts => said(texts::tick(portal, now).await),
        Job::Announcements => said(announcements::tick(portal, now).await),
        Job::Terms => said(terms::tick(portal, now).await),
        Job::Reminders => said(reminders::tick(portal, now).await),
        Job::Letters => said(letters::tick(portal, now).await),
        Job::Seals => said(seals::tick(portal).await),
        Job::Outbox => said(outbox.tick(&portal.db, now).await),
        Job::Sweep => said(sweep::tick(&portal.db, now).await),
    }
}

fn said<E: std::fmt::Display>(done: Result<(), E>) -> Result<(), String> {
    done.map_err(|error| error.to_string())
}
