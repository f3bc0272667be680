//! Two versions of a text: what is different, and the words with what was put in and taken out.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Change, Column, Marks};
use leptos::prelude::*;
use model::domain::drafting::{Compared, Fate, Unit, compare};
use model::domain::ids::DraftVersionId;
use model::domain::language::{Language, Locale};
use model::i18n::t::drafting as t;
use model::portal::TextComparison;
use model::routes;

/// How the two are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// One text with its changes.
    Inline,
    /// Two columns.
    Side,
}

/// The field of the address that says so.
pub const VIEW: &str = "view";
pub const SIDE: &str = "side";

/// The two texts as they are compared.
struct Texts<'a> {
    comparison: &'a TextComparison,
    old: Vec<Unit>,
    new: Vec<Unit>,
    lines: Vec<Compared>,
    /// How many of them have other words.
    differing: usize,
}

/// `/drafts/{id}/compare/{other}`
pub async fn page(cx: &Cx, one: DraftVersionId, other: DraftVersionId, view: View) -> PageResult {
    let comparison = cx.portal.compare_texts(&cx.ctx, one, other).await?;
    let l = cx.locale();
    let (old, new) = (Unit::all(&comparison.old.1), Unit::all(&comparison.new.1));
    let lines = compare(&old, &new, &comparison.alignment);
    let title = t::compare_texts_title(l, comparison.new.0.label.get(l), comparison.old.0.label.get(l));
    let newest = &comparison.new.0;
    let above = format!("{}, {}", newest.title.get(l), newest.label.get(l));
    let head = parts::head_in_body(l, title.clone(), &comparison.body).crumb(above, routes::draft(l, newest.id));
    let differing = lines.iter().filter(|line| line.fate != Fate::Unchanged).count();
    let texts = Texts { comparison: &comparison, old, new, lines, differing };
    Ok(ui::page(cx, 200, head, || content(l, title, &texts, view)))
}

fn content(l: Locale, title: String, texts: &Texts<'_>, view: View) -> AnyView {
    let (old, new) = (&texts.comparison.old.0, &texts.comparison.new.0);
    let read = |version: &model::domain::draft::DraftVersion| {
        view! { <a href=routes::draft(l, version.id)>{t::compare_texts_back(l, version.label.get(l))}</a> }
    };
    let text = match view {
        View::Inline => inline(l, texts),
        View::Side => side(l, texts),
    };
    view! {
        {ui::page_head(Some(new.title.get(l).to_owned()), title, Some(t::compare_texts_lede(l).to_owned()))}
        <div class="actions">{read(old)}{read(new)}</div>
        {summary(l, texts)}
        <section class="section" id="text">
            <h2>{t::compare_texts_whole(l)}</h2>
            {switch(l, texts, view)}
            {text}
        </section>
        {others(l, texts)}
    }
    .into_any()
}

/// What is different, line by line, each leading to its place.
fn summary(l: Locale, texts: &Texts<'_>) -> AnyView {
    let lines: Vec<_> = texts
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_same())
        .map(|(at, line)| {
            let here = match line.new {
                Some(unit) => texts.new[unit].citation.clone(),
                None => parts::cited(l, &texts.old, &line.old),
            };
            let words = parts::fate(l, line, &texts.old, &texts.new);
            view! { <li><a href=format!("#c-{at}")><bdi>{t::compare_texts_paragraph(l, here)}</bdi>" "{words}</a></li> }
        })
        .collect();
    let heading = if lines.is_empty() { t::compare_texts_same(l).to_owned() } else { t::compare_texts_what(l, lines.len()) };
    view! { <section class="section"><h2>{heading}</h2><ul class="stack">{lines}</ul></section> }.into_any()
}

fn switch(l: Locale, texts: &Texts<'_>, view: View) -> AnyView {
    let here = routes::compare_texts(l, texts.comparison.old.0.id, texts.comparison.new.0.id);
    let link = |words: &'static str, to: View, href: String| {
        let current = (to == view).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=t::compare_texts_view(l)>
            <ul>
                {link(t::compare_texts_inline(l), View::Inline, format!("{here}#text"))}
                {link(t::compare_texts_side(l), View::Side, format!("{here}?{VIEW}={SIDE}#text"))}
            </ul>
        </nav>
    }
    .into_any()
}

fn others(l: Locale, texts: &Texts<'_>) -> AnyView {
    let comparison = texts.comparison;
    let Some((newest, earlier)) = comparison.versions.split_first() else { return ().into_any() };
    let links: Vec<_> = earlier
        .iter()
        .filter(|version| (version.id, newest.id) != (comparison.old.0.id, comparison.new.0.id))
        .map(|version| {
            let words = t::text_version_compare(l, newest.label.get(l), version.label.get(l));
            view! { <li><a href=routes::compare_texts(l, version.id, newest.id)>{words}</a></li> }
        })
        .collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! { <section class="section"><h2>{t::compare_texts_others(l)}</h2><ul class="stack">{links}</ul></section> }.into_any()
}

