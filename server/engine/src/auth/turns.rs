//! Whose password is hashed or checked when: argon2 takes a core for a while, and a flood of wrong sign-ins or of registrations must
//! neither keep people out nor slow the pages down. Suspicious requests and strangers who register run one at a time with pauses, each
//! kind in a lane of its own, and only so many may wait.

use crate::clock::Stopwatch;
use model::domain::time::{Instant, Span};
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
    /// Known browsers, people who are signed in or hold the secret of a mail, and everyone who signs in while nothing is wrong.
    open: Lane,
    /// Clean requests while wrong sign-ins pour in: an attacker's first try from a new address looks like anyone's.
    careful: Lane,
    /// A twentieth of one core.
    slow: Lane,
    /// Strangers who register. Anybody can ask for that work, as often as they have addresses: a seventh of one core.
    newcomers: Lane,
    memory: Mutex<Memory>,
}

impl Turns {
    pub fn new(at_once: usize) -> Self {
        Self {
            open: Lane::new(at_once, 1000, 0),
            careful: Lane::new(1, 8, 6),
            slow: Lane::new(1, 6, 19),
            newcomers: Lane::new(1, NEWCOMERS, 6),
            memory: Mutex::default(),
        }
    }

    /// A turn for work that no stranger can ask for.
    pub(super) async fn open(&self) -> Result<Turn, Busy> {
        self.open.turn().await
    }

    /// A turn for a registration. Waits behind other registrations only, and no sign-in ever waits behind it.
    ///
    /// # Errors
    /// So many wait already that this one would time out.
    pub async fn for_registration(&self) -> Result<Turn, Busy> {
        self.newcomers.turn().await
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

/// How many registrations may wait: an office that registers together, some five seconds' worth at the standard cost.
pub const NEWCOMERS: usize = 24;
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
mod tests;
