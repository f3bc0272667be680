//! Claims on contact points, as they wait for the secretariat; each is decided on the members' page of its organisation.

use crate::pages::members::claim_state;
use crate::render::Cx;
use crate::ui;
use leptos::prelude::*;
use model::calendar;
use model::i18n::t::{members, secretariat as t};
use model::portal::ClaimLine;
use model::routes;

/// The oldest first. Of the reader's own organisations they are shown, and decided by somebody else.
pub fn section(cx: &Cx, claims: &[ClaimLine]) -> AnyView {
    let l = cx.locale();
    let list = if claims.is_empty() {
        ui::empty(t::desk_claims_open_none(l), view! { <p>{t::desk_claims_open_none_what(l)}</p> }.into_any())
    } else {
        let rows: Vec<_> = claims.iter().map(|claim| row(cx, claim)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <section class="section" id="claims"><h2>{t::desk_claims_open(l)}</h2>{list}</section> }.into_any()
}

fn row(cx: &Cx, claim: &ClaimLine) -> impl IntoView + use<> {
    let l = cx.locale();
    let (id, href) = (format!("claim-{}", claim.id), format!("{}#claim-{}", routes::members(l, claim.organisation), claim.id));
    let aside = if cx.ctx.actor.is_member(claim.organisation) {
        t::desk_claim_own(l).into_any()
    } else {
        let decidable = cx.ctx.now >= claim.decidable_from;
        let words = if decidable { t::desk_claim_decide(l) } else { t::desk_claim_see(l) };
        view! { <a href=href aria-describedby=id.clone()>{words}</a> }.into_any()
    };
    let at = claim.created_at.to_second();
    view! {
        <li class="row">
            <h3 class="row__title" id=id><a href=routes::organisation_file(l, claim.organisation)><bdi>{claim.organisation_name.clone()}</bdi></a></h3>
            <p class="row__meta">
                <span>{members::claim_by(l, ui::person_name(l, &claim.claimant_name))}</span>
                <time datetime=calendar::iso(at)>{calendar::full(l, at, "UTC")}</time>
                <span>{claim_state(l, claim, cx.ctx.now)}</span>
            </p>
            <p class="row__aside">{aside}</p>
        </li>
    }
}
