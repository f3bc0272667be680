//! Instants and spans in UTC microseconds. Zones and calendars are not known here (see `calendar`, server only).

use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// A length of time in microseconds; negative when it points back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub i64);

impl Span {
    pub const MICROSECOND: Self = Self(1);
    pub const SECOND: Self = Self(1_000_000);
    pub const MINUTE: Self = Self(60 * Self::SECOND.0);
    pub const HOUR: Self = Self(60 * Self::MINUTE.0);
    pub const DAY: Self = Self(24 * Self::HOUR.0);

    /// `count` times this span.
    #[must_use]
    pub const fn times(self, count: i64) -> Self {
        Self(self.0.saturating_mul(count))
    }

    /// Whole seconds, rounded towards zero.
    pub const fn seconds(self) -> i64 {
        self.0 / Self::SECOND.0
    }
}

impl Instant {
    /// Whole milliseconds since the epoch, rounded down.
    pub const fn milliseconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The second it lies in: what people read where the microsecond proves nothing.
    #[must_use]
    pub const fn to_second(self) -> Self {
        Self(self.0.div_euclid(Span::SECOND.0) * Span::SECOND.0)
    }
}

impl Add<Span> for Instant {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Instant {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Sub for Instant {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}
