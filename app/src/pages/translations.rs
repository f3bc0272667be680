//! The chair's pages of a version in other languages: which there are, and the form of one.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::drafting::{Mismatch, Outline, TranslationStatus, Unit, mismatches, outline};
use model::domain::ids::DraftVersionId;
use model::domain::language::{Language, Locale};
use model::domain::validate::Fault;
use model::error::PortalError;
use model::forms::{FormState, TranslationForm};
use model::i18n::t::{planning, translations as t};
use model::labels;
use model::portal::{TranslationEditor, TranslationsPage};
use model::routes;

/// How many places are listed at most: whoever has mended these presses again.
const LISTED: usize = 50;

/// `/drafts/{id}/translations`
pub async fn page(cx: &Cx, id: DraftVersionId) -> PageResult {
    let page = cx.portal.translations(&cx.ctx, id).await?;
    let l = cx.locale();
    let draft = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, t::translations_title(l), &page.body).crumb(draft, routes::draft(l, id));
    Ok(ui::page(cx, 200, head, || list(l, &page)))
}

fn list(l: Locale, page: &TranslationsPage) -> AnyView {
    let draft = &page.draft;
    let rows: Vec<_> = Language::ALL
        .into_iter()
        .filter(|language| *language != draft.language)
        .map(|language| {
            let name = labels::language_name(l, language);
            let id = format!("language-{}", language.code());
            let there = page.translations.iter().find(|translation| translation.language == language);
            let meta = there.map_or_else(
                || view! { <span>{t::translation_none(l)}</span> }.into_any(),
                |translation| {
                    let status = labels::translation_status(l, translation.status);
                    view! { <span>{status}</span><span>{ui::time(l, translation.added_at.to_second(), "UTC")}</span> }.into_any()
                },
            );
            let words = if there.is_some() { t::translation_change(l) } else { t::translation_add(l) };
            view! {
                <li class="row">
                    <h2 class="row__title" id=id.clone()>{name}</h2>
                    <p class="row__meta">{meta}</p>
                    <p><a href=routes::translation(l, draft.id, language.code()) aria-describedby=id>{words}</a></p>
                </li>
            }
        })
        .collect();
    view! {
        {ui::page_head(Some(draft.label.get(l).to_owned()), t::translations_title(l), Some(t::translations_lede(l).to_owned()))}
        <ul class="rows">{rows}</ul>
        <p><a href=routes::draft(l, draft.id)>{t::translations_back(l)}</a></p>
    }
    .into_any()
}

/// `/drafts/{id}/translations/{language}`
pub async fn edit(cx: &Cx, id: DraftVersionId, language: Language, state: Option<FormState<TranslationForm>>) -> PageResult {
    let editor = cx.portal.translation_editor(&cx.ctx, id, language).await?;
    let l = cx.locale();
    let mut state = state.unwrap_or_else(|| FormState::fresh(TranslationForm::of(&editor.original, editor.stored.as_ref())));
    if state.form.act == TranslationForm::REMOVE {
        // Nothing was typed: the form shows what there is.
        state.form = TranslationForm::of(&editor.original, editor.stored.as_ref());
    }
    let conflict = state.refusal == Some(PortalError::Conflict);
    if conflict {
        // What is stored stands below; saving again is then a choice.
        state.form.revision = editor.stored.as_ref().map_or(0, |(translation, _)| translation.revision).to_string();
    }
    let title = t::translation_title(l, labels::language_name(l, language));
    let head = parts::head_in_body(l, title.clone(), &editor.body)
        .crumb(editor.draft.label.get(l), routes::draft(l, id))
        .crumb(t::translations_title(l), routes::translations(l, id));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        view! {
            {parts::trouble(l, &state, &[(TranslationForm::STATUS, t::translation_status(l)), (TranslationForm::SOURCE, t::translation_source(l))], "UTC")}
            {ui::page_head(Some(editor.draft.label.get(l).to_owned()), title, Some(t::translation_lede(l).to_owned()))}
            {what_differs(l, &editor, &state)}
            {form(l, &editor, &state)}
            {conflict.then(|| stored(l, &editor))}
            {removal(l, &editor)}
        }
        .into_any()
    }))
}

