//! The summary while it is written: `POST /sessions/{id}/summary/parts/{part}` and below, and `/summary/sentences/{id}` and below.

use crate::web::Deps;
use crate::web::reader::{Posted, Reader, SMALL, answer, see_other};
use crate::web::sentences::part_of;
use app::pages::sentences as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{SentenceId, SessionId};
use model::domain::summary::Part;
use model::error::PortalError;
use model::forms::{FormState, RemarkForm, SentenceForm};
use model::portal::{SentenceChange, Sentences};
use model::routes;

fn place(session: &str, part: &str) -> Result<(SessionId, Part), PortalError> {
    Ok((session.parse().map_err(|_| PortalError::NotFound)?, part_of(part)?))
}

pub async fn add(
    State(deps): State<Deps>,
    reader: Reader,
    Path((session, part)): Path<(String, String)>,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    let (session, part) = match place(&session, &part) {
        Ok(place) => place,
        Err(error) => return answer(&reader, Err(error)),
    };
    let form = SentenceForm::from_fields(&fields);
    let added = match form.parse() {
        Ok(new) => deps.portal.add_sentence(&reader.cx.ctx, session, part, new).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        added,
        |id| see_other(&format!("{}#s-{id}", routes::summary_part(reader.cx.locale(), session, part.code()))),
        async |error| view::part(&reader.cx, session, part, Some(FormState::refused(form, error))).await,
    )
    .await
}

pub async fn hand_in(
    State(deps): State<Deps>,
    reader: Reader,
    Path((session, part)): Path<(String, String)>,
    Posted(fields, _): Posted<SMALL>,
) -> Response {
    let (session, part) = match place(&session, &part) {
        Ok(place) => place,
        Err(error) => return answer(&reader, Err(error)),
    };
    let back = !fields.get("back").is_empty();
    let done = deps.portal.hand_in(&reader.cx.ctx, session, part, back).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::summary_part(reader.cx.locale(), session, part.code())),
        async |error| {
            let form = SentenceForm { language: reader.cx.locale().code().to_owned(), ..SentenceForm::default() };
            view::part(&reader.cx, session, part, Some(FormState::refused(form, error))).await
        },
    )
    .await
}

pub async fn change(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<SentenceId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = SentenceForm::from_fields(&fields);
    let mut moved = false;
    let changed = match form.change() {
        Ok((change, version)) => {
            moved = matches!(change, SentenceChange::Up | SentenceChange::Down);
            deps.portal.change_sentence(&reader.cx.ctx, id, version, change).await
        }
        Err(error) => Err(error),
    };
    let l = reader.cx.locale();
    // Who moves a sentence stays where it stands among the others.
    let part = match (&changed, moved) {
        (Ok(()), true) => deps.portal.sentence(&reader.cx.ctx, id).await.ok().map(|page| (page.session.id, page.line.part)),
        _ => None,
    };
    super::conclude(
        &reader,
        &fields,
        changed,
        |()| match part {
            Some((session, part)) => see_other(&format!("{}#s-{id}", routes::summary_part(l, session, part.code()))),
            None => see_other(&routes::sentence(l, id)),
        },
        async |error| {
            // A button that does something with a stored sentence sends no words: its form is filled anew.
            let typed = form.act.is_empty();
            let state = if typed { FormState::refused(form, error) } else { view::refused(&reader.cx, id, error).await? };
            view::one(&reader.cx, id, Some(state), None).await
        },
    )
    .await
}

pub async fn remark(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, _): Posted<SMALL>) -> Response {
    let Ok(id) = id.parse::<SentenceId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let form = RemarkForm::from_fields(&fields);
    let ctx = &reader.cx.ctx;
    let done = match (form.settled(), form.parse()) {
        (Some(remark), _) => deps.portal.settle_remark(ctx, id, remark).await,
        (None, Ok(text)) => deps.portal.remark(ctx, id, text).await,
        (None, Err(error)) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&format!("{}#remarks", routes::sentence(reader.cx.locale(), id))),
        async |error| view::one(&reader.cx, id, None, Some(FormState::refused(form, error))).await,
    )
    .await
}
