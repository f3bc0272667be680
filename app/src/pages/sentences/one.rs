//! One sentence of the summary: its form, its sources, its versions, and the remarks beside it.

use super::form;
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Marks, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::SentenceId;
use model::domain::language::Locale;
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, RemarkForm, SentenceForm};
use model::i18n::t::sentences as t;
use model::labels;
use model::portal::{RemarkLine, SentencePage, SentenceVersion};
use model::routes;

/// `/summary/sentences/{id}`. One of the two forms was refused at most.
pub async fn page(cx: &Cx, id: SentenceId, state: Option<FormState<SentenceForm>>, remark: Option<FormState<RemarkForm>>) -> PageResult {
    let page = cx.portal.sentence(&cx.ctx, id).await?;
    let l = cx.locale();
    let part = labels::summary_part(l, page.line.part, &page.subgroups);
    let head = parts::head_in_session(l, t::sentence_title(l), &page.body, &page.session)
        .crumb(t::outline_title(l), routes::write_summary(l, page.session.id))
        .crumb(part, routes::summary_part(l, page.session.id, page.line.part.code()));
    let status = state.as_ref().map(parts::status_of_form).or_else(|| remark.as_ref().map(parts::status_of_form)).unwrap_or(200);
    let remark = remark.unwrap_or_default();
    Ok(ui::page(cx, status, head, || content(l, &page, state, &remark)))
}

/// The form of a stored sentence after a button was refused that sends no words.
///
/// # Errors
/// Those of reading the sentence.
pub async fn refused(cx: &Cx, id: SentenceId, error: PortalError) -> PortalResult<FormState<SentenceForm>> {
    let page = cx.portal.sentence(&cx.ctx, id).await?;
    Ok(FormState::refused(stored(&page), error))
}

fn stored(page: &SentencePage) -> SentenceForm {
    let receipts: Vec<_> = page.line.sources.iter().map(|source| source.receipt.as_str()).collect();
    SentenceForm::of(&page.line.words, &receipts, page.line.version)
}

fn content(l: Locale, page: &SentencePage, state: Option<FormState<SentenceForm>>, remark: &FormState<RemarkForm>) -> AnyView {
    let part = labels::summary_part(l, page.line.part, &page.subgroups);
    view! {
        {ui::page_head(Some(part), t::sentence_title(l), None)}
        <section class="section stack">
            <h2 class="visually-hidden">{t::sentence_text(l)}</h2>
            {form::sentence(l, &page.line, page.organisations)}
            {form::sources(l, &page.line, page.organisations)}
            {ended(l, page)}
        </section>
        {edit(l, page, state)}
        {remarks(l, page, remark)}
        {versions(l, page)}
        <p class="section">
            <a href=routes::summary_part(l, page.session.id, page.line.part.code())>{labels::summary_part(l, page.line.part, &page.subgroups)}</a>
        </p>
    }
    .into_any()
}

fn at(l: Locale, page: &SentencePage, instant: model::domain::time::Instant) -> String {
    calendar::full(l, instant.to_second(), &page.session.time_zone)
}

/// A button of its own form, for the sentence as it was read.
fn act(l: Locale, page: &SentencePage, act: &'static str, words: &'static str, kind: Button) -> AnyView {
    view! {
        <form method="post" action=routes::sentence(l, page.line.id)>
            {ui::hidden(SentenceForm::VERSION, page.line.version.to_string())}
            {ui::hidden(SentenceForm::ACT, act)}
            <div class="actions">{ui::button(words, kind, None)}</div>
        </form>
    }
    .into_any()
}

fn ended(l: Locale, page: &SentencePage) -> AnyView {
    let Some(ended_at) = page.ended_at else { return ().into_any() };
    let back = page.write.is_ok().then(|| act(l, page, SentenceForm::RESTORE, t::sentence_restore(l), Button::Secondary));
    let words = t::sentence_ended(l, at(l, page, ended_at));
    ui::notice(Notice::Warning, view! { <h2>{words}</h2><p>{t::sentence_ended_what(l)}</p>{back} }.into_any())
}

