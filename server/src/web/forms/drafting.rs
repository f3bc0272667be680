//! The chair's forms of texts: `POST /bodies/{code}/texts/new`, `/drafts/{id}/next`, `/preparations/{id}` and what stands below it,
//! `/provisions/{id}/status`.

use crate::web::Deps;
use crate::web::reader::{LONG, Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::drafting::Unit;
use model::domain::ids::{DraftVersionId, PreparationId, ProvisionId};
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, IssueAct, IssueForm, LinksForm, OriginsForm, StatusForm, TextForm};
use model::portal::{Drafting, Linking};
use model::routes;

pub async fn begin(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<LONG>) -> Response {
    let form = TextForm::from_fields(&fields);
    let on = form.goes_on();
    let begun = match form.parse(true) {
        Ok((Some(about), words)) => deps.portal.begin_text(&reader.cx.ctx, &code, about, words).await,
        Ok((None, _)) => Err(PortalError::NotFound),
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        begun,
        |id| saved(&reader, id, on, true),
        async |error| view::text_edit::new(&reader.cx, &code, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn next(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<DraftVersionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let begun = deps.portal.begin_version(&reader.cx.ctx, id).await;
    super::conclude(&reader, &fields, begun, |id| saved(&reader, id, false, false), async |error| Err(error)).await
}

pub async fn save(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<LONG>) -> Response {
    let Ok(id) = id.parse::<PreparationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = TextForm::from_fields(&fields);
    let done = store(&deps, &reader, id, &form).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |()| saved(&reader, id, form.goes_on(), form.says_about()),
        async |error| view::text_edit::edit(&reader.cx, id, Some(FormState::refused(form.clone(), error))).await,
    )
    .await
}

async fn store(deps: &Deps, reader: &Reader, id: PreparationId, form: &TextForm) -> PortalResult<()> {
    let (about, words) = form.parse(form.says_about())?;
    deps.portal.save_preparation(&reader.cx.ctx, id, form.version(), about, words).await
}

fn saved(reader: &Reader, id: PreparationId, on: bool, first: bool) -> Response {
    let l = reader.cx.locale();
    match (on, first) {
        (false, _) => see_other(&format!("{}#preview", routes::preparation(l, id))),
        (true, true) => see_other(&routes::issue(l, id)),
        (true, false) => see_other(&routes::origins(l, id)),
    }
}

pub async fn confirm(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<LONG>) -> Response {
    let Ok(id) = id.parse::<PreparationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = OriginsForm::from_fields(&fields);
    let done = take(&deps, &reader, id, &form).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::issue(reader.cx.locale(), id)),
        async |error| view::origins::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

async fn take(deps: &Deps, reader: &Reader, id: PreparationId, form: &OriginsForm) -> PortalResult<()> {
    let ctx = &reader.cx.ctx;
    let page = deps.portal.preparation(ctx, id).await?;
    let (_, base) = page.base.ok_or(PortalError::NotFound)?;
    let base = Unit::all(&base);
    deps.portal.confirm_origins(ctx, id, form.from.clone(), form.parse(&base)?).await
}

/// At once, at a stated time, or not at the time that was stated.
pub async fn issue(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PreparationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = IssueForm::from_fields(&fields);
    let done = issue_as(&deps, &reader, id, &form).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |path| see_other(&path),
        async |error| view::issue::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// Answers where it goes on.
async fn issue_as(deps: &Deps, reader: &Reader, id: PreparationId, form: &IssueForm) -> PortalResult<String> {
    let (ctx, l, version) = (&reader.cx.ctx, reader.cx.locale(), form.version());
    match form.parse()? {
        IssueAct::Now => Ok(routes::draft(l, deps.portal.issue_text(ctx, id, version).await?)),
        IssueAct::At(time) => deps.portal.state_issue_time(ctx, id, version, time).await.map(|()| routes::issue(l, id)),
        IssueAct::WithdrawTime => deps.portal.withdraw_issue_time(ctx, id, version).await.map(|()| routes::issue(l, id)),
    }
}

pub async fn drop(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<PreparationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let dropped = deps.portal.drop_preparation(&reader.cx.ctx, id, TextForm::from_fields(&fields).version()).await;
    super::conclude(
        &reader,
        &fields,
        dropped,
        |code| see_other(&routes::texts(reader.cx.locale(), code)),
        async |error| view::issue::drop(&reader.cx, id, Some(error)).await,
    )
    .await
}

pub async fn status(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<ProvisionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = StatusForm::from_fields(&fields);
    let set = match form.parse() {
        Ok((status, note, after)) => deps.portal.set_status(&reader.cx.ctx, id, after, status, &note).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        set,
        |()| see_other(&routes::provision(reader.cx.locale(), id)),
        async |error| view::provision_status::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn links(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<ProvisionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = LinksForm::from_fields(&fields);
    let set = match form.parse() {
        Ok(links) => deps.portal.link_provision(&reader.cx.ctx, id, &form.mark, links).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        set,
        |()| see_other(&routes::provision(reader.cx.locale(), id)),
        async |error| view::links::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}
