//! The last look before a draft is deleted.

use super::parts::{LastLook, Looked, last_look};
use crate::render::{Cx, PageResult};
use model::domain::ids::PaperId;
use model::domain::joint::Answer;
use model::error::PortalError;
use model::i18n::t::{errors, succession as t};
use model::routes;

/// `/papers/{id}/delete`; with `error` after it was refused.
pub async fn page(cx: &Cx, id: PaperId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    let l = cx.locale();
    let mut effects = vec![t::delete_draft_gone(l).to_owned(), t::delete_draft_told(l, page.organisation.name.as_str())];
    let told = page.invited.iter().any(|(_, answer)| !matches!(answer, Answer::Declined { .. }));
    effects.extend(told.then(|| t::delete_draft_invited(l).to_owned()));
    effects.extend(page.succession.replaces.map(|_| t::delete_draft_earlier(l).to_owned()));
    let look = LastLook {
        title: t::delete_draft_title(l),
        heading: t::delete_draft_heading(l),
        effects,
        changed: t::delete_draft_changed(l),
        closed: errors::refused_closed,
        action: routes::delete_draft(l, id),
        button: t::delete_draft_button(l),
        keep: t::delete_draft_keep(l),
    };
    last_look(cx, Looked::Paper(&page), &look, page.ends.discard, error)
}