fn edit(l: Locale, page: &SentencePage, state: Option<FormState<SentenceForm>>) -> AnyView {
    // What was typed is not lost, whatever became of the right to write it.
    if (page.write.is_err() || page.ended_at.is_some()) && state.is_none() {
        return ().into_any();
    }
    let mut state = state.unwrap_or_else(|| FormState::fresh(stored(page)));
    let trouble = if state.refusal == Some(PortalError::Conflict) {
        // What stands now is shown: saving again is then a choice.
        state.form.version = page.line.version.to_string();
        let words = view! { <h2>{t::sentence_changed_title(l)}</h2><p>{t::sentence_changed_what(l)}</p> };
        view! { <div role="alert">{ui::notice(Notice::Warning, words.into_any())}</div> }.into_any()
    } else {
        parts::trouble(l, &state, &form::names(l), "UTC")
    };
    let ticked: Vec<_> = state.form.cited.iter().map(|one| ui::hidden(SentenceForm::CITE, one.as_str())).collect();
    let end =
        (page.write.is_ok() && page.ended_at.is_none()).then(|| act(l, page, SentenceForm::END, t::sentence_end(l), Button::Secondary));
    view! {
        <section class="section" id="edit">
            <h2>{t::sentence_edit(l)}</h2>
            {trouble}
            <form class="form" method="post" action=routes::sentence(l, page.line.id) novalidate>
                {ui::hidden(SentenceForm::VERSION, state.form.version.clone())}
                {ticked}
                {form::fields(l, &state, page.own)}
                <div class="actions">{ui::button(t::sentence_save_button(l), Button::Primary, None)}</div>
            </form>
            {end}
        </section>
    }
    .into_any()
}

fn remarks(l: Locale, page: &SentencePage, state: &FormState<RemarkForm>) -> AnyView {
    let address = routes::sentence_remarks(l, page.line.id);
    let row = |one: &RemarkLine| {
        let settled = if let Some(settled) = one.settled_at {
            view! { <span>{t::remark_settled(l, at(l, page, settled))}</span> }.into_any()
        } else {
            let label = t::remark_settle_of(l, one.text.as_str());
            view! {
                <form method="post" action=address.clone()>
                    <button class="button button--small" name=RemarkForm::SETTLE value=one.id.to_string() aria-label=label>{t::remark_settle(l)}</button>
                </form>
            }
            .into_any()
        };
        view! {
            <li class="row">
                <p dir="auto">{one.text.clone()}</p>
                <div class="row__meta"><bdi>{one.by.clone()}</bdi>{ui::time(l, one.at.to_second(), &page.session.time_zone)}{settled}</div>
            </li>
        }
    };
    let list = if page.remarks.is_empty() {
        view! { <p>{t::remark_none(l)}</p> }.into_any()
    } else {
        view! { <ul class="rows">{page.remarks.iter().map(row).collect_view()}</ul> }.into_any()
    };
    let text = FieldSpec::of(state, RemarkForm::TEXT, t::remark_text(l), Some(t::remark_hint(l)), &state.form.text);
    view! {
        <section class="section stack" id="remarks">
            <h2>{t::remark_title(l)}</h2>
            {list}
            {parts::trouble(l, state, &[(RemarkForm::TEXT, t::remark_text(l))], "UTC")}
            <form class="form" method="post" action=address.clone() novalidate>
                {ui::text_area(l, text, 2, None, false)}
                <div class="actions">{ui::button(t::remark_button(l), Button::Secondary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

/// What the sentence said, the newest first, each beside the one before.
fn versions(l: Locale, page: &SentencePage) -> AnyView {
    let language = page.line.words.language.language();
    let row = |(place, one): (usize, &SentenceVersion)| {
        let before = page.versions.get(place + 1).map_or("", |before| before.text.as_str());
        let words = if before.is_empty() {
            view! { {one.text.clone()} }.into_any()
        } else {
            let changes = ui::diff_on_page(page.versions.len(), before, &one.text);
            ui::marked(l, &changes, (language, language), Marks::Both).into_any()
        };
        let head = t::sentence_version(l, one.by.as_str(), one.version, at(l, page, one.at));
        let own = one.own.then(|| view! { <span>{t::sentence_own_mark(l)}</span> });
        view! {
            <li class="row">
                <p class="row__meta"><bdi>{head}</bdi><span>{t::sentence_version_sources(l, i64::try_from(one.sources).unwrap_or(i64::MAX))}</span>{own}</p>
                <p lang=language.code() dir=language.direction().as_str()>{words}</p>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>{t::sentence_versions(l)}</h2>
            <ul class="rows">{page.versions.iter().enumerate().map(row).collect_view()}</ul>
        </section>
    }
    .into_any()
}
