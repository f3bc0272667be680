//! The body of a request ends in time, whoever still waits for its answer.

use axum::body::Body;
use futures_util::{StreamExt as _, stream};
use std::time::Duration;

/// The body that was too slow.
#[derive(Debug, thiserror::Error)]
#[error("the body of the request did not arrive in time")]
struct TooSlow;

/// The same body, which fails when it has not ended within `limit` from now on: what is cut off is no shorter body.
pub fn within(limit: Duration, body: Body) -> Body {
    let end = Box::pin(tokio::time::sleep(limit));
    Body::from_stream(stream::try_unfold((body.into_data_stream(), end), |(mut data, mut end)| async move {
        tokio::select! {
            chunk = data.next() => chunk.transpose().map(|chunk| chunk.map(|bytes| (bytes, (data, end)))),
            () = &mut end => Err(axum::Error::new(TooSlow)),
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::within;
    use axum::body::{Body, Bytes, to_bytes};
    use futures_util::stream;
    use std::time::Duration;

    const SOON: Duration = Duration::from_millis(50);

    /// A byte, and another, each after so long.
    fn trickle(pause: Duration, bytes: usize) -> Body {
        Body::from_stream(stream::unfold(0, move |sent| async move {
            tokio::time::sleep(pause).await;
            (sent < bytes).then(|| (Ok::<_, std::io::Error>(Bytes::from_static(b"x")), sent + 1))
        }))
    }

    #[tokio::test]
    async fn what_comes_in_time_comes_whole() {
        let body = within(Duration::from_mins(1), trickle(Duration::ZERO, 1_000));
        assert_eq!(to_bytes(body, usize::MAX).await.expect("whole").len(), 1_000);
        assert!(to_bytes(within(SOON, Body::empty()), usize::MAX).await.expect("whole").is_empty());
    }

    #[tokio::test]
    async fn a_body_that_trickles_fails_and_is_not_taken_for_a_shorter_one() {
        // Each byte alone comes in time.
        let error = to_bytes(within(SOON, trickle(SOON / 5, usize::MAX)), usize::MAX).await.expect_err("too slow");
        assert!(format!("{error:?}").contains("TooSlow"), "{error:?}");
        to_bytes(within(SOON, Body::from_stream(stream::pending::<Result<Bytes, std::io::Error>>())), usize::MAX)
            .await
            .expect_err("too slow");
    }
}
