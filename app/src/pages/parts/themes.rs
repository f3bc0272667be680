//! Themes where pages name them: a tree as nested lists, as the options of a select, what was done with them, where they come from.

use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::ThemeId;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::themes::{ThemeAct, ThemeName};
use model::i18n::t::{acts, moderation, organisations, themes as t};
use model::labels;
use model::portal::{Lineage, ThemeActLine, ThemeLine, ThemeQueue, ThemeRef, ThemedLine};
use model::routes;

/// What a queue with themes is called.
pub fn theme_queue(l: Locale, queue: &ThemeQueue) -> String {
    match &queue.subgroup {
        Some(subgroup) => subgroup.name.get(l).to_owned(),
        None => format!("{} · {}", moderation::queue_whole_body(l), queue.body.code.to_uppercase()),
    }
}

/// The name of a theme, in its language.
pub fn theme_name(name: &ThemeName) -> impl IntoView + use<> {
    view! { <bdi lang=name.language.code()>{name.text.clone()}</bdi> }
}

/// A tree as lists within each other; `line`: what stands on one.
pub fn nested(lines: &[ThemeLine], line: &dyn Fn(&ThemeLine) -> AnyView) -> AnyView {
    let (mut items, mut rest) = (Vec::new(), lines);
    while let Some((first, after)) = rest.split_first() {
        let below = after.iter().take_while(|one| one.depth > first.depth).count();
        let inner = (below > 0).then(|| nested(&after[..below], line));
        items.push(view! { <li>{line(first)}{inner}</li> });
        rest = &after[below..];
    }
    view! { <ul class="themes">{items}</ul> }.into_any()
}

/// The themes of a tree as the options of a select, further in what stands below.
pub fn theme_options(lines: &[ThemeLine]) -> Vec<(String, String)> {
    lines.iter().map(|line| (line.id.to_string(), format!("{}{}", "– ".repeat(line.depth), line.name.text))).collect()
}

/// The same, for the theme another stands under: none, or one of those that it may stand under.
pub fn parent_options(l: Locale, lines: &[ThemeLine], but: impl Fn(ThemeId) -> bool) -> Vec<(String, String)> {
    // Nothing stands below the last level.
    let may = lines.iter().filter(|line| line.depth + 1 < model::domain::themes::MAX_DEPTH && !but(line.id)).cloned();
    let may: Vec<ThemeLine> = may.collect();
    [(String::new(), t::theme_parent_none(l).to_owned())].into_iter().chain(theme_options(&may)).collect()
}

/// The names of themes in a sentence.
fn quoted(l: Locale, themes: &[ThemeRef]) -> String {
    let names: Vec<_> = themes.iter().map(|theme| t::theme_quoted(l, theme.name.text.as_str())).collect();
    names.join(organisations::list_separator(l))
}

/// What was done, as a sentence.
pub fn theme_act_words(l: Locale, line: &ThemeActLine) -> String {
    let (name, to) = (line.name.as_str(), line.to.as_str());
    match line.act {
        ThemeAct::Create => t::theme_act_create(l, name),
        ThemeAct::Rename => t::theme_act_rename(l, name, to),
        ThemeAct::Move if to.is_empty() => t::theme_act_top(l, name),
        ThemeAct::Move => t::theme_act_move(l, name, to),
        ThemeAct::Order => t::theme_act_order(l, name),
        ThemeAct::End => t::theme_act_end(l, name),
        ThemeAct::Reopen => t::theme_act_reopen(l, name),
        ThemeAct::Merge => t::theme_act_merge(l, quoted(l, &line.from), quoted(l, &line.into)),
        ThemeAct::Split => t::theme_act_split(l, quoted(l, &line.from), quoted(l, &line.into)),
        ThemeAct::Undo if line.undoes == Some(ThemeAct::Split) => t::theme_act_undo_split(l).to_owned(),
        ThemeAct::Undo => t::theme_act_undo_merge(l).to_owned(),
    }
}

/// By which office, by whom, and when.
pub fn theme_act_by(l: Locale, line: &ThemeActLine, queue: &ThemeQueue) -> String {
    let time = calendar::full(l, line.at.to_second(), "UTC");
    let office = labels::moderation_office(l, line.role, queue.subgroup.as_ref().map(|subgroup| &subgroup.name));
    match &line.by {
        Some(name) => acts::decision_by_name(l, name.as_str(), office, time),
        None => acts::decision_by_office(l, office, time),
    }
}

/// What was done, as rows that lead to the page of each.
pub fn theme_act_rows(l: Locale, lines: &[ThemeActLine], queue: &ThemeQueue) -> AnyView {
    let row = |line: &ThemeActLine| {
        let undone = line.undone.then(|| view! { <span>{t::theme_act_undone(l)}</span> });
        view! {
            <li class="row">
                <p class="row__title"><a href=routes::theme_act(l, line.id)><bdi>{theme_act_words(l, line)}</bdi></a></p>
                <p class="row__meta"><span>{theme_act_by(l, line, queue)}</span>{undone}</p>
            </li>
        }
    };
    view! { <ul class="rows">{lines.iter().map(row).collect_view()}</ul> }.into_any()
}

