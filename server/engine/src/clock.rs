//! The edge of time and chance: the only place that reads a clock or draws randomness.
//! Everything else gets an instant or an `Ids` as an argument.

use model::domain::time::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU16, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    fn now(&self) -> Instant;
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    fn now(&self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Instant(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    }
}

/// Measures how long a piece of work took: for pacing, never for anything that is decided or stored.
#[derive(Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

/// A clock that stands still until it is moved; for tests and rehearsals.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    pub fn at(instant: Instant) -> Self {
        Self(AtomicI64::new(instant.0))
    }

    pub fn set(&self, instant: Instant) {
        self.0.store(instant.0, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

/// Gives random bytes.
pub trait Entropy: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's randomness.
#[derive(Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::expect_used, clippy::disallowed_methods, reason = "the one place that draws randomness; without it nothing may go on")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}

/// Draws identifiers and secrets.
#[derive(Clone)]
pub struct Ids {
    entropy: Arc<dyn Entropy>,
    /// Keeps the ids of one millisecond in the order they were drawn.
    drawn: Arc<AtomicU16>,
}

impl Ids {
    pub fn new(entropy: Arc<dyn Entropy>) -> Self {
        Self { entropy, drawn: Arc::default() }
    }

    /// A `UUIDv7` of that instant. Ids of the same millisecond grow too (RFC 9562, section 6.2, method 1), for 4096 of them.
    pub fn uuid(&self, now: Instant) -> Uuid {
        let mut random = [0; 10];
        self.entropy.fill(&mut random);
        let [high, low] = self.drawn.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        (random[0], random[1]) = (high & 0x0f, low);
        let millis = u64::try_from(now.milliseconds()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// 256 random bits in hexadecimal: session and confirmation tokens.
    pub fn token(&self) -> String {
        let mut bytes = [0; 32];
        self.entropy.fill(&mut bytes);
        crate::auth::hex(&bytes)
    }

    /// 128 random bits in hexadecimal: what makes the hash of a receipt impossible to guess.
    pub fn nonce(&self) -> String {
        crate::auth::hex(&self.bytes::<16>())
    }

    /// 160 random bits in base 32: the secret of a second factor.
    pub fn factor_secret(&self) -> String {
        crate::auth::totp::secret_of(self.bytes())
    }

    /// 80 random bits in base 32, in groups: a recovery code.
    pub fn recovery_code(&self) -> String {
        crate::auth::totp::recovery_code_of(self.bytes())
    }

    fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// Six random digits, evenly distributed.
    pub fn code(&self) -> String {
        let mut bytes = [0; 8];
        self.entropy.fill(&mut bytes);
        // 2^64 is not a multiple of a million, but the bias is below 1 in 10^13.
        format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_millisecond_grow() {
        let ids = Ids::new(Arc::new(SystemEntropy));
        let now = Instant(1_764_000_000_000_000);
        let drawn: Vec<Uuid> = (0..4096).map(|_| ids.uuid(now)).collect();
        assert!(drawn.is_sorted());
        assert!(drawn.iter().all(|id| id.get_version_num() == 7));
    }
}
