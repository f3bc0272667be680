//! Reading organisations: the list, a page, its members, and the forms around them.

use super::pages::id;
use super::reader::{Reader, answer};
use app::pages as view;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use model::domain::organisation::{Region, StakeholderType};
use model::portal::{InputCursors, OrganisationFilter};
use model::routes;
use std::collections::HashMap;

type Answer = Response<Body>;
type Asked = Query<HashMap<String, String>>;

/// The list, by what its filter asks for. What is no choice is no filter.
pub async fn list(reader: Reader, Query(asked): Asked) -> Answer {
    let asked = |name: &str| asked.get(name).map(String::as_str);
    let filter = OrganisationFilter {
        stakeholder_type: asked("type").and_then(StakeholderType::from_code),
        region: asked("region").and_then(Region::from_code),
        search: asked("search").unwrap_or_default().chars().take(model::domain::validate::MAX_NAME).collect(),
    };
    answer(&reader, view::organisations::page(&reader.cx, &filter, asked("after")).await)
}

/// An organisation; one that was merged leads for good to the one that stands for it.
pub async fn one(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let id = match id(&text) {
        Ok(id) => id,
        Err(error) => return answer(&reader, Err(error)),
    };
    match reader.cx.portal.merged_into(&reader.cx.ctx, id).await {
        Ok(Some(other)) => moved(&routes::organisation(reader.cx.locale(), other)),
        Ok(None) => {
            let cursors = InputCursors { papers: asked.get("papers").cloned(), comments: asked.get("comments").cloned() };
            answer(&reader, view::organisation::page(&reader.cx, id, &cursors).await)
        }
        Err(error) => answer(&reader, Err(error)),
    }
}

/// Leads elsewhere for good.
pub(super) fn moved(location: &str) -> Answer {
    match HeaderValue::from_str(location) {
        Ok(location) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response(),
        Err(_) => super::pages::plain_error("a location that is no header"),
    }
}

pub async fn edit(reader: Reader, Path(text): Path<String>) -> Answer {
    let page = match id(&text) {
        Ok(id) => view::organisation_edit::page(&reader.cx, id, None).await,
        Err(error) => Err(error),
    };
    answer(&reader, page)
}

pub async fn members(reader: Reader, Path(text): Path<String>) -> Answer {
    let page = match id(&text) {
        Ok(id) => view::members::page(&reader.cx, id, None).await,
        Err(error) => Err(error),
    };
    answer(&reader, page)
}

pub async fn join(reader: Reader, Path(text): Path<String>) -> Answer {
    let page = match id(&text) {
        Ok(id) => view::organisation_join::page(&reader.cx, id, None).await,
        Err(error) => Err(error),
    };
    answer(&reader, page)
}

pub async fn merge(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let search = asked.get("search").map_or("", String::as_str);
    let page = match id(&text) {
        Ok(id) => view::organisation_merge::page(&reader.cx, id, search, None).await,
        Err(error) => Err(error),
    };
    answer(&reader, page)
}

pub async fn invitation(reader: Reader, Path(token): Path<String>) -> Answer {
    answer(&reader, view::invitation::page(&reader.cx, &token, None).await)
}

pub async fn find(reader: Reader, Query(asked): Asked) -> Answer {
    let search = asked.get("search").map_or("", String::as_str);
    answer(&reader, view::find_organisation::page(&reader.cx, search, None).await)
}