/// That the tree is another one than a form was made from, with what was done since and by whom.
pub fn themes_changed(l: Locale, since: &[ThemeActLine], queue: &ThemeQueue, title: &'static str, what: &'static str) -> AnyView {
    let row = |line: &ThemeActLine| view! { <li><bdi>{theme_act_words(l, line)}</bdi>". "{theme_act_by(l, line, queue)}</li> };
    let rows = (!since.is_empty()).then(|| view! { <ul>{since.iter().map(row).collect_view()}</ul> });
    let content = view! { <h2>{title}</h2><p>{what}</p>{rows}<p>{t::theme_changed_again(l)}</p> };
    view! { <div role="alert" class="stack">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
}

/// From what a theme comes and into what it went; `address`: of the page of a theme. Nothing where it was neither merged nor split.
pub fn lineage(l: Locale, from: &[Lineage], into: &[Lineage], address: fn(Locale, ThemeId) -> String) -> AnyView {
    if from.is_empty() && into.is_empty() {
        return ().into_any();
    }
    let sentence = |one: &Lineage, comes: bool| {
        let time = calendar::full(l, one.at.to_second(), "UTC");
        let office = labels::moderation_office(l, one.role, one.queue.as_ref());
        let names = quoted(l, &one.themes);
        let words = match (comes, one.what) {
            (true, ThemeAct::Split) => t::theme_from_split(l, office, names, time),
            (true, _) => t::theme_from_merge(l, office, names, time),
            (false, ThemeAct::Split) => t::theme_into_split(l, office, names, time),
            (false, _) => t::theme_into_merge(l, office, names, time),
        };
        let undone = one.undone.then(|| view! { " "{t::theme_lineage_undone(l)} });
        let links: Vec<_> =
            one.themes.iter().map(|theme| view! { <li><a href=address(l, theme.id)>{theme_name(&theme.name)}</a></li> }).collect();
        view! { <p>{words}{undone}</p><ul class="stack">{links}</ul> }
    };
    let came: Vec<_> = from.iter().map(|one| sentence(one, true)).collect();
    let went: Vec<_> = into.iter().map(|one| sentence(one, false)).collect();
    view! { <section class="section" id="lineage"><h2>{t::theme_lineage(l)}</h2>{came}{went}</section> }.into_any()
}

/// The page of one theme for everybody, and for those who keep it.
pub fn public_address(l: Locale, id: ThemeId) -> String {
    routes::theme(l, id)
}

pub fn kept_address(l: Locale, id: ThemeId) -> String {
    routes::kept_theme(l, id)
}

/// For whom inputs that bear a theme are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// For those who decide on them.
    Kept,
    /// For those who read them by another office.
    Overseen,
    /// For everybody.
    Public,
}

/// Inputs that bear a theme, as rows; for those in office with where each stands.
pub fn themed_rows(l: Locale, lines: &[ThemedLine], rows: Rows) -> AnyView {
    let row = |line: &ThemedLine| {
        let title = match line.kind {
            ItemKind::Paper => ui::paper_title(l, &line.title, line.language).into_any(),
            ItemKind::Comment => moderation::queue_comment_on(l, line.title.as_str()).into_any(),
        };
        let href = if rows == Rows::Kept { routes::moderate(l, line.kind, line.item) } else { routes::input(l, line.kind, line.item) };
        let state = (rows != Rows::Public).then(|| view! { <span>{ui::status(l, line.state)}</span> });
        view! {
            <li class="row">
                <h3 class="row__title"><a href=href>{title}</a></h3>
                <p class="row__meta">
                    <span>{ui::organisation(l, &line.organisation)}</span>
                    <span>{labels::item_kind(l, line.kind)}</span>
                    <span>{labels::language_name(l, line.language)}</span>
                    {ui::happened(l, line.submitted_at.to_second())}
                    {state}
                </p>
            </li>
        }
    };
    view! { <ul class="rows">{lines.iter().map(row).collect_view()}</ul> }.into_any()
}

/// The themes of a public input; nothing where it bears none.
pub fn input_themes(l: Locale, themes: &[ThemeRef]) -> AnyView {
    if themes.is_empty() {
        return ().into_any();
    }
    let links: Vec<_> =
        themes.iter().map(|theme| view! { <li><a href=routes::theme(l, theme.id)>{theme_name(&theme.name)}</a></li> }).collect();
    view! { <section class="section" id="themes"><h2>{t::input_themes(l)}</h2><ul class="stack">{links}</ul></section> }.into_any()
}

/// The themes of a queue that have public inputs, with their numbers; nothing where there are none.
pub fn public_themes(l: Locale, lines: &[ThemeLine]) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let list = nested(lines, &|line| {
        view! {
            <p>
                <a href=routes::theme(l, line.id)>{theme_name(&line.name)}</a>" "
                <span class="meta">{t::theme_public_count(l, line.all)}</span>
            </p>
        }
        .into_any()
    });
    view! {
        <section class="section" id="themes">
            <h2>{t::subgroup_themes(l)}</h2>
            <p class="meta">{t::subgroup_themes_what(l)}</p>
            {list}
        </section>
    }
    .into_any()
}
