//! Themes go over into a new one.

use super::super::parts;
use super::{below, name_fields, parent_field, seen, wrong};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, ThemeForm, ThemeMergeForm};
use model::i18n::t::themes as t;
use model::portal::{ThemeLine, ThemeTree};
use model::routes;

/// `/moderation/queues/{key}/themes/merge`
pub async fn page(cx: &Cx, key: &str, form: ThemeMergeForm, refused: Option<PortalError>) -> PageResult {
    let mut state = match refused {
        Some(error) => FormState::refused(form, error),
        None => FormState::fresh(form),
    };
    let tree = cx.portal.theme_tree(&cx.ctx, key, seen(Some(&state), |form| &form.into.version)).await?;
    let l = cx.locale();
    if state.form.into.language.is_empty() {
        l.code().clone_into(&mut state.form.into.language);
    }
    let head = below(l, t::theme_merge_title(l).to_owned(), &tree.queue);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &tree, &state)))
}

fn content(l: Locale, tree: &ThemeTree, state: &FormState<ThemeMergeForm>) -> AnyView {
    let form = &state.form;
    let fields = [
        (ThemeMergeForm::THEME, t::theme_merge_which(l)),
        (ThemeForm::NAME, t::theme_name(l)),
        (ThemeForm::LANGUAGE, t::theme_language(l)),
        (ThemeForm::PARENT, t::theme_parent(l)),
    ];
    let fault = state.fault(ThemeMergeForm::THEME).map(|fault| {
        view! { <p class="field__error" id="theme-error">{ui::fault_words(l, fault)}</p> }
    });
    let described = fault.is_some().then_some("theme-error");
    let tick = |line: &ThemeLine| {
        let id = format!("theme-{}", line.id);
        view! {
            <div class="choice">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=ThemeMergeForm::THEME
                    value=line.id.to_string()
                    checked=form.themes.contains(&line.id)
                />
                <label for=id>{parts::theme_name(&line.name)}</label>
            </div>
        }
        .into_any()
    };
    let list = if tree.themes.is_empty() {
        ui::empty(t::themes_none(l), view! { <p>{t::themes_none_what(l)}</p> }.into_any())
    } else {
        parts::nested(&tree.themes, &tick)
    };
    view! {
        {ui::page_head(Some(parts::theme_queue(l, &tree.queue)), t::theme_merge_title(l), Some(t::theme_merge_lede(l).to_owned()))}
        {wrong(l, tree, state, &fields)}
        <form class="form" method="post" action=routes::merge_themes(l, tree.queue.key()) novalidate>
            {ui::hidden(ThemeForm::VERSION, tree.version.to_string())}
            <h2>{t::theme_merge_which(l)}</h2>
            <fieldset class="choices" id=ThemeMergeForm::THEME aria-describedby=described>
                <legend class="visually-hidden">{t::theme_merge_which(l)}</legend>
                {fault}
                {list}
            </fieldset>
            <h2>{t::theme_merge_into(l)}</h2>
            {name_fields(l, state, &form.into)}
            {parent_field(l, tree, state, &form.into.parent, &|id| form.themes.contains(&id))}
            <div class="actions">{ui::button(t::theme_merge_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}
