//! Reading: the secretariat's desk, the files of persons and organisations, and the administrator's page.

use super::organisations::moved;
use super::reader::{Reader, answer};
use app::pages::secretariat::{self as view, Done, REMOVED};
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use model::domain::ids::{OrganisationId, PersonId};
use model::error::PortalError;
use model::forms::QUERY;
use model::routes;
use std::collections::HashMap;

type Answer = Response<Body>;
type Asked = Query<HashMap<String, String>>;

fn asked<'a>(asked: &'a HashMap<String, String>, name: &str) -> Option<&'a str> {
    asked.get(name).map(String::as_str)
}

pub async fn desk(reader: Reader, Query(query): Asked) -> Answer {
    answer(&reader, view::desk(&reader.cx, asked(&query, "after")).await)
}

pub async fn find(reader: Reader, Query(query): Asked) -> Answer {
    let words = asked(&query, QUERY).unwrap_or_default();
    answer(&reader, view::find(&reader.cx, words, asked(&query, "people"), asked(&query, "organisations")).await)
}

/// `?sent`, `?factor-removed`: what was just done from this page.
pub async fn person(reader: Reader, Path(id): Path<String>, Query(query): Asked) -> Answer {
    let Ok(id) = id.parse::<PersonId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let done = [("sent", Done::Resent), (REMOVED, Done::FactorRemoved)];
    let done = done.into_iter().find(|(name, _)| query.contains_key(*name)).map(|(_, done)| done);
    answer(&reader, view::person(&reader.cx, id, None, done).await)
}

/// `/admin`: those who appoint the secretariat.
pub async fn admin(reader: Reader, Query(query): Asked) -> Answer {
    answer(&reader, app::pages::admin::page(&reader.cx, query.contains_key(REMOVED)).await)
}

pub async fn remove_factor(reader: Reader, Path(id): Path<String>) -> Answer {
    let Ok(id) = id.parse::<PersonId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    answer(&reader, view::remove_factor(&reader.cx, id, None).await)
}

/// The file of an organisation that was merged is the file of the one that stands for it.
pub async fn organisation(reader: Reader, Path(id): Path<String>) -> Answer {
    let Ok(id) = id.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    match reader.cx.portal.merged_into(&reader.cx.ctx, id).await {
        Ok(Some(other)) => moved(&routes::organisation_file(reader.cx.locale(), other)),
        Ok(None) => answer(&reader, view::organisation(&reader.cx, id, None).await),
        Err(error) => answer(&reader, Err(error)),
    }
}
