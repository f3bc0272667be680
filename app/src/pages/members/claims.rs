//! The hand-over of the contact point when the contact point has left: claim, objection, decision, each visible to all members.

use super::{View, folded};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::membership::ClaimState;
use model::domain::time::Instant;
use model::forms::MembersForm as F;
use model::i18n::t::members as t;
use model::portal::ClaimLine;

/// Claims with what became of them, and the form for a new one.
pub fn section(view: &View<'_>) -> AnyView {
    let (l, page) = (view.l, view.page);
    let pending = page.claims.iter().any(|claim| claim.state.is_pending());
    if page.claims.is_empty() && !page.standing.may_claim {
        return ().into_any();
    }
    let rows: Vec<_> = page.claims.iter().map(|claim| row(view, claim)).collect();
    let list = (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> });
    let new = (page.standing.may_claim && !pending).then(|| {
        let refused = view.refused(F::CLAIM, "").is_some();
        let form = view.form(
            F::CLAIM,
            "",
            view.reason(F::CLAIM, "", t::claim_reason_hint(l)),
            ui::button(t::claim_button(l), Button::Secondary, None),
        );
        let content = view! { <p>{t::claim_what(l)}</p>{form} };
        folded(t::claim_summary(l), refused, content.into_any())
    });
    view! { <section class="section stack" id="claims"><h2>{t::claims_title(l)}</h2>{list}{new}</section> }.into_any()
}

fn row(view: &View<'_>, claim: &ClaimLine) -> AnyView {
    let l = view.l;
    let at = calendar::full(l, claim.created_at.to_second(), "UTC");
    let state = claim_state(l, claim, view.cx.ctx.now);
    let answer = (!claim.answer.is_empty()).then(|| view! { <blockquote dir="auto"><p>{claim.answer.clone()}</p></blockquote> });
    view! {
        <li class="row" id=format!("claim-{}", claim.id)>
            <h3 class="row__title">{t::claim_by(l, ui::person_name(l, &claim.claimant_name))}</h3>
            <p class="row__meta"><span>{at}</span><span>{state}</span></p>
            <div class="stack">
                <blockquote dir="auto"><p>{claim.reason.clone()}</p></blockquote>
                {answer}
                {answers(view, claim)}
            </div>
        </li>
    }
    .into_any()
}

/// Where a claim stands, in words.
pub fn claim_state(l: Locale, claim: &ClaimLine, now: Instant) -> String {
    match claim.state {
        ClaimState::Open if claim.decidable_from <= now => t::claim_open_now(l).to_owned(),
        ClaimState::Open => t::claim_open(l, calendar::full(l, claim.decidable_from.to_second(), "UTC")),
        ClaimState::Objected => t::claim_objected(l).to_owned(),
        ClaimState::Confirmed => t::claim_confirmed(l).to_owned(),
        ClaimState::Declined => t::claim_declined(l).to_owned(),
        ClaimState::Withdrawn => t::claim_withdrawn(l).to_owned(),
    }
}

/// What the reader can answer: the claimant takes it back, the contact point objects, the secretariat decides.
fn answers(view: &View<'_>, claim: &ClaimLine) -> AnyView {
    let (l, target) = (view.l, claim.id.to_string());
    let target = target.as_str();
    if !claim.state.is_pending() {
        return ().into_any();
    }
    let own = view.cx.signed_in().is_some_and(|person| person.person == claim.claimant);
    let withdraw = own.then(|| view.press(F::WITHDRAW, target, t::claim_withdraw(l), Button::Quiet));
    let object = (view.page.standing.may_manage && !own && claim.state == ClaimState::Open).then(|| {
        view.form(
            F::OBJECT,
            target,
            view.reason(F::OBJECT, target, t::claim_object_hint(l)),
            ui::button(t::claim_object(l), Button::Secondary, None),
        )
    });
    let decide = view.page.standing.may_decide.then(|| {
        let confirm = view.form(
            F::CONFIRM,
            target,
            view.reason(F::CONFIRM, target, t::claim_decide_hint(l)),
            ui::button(t::claim_confirm(l), Button::Primary, None),
        );
        let reject = view.form(
            F::REJECT,
            target,
            view.reason(F::REJECT, target, t::claim_decide_hint(l)),
            ui::button(t::claim_reject(l), Button::Danger, None),
        );
        let refused = view.refused(F::REJECT, target).is_some();
        view! { {confirm}{folded(t::claim_reject_summary(l), refused, reject)} }
    });
    view! { {withdraw}{object}{decide} }.into_any()
}
