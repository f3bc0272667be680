//! What is posted on the pages of a subgroup: joining, leaving, following, how organisations join, decisions on requests.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::OrganisationId;
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, JoinForm, JoiningForm, MembershipForm};
use model::portal::Subgroups;
use model::routes;

/// `POST /subgroups/{code}/join`, for the organisation named in the form.
pub async fn join(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = JoinForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(organisation) => deps.portal.join_subgroup(&reader.cx.ctx, &code, organisation).await,
        Err(error) => Err(error),
    };
    back(&reader, &code, form, done).await
}

/// `POST /subgroups/{code}/leave`, for the organisation named in the form.
pub async fn leave(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = JoinForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(organisation) => deps.portal.leave_subgroup(&reader.cx.ctx, &code, organisation).await,
        Err(error) => Err(error),
    };
    back(&reader, &code, form, done).await
}

/// `POST /subgroups/{code}/follow`: `follow` says what will be.
pub async fn follow(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let done = match fields.get("follow").as_str() {
        "yes" => deps.portal.follow_subgroup(&reader.cx.ctx, &code, true).await,
        "no" => deps.portal.follow_subgroup(&reader.cx.ctx, &code, false).await,
        _ => Err(PortalError::Invalid(Vec::new())),
    };
    back(&reader, &code, JoinForm::default(), done).await
}

/// Back to the subgroup; what was refused stands above its page, with the organisation that was chosen.
async fn back(reader: &Reader, code: &str, form: JoinForm, done: PortalResult<()>) -> Response {
    match done {
        Ok(()) => see_other(&routes::subgroup(reader.cx.locale(), code.to_lowercase())),
        Err(error) if super::stays_on_form(&error) && !super::is_signed_out(&error) => {
            answer(reader, view::subgroup::page(&reader.cx, code, Some(FormState::refused(form, error))).await)
        }
        Err(error) => answer(reader, Err(error)),
    }
}

/// `POST /subgroups/{code}/manage`
pub async fn joining(State(deps): State<Deps>, reader: Reader, Path(code): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let form = JoiningForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(joining) => deps.portal.set_joining(&reader.cx.ctx, &code, joining).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::subgroup_desk(reader.cx.locale(), code.to_lowercase())),
        async |error| view::subgroup::desk(&reader.cx, &code, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// `POST /subgroups/{code}/requests/{organisation}`
pub async fn decide(
    State(deps): State<Deps>,
    reader: Reader,
    Path((code, organisation)): Path<(String, String)>,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    let Ok(organisation) = organisation.parse::<OrganisationId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = MembershipForm::from_fields(&fields);
    let done = match form.parse() {
        Ok(decision) => deps.portal.decide_membership(&reader.cx.ctx, &code, organisation, decision).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::subgroup_desk(reader.cx.locale(), code.to_lowercase())),
        async |error| {
            let state = FormState::refused(form, error);
            view::subgroup::request(&reader.cx, &code, organisation, Some(state)).await
        },
    )
    .await
}
