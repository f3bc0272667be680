//! That something is not submitted, in words: on every page of it, and in the title of the window.

use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::round::Round;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::i18n::t::{deadlines as t, late};
use model::portal::PaperLine;
use model::routes;

/// The words for the title of the window; nothing for what is submitted.
pub fn title_state(l: Locale, state: ItemState) -> Option<&'static str> {
    state.is_editable().then(|| t::not_submitted(l))
}

/// Where an input stands, as its authors read it.
pub fn own_status(l: Locale, state: ItemState) -> AnyView {
    let words = match state {
        ItemState::Draft => t::not_submitted_draft(l),
        ItemState::Returned => t::not_submitted_returned(l),
        _ => return ui::status(l, state).into_any(),
    };
    view! { <span class=format!("status status--{}", state.code())><strong>{words}</strong></span> }.into_any()
}

/// The reader's own papers in a round that are not submitted; nothing where there are none. What has no time left can be handed in
/// late; what was returned may have time of its own.
pub fn unsubmitted(l: Locale, round: &Round, papers: &[PaperLine], now: Instant) -> AnyView {
    let is_late = |paper: &PaperLine| matches!(round.window.phase(paper.organisation.id, Some(paper.id.item()), now), Phase::Closed { .. });
    if papers.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = papers
        .iter()
        .map(|paper| {
            let label = if is_late(paper) { late::late_hand_in(l) } else { t::round_own_check(l) };
            view! {
                <li class="row">
                    <h3 class="row__title"><a href=routes::paper(l, paper.id)>{ui::paper_title(l, &paper.title, paper.language)}</a></h3>
                    <p class="row__meta">{own_status(l, paper.state)}</p>
                    <p class="row__aside">{ui::link_button(label, routes::submit_paper(l, paper.id), Button::Secondary)}</p>
                </li>
            }
        })
        .collect();
    let what = if papers.iter().all(is_late) { t::round_own_closed_what(l) } else { t::round_own_unsubmitted_what(l) };
    view! {
        <section class="section" id="unsubmitted">
            <h2>{t::round_own_unsubmitted(l)}</h2>
            <p class="measure">{what}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
