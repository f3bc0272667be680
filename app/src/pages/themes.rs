//! Themes: the tree of a queue and each theme, for those who keep them; and a theme as everybody sees it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::ThemeActId;
use model::domain::language::Locale;
use model::domain::queue_filter::{QueueFilter, ThemeAsked};
use model::domain::themes::ThemeEnding;
use model::error::PortalError;
use model::forms::{FormState, ThemeForm, ThemeMergeForm, ThemeOrderForm};
use model::i18n::t::{moderation as m, themes as t};
use model::labels;
use model::portal::{QueueQuery, ThemeActPage, ThemeLine, ThemeQueue, ThemeTree};
use model::routes;

mod act;
mod merge;
mod of_item;
mod one;
mod public;
mod split;

pub use act::page as act;
pub use merge::page as merge;
pub use of_item::{comment, input, paper, several_done};
pub use one::page as one;
pub use public::page as public;
pub use split::page as split;

/// The query of an address that says which act led here.
pub const DONE: &str = "done";

/// `/moderation/queues/{key}/themes`
pub async fn tree(cx: &Cx, key: &str, done: Option<ThemeActId>, state: Option<FormState<ThemeForm>>) -> PageResult {
    let tree = cx.portal.theme_tree(&cx.ctx, key, seen(state.as_ref(), |form| &form.version)).await?;
    let done = match done {
        Some(id) => cx.portal.theme_act(&cx.ctx, id).await.ok(),
        None => None,
    };
    let l = cx.locale();
    let state = state.unwrap_or_else(|| FormState::fresh(ThemeForm { language: l.code().to_owned(), ..ThemeForm::default() }));
    let head = Head::new(t::themes_of(l, parts::theme_queue(l, &tree.queue))).crumb(m::queue_title(l), routes::moderation(l));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &tree, done.as_ref(), &state)))
}

/// The version a refused form was made from, where the refusal is that it is another one now.
fn seen<F>(state: Option<&FormState<F>>, version: impl Fn(&F) -> &String) -> Option<i64> {
    let state = state.filter(|state| state.refusal == Some(PortalError::Conflict))?;
    version(&state.form).parse().ok()
}

/// The head of a page below the tree of a queue.
fn below(l: Locale, title: String, queue: &ThemeQueue) -> Head {
    Head::new(title)
        .crumb(m::queue_title(l), routes::moderation(l))
        .crumb(t::themes_of(l, parts::theme_queue(l, queue)), routes::themes(l, queue.key()))
}

