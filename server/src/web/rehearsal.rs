//! The rehearsal of a deadline: the real pages over a portal whose doings vanish.

use super::Deps;
use super::pages::of_id;
use super::reader::{Reader, answer};
use app::pages as view;
use app::render::{Cx, Page, PageResult, Rehearsed};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{Response, header};
use engine::portal::{HeldInput, Rehearsal, WRITTEN_ONCE};
use model::domain::ids::RoundId;
use model::domain::rehearsal::{Moment, Sight};
use model::error::{PortalError, PortalResult};
use model::forms::{ApplicationForm, CoSigningForm, CommentForm, FormState, InscriptionForm};
use model::portal::{Ctx, SaidQuery};
use std::sync::Arc;
use std::time::Duration;

type Answer = Response<Body>;

/// A rehearsal holds a writer's turn: others wait no longer than this.
const TIME_LIMIT: Duration = Duration::from_secs(5);

pub async fn page(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::rehearsal::page(&reader.cx, id).await).await
}

/// One sight at one moment. Its own policy: nothing on the page can be sent, and no script runs.
pub async fn show(State(deps): State<Deps>, reader: Reader, Path((round, moment, sight)): Path<(String, String, String)>) -> Answer {
    let named = || Some((round.parse().ok()?, Moment::from_code(&moment)?, Sight::from_code(&sight)?));
    let page = match named() {
        Some((round, moment, sight)) => {
            let rehearsed = Rehearsed { round, moment, sight };
            tokio::time::timeout(TIME_LIMIT, rehearse(&deps, &reader, rehearsed)).await.unwrap_or(Err(PortalError::Unavailable))
        }
        None => Err(PortalError::NotFound),
    };
    // A refusal to show anything is a page like the others.
    let still = page.is_ok();
    let mut response = answer(&reader, page);
    if still {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, deps.policy.still());
    }
    response
}

async fn rehearse(deps: &Deps, reader: &Reader, rehearsed: Rehearsed) -> PageResult {
    let round: RoundId = rehearsed.round;
    let rehearsal = deps.portal.rehearse(&reader.cx.ctx, round, rehearsed.moment).await?;
    let cx_of = |ctx: &Ctx| Cx {
        portal: Arc::new(rehearsal.portal.clone()),
        ctx: ctx.clone(),
        site: reader.cx.site.clone(),
        path: reader.cx.path.clone(),
        rehearsed: Some(rehearsed),
    };
    let author = cx_of(&rehearsal.author);
    let page = match rehearsed.sight {
        Sight::Round => view::round::page(&cx_of(&rehearsal.visitor), round).await,
        Sight::Desk => view::desk::page(&author).await,
        Sight::Submit => submit(&author, &rehearsal).await,
        Sight::Answer => answered(&author, &rehearsal).await,
        Sight::Mails => {
            // Refused or not: what it brings by mail is shown.
            rehearsal.press().await.or_else(refused)?;
            Ok(view::rehearsal::mails(&author, &rehearsal.line, &rehearsal.mails().await?, rehearsal.told))
        }
    };
    let page = match page {
        Ok(page) => page,
        Err(error) => {
            refused(error.clone())?;
            view::error::page(&author, &error)
        }
    };
    Ok(Page { status: 200, ..page })
}

/// What the author is refused is what the chair came to see; what went wrong is not.
fn refused(error: PortalError) -> PortalResult<()> {
    match error {
        PortalError::Unavailable | PortalError::Internal(_) => Err(error),
        _ => Ok(()),
    }
}

/// The page with the last button.
async fn submit(author: &Cx, rehearsal: &Rehearsal) -> PageResult {
    match &rehearsal.held {
        Some(HeldInput::Paper(id)) => view::submit::page(author, *id, None).await,
        Some(HeldInput::Comment { id, .. }) => view::comment::page(author, *id).await,
        Some(HeldInput::Application(content)) => {
            let typed = FormState::fresh(ApplicationForm::from_content(content, 0));
            view::apply::page(author, rehearsal.line.round.id, None, Some(typed)).await
        }
        Some(HeldInput::Speaker(content)) => {
            let typed = FormState::fresh(InscriptionForm::from_content(content, 0));
            view::speak::page(author, rehearsal.line.round.id, None, Some(typed)).await
        }
        Some(HeldInput::Signature { paper, .. }) => view::co_sign::page(author, rehearsal.line.round.id, *paper, None, None).await,
        // There is nothing to press; the page of the round says what is missing.
        None => view::round::page(author, rehearsal.line.round.id).await,
    }
}

/// What pressing it answers: the receipt, or the page again with the refusal.
async fn answered(author: &Cx, rehearsal: &Rehearsal) -> PageResult {
    let pressed = rehearsal.press().await;
    match (&rehearsal.held, pressed) {
        (Some(HeldInput::Paper(id)), Ok(())) => view::receipt::paper(author, *id).await,
        (Some(HeldInput::Paper(id)), Err(error)) => view::submit::page(author, *id, Some(error)).await,
        (Some(HeldInput::Comment { id, .. }), Ok(())) => view::receipt::comment(author, *id).await,
        (Some(HeldInput::Comment { id, provision, content }), Err(error)) => {
            let mut form = CommentForm::from_content(content, id, WRITTEN_ONCE);
            form.round = rehearsal.line.round.id.to_string();
            view::provision::page(author, *provision, SaidQuery::default(), Some(FormState::refused(form, error))).await
        }
        (Some(HeldInput::Application(_)), Ok(())) => view::apply::page(author, rehearsal.line.round.id, None, None).await,
        (Some(HeldInput::Application(content)), Err(error)) => {
            let refused = FormState::refused(ApplicationForm::from_content(content, 0), error);
            view::apply::page(author, rehearsal.line.round.id, None, Some(refused)).await
        }
        (Some(HeldInput::Speaker(_)), Ok(())) => view::speak::page(author, rehearsal.line.round.id, None, None).await,
        (Some(HeldInput::Speaker(content)), Err(error)) => {
            let refused = FormState::refused(InscriptionForm::from_content(content, 0), error);
            view::speak::page(author, rehearsal.line.round.id, None, Some(refused)).await
        }
        (Some(HeldInput::Signature { paper, .. }), pressed) => {
            let refused = pressed.err().map(|error| FormState::refused(CoSigningForm::default(), error));
            view::co_sign::page(author, rehearsal.line.round.id, *paper, None, refused).await
        }
        (None, _) => view::round::page(author, rehearsal.line.round.id).await,
    }
}
