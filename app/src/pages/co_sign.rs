//! A paper in a round of co-signing: its author opens it, other organisations put their names to it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::ids::{OrganisationId, PaperId, RoundId};
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{CoSigningForm, FormState};
use model::i18n::t::{co_signing as t, papers, speakers};
use model::policy::{self, CoSign, Denied, OfferPaper, TakeSignatureBack};
use model::portal::{CoSigningPage, SigningAct};
use model::routes;

/// `/rounds/{id}/co-sign/{paper}`; `organisation`: for whom, `None` for the one acted for last.
pub async fn page(
    cx: &Cx,
    round: RoundId,
    paper: PaperId,
    organisation: Option<OrganisationId>,
    state: Option<FormState<CoSigningForm>>,
) -> PageResult {
    let page = cx.portal.co_signing(&cx.ctx, round, paper, organisation).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = parts::head_in_round(l, t::co_sign_title(l), &page.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &CoSigningPage, state: &FormState<CoSigningForm>) -> AnyView {
    let l = cx.locale();
    let (round, paper) = (&page.line.round, &page.paper);
    let more = parts::acting_head(cx, round, page.organisation, &page.organisations, |id| routes::co_sign_for(l, round.id, paper.id, id));
    let author = page.author.id == page.organisation;
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::co_sign_title(l), Some(t::co_sign_lede(l).to_owned()), more)}
        <div class="columns">
            <div>
                {trouble(l, page, state)}
                <section class="section">
                    <h2>{ui::paper_title(l, &paper.content.title, paper.content.language)}</h2>
                    {ui::facts(facts(l, page))}
                </section>
                {if author { offer(cx, page) } else { sign(cx, page, state.is_refused()) }}
                <section class="section"><h2>{t::co_sign_signatories(l)}</h2>{signatories(l, page)}</section>
            </div>
            <aside>
                <section class="section">
                    <h2>{t::co_sign_rules(l)}</h2>
                    <ul class="stack">
                        <li>{t::co_sign_rule_author(l)}</li>
                        <li>{t::co_sign_rule_contact(l)}</li>
                        <li>{t::co_sign_rule_back(l)}</li>
                        <li>{t::co_sign_rule_once(l)}</li>
                    </ul>
                    <p class="hint"><a href=routes::round(l, round.id)>{speakers::speak_to_round(l)}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn facts(l: Locale, page: &CoSigningPage) -> Vec<(String, AnyView)> {
    let read = view! { <a href=routes::paper(l, page.paper.id)>{t::co_sign_read(l)}</a> };
    let mut facts = vec![
        (papers::paper_fact_organisation(l).to_owned(), ui::organisation(l, &page.author)),
        (t::co_sign_words(l).to_owned(), read.into_any()),
    ];
    let hash = |sha256: String| view! { <bdi class="words" dir="ltr">{sha256}</bdi> }.into_any();
    facts.extend(page.sha256.clone().map(|sha256| (t::co_sign_hash(l).to_owned(), hash(sha256))));
    facts
}

fn signatories(l: Locale, page: &CoSigningPage) -> AnyView {
    if page.signatories.is_empty() {
        return view! { <p>{t::co_sign_none(l)}</p> }.into_any();
    }
    let rows: Vec<_> = page.signatories.iter().map(|organisation| view! { <li>{ui::organisation(l, organisation)}</li> }).collect();
    view! { <ul class="stack">{rows}</ul> }.into_any()
}

fn hindrance(l: Locale, page: &CoSigningPage, denied: Denied) -> AnyView {
    let words = parts::HindranceWords {
        closed: t::co_sign_closed,
        upcoming: t::co_sign_upcoming,
        not_contact: t::co_sign_not_contact(l),
        // A round of co-signing is for the whole body.
        not_in_subgroup: "",
    };
    parts::hindrance(l, &words, denied, page.organisation, &page.line.round.time_zone)
}

fn trouble(l: Locale, page: &CoSigningPage, state: &FormState<CoSigningForm>) -> AnyView {
    match state.refusal {
        Some(PortalError::Denied(denied)) => hindrance(l, page, denied),
        _ => parts::trouble(l, state, &[], &page.line.round.time_zone),
    }
}

/// What an organisation that is not the author can do. `refused`: why not is said already.
fn sign(cx: &Cx, page: &CoSigningPage, refused: bool) -> AnyView {
    let (l, now, round) = (cx.locale(), cx.ctx.now, &page.line.round);
    if let Some(own) = &page.own {
        let take = TakeSignatureBack { organisation: page.organisation, window: round.window.clone() };
        let take = policy::check(&cx.ctx.actor, &take, now).is_ok();
        let facts = vec![(t::co_sign_own_at(l).to_owned(), ui::time(l, own.signed_at.to_second(), &round.time_zone))];
        let said = view! { <h2>{t::co_sign_own(l)}</h2>{ui::facts(facts)} };
        let take =
            take.then(|| act(l, page, SigningAct::TakeBack, t::co_sign_take_back_what(l), t::co_sign_take_back(l), Button::Secondary));
        return view! { <section class="section">{ui::notice(Notice::Success, said.into_any())}{take}</section> }.into_any();
    }
    let sign = CoSign {
        round: round.id,
        paper: page.paper.id,
        author: page.author.id,
        organisation: page.organisation,
        offered: page.offered,
        named: page.named,
        redacted: page.is_redacted,
        window: round.window.clone(),
    };
    match policy::check(&cx.ctx.actor, &sign, now) {
        Ok(()) => {
            let form = act(l, page, SigningAct::Sign, t::co_sign_what(l), t::co_sign_button(l), Button::Primary);
            view! { <section class="section"><h2>{t::co_sign_title(l)}</h2>{form}</section> }.into_any()
        }
        Err(_) if refused => ().into_any(),
        Err(denied) => hindrance(l, page, denied),
    }
}

/// What its author can do.
fn offer(cx: &Cx, page: &CoSigningPage) -> AnyView {
    let l = cx.locale();
    let may = OfferPaper {
        paper: page.paper.id,
        organisation: page.organisation,
        state: page.paper.state,
        window: page.line.round.window.clone(),
    };
    let denied = policy::check(&cx.ctx.actor, &may, cx.ctx.now).err();
    let form = match denied {
        Some(denied) => hindrance(l, page, denied),
        None if page.offered => act(l, page, SigningAct::Close, t::co_sign_close_what(l), t::co_sign_close(l), Button::Secondary),
        None => act(l, page, SigningAct::Offer, t::co_sign_offer_what(l), t::co_sign_offer(l), Button::Primary),
    };
    let title = if page.offered { t::co_sign_offered(l) } else { t::co_sign_offer_title(l) };
    view! { <section class="section"><h2>{title}</h2>{form}</section> }.into_any()
}

fn act(l: Locale, page: &CoSigningPage, act: SigningAct, what: &'static str, label: &'static str, kind: Button) -> AnyView {
    view! {
        <form method="post" action=routes::co_sign(l, page.line.round.id, page.paper.id)>
            {ui::hidden(CoSigningForm::ORGANISATION, page.organisation.to_string())}
            {ui::hidden(CoSigningForm::SHA256, page.sha256.as_deref().unwrap_or_default())}
            <p class="hint measure">{what}</p>
            {ui::button(label, kind, Some((CoSigningForm::ACT, CoSigningForm::code(act))))}
        </form>
    }
    .into_any()
}