fn languages(texts: &Texts<'_>) -> (Language, Language) {
    (texts.comparison.old.0.language, texts.comparison.new.0.language)
}

/// What was done to the words of a line: those put in and taken out. Of what was split the last part shows what was lost.
fn changes(texts: &Texts<'_>, line: &Compared) -> Vec<Change> {
    let old = line.old.iter().map(|at| texts.old[*at].text.as_str()).collect::<Vec<_>>().join(" ");
    let Some(unit) = line.new else { return vec![Change::Out(old)] };
    let new = texts.new[unit].text.as_str();
    match line.fate {
        Fate::Unchanged => vec![Change::Same(new.to_owned())],
        Fate::Split => {
            // Everything that comes from it, also what others come from too: no word of it is shown as lost that stands elsewhere.
            let parts: Vec<(usize, &str)> = line
                .old
                .iter()
                .flat_map(|old| texts.comparison.alignment.successors(*old))
                .map(|unit| (unit, texts.new[unit].text.as_str()))
                .collect();
            let place = parts.iter().position(|(other, _)| *other == unit).unwrap_or_default();
            let words: Vec<&str> = parts.iter().map(|(_, words)| *words).collect();
            ui::changes_of_part(&ui::diff_on_page(texts.differing, &old, &words.join(" ")), &words, place)
        }
        Fate::Changed | Fate::Added | Fate::Deleted | Fate::Merged => ui::diff_on_page(texts.differing, &old, new),
    }
}

/// The numbers of a line: the old one struck through where it is another.
fn numbers(l: Locale, texts: &Texts<'_>, line: &Compared) -> AnyView {
    let printed = |unit: &Unit| if unit.label.is_empty() { unit.citation.clone() } else { unit.label.clone() };
    match line.new {
        None => line.old.first().map(|at| ui::taken_out(l, printed(&texts.old[*at]), None)).into_any(),
        Some(unit) => {
            let before =
                line.old.first().filter(|_| line.renumbered).map(|at| view! { {ui::taken_out(l, printed(&texts.old[*at]), None)}" " });
            let here = printed(&texts.new[unit]);
            let here = if line.renumbered || line.fate == Fate::Added { ui::put_in(l, here) } else { here.into_any() };
            view! { {before}{here} }.into_any()
        }
    }
}

fn level(texts: &Texts<'_>, line: &Compared) -> &'static str {
    let unit = line.new.map(|unit| &texts.new[unit]).or_else(|| line.old.first().map(|at| &texts.old[*at]));
    unit.map_or("provision", |unit| parts::level_class(unit.level))
}

/// One text, in the order of the new version.
fn inline(l: Locale, texts: &Texts<'_>) -> AnyView {
    let (old, new) = languages(texts);
    let (lang, dir) = (new.code(), new.direction().as_str());
    let blocks: Vec<_> = texts
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let words = ui::marked(l, &changes(texts, line), (old, new), Marks::Both);
            let fate = (!line.is_same()).then(|| {
                view! { <p class="provision__tools" lang=l.code() dir=l.direction().as_str()><span class="badge">{parts::fate(l, line, &texts.old, &texts.new)}</span></p> }
            });
            view! {
                <div class=level(texts, line) id=format!("c-{at}")>
                    <span class="provision__label" lang=lang dir=dir>{numbers(l, texts, line)}</span>
                    <div class="provision__text" lang=lang dir=dir>{words}</div>
                    {fate}
                </div>
            }
        })
        .collect();
    view! { <article class="draft draft--margin" dir=dir>{blocks}</article> }.into_any()
}

/// Two columns: what was, and what is.
fn side(l: Locale, texts: &Texts<'_>) -> AnyView {
    let (old, new) = languages(texts);
    let cell = |words: Vec<AnyView>, language: Language| {
        if words.is_empty() {
            view! { <td><span class="hint">{t::compare_texts_nothing(l)}</span></td> }.into_any()
        } else {
            view! { <td lang=language.code() dir=language.direction().as_str()>{words}</td> }.into_any()
        }
    };
    let rows: Vec<_> = texts
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let changes = changes(texts, line);
            let before = if line.old.is_empty() { Vec::new() } else { ui::marked(l, &changes, (old, new), Marks::TakenOut) };
            let now = if line.new.is_none() { Vec::new() } else { ui::marked(l, &changes, (old, new), Marks::PutIn) };
            let fate = (!line.is_same()).then(|| view! { <div class="meta">{parts::fate(l, line, &texts.old, &texts.new)}</div> });
            view! { <tr id=format!("c-{at}")><th scope="row"><bdi>{numbers(l, texts, line)}</bdi>{fate}</th>{cell(before, old)}{cell(now, new)}</tr> }.into_any()
        })
        .collect();
    let name = |version: &model::domain::draft::DraftVersion| version.label.get(l).to_owned();
    let columns = [t::compare_texts_column(l).to_owned(), name(&texts.comparison.old.0), name(&texts.comparison.new.0)];
    ui::table(t::compare_texts_side(l), columns.map(Column::of), rows)
}
