//! How many requests that change something are on their way: a stop waits for them, also for those whose browser has gone.

use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// More than there ever are.
const MOST: u32 = 1 << 20;

/// One place for each.
#[derive(Debug, Clone)]
pub struct Acting(Arc<Semaphore>);

impl Default for Acting {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(usize::try_from(MOST).unwrap_or(usize::MAX))))
    }
}

impl Acting {
    /// Counts one more, for as long as what is answered lives. `None`: nothing is counted any more.
    pub fn begin(&self) -> Option<OwnedSemaphorePermit> {
        self.0.clone().try_acquire_owned().ok()
    }

    /// Waits until all that were counted have ended.
    pub async fn ended(&self) {
        // It is never closed: that there is no error to look at.
        let _ = self.0.acquire_many(MOST).await;
    }
}

#[cfg(test)]
mod tests {
    use super::Acting;
    use std::time::Duration;

    #[tokio::test]
    async fn the_end_waits_for_what_was_begun() {
        let acting = Acting::default();
        let one = acting.begin().expect("begins");
        let brief = Duration::from_millis(20);
        assert!(tokio::time::timeout(brief, acting.ended()).await.is_err(), "waits");
        drop(one);
        tokio::time::timeout(brief, acting.ended()).await.expect("nothing is left");
    }
}
