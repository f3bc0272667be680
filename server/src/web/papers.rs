//! A paper, and the versions of one.

use super::pages::{Answer, Asked, id};
use super::reader::{Reader, answer};
use app::pages as view;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse as _, Redirect};
use model::domain::ids::{PaperId, ReceiptId};
use model::error::PortalError;
use model::routes;
use view::compare::{NEWER, NOW, OLDER};

/// A paper. For whoever may not see one that was replaced, its address leads to what stands in its place.
pub async fn one(reader: Reader, Path(text): Path<String>) -> Answer {
    let id: PaperId = match id(&text) {
        Ok(id) => id,
        Err(error) => return answer(&reader, Err(error)),
    };
    let page = view::paper::page(&reader.cx, id).await;
    if matches!(page, Err(PortalError::NotFound)) {
        match reader.cx.portal.successor(&reader.cx.ctx, id).await {
            // Not for ever: that one may be withdrawn tomorrow.
            Ok(Some(next)) => return Redirect::temporary(&routes::paper(reader.cx.locale(), next)).into_response(),
            Ok(None) => {}
            Err(error) => return answer(&reader, Err(error)),
        }
    }
    answer(&reader, page)
}

/// Two versions of a paper.
pub async fn compare(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let chosen = |name: &str| asked.get(name).filter(|text| !text.is_empty() && *text != NOW).map(|text| id::<ReceiptId>(text)).transpose();
    let page = match (id::<PaperId>(&text), chosen(OLDER), chosen(NEWER)) {
        (Ok(id), Ok(older), Ok(newer)) => view::compare::page(&reader.cx, id, older, newer).await,
        (Err(error), ..) | (_, Err(error), _) | (.., Err(error)) => Err(error),
    };
    answer(&reader, page)
}
