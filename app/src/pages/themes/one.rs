//! One theme for those who keep it: its name and place, where it comes from, what bears it, what was done with it.

use super::super::parts::{self, PageWords, pagination, with_query};
use super::{below, ending, name_fields, parent_field, seen, wrong};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::ids::ThemeId;
use model::domain::language::Locale;
use model::domain::themes::ThemeEnding;
use model::forms::{FormState, ThemeChangeForm, ThemeForm};
use model::i18n::t::themes as t;
use model::portal::ThemePage;
use model::routes;

/// `/moderation/themes/{id}`
pub async fn page(cx: &Cx, id: ThemeId, cursor: Option<&str>, state: Option<FormState<ThemeChangeForm>>) -> PageResult {
    let page = cx.portal.theme(&cx.ctx, id, cursor, seen(state.as_ref(), |form| &form.fields.version)).await?;
    let l = cx.locale();
    let state = prepared(&page, state);
    let head = below(l, page.name.text.clone(), &page.tree.queue);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &page, cursor.is_some(), &state)))
}

/// The form with what is stored, or with what was typed into the part of it that was sent.
fn prepared(page: &ThemePage, state: Option<FormState<ThemeChangeForm>>) -> FormState<ThemeChangeForm> {
    let stored = ThemeForm {
        name: page.name.text.clone(),
        language: page.name.language.code().to_owned(),
        parent: page.parent.map(|id| id.to_string()).unwrap_or_default(),
        version: page.tree.version.to_string(),
    };
    let Some(mut state) = state else { return FormState::fresh(ThemeChangeForm { act: String::new(), fields: stored }) };
    let typed = &mut state.form.fields;
    match state.form.act.as_str() {
        ThemeChangeForm::RENAME => typed.parent = stored.parent,
        ThemeChangeForm::UNDER => (typed.name, typed.language) = (stored.name, stored.language),
        _ => *typed = stored.clone(),
    }
    state.form.fields.version = stored.version;
    state
}

fn content(l: Locale, page: &ThemePage, further: bool, state: &FormState<ThemeChangeForm>) -> AnyView {
    let fields = [
        (ThemeForm::NAME, t::theme_name(l)),
        (ThemeForm::LANGUAGE, t::theme_language(l)),
        (ThemeForm::PARENT, t::theme_parent(l)),
        (ThemeChangeForm::ACT, if page.ending.is_some() { t::theme_reopen_title(l) } else { t::theme_end_title(l) }),
    ];
    let queue = parts::theme_queue(l, &page.tree.queue);
    let how = page.ending.map_or_else(|| t::theme_state_open(l), |how| ending(l, how));
    let link = view! { <a href=routes::themes(l, page.tree.queue.key())>{queue.clone()}</a> };
    let facts = ui::facts(vec![(t::theme_fact_queue(l).to_owned(), link.into_any()), (t::theme_fact_state(l).to_owned(), how.into_any())]);
    let acts = match page.ending {
        None => open(l, page, state),
        Some(ThemeEnding::Ended) => reopen(l, page, state),
        Some(_) => ().into_any(),
    };
    let history = parts::theme_act_rows(l, &page.acts, &page.tree.queue);
    view! {
        {ui::page_head_with(Some(t::theme_eyebrow(l, queue)), page.name.text.clone(), None, facts)}
        {wrong(l, &page.tree, state, &fields)}
        {parts::lineage(l, &page.from, &page.into, parts::kept_address)}
        {inputs(l, page, further)}
        {acts}
        <details class="section"><summary>{t::theme_history(l)}</summary>{history}</details>
    }
    .into_any()
}

/// The forms of an open theme. They stand apart: each changes one thing.
fn open(l: Locale, page: &ThemePage, state: &FormState<ThemeChangeForm>) -> AnyView {
    let form = &state.form.fields;
    let action = || routes::kept_theme(l, page.id);
    let version = || ui::hidden(ThemeForm::VERSION, form.version.as_str());
    let button = |words: &'static str, kind, act| ui::button(words, kind, Some((ThemeChangeForm::ACT, act)));
    view! {
        <section class="section">
            <h2>{t::theme_rename_title(l)}</h2>
            <form class="form" method="post" action=action() novalidate>
                {version()}
                {name_fields(l, state, form)}
                <div class="actions">{button(t::theme_rename_button(l), Button::Primary, ThemeChangeForm::RENAME)}</div>
            </form>
        </section>
        <section class="section">
            <h2>{t::theme_move_title(l)}</h2>
            <p>{t::theme_move_what(l)}</p>
            <form class="form" method="post" action=action() novalidate>
                {version()}
                {parent_field(l, &page.tree, state, &form.parent, &|id| id == page.id)}
                <div class="actions">{button(t::theme_move_button(l), Button::Secondary, ThemeChangeForm::UNDER)}</div>
            </form>
        </section>
        <section class="section">
            <h2 id=ThemeChangeForm::ACT>{t::theme_end_title(l)}</h2>
            <p class="measure">{t::theme_end_what(l)}</p>
            <form class="actions" method="post" action=action()>
                {version()}
                {button(t::theme_end_button(l), Button::Danger, ThemeChangeForm::END)}
                <a href=routes::split_theme(l, page.id)>{t::theme_split_link(l)}</a>
            </form>
        </section>
    }
    .into_any()
}

fn reopen(l: Locale, page: &ThemePage, state: &FormState<ThemeChangeForm>) -> AnyView {
    view! {
        <section class="section">
            <h2 id=ThemeChangeForm::ACT>{t::theme_reopen_title(l)}</h2>
            <p class="measure">{t::theme_reopen_what(l)}</p>
            <form class="actions" method="post" action=routes::kept_theme(l, page.id)>
                {ui::hidden(ThemeForm::VERSION, state.form.fields.version.as_str())}
                {ui::button(t::theme_reopen_button(l), Button::Primary, Some((ThemeChangeForm::ACT, ThemeChangeForm::REOPEN)))}
            </form>
        </section>
    }
    .into_any()
}

fn inputs(l: Locale, page: &ThemePage, further: bool) -> AnyView {
    let title = if page.ending.is_some() { t::theme_items_ended(l) } else { t::theme_items(l) };
    let list = match (page.inputs.rows.is_empty(), further) {
        (false, _) => parts::themed_rows(l, &page.inputs.rows, if page.tree.moderates { parts::Rows::Kept } else { parts::Rows::Overseen }),
        (true, true) => ui::empty(t::theme_items_none_there(l), view! { <p>{t::theme_items_none_there_what(l)}</p> }.into_any()),
        (true, false) => ui::empty(t::theme_items_none(l), view! { <p>{t::theme_items_none_what(l)}</p> }.into_any()),
    };
    let address = routes::kept_theme(l, page.id);
    let words = PageWords { label: t::theme_items_pages(l), first: t::theme_items_first(l), next: t::theme_items_next(l) };
    let next = page.inputs.next.as_deref().map(|cursor| with_query(&address, &[("after", cursor)]));
    view! {
        <section class="section">
            <h2>{title}</h2>
            {list}
            {pagination(&words, &page.name.text, further.then(|| address.clone()), next)}
        </section>
    }
    .into_any()
}
