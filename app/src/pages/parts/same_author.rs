//! What else the organisation sent in the round, beside an input before its decision.

use crate::ui;
use leptos::prelude::*;
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::i18n::t::{moderation, queues as t};
use model::portal::SameAuthor;
use model::routes;

/// Nothing where there is nothing else.
pub fn same_author(l: Locale, others: &[SameAuthor]) -> AnyView {
    if others.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = others.iter().map(|one| row(l, one)).collect();
    view! { <section class="section" id="same-author"><h2>{t::same_author_title(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

fn row(l: Locale, one: &SameAuthor) -> AnyView {
    let title = match one.kind {
        ItemKind::Paper => ui::paper_title(l, &one.title, one.language).into_any(),
        ItemKind::Comment => moderation::queue_comment_on(l, one.title.as_str()).into_any(),
    };
    let public = one.state == ItemState::Accepted;
    let href = if public { routes::input(l, one.kind, one.item) } else { routes::moderate(l, one.kind, one.item) };
    view! {
        <li class="row">
            <p class="row__title"><a href=href>{title}</a></p>
            <p class="row__meta">{ui::status(l, one.state)}</p>
        </li>
    }
    .into_any()
}
