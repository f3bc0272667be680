//! What became of the jobs of this node since it started. In memory: another node has its own, and a restart begins anew.

use model::domain::operations::{Job, JobState};
use model::domain::time::{Instant, Span};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// What is kept of an error, in characters.
const MAX_ERROR: usize = 300;

/// Shared by the jobs, which write, and the status page, which reads.
#[derive(Debug, Default)]
pub struct Health {
    started: OnceLock<Instant>,
    jobs: Mutex<BTreeMap<Job, JobState>>,
    /// How far the database's clock was ahead when it was last asked; `None`: it has none of its own, or was not asked yet.
    clock: Mutex<Option<Span>>,
}

impl Health {
    /// The jobs of this node begin.
    pub fn start(&self, now: Instant) {
        // Once: a second start of the same program would be a mistake, and the first is the one that counts.
        self.started.get_or_init(|| now);
    }

    pub fn started(&self) -> Option<Instant> {
        self.started.get().copied()
    }

    /// The database's clock was asked.
    pub fn note_clock(&self, ahead: Option<Span>) {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner) = ahead;
    }

    pub fn clock(&self) -> Option<Span> {
        *self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A job that began at `at` was done, or failed.
    pub fn note(&self, job: Job, at: Instant, took: Span, done: Result<(), String>) {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let state = jobs.entry(job).or_insert_with(|| never(job));
        state.last_run = Some((at, took));
        match done {
            Ok(()) => state.last_success = Some(at),
            Err(error) => state.last_error = Some((at, error.chars().take(MAX_ERROR).collect())),
        }
    }

    /// Every job, in the order they are done.
    pub fn states(&self) -> Vec<JobState> {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        Job::ALL.iter().map(|job| jobs.get(job).cloned().unwrap_or_else(|| never(*job))).collect()
    }
}

const fn never(job: Job) -> JobState {
    JobState { job, last_run: None, last_success: None, last_error: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_remembered_by_its_last_success_and_its_last_failure() {
        let health = Health::default();
        let at = |seconds: i64| Instant(0) + Span::SECOND.times(seconds);
        assert!(health.states().iter().all(|state| state.last_run.is_none()));
        health.note(Job::Sweep, at(1), Span(5), Ok(()));
        health.note(Job::Sweep, at(2), Span(7), Err("x".repeat(1000)));
        let state = health.states().pop().expect("the last one");
        assert_eq!((state.job, state.last_run, state.last_success), (Job::Sweep, Some((at(2), Span(7))), Some(at(1))));
        assert_eq!(state.last_error.as_ref().map(|(at, error)| (*at, error.len())), Some((at(2), MAX_ERROR)));
        assert!(state.fails());
        health.start(at(3));
        health.start(at(4));
        assert_eq!(health.started(), Some(at(3)));
    }
}
