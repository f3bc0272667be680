//! Whose password is checked when: argon2 takes a core for a while, and a flood of wrong sign-ins must neither keep people out nor
//! slow the pages down. Suspicious requests run one at a time with long pauses, and only so many may wait.

use crate::clock::Stopwatch;
use app::domain::time::{Instant, Span};
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What is known of a sign-in before its password is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// From a browser that the account knows: nobody can forge its mark.
    Known,
    /// Neither the account nor the address has failed lately.
    Clean,
    /// One of them has.
    Suspicious,
}

/// Too many are waiting already; worth another try after so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    pub retry_after: i64,
}

/// One way to a core: how many at once, how many may wait, and how long it rests after each, in lengths of the work.
struct Lane {
    free: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    most_waiting: usize,
    rest: u32,
}

/// A place in a queue; given back when dropped.
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The right to one run of argon2.
pub struct Turn {
    permit: OwnedSemaphorePermit,
    rest: u32,
    _place: Place,
}

impl Turn {
    /// Runs the work off the async threads. The answer is there at once; the next one in this lane waits for the rest.
    pub(super) async fn run<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let (value, took) = tokio::task::spawn_blocking(move || {
            let watch = Stopwatch::start();
            (work(), watch.elapsed())
        })
        .await
        .ok()?;
        if self.rest > 0 {
            let Self { permit, rest, .. } = self;
            tokio::spawn(async move {
                tokio::time::sleep(took * rest).await;
                drop(permit);
            });
        }
        Some(value)
    }
}

impl Lane {
    fn new(at_once: usize, most_waiting: usize, rest: u32) -> Self {
        Self { free: Arc::new(Semaphore::new(at_once)), waiting: Arc::default(), most_waiting, rest }
    }

    async fn turn(&self) -> Result<Turn, Busy> {
        let before = self.waiting.fetch_add(1, Ordering::AcqRel);
        let place = Place(self.waiting.clone());
        if before >= self.most_waiting {
            return Err(Busy { retry_after: 10 });
        }
        // Fair: first come, first served. The semaphore is never closed.
        let permit = self.free.clone().acquire_owned().await.map_err(|_| Busy { retry_after: 10 })?;
        Ok(Turn { permit, rest: self.rest, _place: place })
    }
}

/// All lanes, and what is remembered of failures.
pub struct Turns {
    /// Known browsers, people who are signed in, and everyone while nothing is wrong.
    open: Lane,
    /// Clean requests while wrong sign-ins pour in: an attacker's first try from a new address looks like anyone's.
    careful: Lane,
    /// A twentieth of one core.
    slow: Lane,
    memory: Mutex<Memory>,
}

impl Turns {
    pub fn new(at_once: usize) -> Self {
        Self { open: Lane::new(at_once, 1000, 0), careful: Lane::new(1, 8, 6), slow: Lane::new(1, 6, 19), memory: Mutex::default() }
    }

    /// A turn for work that no stranger can ask for.
    pub(super) async fn open(&self) -> Result<Turn, Busy> {
        self.open.turn().await
    }

    /// A turn for a sign-in. Waits, but never behind those who are worse off.
    pub async fn for_sign_in(&self, standing: Standing, now: Instant) -> Result<Turn, Busy> {
        let pouring = self.memory.lock().unwrap_or_else(PoisonError::into_inner).pouring(now);
        match standing {
            Standing::Known => self.open.turn().await,
            Standing::Clean if !pouring => self.open.turn().await,
            Standing::Clean => self.careful.turn().await,
            Standing::Suspicious => self.slow.turn().await,
        }
    }

    /// What is remembered of an account and an address.
    pub fn standing(&self, account: &str, address: &str, now: Instant) -> Standing {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = memory.failures(account, now) > 0 || memory.failures(address, now) >= FEW;
        if failed { Standing::Suspicious } else { Standing::Clean }
    }

    /// Remembers a wrong sign-in.
    pub fn failed(&self, account: &str, address: &str, now: Instant) {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner).note(account, address, now);
    }
}

