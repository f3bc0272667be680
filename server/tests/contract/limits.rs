//! Token buckets.

use crate::support::{KINDS, fresh, start};
use engine::store::limits::{Rate, take};
use model::domain::time::Span;

#[tokio::test]
async fn a_bucket_empties_and_fills() {
    let rate = Rate { burst: 3, every: Span::SECOND.times(10) };
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let at = |seconds: i64| {
            let db = fresh.db.clone();
            async move {
                let now = start() + Span::SECOND.times(seconds);
                db.write_tx(move |tx| Box::pin(async move { take(tx, "k", rate, now).await })).await.expect("writes")
            }
        };
        assert_eq!([at(0).await, at(0).await, at(0).await], [Ok(()), Ok(()), Ok(())], "{kind:?}");
        assert_eq!(at(0).await, Err(10), "{kind:?}");
        assert_eq!(at(4).await, Err(6), "{kind:?}");
        assert_eq!(at(10).await, Ok(()), "{kind:?}");
        assert!(at(10).await.is_err(), "{kind:?}");
        assert_eq!(at(1000).await, Ok(()), "{kind:?}");
    }
}
