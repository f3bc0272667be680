//! Something that was done with themes, and the way to take it back.

use super::super::parts;
use super::below;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::ids::ThemeActId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, ThemeForm};
use model::i18n::t::themes as t;
use model::portal::{ThemeActPage, ThemeRef};
use model::routes;

/// `/moderation/theme-acts/{id}`
pub async fn page(cx: &Cx, id: ThemeActId, state: Option<FormState<ThemeForm>>) -> PageResult {
    let page = cx.portal.theme_act(&cx.ctx, id).await?;
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let head = below(l, parts::theme_act_words(l, &page.act), &page.queue);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &page, &state)))
}

fn content(l: Locale, page: &ThemeActPage, state: &FormState<ThemeForm>) -> AnyView {
    let undone = page.act.undone.then(|| t::theme_act_undone(l).to_owned());
    let facts = ui::facts(vec![(t::theme_act_fact_who(l).to_owned(), parts::theme_act_by(l, &page.act, &page.queue).into_any())]);
    let link = |theme: &ThemeRef| view! { <li><a href=routes::kept_theme(l, theme.id)>{parts::theme_name(&theme.name)}</a></li> };
    let themes: Vec<_> = page.act.from.iter().chain(&page.act.into).map(link).collect();
    let themes = (!themes.is_empty()).then(|| view! { <ul class="stack">{themes}</ul> });
    view! {
        {ui::page_head(Some(parts::theme_queue(l, &page.queue)), parts::theme_act_words(l, &page.act), undone)}
        {facts}
        {themes}
        {undo(l, page, state)}
        <p class="section"><a href=routes::themes(l, page.queue.key())>{t::tags_manage(l)}</a></p>
    }
    .into_any()
}

fn undo(l: Locale, page: &ThemeActPage, state: &FormState<ThemeForm>) -> AnyView {
    if !page.act.act.can_be_undone() {
        return ().into_any();
    }
    if let Err(denied) = page.undo {
        let words = ui::refusal_words(l, &PortalError::Denied(denied), "UTC").0;
        let notice = ui::notice(Notice::Info, view! { <h2>{t::theme_undo_none_title(l)}</h2><p>{words}</p> }.into_any());
        return view! { <section class="section">{notice}</section> }.into_any();
    }
    view! {
        <section class="section">
            <h2 id=ThemeForm::VERSION>{t::theme_undo_title(l)}</h2>
            <p class="measure">{t::theme_undo_what(l)}</p>
            {parts::trouble(l, state, &[(ThemeForm::VERSION, t::theme_undo_field(l))], "UTC")}
            <form class="actions" method="post" action=routes::theme_act(l, page.act.id)>
                {ui::hidden(ThemeForm::VERSION, page.version.to_string())}
                {ui::button(t::theme_undo_button(l), Button::Primary, None)}
            </form>
        </section>
    }
    .into_any()
}
