//! Corrigenda beside their paper.

use crate::render::Cx;
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::corrigendum::{self, Corrigendum, CorrigendumState};
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::forms::CorrigendumForm;
use model::i18n::t::corrigenda as t;
use model::portal::PaperPage;
use model::routes;

fn time(l: Locale, at: Instant, page: &PaperPage) -> String {
    calendar::full(l, at.to_second(), &page.line.round.time_zone)
}

/// The mark at the head of a paper that was corrected: it leads to what was.
pub fn corrigenda_mark(l: Locale, page: &PaperPage) -> AnyView {
    let marks: Vec<_> = page
        .corrigenda
        .iter()
        .filter_map(|one| Some((one.number?, one.decided_at?)))
        .map(|(number, at)| {
            let words = t::corrigendum_mark(l, time(l, at, page), number);
            view! { <p><strong><a href=format!("#corrigendum-{number}")>{words}</a></strong></p> }
        })
        .collect();
    marks.into_any()
}

/// Those that are published, by number; for its authors and those in office what became of the others, too.
pub fn corrigenda(l: Locale, page: &PaperPage) -> AnyView {
    if page.corrigenda.is_empty() {
        return ().into_any();
    }
    let language = page.paper.content.language;
    let (published, others): (Vec<_>, Vec<_>) = page.corrigenda.iter().partition(|one| one.number.is_some());
    let published: Vec<_> = published
        .into_iter()
        .filter_map(|one| Some((one, one.number?)))
        .map(|(one, number)| {
            let by = page.organisation.name.as_str();
            let when = one.decided_at.map(|at| view! { <p class="meta">{t::corrigendum_published_for(l, time(l, at, page), by)}</p> });
            let told = (page.own && !one.reason.is_empty())
                .then(|| view! { <p class="words">{t::corrigendum_reason(l, one.reason.as_str())}</p> });
            view! {
                <article id=format!("corrigendum-{number}") class="stack">
                    <h3>{t::corrigendum_number(l, number)}</h3>
                    {when}
                    {told}
                    {ui::prose(&one.text, language)}
                </article>
            }
        })
        .collect();
    let others: Vec<_> = others.into_iter().filter(|one| one.state != CorrigendumState::Asked).map(|one| ended(l, one, page)).collect();
    if published.is_empty() && others.is_empty() {
        return ().into_any();
    }
    let unchanged = (!published.is_empty()).then(|| view! { <p class="meta">{t::corrigenda_unchanged(l)}</p> });
    view! {
        <section class="section stack" id="corrigenda">
            <h2>{t::corrigenda_title(l)}</h2>
            {unchanged}
            {published}
            {others}
        </section>
    }
    .into_any()
}

/// One that was declined or taken back, or lapsed.
fn ended(l: Locale, one: &Corrigendum, page: &PaperPage) -> AnyView {
    let at = time(l, one.decided_at.unwrap_or(one.asked_at), page);
    let (words, reason) = match one.state {
        CorrigendumState::Declined => (t::corrigendum_declined(l, at), Some(one.reason.clone())),
        CorrigendumState::Lapsed => (t::corrigendum_lapsed(l, at), None),
        _ => (t::corrigendum_taken_back(l, at), None),
    };
    view! {
        <article class="stack">
            <h3>{words}</h3>
            {reason.map(|reason| view! { <p class="words">{t::corrigendum_reason(l, reason)}</p> })}
            {ui::prose(&one.text, page.paper.content.language)}
        </article>
    }
    .into_any()
}

/// The one that waits, before its authors: with the button that takes it back, for those who may.
pub fn waiting_corrigendum(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let Some(one) = corrigendum::waiting(&page.corrigenda) else { return ().into_any() };
    let back = cx.ctx.actor.submits_for(page.paper.organisation).then(|| {
        view! {
            <form class="actions" method="post" action=routes::corrigendum(l, page.paper.id)>
                {ui::button(t::corrigendum_take_back(l), Button::Secondary, Some((CorrigendumForm::ACT, CorrigendumForm::TAKE_BACK)))}
            </form>
        }
    });
    view! {
        <section class="section stack" id="waiting">
            <h2>{t::corrigendum_waiting(l)}</h2>
            {ui::notice(Notice::Info, view! { <p>{t::corrigendum_asked(l, time(l, one.asked_at, page))}</p> }.into_any())}
            {ui::prose(&one.text, page.paper.content.language)}
            {back}
        </section>
    }
    .into_any()
}

/// That one waits, for those who may know; otherwise the way to ask for one, for those who may.
pub fn ask_corrigendum(l: Locale, page: &PaperPage) -> AnyView {
    let link = |words: &'static str| view! { <p><a href=routes::corrigendum(l, page.paper.id)>{words}</a></p> };
    match (corrigendum::waiting(&page.corrigenda), page.ends.correct) {
        (Some(_), _) if page.own => ui::notice(Notice::Info, link(t::corrigendum_waits(l)).into_any()),
        (Some(_), _) => ui::notice(Notice::Info, view! { <p>{t::corrigendum_waits(l)}</p> }.into_any()),
        (None, Ok(())) => link(t::corrigendum_title(l)).into_any(),
        (None, Err(_)) => ().into_any(),
    }
}
