//! Inputs that are nearly the same as the one before a moderator.

use super::paging::with_query;
use crate::ui;
use leptos::prelude::*;
use model::domain::ids::ItemId;
use model::domain::language::{Language, Locale};
use model::forms::BulkForm;
use model::i18n::t::queues as t;
use model::portal::{Alike, AlikeLine, QUEUE_PAGE};
use model::routes;

/// How many they are, who sent them, and what is this one's own; `language`: of its words. Nothing where it is alone.
pub fn alike(l: Locale, alike: Option<&Alike>, current: ItemId, language: Language) -> AnyView {
    let Some(alike) = alike else { return ().into_any() };
    let count = i64::try_from(alike.lines.len()).unwrap_or(i64::MAX).saturating_add(alike.elsewhere);
    let elsewhere = (alike.elsewhere > 0).then(|| view! { <p class="meta">{t::alike_elsewhere(l, alike.elsewhere)}</p> });
    let rows: Vec<_> = alike.lines.iter().map(|line| row(l, line, line.item == current)).collect();
    let waiting: Vec<String> = alike
        .lines
        .iter()
        .filter(|line| line.state.awaits_decision())
        .take(usize::try_from(QUEUE_PAGE).unwrap_or(usize::MAX))
        .map(|line| BulkForm::item(line.kind, line.item, BulkForm::AS_SHOWN))
        .collect();
    let together = (waiting.len() > 1).then(|| {
        let pairs: Vec<_> = waiting.iter().map(|value| (BulkForm::ITEM, value.as_str())).collect();
        view! { <p><a href=with_query(&routes::bulk(l), &pairs)>{t::alike_together(l)}</a></p> }
    });
    let passages: Vec<_> = alike
        .passages
        .iter()
        .map(|passage| {
            let words = passage.words.clone();
            if passage.own {
                view! { <mark><span class="visually-hidden" lang=l.code()>{t::alike_own_mark(l)}" "</span>{words}</mark> }.into_any()
            } else {
                words.into_any()
            }
        })
        .collect();
    let (lang, dir) = (language.code(), language.direction().as_str());
    view! {
        <section class="section" id="alike">
            <h2>{t::alike_title(l)}</h2>
            <p>{t::alike_what(l, count, alike.organisations)}</p>
            <details>
                <summary>{t::alike_own(l)}</summary>
                <p class="meta">{t::alike_own_what(l)}</p>
                <p class="words" lang=lang dir=dir>{passages}</p>
            </details>
            <ul class="rows">{rows}</ul>
            {elsewhere}
            {together}
        </section>
    }
    .into_any()
}

fn row(l: Locale, line: &AlikeLine, current: bool) -> impl IntoView + use<> {
    let href = routes::moderate(l, line.kind, line.item);
    let this = current.then(|| view! { <span>{t::alike_this(l)}</span> });
    view! {
        <li class="row">
            <p class="row__title"><a href=href aria-current=current.then_some("true")><bdi>{line.organisation.name.clone()}</bdi></a></p>
            <p class="row__meta"><span>{ui::status(l, line.state)}</span>{this}</p>
        </li>
    }
}
