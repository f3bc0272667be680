//! A part of the summary: its sentences by paragraph, a form for the next one, and what it does not cite yet.

use super::form;
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::SessionId;
use model::domain::language::Locale;
use model::domain::summary::Part;
use model::forms::{FormState, SentenceForm};
use model::i18n::t::sentences as t;
use model::labels;
use model::portal::{PartPage, SentenceLine};
use model::routes;

/// `/sessions/{id}/summary/parts/{part}`
pub async fn page(cx: &Cx, id: SessionId, part: Part, state: Option<FormState<SentenceForm>>) -> PageResult {
    let page = cx.portal.part(&cx.ctx, id, part).await?;
    let l = cx.locale();
    let head = parts::head_in_session(l, labels::summary_part(l, part, &page.subgroups), &page.body, &page.session)
        .crumb(t::outline_title(l), routes::write_summary(l, id));
    let status = state.as_ref().map_or(200, parts::status_of_form);
    let fresh = || FormState::fresh(SentenceForm { language: l.code().to_owned(), ..SentenceForm::default() });
    let state = state.unwrap_or_else(fresh);
    Ok(ui::page(cx, status, head, || content(l, &page, &state)))
}

fn content(l: Locale, page: &PartPage, state: &FormState<SentenceForm>) -> AnyView {
    let eyebrow = format!("{} · {}", page.body.short_name.get(l), page.session.title.get(l));
    let title = labels::summary_part(l, page.part, &page.subgroups);
    let list = if page.sentences.is_empty() {
        let what = page.write.is_ok().then(|| view! { <p>{t::sentence_none_what(l)}</p> });
        ui::empty(t::sentence_none(l), what.into_any())
    } else {
        let paragraphs = paragraphs(&page.sentences);
        let lines: Vec<_> = page.sentences.iter().zip(paragraphs).map(|(line, number)| sentence(l, page, line, number)).collect();
        view! { <ul class="rows">{lines}</ul> }.into_any()
    };
    view! {
        {ui::page_head_with(Some(eyebrow), title, None, handing(l, page))}
        <section class="section stack">
            <h2>{t::outline_sentences(l)}</h2>
            {list}
            {form::numbers(l, page.organisations)}
        </section>
        {add(l, page, state)}
        <p class="section"><a href=routes::write_summary(l, page.session.id)>{t::outline_title(l)}</a></p>
    }
    .into_any()
}

/// Where the part stands between its moderators and the chair.
fn handing(l: Locale, page: &PartPage) -> AnyView {
    let since = page.handed_in_at.map(|at| {
        let words = t::handed_in_notice(l, calendar::full(l, at.to_second(), &page.session.time_zone));
        ui::notice(Notice::Info, view! { <p>{words}</p> }.into_any())
    });
    let reads_only = (page.write.is_err() && page.handed_in_at.is_none()).then(|| view! { <p class="meta">{t::sentence_read_only(l)}</p> });
    let address = routes::hand_in_part(l, page.session.id, page.part.code());
    let form = |back: &'static str, button: &'static str, what: Option<&'static str>| {
        view! {
            <form method="post" action=address.clone() class="stack">
                {ui::hidden("back", back)}
                {what.map(|what| view! { <p class="hint">{what}</p> })}
                <div class="actions">{ui::button(button, Button::Secondary, None)}</div>
            </form>
        }
    };
    let hand_in = page.hand_in.then(|| form("", t::hand_in_button(l), Some(t::hand_in_what(l))));
    let give_back = page.give_back.then(|| form("yes", t::give_back_button(l), None));
    view! { {since}{reads_only}{hand_in}{give_back} }.into_any()
}

/// The number of the paragraph that begins with each sentence. The first begins one in any case.
fn paragraphs(sentences: &[SentenceLine]) -> Vec<Option<i64>> {
    let mut last = 0;
    let mut number = |line: &SentenceLine| {
        (line.words.opens || last == 0).then(|| {
            last += 1;
            last
        })
    };
    sentences.iter().map(&mut number).collect()
}

fn sentence(l: Locale, page: &PartPage, line: &SentenceLine, paragraph: Option<i64>) -> AnyView {
    let address = routes::sentence(l, line.id);
    let what = labels::sentence(line.words.language, &line.words.text, line.organisations, page.organisations);
    let remarks = (line.remarks > 0).then(|| view! { <span>{t::remark_open(l, line.remarks)}</span> });
    let act = |act: &'static str, words: &'static str| {
        let label = format!("{words}: {what}");
        view! { <button class="button button--small" name=SentenceForm::ACT value=act aria-label=label>{words}</button> }
    };
    let moves = page.write.is_ok().then(|| {
        view! {
            <form method="post" action=address.clone() class="actions">
                {ui::hidden(SentenceForm::VERSION, line.version.to_string())}
                {act(SentenceForm::UP, t::sentence_up(l))}
                {act(SentenceForm::DOWN, t::sentence_down(l))}
            </form>
        }
    });
    let edit_of = t::sentence_edit_of(l, what.as_str());
    view! {
        <li class="row" id=format!("s-{}", line.id)>
            {paragraph.map(|number| view! { <h3 class="eyebrow">{t::sentence_paragraph(l, number)}</h3> })}
            {form::sentence(l, line, page.organisations)}
            {form::sources(l, line, page.organisations)}
            <p class="row__meta"><a href=address.clone() aria-label=edit_of>{t::sentence_edit(l)}</a>{remarks}</p>
            {moves}
        </li>
    }
    .into_any()
}

/// The form for the next sentence, with the inputs it could cite.
fn add(l: Locale, page: &PartPage, state: &FormState<SentenceForm>) -> AnyView {
    let may = page.write.is_ok();
    // What was typed is not lost, whatever became of the right to write it.
    let show = may || state.is_refused();
    let list = super::uncited(l, &page.uncited, page.uncited_count, may.then_some(&state.form.cited));
    if !show {
        return view! { <section class="section stack" id="uncited"><h2>{t::uncited_title(l)}</h2>{list}</section> }.into_any();
    }
    view! {
        <section class="section" id="add">
            <h2>{t::sentence_add(l)}</h2>
            {parts::trouble(l, state, &form::names(l), "UTC")}
            <form class="form" method="post" action=routes::summary_part(l, page.session.id, page.part.code()) novalidate>
                {form::fields(l, state, page.own)}
                <h3>{t::uncited_title(l)}</h3>
                {list}
                <div class="actions">{ui::button(t::sentence_add_button(l), Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}
