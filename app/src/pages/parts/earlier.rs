//! A comment that was made on an earlier version of a text: what it was made on, and how it stands now.

use super::paging::PageWords;
use super::said::{filters, pages};
use crate::ui;
use leptos::prelude::*;
use model::domain::anchor::AnchorState;
use model::domain::language::Locale;
use model::domain::voice::Heard;
use model::i18n::t::{anchors as t, filters as f};
use model::portal::{EarlierComment, ProvisionPage, SaidQuery};
use model::routes;

/// Where it was made, with a way there.
pub fn made_on(l: Locale, one: &EarlierComment) -> AnyView {
    let words = t::earlier_made_on(l, one.line.citation.as_str(), one.label.get(l));
    view! { <a href=routes::provision(l, one.line.provision)>{words}</a> }.into_any()
}

/// How it stands, in words.
pub fn standing(l: Locale, one: &EarlierComment) -> AnyView {
    let words = match (&one.state, &one.place) {
        (AnchorState::Open, _) => t::earlier_state_open(l).to_owned(),
        (AnchorState::Stays, _) => t::earlier_state_stays(l, one.label.get(l)),
        (_, Some((_, citation))) => t::earlier_state_placed(l, citation.as_str()),
        (_, None) => String::new(),
    };
    let words = match &one.place {
        Some((id, _)) => view! { <a href=routes::provision(l, *id)>{words}</a> }.into_any(),
        None => words.into_any(),
    };
    view! { <span>{words}</span> }.into_any()
}

/// The comment with what it was made on; `heard`: what others say to it.
pub fn earlier_comment(l: Locale, one: &EarlierComment, heard: &[Heard]) -> AnyView {
    let (lang, dir) = (one.language.code(), one.language.direction().as_str());
    // The text as a whole has no words of its own.
    let there = (!one.original.is_empty()).then(|| {
        let words = super::provision::provision_words(&one.original, &routes::draft(l, one.version));
        view! { <details><summary>{t::earlier_words_there(l)}</summary><blockquote lang=lang dir=dir><p>{words}</p></blockquote></details> }
    });
    view! { {there}{ui::comment(l, &one.line, super::original_for(&one.line.content, &one.original), one.language, heard)} }.into_any()
}

/// Those that stand at a provision; nothing where there are none.
pub fn earlier_here(l: Locale, page: &ProvisionPage) -> AnyView {
    if page.earlier.all == 0 {
        return ().into_any();
    }
    // Where nothing is said on this version itself, links to the comments lead here.
    let only = page.said.all == 0;
    let filter = only.then(|| filters(l, page));
    let all = if page.earlier.matching == 0 {
        ui::empty(f::filter_none(l), view! { <p>{f::filter_none_what(l)}</p> }.into_any())
    } else {
        page.earlier.rows.iter().map(|one| line(l, page, one)).collect_view().into_any()
    };
    let words = PageWords { label: f::said_pages(l), first: f::said_earlier_first(l), next: f::said_earlier_next(l) };
    let title = t::earlier_here(l);
    let way = pages(l, page, (&words, title, "#earlier"), page.earlier.next, |asked, earlier| SaidQuery { earlier, ..asked });
    view! {
        <section class="section" id="earlier"><h2 id=only.then_some("comments")>{title}</h2>{filter}{all}{way}</section>
    }
    .into_any()
}

fn line(l: Locale, page: &ProvisionPage, one: &EarlierComment) -> AnyView {
    let changed = one.changed.then(|| ui::badge(t::earlier_changed(l)));
    // Who put it there is said: only what goes on by itself stands there without a word.
    let placed = (one.state == AnchorState::Placed).then(|| standing(l, one));
    let heard = page.heard.get(&one.line.id).map(Vec::as_slice).unwrap_or_default();
    let moved = (one.state == AnchorState::Moved).then(|| view! { <span>{t::earlier_state_moved(l)}</span> });
    view! { <p class="row__meta"><span>{made_on(l, one)}</span>{placed}{moved}{changed}</p>{earlier_comment(l, one, heard)} }.into_any()
}
