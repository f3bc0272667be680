//! The themes of an input on a page of their own, where a form is looked at again; and what became of a theme for several.

use super::super::moderation::Typed;
use super::super::parts::{self, TagsIn};
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::ids::{CommentId, ItemId, PaperId, ThemeId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::queue_filter::QueueFilter;
use model::error::PortalError;
use model::forms::{FormState, TagForm};
use model::i18n::t::{moderation as m, queues, themes as t};
use model::labels;
use model::portal::{TagLine, Tagging};
use model::routes;

/// `/moderation/papers/{id}/themes`
pub async fn paper(cx: &Cx, id: PaperId, filter: QueueFilter) -> PageResult {
    input(cx, ItemKind::Paper, id.item(), filter, None, &Typed::default()).await
}

/// `/moderation/comments/{id}/themes`
pub async fn comment(cx: &Cx, id: CommentId, filter: QueueFilter) -> PageResult {
    input(cx, ItemKind::Comment, id.item(), filter, None, &Typed::default()).await
}

/// The page, after a form was refused; `typed`: what was typed for the decision meanwhile.
pub async fn input(
    cx: &Cx,
    kind: ItemKind,
    item: ItemId,
    filter: QueueFilter,
    state: Option<FormState<TagForm>>,
    typed: &Typed,
) -> PageResult {
    let asked = state.as_ref().map(|state| (state.form.tree.parse().unwrap_or_default(), state.form.themes.as_slice()));
    let tagging = cx.portal.tagging(&cx.ctx, kind, item, asked).await?;
    let l = cx.locale();
    let title = match kind {
        ItemKind::Paper => super::super::paper::title_or_untitled(l, &tagging.title),
        ItemKind::Comment => m::queue_comment_on(l, tagging.title.as_str()),
    };
    let back = parts::asking(&routes::moderate(l, kind, item), &filter.pairs());
    let head = Head::new(t::tags_page_title(l, title.as_str()));
    let head = head.crumb(m::queue_title(l), routes::moderation(l)).crumb(title.clone(), back.clone());
    let status = state.as_ref().map_or(200, parts::status_of_form);
    let place = TagsIn::Alone(typed);
    Ok(ui::page(cx, status, head, || content(l, &tagging, (title, &back), filter, state.as_ref(), place)))
}

fn content(
    l: Locale,
    tagging: &Tagging,
    (title, back): (String, &str),
    filter: QueueFilter,
    state: Option<&FormState<TagForm>>,
    place: TagsIn<'_>,
) -> AnyView {
    let wrong = state.map(|state| {
        if state.refusal == Some(PortalError::Conflict) {
            parts::themes_changed(l, &tagging.since, &tagging.queue, t::tags_changed_title(l), t::tags_changed_what(l))
        } else {
            parts::trouble(l, state, &[], "UTC")
        }
    });
    let ticked = state.map(|state| ticked(tagging, &state.form.themes));
    view! {
        {ui::page_head(Some(parts::theme_queue(l, &tagging.queue)), t::tags_page_title(l, title), None)}
        {wrong}
        {parts::tagging(l, tagging, ticked.as_deref(), &filter.pairs(), place)}
        <p><a href=back.to_owned()>{t::tags_back(l)}</a></p>
    }
    .into_any()
}

/// What a form said, with what came of themes that were merged since.
fn ticked(tagging: &Tagging, themes: &[ThemeId]) -> Vec<ThemeId> {
    let heir = |id: &ThemeId| tagging.heirs.iter().find(|(from, _)| from == id).map_or(*id, |(_, into)| *into);
    themes.iter().map(heir).collect()
}

/// What became of each of several inputs to which a theme was put.
pub fn several_done(cx: &Cx, lines: &[TagLine]) -> Page {
    let l = cx.locale();
    let (good, bad): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.outcome.is_ok());
    let title = if good.is_empty() { t::tags_several_none(l) } else { queues::bulk_done_title(l) };
    let head = Head::new(title).crumb(m::queue_title(l), routes::moderation(l));
    ui::page(cx, 200, head, || {
        let count = i64::try_from(good.len()).unwrap_or(i64::MAX);
        let rows: Vec<_> = good.iter().map(|line| row(l, line, None)).collect();
        let rows = (!rows.is_empty())
            .then(|| view! { <section class="section"><h2>{t::tags_several_done(l, count)}</h2><ul class="rows">{rows}</ul></section> });
        let refused: Vec<_> =
            bad.iter().filter_map(|line| Some(row(l, line, Some(ui::refusal_words(l, line.outcome.as_ref().err()?, "UTC").0)))).collect();
        let refused = (!refused.is_empty())
            .then(|| view! { <section class="section"><h2>{t::tags_several_not(l)}</h2><ul class="rows">{refused}</ul></section> });
        view! {
            {ui::page_head(None, title, None)}
            {rows}
            {refused}
            <p class="section"><a href=routes::moderation(l)>{queues::bulk_back(l)}</a></p>
        }
        .into_any()
    })
}

fn row(l: Locale, line: &TagLine, why: Option<String>) -> AnyView {
    let why = why.map(|words| view! { <p class="row__aside">{words}</p> });
    view! {
        <li class="row">
            <h3 class="row__title"><a href=parts::address(l, &line.line)>{parts::title(l, &line.line)}</a></h3>
            <p class="row__meta">
                <span>{ui::organisation(l, &line.line.organisation)}</span>
                <span>{labels::item_kind(l, line.line.kind)}</span>
            </p>
            {why}
        </li>
    }
    .into_any()
}
