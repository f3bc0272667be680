//! What takes the place of a paper, what it takes the place of, and the ways to withdraw and to replace it.

use crate::render::Cx;
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::paper::Consent;
use model::domain::window::Phase;
use model::i18n::t::{consents, succession as t};
use model::portal::PaperPage;
use model::routes;

/// For its authors and those in office; nothing for others.
pub fn succession(cx: &Cx, page: &PaperPage) -> AnyView {
    view! { {ended(cx, page)}{replaces(cx, page)}{followed(cx, page)}{ends(cx, page)} }.into_any()
}

/// Whether another paper of its authors could be submitted now.
pub fn is_open(cx: &Cx, page: &PaperPage) -> bool {
    page.line.round.window.phase(page.paper.organisation, None, cx.ctx.now).is_open()
}

/// That it was withdrawn, or replaced, and when.
fn ended(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let Some(at) = page.succession.ended_at else { return ().into_any() };
    let at = calendar::full(l, at.to_second(), &page.line.round.time_zone);
    let content = if page.paper.state == ItemState::Withdrawn {
        let again = (page.own && is_open(cx, page))
            .then(|| view! { <p><a href=routes::new_paper(l, page.line.round.id)>{t::succession_again(l)}</a></p> });
        view! { <p>{t::succession_withdrawn(l, at)}</p>{again} }.into_any()
    } else {
        let by = page.succession.replaced_by.map(|(id, _)| link(l, id, t::succession_replaced_by(l)));
        view! { <p>{t::succession_replaced(l, at)}</p>{by} }.into_any()
    };
    ui::notice(Notice::Info, content)
}

/// What it takes, or took, the place of.
pub fn replaces(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let Some((earlier, state)) = page.succession.replaces else { return ().into_any() };
    let words = if page.own && page.paper.state.is_editable() && state.stands() {
        match page.paper.content.consent {
            Some(Consent::ChairOnly) if is_open(cx, page) => consents::consent_replaces(l),
            Some(Consent::ChairOnly) => consents::consent_replaces_late(l),
            _ => t::succession_replaces(l),
        }
    } else if page.paper.state == ItemState::Submitted && state == ItemState::Accepted {
        t::succession_replaces_public(l)
    } else {
        t::succession_replaces_office(l)
    };
    let content = view! {
        <p>{words}</p>
        <p><a href=routes::compare_paper(l, page.paper.id)>{t::succession_compare(l)}</a></p>
        {link(l, earlier, t::succession_open_earlier(l))}
    };
    ui::notice(Notice::Info, content.into_any())
}

/// What is to take its place, while it still stands.
fn followed(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let Some((next, state)) = page.succession.replaced_by.filter(|_| page.own && page.paper.state.stands()) else {
        return ().into_any();
    };
    let words = match state {
        ItemState::Draft if is_open(cx, page) => t::succession_begun(l),
        ItemState::Draft => t::succession_begun_late(l),
        ItemState::Submitted | ItemState::Returned if page.paper.is_for_the_chair() => consents::consent_waits(l),
        ItemState::Submitted | ItemState::Returned if page.paper.state == ItemState::Accepted => t::succession_waits(l),
        ItemState::Submitted | ItemState::Returned => t::succession_waits_too(l),
        _ => return ().into_any(),
    };
    ui::notice(Notice::Info, view! { <p>{words}</p>{link(l, next, t::succession_continue(l))} }.into_any())
}

/// Replacing and withdrawing, while its authors may.
fn ends(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    // One new version at a time.
    let (replace, withdraw) = (page.ends.replace && page.succession.replaced_by.is_none(), page.ends.withdraw.is_ok());
    let Phase::Open { until } = page.line.round.window.phase(page.paper.organisation, None, cx.ctx.now) else { return ().into_any() };
    let until = calendar::full(l, until.to_second(), &page.line.round.time_zone);
    let (heading, what) = match (replace, withdraw) {
        (true, true) => (t::succession_ends(l), t::succession_ends_what(l, until)),
        (true, false) => (t::succession_replace(l), t::succession_replace_until(l, until)),
        (false, true) => (t::succession_withdraw(l), t::succession_withdraw_until(l, until)),
        (false, false) => return ().into_any(),
    };
    let names = (!page.signatories.is_empty() || !page.joint.is_empty()).then(|| view! { <p>{t::succession_signatures(l)}</p> });
    let joint = (replace && !page.joint.is_empty()).then(|| view! { <p class="hint">{t::succession_joint(l)}</p> });
    let copies = replace.then(|| view! { <p class="hint">{t::succession_replace_what(l)}</p>{joint} });
    let replace = replace.then(|| ui::button(t::succession_replace(l), Button::Secondary, None));
    let withdraw = withdraw.then(|| ui::link_button(t::succession_withdraw(l), routes::withdraw_paper(l, page.paper.id), Button::Quiet));
    view! {
        <details class="more">
            <summary>{heading}</summary>
            <p>{what}</p>
            {names}
            {copies}
            <form class="actions" method="post" action=routes::replace_paper(l, page.paper.id)>{replace}{withdraw}</form>
        </details>
    }
    .into_any()
}

fn link(l: Locale, paper: PaperId, words: &'static str) -> AnyView {
    view! { <p><a href=routes::paper(l, paper)>{words}</a></p> }.into_any()
}