/// How long a failure is remembered.
const MEMORY: Span = Span::MINUTE.times(15);
/// Failures of an address that are no suspicion yet: one office, one proxy, people mistype.
const FEW: u32 = 3;
/// Failures a minute, of all together, that are no flood yet.
const USUAL: u32 = 15;
/// How many accounts and addresses are remembered.
const MOST: usize = 50_000;

/// Failures of this program's own time, in memory: a hint for whom to serve first, no limit that must hold across nodes.
#[derive(Default)]
struct Memory {
    failures: HashMap<String, (u32, Instant)>,
    minute: Option<Instant>,
    this_minute: u32,
    last_minute: u32,
}

impl Memory {
    fn failures(&self, key: &str, now: Instant) -> u32 {
        self.failures.get(key).filter(|(_, at)| now - *at < MEMORY).map_or(0, |(count, _)| *count)
    }

    fn note(&mut self, account: &str, address: &str, now: Instant) {
        if self.failures.len() >= MOST {
            self.failures.retain(|_, (_, at)| now - *at < Span::MINUTE);
        }
        if self.failures.len() >= MOST {
            self.failures.clear();
        }
        for key in [account, address] {
            let count = self.failures(key, now).saturating_add(1);
            self.failures.insert(key.to_owned(), (count, now));
        }
        self.turn_the_minute(now);
        self.this_minute += 1;
    }

    fn turn_the_minute(&mut self, now: Instant) {
        let began = *self.minute.get_or_insert(now);
        if now - began >= Span::MINUTE {
            self.last_minute = if now - began < Span::MINUTE.times(2) { self.this_minute } else { 0 };
            self.this_minute = 0;
            self.minute = Some(now);
        }
    }

    fn pouring(&mut self, now: Instant) -> bool {
        self.turn_the_minute(now);
        self.this_minute.max(self.last_minute) > USUAL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_764_000_000_000_000);

    #[test]
    fn failures_are_remembered_for_a_while() {
        let turns = Turns::new(2);
        assert_eq!(turns.standing("a", "1", NOW), Standing::Clean);
        turns.failed("a", "1", NOW);
        assert_eq!(turns.standing("a", "2", NOW), Standing::Suspicious, "the account failed");
        assert_eq!(turns.standing("b", "1", NOW), Standing::Clean, "one failure of an address is none");
        turns.failed("c", "1", NOW);
        turns.failed("d", "1", NOW);
        assert_eq!(turns.standing("b", "1", NOW), Standing::Suspicious);
        assert_eq!(turns.standing("a", "1", NOW + MEMORY), Standing::Clean);
    }

    #[test]
    fn a_flood_is_noticed_and_forgotten() {
        let mut memory = Memory::default();
        for n in 0..=USUAL {
            assert!(!memory.pouring(NOW), "{n}");
            memory.note(&n.to_string(), "x", NOW);
        }
        assert!(memory.pouring(NOW));
        assert!(memory.pouring(NOW + Span::MINUTE), "the last minute counts");
        assert!(!memory.pouring(NOW + Span::MINUTE.times(3)));
    }

    #[tokio::test]
    async fn only_so_many_suspicious_ones_wait_and_they_hold_up_nobody() {
        let turns = Arc::new(Turns::new(1));
        let first = turns.for_sign_in(Standing::Suspicious, NOW).await.expect("free");
        let mut waiting = Vec::new();
        for _ in 1..6 {
            let turns = turns.clone();
            waiting.push(tokio::spawn(async move { turns.for_sign_in(Standing::Suspicious, NOW).await.is_ok() }));
        }
        tokio::task::yield_now().await;
        while turns.slow.waiting.load(Ordering::Acquire) < 6 {
            tokio::task::yield_now().await;
        }
        assert!(matches!(turns.for_sign_in(Standing::Suspicious, NOW).await, Err(Busy { .. })), "the queue is full");
        assert_eq!(turns.for_sign_in(Standing::Clean, NOW).await.expect("free").run(|| 7).await, Some(7));
        drop(first);
        for one in waiting {
            assert!(one.await.expect("runs"), "each gets a turn");
        }
        assert!(turns.for_sign_in(Standing::Suspicious, NOW).await.is_ok());
    }
}
