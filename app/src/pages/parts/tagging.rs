//! The themes of an input before a moderator: what it bears, what its words suggest and why, and the form.

use super::super::moderation::Typed;
use super::paging::asking;
use super::themes::{nested, theme_name, theme_queue};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::ThemeId;
use model::domain::language::Locale;
use model::domain::themes::Suggestion;
use model::forms::TagForm;
use model::i18n::t::{acts, organisations, themes as t};
use model::policy::Denied;
use model::portal::{Tag, Tagging, ThemeLine};
use model::routes;

/// In which form the themes of an input are saved.
#[derive(Debug, Clone, Copy)]
pub enum TagsIn<'a> {
    /// That of the decision, by its id, which sends the version that was read: what is typed there comes along.
    Form(&'static str),
    /// One of its own, beside others of the page.
    Page,
    /// The one of the page, with what was typed for the decision meanwhile.
    Alone(&'a Typed),
}

/// The part of the page. `ticked`: what a form said that was refused, otherwise what the input bears; `kept`: what else the address asks for.
pub fn tagging(l: Locale, tagging: &Tagging, ticked: Option<&[ThemeId]>, kept: &[(&'static str, String)], place: TagsIn<'_>) -> AnyView {
    let borne = if tagging.tags.is_empty() {
        view! { <p>{t::tags_none(l)}</p> }.into_any()
    } else {
        let rows: Vec<_> = tagging.tags.iter().map(|tag| tag_row(l, tag)).collect();
        view! { <ul class="stack">{rows}</ul> }.into_any()
    };
    let manage = routes::themes(l, tagging.queue.key());
    let form = match tagging.may {
        Err(Denied::OwnOrganisation) => view! { <p class="meta">{t::tags_own(l)}</p> }.into_any(),
        Err(_) => ().into_any(),
        Ok(()) if tagging.themes.is_empty() => view! { <p>{t::tags_no_themes(l)}</p> }.into_any(),
        Ok(()) => form(l, tagging, ticked, kept, place),
    };
    view! {
        <section class="section" id="themes" tabindex="-1">
            <h2>{t::tags_title(l)}</h2>
            {borne}
            {form}
            <p><a href=manage>{t::tags_manage(l)}</a>" "<span class="meta">{theme_queue(l, &tagging.queue)}</span></p>
        </section>
    }
    .into_any()
}

fn tag_row(l: Locale, tag: &Tag) -> impl IntoView + use<> {
    let time = calendar::full(l, tag.at.to_second(), "UTC");
    let by = match &tag.by {
        Some(name) => acts::decision_by_office(l, name.as_str(), time),
        None => time,
    };
    let through = (!tag.through.is_empty()).then(|| {
        let names: Vec<_> = tag.through.iter().map(|name| t::theme_quoted(l, name.as_str())).collect();
        view! { " · "{t::tags_through(l, names.join(organisations::list_separator(l)))} }
    });
    view! { <li><strong>{theme_name(&tag.theme.name)}</strong>" "<span class="meta"><bdi>{by}</bdi>{through}</span></li> }
}

fn form(l: Locale, tagging: &Tagging, ticked: Option<&[ThemeId]>, kept: &[(&'static str, String)], place: TagsIn<'_>) -> AnyView {
    let within = match place {
        TagsIn::Form(id) => Some(id),
        TagsIn::Page | TagsIn::Alone(_) => None,
    };
    let borne: Vec<ThemeId> = tagging.tags.iter().map(|tag| tag.theme.id).collect();
    let chosen = ticked.unwrap_or(&borne);
    let is_suggested = |id: ThemeId| tagging.suggested.iter().any(|one| one.theme == id);
    let line_of = |id: ThemeId| tagging.themes.iter().find(|line| line.id == id);
    let suggested: Vec<_> = tagging
        .suggested
        .iter()
        .filter_map(|one| Some(suggestion(l, line_of(one.theme)?, one, chosen.contains(&one.theme), within)))
        .collect();
    let suggested = (!suggested.is_empty()).then(|| {
        view! {
            <fieldset class="choices" aria-describedby="suggested-what">
                <legend>{t::tags_suggested(l)}</legend>
                <p class="hint" id="suggested-what">{t::tags_suggested_what(l)}</p>
                {suggested}
            </fieldset>
        }
    });
    let all = nested(&tagging.themes, &|line| {
        if is_suggested(line.id) {
            // Each box once: what is ticked above is not unticked here.
            return view! { <p class="meta">{theme_name(&line.name)}" · "{t::tags_above(l)}</p> }.into_any();
        }
        tick(line, chosen.contains(&line.id), None, within)
    });
    let open = ticked.is_some() || tagging.themes.len() <= 20;
    let hidden = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value form=within/> };
    let fields = view! {
        {hidden(TagForm::TREE, tagging.tree.to_string())}
        {borne.iter().map(|id| hidden(TagForm::WAS, id.to_string())).collect_view()}
        {suggested}
        <details open=open>
            <summary>{t::tags_all(l)}</summary>
            <fieldset class="choices"><legend class="visually-hidden">{t::tags_all(l)}</legend>{all}</fieldset>
        </details>
    };
    let action = asking(&routes::input_themes(l, tagging.kind, tagging.item), kept);
    if let TagsIn::Form(id) = place {
        // Back at the themes.
        let action = format!("{action}#themes");
        return view! {
            <div class="stack">
                {fields}
                <div class="actions">
                    <button type="submit" class="button button--secondary" form=id formaction=action>{t::tags_save(l)}</button>
                </div>
            </div>
        }
        .into_any();
    }
    let (kind, typed) = match place {
        TagsIn::Alone(typed) => (Button::Primary, typed.hidden()),
        _ => (Button::Secondary, Vec::new()),
    };
    view! {
        <form class="stack" method="post" action=action>
            {hidden(TagForm::VERSION, tagging.version.to_string())}
            {typed.into_iter().map(|(name, value)| hidden(name, value)).collect_view()}
            {fields}
            <div class="actions">{ui::button(t::tags_save(l), kind, None)}</div>
        </form>
    }
    .into_any()
}

/// A box with the name of a theme; `hint`: the id of what explains it; `within`: the id of its form, where it stands outside.
fn tick(line: &ThemeLine, checked: bool, hint: Option<String>, within: Option<&'static str>) -> AnyView {
    let id = format!("theme-{}", line.id);
    view! {
        <div class="choice">
            <input
                type="checkbox"
                id=id.clone()
                name=TagForm::THEME
                value=line.id.to_string()
                checked=checked
                aria-describedby=hint
                form=within
            />
            <label for=id>{theme_name(&line.name)}</label>
        </div>
    }
    .into_any()
}

/// A theme that fits, and why.
fn suggestion(l: Locale, line: &ThemeLine, suggestion: &Suggestion, checked: bool, within: Option<&'static str>) -> AnyView {
    let hint = format!("why-{}", line.id);
    let words: Vec<_> = suggestion.says.iter().map(|words| t::theme_quoted(l, words.as_str())).collect();
    let because = t::tags_because(l, words.join(organisations::list_separator(l)));
    let shared = suggestion.shared.as_ref().map(|(word, count)| view! { "; "{t::tags_shared(l, *count, word.as_str())} });
    view! { {tick(line, checked, Some(hint.clone()), within)}<p class="hint" id=hint>{because}{shared}</p> }.into_any()
}
