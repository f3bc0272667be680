//! Proof that policy said yes.

use super::time::Instant;

/// A permission for one action at one instant. Only `policy` makes one; a transition takes it by value.
///
/// The permit owns its action, so it cannot be spent on another object, and it cannot be copied.
#[derive(Debug)]
#[must_use]
pub struct Permit<A> {
    action: A,
    at: Instant,
}

impl<A> Permit<A> {
    pub(crate) const fn new(action: A, at: Instant) -> Self {
        Self { action, at }
    }

    pub const fn action(&self) -> &A {
        &self.action
    }

    /// The instant the action was judged at.
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// Spends the permit.
    pub fn into_action(self) -> A {
        self.action
    }
}
