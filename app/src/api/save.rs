//! The server's side of autosave: the same form, the same portal call as *Save draft*.

use super::{AutosaveDraft, Autosaved};
use crate::render::Cx;
use crate::ui;
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::language::Locale;
use model::domain::paper::kept_answers;
use model::domain::recommendation::kept_recommendations;
use model::error::{PortalError, PortalResult};
use model::forms::{PaperForm, RecommendationFields};
use model::i18n::t::papers;
use model::policy::Denied;
use model::portal::{SavePaper, Saved};
use model::routes;

/// What server functions work with: the portal and who asks. Provided by the server for each call.
#[derive(Clone)]
pub struct ApiContext(pub Cx);

/// The server's clock for one call, in milliseconds since 1970.
#[derive(Debug, Clone, Copy)]
pub struct ServerNow(pub i64);

/// Saves the draft and says what became of it, in the language of the page it came from.
pub async fn save(cx: &Cx, draft: AutosaveDraft) -> Autosaved {
    let l = Locale::from_code(&draft.lang).unwrap_or_default();
    let stored = !draft.paper.is_empty();
    match store(cx, draft).await {
        Ok(saved) => Autosaved::Saved {
            id: saved.id.to_string(),
            version: saved.version,
            saved_at: calendar::clock_utc(saved.saved_at),
            edit_url: routes::edit_paper(l, saved.id),
        },
        Err(PortalError::Conflict) => Autosaved::Conflict,
        Err(PortalError::Denied(Denied::NotSignedIn)) => Autosaved::SignedOut,
        Err(PortalError::Invalid(_)) => Autosaved::Invalid,
        Err(PortalError::Unavailable | PortalError::TooMany { .. } | PortalError::Internal(_)) => Autosaved::Unavailable,
        // Only of a draft that is stored: somebody deleted it meanwhile.
        Err(PortalError::NotFound) if stored => Autosaved::Refused { reason: papers::editor_gone(l).to_owned() },
        Err(other) => Autosaved::Refused { reason: ui::refusal_words(l, &other, "UTC").0 },
    }
}

async fn store(cx: &Cx, draft: AutosaveDraft) -> PortalResult<Saved<PaperId>> {
    if cx.signed_in().is_none() {
        return Err(Denied::NotSignedIn.into());
    }
    let id = match draft.paper.as_str() {
        "" => None,
        id => Some(id.parse::<PaperId>().map_err(|_| PortalError::NotFound)?),
    };
    let form = PaperForm {
        title: draft.title,
        language: draft.language,
        subgroup: draft.subgroup,
        text: draft.text,
        consent: draft.consent,
        answers: kept_answers(draft.answers),
        recommendations: kept_recommendations(draft.recommendations).into_iter().map(RecommendationFields::from).collect(),
        round: draft.round,
        organisation: draft.organisation,
        version: draft.version,
        asked: draft.asked,
        action: String::new(),
    };
    let values = form.parse()?;
    let round = match (form.round_id(), id) {
        (Some(round), _) => round,
        // The editor of a stored paper need not name the round.
        (None, Some(id)) => cx.portal.paper(&cx.ctx, id).await?.line.round.id,
        (None, None) => return Err(PortalError::NotFound),
    };
    let asked = form.asked();
    let save = SavePaper { id, round, organisation: values.organisation, version: values.version, asked, content: values.content };
    cx.portal.autosave_paper(&cx.ctx, save).await
}
