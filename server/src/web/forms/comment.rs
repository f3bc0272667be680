//! `POST /provisions/{id}`: a comment, saved and then sent. `POST /comments/{id}/withdraw`: taking it back.
//! `POST /comments/{id}/voice`: what another organisation says to it.

use super::pending;
use crate::web::Deps;
use crate::web::form_keys::Slot;
use crate::web::reader::{LONG, Posted, Reader, SMALL, answer, see_other};
use app::pages as view;
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{CommentId, ProvisionId};
use model::error::{PortalError, PortalResult};
use model::forms::{CommentForm, FormState, SubmitForm, VoiceForm};
use model::portal::{Comments, SaidQuery, SaveComment, Sent};
use model::routes;

pub async fn post(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Extension(slot): Extension<Slot>,
    Posted(fields, arrival): Posted<LONG>,
) -> Response {
    let mut reader = reader.with_words_of(arrival);
    reader.cx.ctx.form = slot.note();
    let Ok(id) = id.parse::<ProvisionId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let mut form = CommentForm::from_fields(&fields);
    let l = reader.cx.locale();
    let sent = send(&deps, &reader, &form, id).await;
    if let Err(error) = &sent
        && let Some(sign_in) = pending::carry(&reader, error, &fields).await
    {
        return sign_in;
    }
    match sent {
        Ok(Sent { comment, outcome: Ok(_) }) => see_other(&routes::comment_receipt(l, comment)),
        // Saved, not sent: the form shows why, and goes on with the comment that was saved.
        Ok(Sent { comment, outcome: Err(error) }) if super::stays_on_form(&error) => {
            form.comment = comment.to_string();
            answer(&reader, view::provision::page(&reader.cx, id, SaidQuery::default(), Some(FormState::refused(form, error))).await)
        }
        Err(error) if super::stays_on_form(&error) => {
            answer(&reader, view::provision::page(&reader.cx, id, SaidQuery::default(), Some(FormState::refused(form, error))).await)
        }
        Ok(Sent { outcome: Err(error), .. }) | Err(error) => answer(&reader, Err(error)),
    }
}

pub async fn withdraw(
    State(deps): State<Deps>,
    reader: Reader,
    Path(id): Path<String>,
    Posted(fields, arrival): Posted<SMALL>,
) -> Response {
    let reader = reader.judged_with(arrival);
    let Ok(id) = id.parse::<CommentId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let done = deps.portal.withdraw_comment(&reader.cx.ctx, id, SubmitForm::from_fields(&fields).version()).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |()| see_other(&routes::comment(reader.cx.locale(), id)),
        async |error| view::withdraw_comment::page(&reader.cx, id, Some(error)).await,
    )
    .await
}

pub async fn voice(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, arrival): Posted<SMALL>) -> Response {
    let reader = reader.judged_with(arrival);
    let Ok(id) = id.parse::<CommentId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    let said = match VoiceForm::from_fields(&fields).parse() {
        Ok(values) => deps.portal.say_voice(&reader.cx.ctx, id, values.version, values.organisation, values.voice).await,
        Err(error) => Err(error),
    };
    super::conclude(
        &reader,
        &fields,
        said,
        |()| see_other(&format!("{}#voices", routes::comment(reader.cx.locale(), id))),
        async |error| view::comment::voiced(&reader.cx, id, error).await,
    )
    .await
}

async fn send(deps: &Deps, reader: &Reader, form: &CommentForm, provision: ProvisionId) -> PortalResult<Sent> {
    let comment = form.comment_id().map_err(|_| PortalError::NotFound)?;
    let values = form.parse()?;
    let (round, organisation, version) = (values.round, values.organisation, values.version);
    let save = SaveComment { id: comment, provision, round, organisation, version, content: values.content };
    deps.portal.send_comment(&reader.cx.ctx, save).await
}
