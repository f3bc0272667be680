//! A theme goes over into several new ones.

use super::super::parts;
use super::{below, seen, wrong};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::ThemeId;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::themes::MOST_PARTS;
use model::forms::{FormState, ThemeForm, ThemeSplitForm};
use model::i18n::t::{moderation as m, themes as t};
use model::labels;
use model::portal::{SplitPage, ThemedLine};
use model::routes;

/// `/moderation/themes/{id}/split`
pub async fn page(cx: &Cx, id: ThemeId, state: Option<FormState<ThemeSplitForm>>) -> PageResult {
    let page = cx.portal.split_page(&cx.ctx, id, seen(state.as_ref(), |form| &form.version)).await?;
    let l = cx.locale();
    let fresh =
        || ThemeSplitForm { language: page.theme.name.language.code().to_owned(), rest: "1".to_owned(), ..ThemeSplitForm::default() };
    let state = state.unwrap_or_else(|| FormState::fresh(fresh()));
    let head = below(l, t::theme_split_title(l, page.theme.name.text.as_str()), &page.tree.queue)
        .crumb(page.theme.name.text.clone(), routes::kept_theme(l, id));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &page, &state)))
}

/// The numbers of the new themes as options.
fn parts_of(l: Locale) -> impl Iterator<Item = (String, String)> {
    (1..=MOST_PARTS).map(move |number| (number.to_string(), t::theme_split_part(l, number)))
}

fn content(l: Locale, page: &SplitPage, state: &FormState<ThemeSplitForm>) -> AnyView {
    let form = &state.form;
    let labels_of: Vec<String> = (1..=MOST_PARTS).map(|number| t::theme_split_part(l, number)).collect();
    let mut fields: Vec<(&'static str, &str)> = ThemeSplitForm::NAMES.into_iter().zip(labels_of.iter().map(String::as_str)).collect();
    fields.extend([(ThemeSplitForm::LANGUAGE, t::theme_split_language(l)), (ThemeSplitForm::REST, t::theme_split_rest(l))]);
    let names: Vec<_> = ThemeSplitForm::NAMES
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let spec = FieldSpec::of(state, name, &labels_of[at], None, form.names.get(at).map_or("", String::as_str));
            ui::text_field(l, if at < 2 { spec } else { spec.optional() })
        })
        .collect();
    let language = FieldSpec::of(state, ThemeSplitForm::LANGUAGE, t::theme_split_language(l), None, &form.language);
    let rest = FieldSpec::of(state, ThemeSplitForm::REST, t::theme_split_rest(l), Some(t::theme_split_rest_hint(l)), &form.rest);
    let title = t::theme_split_title(l, page.theme.name.text.as_str());
    view! {
        {ui::page_head(Some(parts::theme_queue(l, &page.tree.queue)), title, Some(t::theme_split_lede(l).to_owned()))}
        {wrong(l, &page.tree, state, &fields)}
        <form class="form" method="post" action=routes::split_theme(l, page.theme.id) novalidate>
            {ui::hidden(ThemeForm::VERSION, page.tree.version.to_string())}
            <h2>{t::theme_split_parts(l)}</h2>
            {names}
            {ui::select(l, language, &labels::language_options(l))}
            {ui::select(l, rest, &parts_of(l).collect::<Vec<_>>())}
            {sorting(l, page, form)}
            <div class="actions">{ui::button(t::theme_split_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

/// A choice of new theme for each input that bears the theme, and for each theme below it.
fn sorting(l: Locale, page: &SplitPage, form: &ThemeSplitForm) -> AnyView {
    let options: Vec<_> = [(String::new(), t::theme_split_with_rest(l).to_owned())].into_iter().chain(parts_of(l)).collect();
    let choice =
        |name: String, label: &str, value: &str| ui::select(l, FieldSpec { name: &name, label, value, ..FieldSpec::default() }, &options);
    let input = |(line, own): &(ThemedLine, bool)| {
        let title = match line.kind {
            ItemKind::Paper => line.title.clone(),
            ItemKind::Comment => m::queue_comment_on(l, line.title.as_str()),
        };
        let title = format!("{title} · {}", line.organisation.name);
        if *own {
            return view! { <p>{title}" · "{t::theme_split_own(l)}</p> }.into_any();
        }
        let name = format!("{}{}", ThemeSplitForm::INPUT, line.item);
        choice(name, &title, form.of(ThemeSplitForm::INPUT, line.item))
    };
    let inputs: Vec<_> = page.inputs.iter().map(input).collect();
    let inputs = if inputs.is_empty() { view! { <p>{t::theme_split_nothing(l)}</p> }.into_any() } else { inputs.into_any() };
    let more = (page.more > 0).then(|| view! { <p>{t::theme_split_more(l, page.more)}</p> });
    let below = (!page.below.is_empty()).then(|| {
        let choices: Vec<_> = page
            .below
            .iter()
            .map(|theme| {
                let name = format!("{}{}", ThemeSplitForm::BELOW, theme.id);
                choice(name, &theme.name.text, form.of(ThemeSplitForm::BELOW, theme.id))
            })
            .collect();
        view! { <h2>{t::theme_split_below(l)}</h2>{choices} }
    });
    view! { {below}<h2>{t::theme_split_sort(l)}</h2><p>{t::theme_split_sort_what(l)}</p>{inputs}{more} }.into_any()
}
