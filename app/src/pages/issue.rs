//! The last look before a version is issued; and before one is dropped.

use super::parts;
use super::text_edit::head;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::drafting::{Outline, Unit, compare, outline};
use model::domain::ids::PreparationId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::TextForm;
use model::i18n::t::drafting as t;
use model::labels;
use model::policy::Denied;
use model::portal::PreparationPage;
use model::routes;

/// `/preparations/{id}/issue`; with `error` after it was refused.
pub async fn page(cx: &Cx, id: PreparationId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.preparation(&cx.ctx, id).await?;
    let l = cx.locale();
    let title = t::issue_title(l, page.preparation.words.label.get(l));
    let head = head(l, title.clone(), &page);
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || content(l, &title, &page, error.as_ref())))
}

/// Why it cannot be issued yet, in words.
fn hindrance(l: Locale, denied: Denied, read: &Outline) -> String {
    match denied {
        Denied::NotTheNewest => t::text_overtaken(l).to_owned(),
        Denied::TextHasFlaws if read.flaws.is_empty() => t::issue_empty(l).to_owned(),
        Denied::TextHasFlaws => t::issue_flaws(l, read.flaws.len()),
        Denied::OriginsNotConfirmed => t::issue_unconfirmed(l).to_owned(),
        denied => ui::refusal_words(l, &denied.into(), "UTC").0,
    }
}

fn content(l: Locale, title: &str, page: &PreparationPage, error: Option<&PortalError>) -> AnyView {
    let preparation = &page.preparation;
    let read = outline(&preparation.words.source);
    let base = page.base.as_ref().map(|(version, provisions)| (version, Unit::all(provisions)));
    let alignment = base.as_ref().and_then(|(_, old)| preparation.confirmed(old, &read.units));
    let back = view! { <a href=routes::preparation(l, preparation.id)>{t::origins_back(l)}</a> };
    let act = match page.issue {
        Ok(()) => view! {
            <form method="post" action=routes::issue(l, preparation.id)>
                {ui::hidden(TextForm::VERSION, preparation.version.to_string())}
                <div class="actions">{ui::button(t::issue_button(l), Button::Primary, None)}{back}</div>
            </form>
        }
        .into_any(),
        Err(denied) => {
            let confirm = (denied == Denied::OriginsNotConfirmed)
                .then(|| ui::link_button(t::issue_to_origins(l), routes::origins(l, preparation.id), Button::Primary));
            view! {
                {ui::notice(Notice::Warning, view! { <p>{hindrance(l, denied, &read)}</p> }.into_any())}
                <div class="actions">{confirm}{back}</div>
            }
            .into_any()
        }
    };
    let refused = error.map(|error| refusal(l, error));
    let changes = base.zip(alignment).map(|((version, old), alignment)| {
        let lines: Vec<_> = compare(&old, &read.units, &alignment)
            .into_iter()
            .filter(|line| !line.is_same())
            .map(|line| {
                let here = line.new.map_or_else(|| parts::cited(l, &old, &line.old), |unit| read.units[unit].citation.clone());
                view! { <li>{t::compare_texts_paragraph(l, here)}" "{parts::fate(l, &line, &old, &read.units)}</li> }
            })
            .collect();
        view! { <section class="section"><h2>{t::issue_changes(l, version.label.get(l))}</h2><ul class="stack">{lines}</ul></section> }
    });
    view! {
        {refused}
        {ui::page_head(Some(page.body.short_name.get(l).to_owned()), title.to_owned(), Some(t::issue_lede(l).to_owned()))}
        {facts(l, page, &read)}
        {act}
        {parts::troubles(l, &read)}
        {changes}
        <section class="section"><h2>{t::issue_text(l)}</h2>{parts::outlined(preparation.words.language, &read.units)}</section>
    }
    .into_any()
}

fn facts(l: Locale, page: &PreparationPage, read: &Outline) -> AnyView {
    let preparation = &page.preparation;
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(t::issue_fact_title(l), parts::local(l, &preparation.about.title)),
        fact(t::issue_fact_version(l), parts::local(l, &preparation.words.label)),
        fact(t::issue_fact_language(l), labels::language_name(l, preparation.words.language).into_any()),
        fact(t::issue_fact_paragraphs(l), parts::numbered(&read.units).to_string().into_any()),
    ];
    facts.extend(page.base.as_ref().map(|(base, _)| fact(t::issue_fact_follows(l), parts::local(l, &base.label))));
    ui::facts(facts)
}

/// Why it was not done. Where somebody went on writing, what is stored now is shown: pressing again is then a choice.
fn refusal(l: Locale, error: &PortalError) -> AnyView {
    match error {
        PortalError::Conflict => parts::alert(Notice::Warning, t::issue_changed(l)),
        error => parts::refusal_notice(l, error, None, "UTC"),
    }
}

/// `/preparations/{id}/drop`; with `error` after it was refused.
pub async fn drop(cx: &Cx, id: PreparationId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.preparation(&cx.ctx, id).await?;
    let l = cx.locale();
    let title = t::drop_title(l, page.preparation.words.label.get(l));
    let head = head(l, title.clone(), &page);
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || {
        view! {
            {error.as_ref().map(|error| refusal(l, error))}
            {ui::page_head(None, title, Some(t::drop_what(l).to_owned()))}
            <form method="post" action=routes::drop_preparation(l, id)>
                {ui::hidden(TextForm::VERSION, page.preparation.version.to_string())}
                <div class="actions">
                    {ui::button(t::drop_button(l), Button::Danger, None)}
                    <a href=routes::preparation(l, id)>{t::drop_keep(l)}</a>
                </div>
            </form>
        }
        .into_any()
    }))
}