/// What is wrong with a form: what was done since it was made, or the refusal with the faults of its fields.
fn wrong<F>(l: Locale, tree: &ThemeTree, state: &FormState<F>, fields: &[(&'static str, &str)]) -> AnyView {
    if state.refusal == Some(PortalError::Conflict) {
        return parts::themes_changed(l, &tree.since, &tree.queue, t::theme_changed_title(l), t::theme_changed_what(l));
    }
    parts::trouble(l, state, fields, "UTC")
}

/// The queue with what is asked for by theme.
fn queue_with(l: Locale, queue: &ThemeQueue, theme: ThemeAsked) -> String {
    let filter = QueueFilter { theme: Some(theme), ..QueueFilter::default() };
    // A queue names itself by the code as it is stored.
    let key = queue.subgroup.as_ref().map_or_else(|| queue.body.code.clone(), |subgroup| subgroup.code.clone());
    parts::asking(&routes::moderation(l), &[filter.pairs(), vec![(QueueQuery::QUEUE, key)]].concat())
}

fn content(l: Locale, tree: &ThemeTree, done: Option<&ThemeActPage>, state: &FormState<ThemeForm>) -> AnyView {
    let queue = &tree.queue;
    let fields =
        [(ThemeForm::NAME, t::theme_name(l)), (ThemeForm::LANGUAGE, t::theme_language(l)), (ThemeForm::PARENT, t::theme_parent(l))];
    let without = (tree.without > 0 && tree.moderates).then(|| {
        view! { <p><a href=queue_with(l, queue, ThemeAsked::Without)>{t::themes_without(l, tree.without)}</a></p> }
    });
    let list = if tree.themes.is_empty() {
        ui::empty(t::themes_none(l), view! { <p>{t::themes_none_what(l)}</p> }.into_any())
    } else {
        open_themes(l, tree)
    };
    view! {
        {ui::page_head(Some(parts::theme_queue(l, queue)), t::themes_title(l), Some(t::themes_lede(l).to_owned()))}
        {done.map(|done| act_done(l, done))}
        {wrong(l, tree, state, &fields)}
        <section class="section"><h2>{t::themes_open(l)}</h2>{without}{list}</section>
        {new_theme(l, tree, state)}
        {ended(l, tree)}
        {recent(l, tree)}
        <p class="section"><a href=routes::moderation(l)>{m::queue_back(l)}</a></p>
    }
    .into_any()
}

/// What was done a moment ago, with the way to it.
fn act_done(l: Locale, page: &ThemeActPage) -> AnyView {
    let undo = page.undo.is_ok().then(|| view! { <p><a href=routes::theme_act(l, page.act.id)>{t::themes_done_undo(l)}</a></p> });
    ui::notice(Notice::Success, view! { <h2><bdi>{parts::theme_act_words(l, &page.act)}</bdi></h2>{undo} }.into_any())
}

/// The tree: each theme with its numbers, the way to it, and its place among those beside it; a box to merge it.
fn open_themes(l: Locale, tree: &ThemeTree) -> AnyView {
    let queue = &tree.queue;
    let line = |line: &ThemeLine| {
        let waiting = (line.waiting > 0).then(|| {
            let words = t::theme_waiting(l, line.waiting);
            // Who does not decide on them has no queue to look at.
            let words = if tree.moderates {
                view! { <a href=queue_with(l, queue, ThemeAsked::Of(line.id))>{words}</a> }.into_any()
            } else {
                words.into_any()
            };
            view! { " · "{words} }
        });
        let (id, name) = (line.id.to_string(), line.name.text.as_str());
        let (up, down, choose) = (t::theme_up_of(l, name), t::theme_down_of(l, name), t::theme_choose(l, name));
        view! {
            <div class="theme">
                <input type="checkbox" form="merge" name=ThemeMergeForm::THEME value=id.clone() aria-label=choose/>
                <p class="theme__name">
                    <a href=routes::kept_theme(l, line.id)>{parts::theme_name(&line.name)}</a>
                    <span class="meta">{t::theme_inputs(l, line.all)}{waiting}</span>
                </p>
                <p class="theme__order">
                    <button type="submit" class="button button--small" name=ThemeOrderForm::UP value=id.clone() aria-label=up>{t::theme_up(l)}</button>
                    <button type="submit" class="button button--small" name=ThemeOrderForm::DOWN value=id aria-label=down>{t::theme_down(l)}</button>
                </p>
            </div>
        }
        .into_any()
    };
    view! {
        <form method="post" action=routes::order_themes(l, queue.key())>
            {ui::hidden(ThemeForm::VERSION, tree.version.to_string())}
            {parts::nested(&tree.themes, &line)}
        </form>
        <form id="merge" class="actions" method="get" action=routes::merge_themes(l, queue.key())>
            {ui::button(t::themes_merge_button(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}

fn new_theme(l: Locale, tree: &ThemeTree, state: &FormState<ThemeForm>) -> AnyView {
    view! {
        <section class="section">
            <h2>{t::themes_new(l)}</h2>
            <form class="form" method="post" action=routes::themes(l, tree.queue.key()) novalidate>
                {ui::hidden(ThemeForm::VERSION, tree.version.to_string())}
                {name_fields(l, state, &state.form)}
                {parent_field(l, tree, state, &state.form.parent, &|_| false)}
                <div class="actions">{ui::button(t::theme_create(l), Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

/// The name of a theme and its language.
fn name_fields<F>(l: Locale, state: &FormState<F>, form: &ThemeForm) -> AnyView {
    let name = FieldSpec::of(state, ThemeForm::NAME, t::theme_name(l), Some(t::theme_name_hint(l)), &form.name);
    let language = FieldSpec::of(state, ThemeForm::LANGUAGE, t::theme_language(l), None, &form.language);
    view! { {ui::text_field(l, name)}{ui::select(l, language, &labels::language_options(l))} }.into_any()
}

/// The theme another stands under; `but`: those it cannot stand under.
fn parent_field<F>(
    l: Locale,
    tree: &ThemeTree,
    state: &FormState<F>,
    value: &str,
    but: &dyn Fn(model::domain::ids::ThemeId) -> bool,
) -> AnyView {
    let spec = FieldSpec::of(state, ThemeForm::PARENT, t::theme_parent(l), Some(t::theme_parent_hint(l)), value).optional();
    let options = parts::parent_options(l, &tree.themes, but);
    // One that cannot be chosen any more is not chosen.
    let known = options.iter().any(|(id, _)| id == value);
    ui::select(l, if known { spec } else { FieldSpec { value: "", ..spec } }, &options)
}

/// How a theme ended, in a word.
const fn ending(l: Locale, ending: ThemeEnding) -> &'static str {
    match ending {
        ThemeEnding::Ended => t::theme_ending_ended(l),
        ThemeEnding::Merged => t::theme_ending_merged(l),
        ThemeEnding::Split => t::theme_ending_split(l),
        ThemeEnding::Undone => t::theme_ending_undone(l),
    }
}

fn ended(l: Locale, tree: &ThemeTree) -> AnyView {
    if tree.ended.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = tree
        .ended
        .iter()
        .map(|(theme, how, at)| {
            view! {
                <li class="row">
                    <p class="row__title"><a href=routes::kept_theme(l, theme.id)>{parts::theme_name(&theme.name)}</a></p>
                    <p class="row__meta"><span>{ending(l, *how)}</span><span>{calendar::full(l, at.to_second(), "UTC")}</span></p>
                </li>
            }
        })
        .collect();
    view! {
        <details class="section">
            <summary>{t::themes_ended(l)}</summary>
            <p class="meta">{t::themes_ended_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </details>
    }
    .into_any()
}

fn recent(l: Locale, tree: &ThemeTree) -> AnyView {
    if tree.recent.is_empty() {
        return ().into_any();
    }
    let rows = parts::theme_act_rows(l, &tree.recent, &tree.queue);
    view! { <details class="section"><summary>{t::themes_history(l)}</summary>{rows}</details> }.into_any()
}