fn form(l: Locale, editor: &TranslationEditor, state: &FormState<TranslationForm>) -> AnyView {
    let values = &state.form;
    let status =
        FieldSpec::of(state, TranslationForm::STATUS, t::translation_status(l), Some(t::translation_status_hint(l)), &values.status);
    let source =
        FieldSpec::of(state, TranslationForm::SOURCE, t::translation_source(l), Some(t::translation_source_hint(l)), &values.source);
    let options = labels::options(TranslationStatus::ALL, TranslationStatus::code, |status| labels::translation_status(l, status));
    view! {
        <form class="form" method="post" action=routes::translation(l, editor.draft.id, editor.language.code()) novalidate>
            {ui::hidden(TranslationForm::REVISION, values.revision.as_str())}
            {ui::select(l, status, &options)}
            {ui::text_area(l, source, 24, Some(editor.language), true)}
            <div class="actions">
                {ui::button(t::translation_save(l), Button::Primary, None)}
                <a href=routes::translations(l, editor.draft.id)>{t::translation_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// Why what was pasted is no translation of this version: what cannot be read, or does not match, with its places; and how it was read.
fn what_differs(l: Locale, editor: &TranslationEditor, state: &FormState<TranslationForm>) -> AnyView {
    // All is said at once: also where something else was found before it was read.
    let asked = state.fault(TranslationForm::SOURCE) == Some(Fault::DoesNotMatch) || state.fault(TranslationForm::STATUS).is_some();
    if !asked || state.form.source.trim().is_empty() {
        return ().into_any();
    }
    let read = outline(&state.form.source);
    let original = Unit::all(&editor.original);
    let found = mismatches(&original, &read.units);
    if found.is_empty() && read.flaws.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = found.iter().take(LISTED).map(|place| view! { <li>{line(l, editor, &original, &read, *place)}</li> }).collect();
    let list = (!found.is_empty()).then(|| {
        let words = view! { <p><strong>{t::translation_mismatches(l, found.len())}</strong></p><ul class="stack">{lines}</ul> };
        ui::notice(Notice::Warning, words.into_any())
    });
    view! {
        <section class="section" id="differs">
            <h2>{t::translation_differs(l)}</h2>
            {parts::troubles(l, &read)}
            {list}
        </section>
    }
    .into_any()
}

fn line(l: Locale, editor: &TranslationEditor, original: &[Unit], read: &Outline, place: Mismatch) -> AnyView {
    let here = |at: usize| original.get(at).map(|unit| quoted(editor.draft.language, unit));
    let there = |at: usize| read.units.get(at).map(|unit| quoted(editor.language, unit));
    match place {
        Mismatch::Missing { original } => view! { {t::mismatch_missing(l)}" "{here(original)} }.into_any(),
        Mismatch::Extra { translation } => view! { {t::mismatch_extra(l)}" "{there(translation)} }.into_any(),
        Mismatch::Differs { original, translation } => view! {
            {t::mismatch_differs(l)}" "{there(translation)}" — "{t::mismatch_instead(l)}" "{here(original)}
        }
        .into_any(),
    }
}

/// A unit by its number and how it begins.
fn quoted(language: Language, unit: &Unit) -> AnyView {
    const MOST: usize = 60;
    let mut begin: String = unit.text.chars().take(MOST).collect();
    if unit.text.chars().nth(MOST).is_some() {
        begin.push('…');
    }
    let words = if unit.label.is_empty() { begin } else { format!("{} {begin}", unit.label) };
    view! { <bdi lang=language.code() dir=language.direction().as_str()>{words}</bdi> }.into_any()
}

/// What somebody else has stored meanwhile: saving again replaces it.
fn stored(l: Locale, editor: &TranslationEditor) -> AnyView {
    let stored = TranslationForm::of(&editor.original, editor.stored.as_ref());
    let (lang, dir) = (editor.language.code(), editor.language.direction().as_str());
    let status = editor.stored.as_ref().map(|(there, _)| view! { <p>{labels::translation_status(l, there.status)}</p> });
    let words = editor.stored.is_some().then(|| view! { <pre class="prose compared" lang=lang dir=dir>{stored.source}</pre> });
    let none = editor.stored.is_none().then(|| view! { <p>{t::translation_none(l)}</p> });
    view! { <section class="section"><h2>{planning::plan_stored(l)}</h2>{status}{words}{none}</section> }.into_any()
}

/// The way to remove what there is.
fn removal(l: Locale, editor: &TranslationEditor) -> AnyView {
    let Some((translation, _)) = &editor.stored else { return ().into_any() };
    view! {
        <details class="section">
            <summary>{t::translation_remove(l)}</summary>
            <p>{t::translation_remove_what(l)}</p>
            <form method="post" action=routes::translation(l, editor.draft.id, editor.language.code())>
                {ui::hidden(TranslationForm::REVISION, translation.revision.to_string())}
                {ui::button(t::translation_remove(l), Button::Danger, Some((TranslationForm::ACT, TranslationForm::REMOVE)))}
            </form>
        </details>
    }
    .into_any()
}
