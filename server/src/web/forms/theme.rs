//! Themes: `POST /moderation/queues/{key}/themes` and below, `/moderation/themes/{id}`, `/moderation/theme-acts/{id}`,
//! `/moderation/papers/{id}/themes`, `/moderation/comments/{id}/themes`, and `/moderation/several/themes`.

use crate::web::Deps;
use crate::web::pages::{Asked, moderation_asked};
use crate::web::reader::{Posted, Reader, SMALL, answer, respond, see_other};
use app::pages as view;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use model::domain::ids::{CommentId, ItemId, PaperId, ThemeActId, ThemeId};
use model::domain::item::ItemKind;
use model::error::PortalError;
use model::forms::{
    BulkForm, BulkTagForm, DecisionForm, Fields, FormState, TagForm, ThemeChangeForm, ThemeForm, ThemeMergeForm, ThemeOrderForm,
    ThemeSplitForm, without_versions,
};
use model::portal::{Tagged, Themes};
use model::routes;

/// The tree of a queue, with what was done to it.
fn tree_of(reader: &Reader, key: &str, done: Option<ThemeActId>) -> Response {
    let address = routes::themes(reader.cx.locale(), key);
    see_other(&done.map_or_else(|| address.clone(), |act| format!("{address}?{}={act}", view::themes::DONE)))
}

pub async fn create(State(deps): State<Deps>, reader: Reader, Path(key): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = ThemeForm::from_fields(&fields);
    let made = match form.parse() {
        Ok(new) => deps.portal.new_theme(&reader.cx.ctx, &key, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        made,
        |act| tree_of(&reader, &key.to_lowercase(), Some(act)),
        async |error| view::themes::tree(&reader.cx, &key, None, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn order(State(deps): State<Deps>, reader: Reader, Path(key): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = ThemeOrderForm::from_fields(&fields);
    let ordered = match form.parse() {
        Ok((theme, change, version)) => deps.portal.change_theme(&reader.cx.ctx, theme, change, version).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        ordered,
        |(key, act)| tree_of(&reader, &key, act),
        async |error| {
            let language = reader.cx.locale().code().to_owned();
            let form = ThemeForm { version: form.version, language, ..ThemeForm::default() };
            view::themes::tree(&reader.cx, &key, None, Some(FormState::refused(form, error))).await
        },
    )
    .await
}

pub async fn merge(State(deps): State<Deps>, reader: Reader, Path(key): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = ThemeMergeForm::from_fields(&fields);
    let merged = match form.parse() {
        Ok(merge) => deps.portal.merge_themes(&reader.cx.ctx, &key, merge).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        merged,
        |act| tree_of(&reader, &key.to_lowercase(), Some(act)),
        async |error| view::themes::merge(&reader.cx, &key, form, Some(error)).await,
    )
    .await
}

pub async fn change(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<ThemeId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ThemeChangeForm::from_fields(&fields);
    let changed = match form.parse() {
        Ok((change, version)) => deps.portal.change_theme(&reader.cx.ctx, id, change, version).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        changed,
        |(key, act)| tree_of(&reader, &key, act),
        async |error| view::themes::one(&reader.cx, id, None, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn split(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<ThemeId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ThemeSplitForm::from_fields(&fields);
    let split = match form.parse() {
        Ok(split) => deps.portal.split_theme(&reader.cx.ctx, id, split).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        split,
        |(key, act)| tree_of(&reader, &key, Some(act)),
        async |error| view::themes::split(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn undo(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<ThemeActId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = ThemeForm::from_fields(&fields);
    let undone = deps.portal.undo_themes(&reader.cx.ctx, id, form.version.parse().unwrap_or_default()).await;
    super::conclude(
        &reader,
        &fields,
        undone,
        |(key, act)| tree_of(&reader, &key, Some(act)),
        async |error| view::themes::act(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn paper(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Asked,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    match id.parse::<PaperId>() {
        Ok(id) => tag(&deps, &reader, (ItemKind::Paper, id.item()), moderation_asked(&asked), &fields).await,
        Err(_) => answer(&reader, Err(PortalError::NotFound)),
    }
}

pub async fn comment(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Query(asked): Asked,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    match id.parse::<CommentId>() {
        Ok(id) => tag(&deps, &reader, (ItemKind::Comment, id.item()), moderation_asked(&asked), &fields).await,
        Err(_) => answer(&reader, Err(PortalError::NotFound)),
    }
}

/// Saves the themes of an input. What was typed for its decision meanwhile comes along, and stands on the page that follows.
async fn tag(deps: &Deps, reader: &Reader, (kind, item): (ItemKind, ItemId), asked: view::moderation::Asked, fields: &Fields) -> Response {
    let (form, typed, filter) = (TagForm::from_fields(fields), view::moderation::Typed::beside(fields), asked.query.filter);
    let tagged = deps.portal.tag(&reader.cx.ctx, kind, item, form.values()).await;
    if tagged.is_ok() && typed.is_begun() {
        return answer(reader, view::moderation::input(&reader.cx, kind, item, asked, typed).await);
    }
    super::conclude(
        reader,
        fields,
        tagged,
        |()| see_other(&themes_there(routes::moderate(reader.cx.locale(), kind, item), &filter.pairs())),
        async |error| view::themes::input(&reader.cx, kind, item, filter, Some(FormState::refused(form, error)), &typed).await,
    )
    .await
}

/// The page of an input at its themes, with what else the address asks for. Nothing of it needs to be escaped: codes and ids.
fn themes_there(address: String, pairs: &[(&'static str, String)]) -> String {
    let query: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() { format!("{address}#themes") } else { format!("{address}?{}#themes", query.join("&")) }
}

pub async fn several(State(deps): State<Deps>, reader: Reader, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = BulkTagForm::from_fields(&fields);
    let tagged = match form.parse() {
        Ok(theme) => deps.portal.tag_all(&reader.cx.ctx, &without_versions(&form.items), theme).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        tagged,
        |lines| respond(&reader, view::themes::several_done(&reader.cx, &lines)),
        async |error| {
            let form = BulkForm { items: form.items, decision: DecisionForm::default() };
            view::moderation::bulk(&reader.cx, form, Some(error)).await
        },
    )
    .await
}
