//! The last look before a paper is withdrawn.

use super::parts::{LastLook, Looked, last_look};
use crate::render::{Cx, PageResult};
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::error::PortalError;
use model::i18n::t::{consents, succession as t};
use model::portal::PaperPage;
use model::routes;

/// `/papers/{id}/withdraw`; with `error` after it was refused.
pub async fn page(cx: &Cx, id: PaperId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    let l = cx.locale();
    let look = LastLook {
        title: t::withdraw_paper_title(l),
        heading: t::withdraw_paper_heading(l),
        effects: effects(l, &page).into_iter().map(str::to_owned).collect(),
        changed: t::withdraw_paper_changed(l),
        closed: t::withdraw_closed,
        action: routes::withdraw_paper(l, id),
        button: t::withdraw_paper_button(l),
        keep: t::withdraw_paper_back(l),
    };
    last_look(cx, Looked::Paper(&page), &look, page.ends.withdraw, error)
}

/// What it means.
fn effects(l: Locale, page: &PaperPage) -> Vec<&'static str> {
    let for_the_chair = page.paper.is_for_the_chair();
    let decision = (!for_the_chair).then(|| t::withdraw_paper_effect_public(l));
    let record = if for_the_chair { consents::consent_withdraw_record(l) } else { t::withdraw_paper_effect_record(l) };
    let names = (!page.signatories.is_empty() || !page.joint.is_empty()).then(|| t::succession_signatures(l));
    let earlier = page.succession.replaces.and_then(|(_, state)| match state {
        ItemState::Replaced => Some(t::withdraw_paper_effect_earlier(l)),
        ItemState::Accepted => Some(t::withdraw_paper_effect_earlier_public(l)),
        _ => None,
    });
    let next = page.succession.replaced_by.map(|_| t::withdraw_paper_effect_next(l));
    let all = [decision, Some(record), names, Some(t::withdraw_paper_effect_again(l)), earlier, next];
    all.into_iter().flatten().collect()
}
