//! That something is not submitted, in words: on every page of it, and in the title of the window.

use crate::domain::item::ItemState;
use crate::domain::language::Locale;
use crate::i18n::t::{common, deadlines as t};
use crate::portal::PaperLine;
use crate::routes;
use crate::ui::{self, Button};
use leptos::prelude::*;

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

/// The reader's own papers in a round that are not submitted; nothing where there are none.
pub fn unsubmitted(l: Locale, papers: &[PaperLine]) -> AnyView {
    if papers.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = papers
        .iter()
        .map(|paper| {
            let title = if paper.title.trim().is_empty() {
                common::untitled(l).into_any()
            } else {
                ui::paper_title(l, &paper.title, paper.language).into_any()
            };
            view! {
                <li class="row">
                    <h3 class="row__title"><a href=routes::paper(l, paper.id)>{title}</a></h3>
                    <p class="row__meta">{own_status(l, paper.state)}</p>
                    <p class="row__aside">{ui::link_button(t::round_own_check(l), routes::submit_paper(l, paper.id), Button::Secondary)}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section" id="unsubmitted">
            <h2>{t::round_own_unsubmitted(l)}</h2>
            <p class="measure">{t::round_own_unsubmitted_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
