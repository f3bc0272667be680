//! A person as the secretariat sees them: address, second factor, organisations, offices, the state of their mail.

use super::confirmed;
use crate::pages::{offices, parts};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::PersonId;
use model::domain::language::Locale;
use model::i18n::t::{details, offices as t, secretariat as s};
use model::labels;
use model::policy::{self, RemoveFactor};
use model::portal::{FormerName, MailState, PersonPage};
use model::routes;

/// What was just done from this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// A new confirmation was written.
    Resent,
    /// The second factor is gone.
    FactorRemoved,
}

/// `/secretariat/people/{id}`; with `error` after something was refused.
pub async fn person(cx: &Cx, id: PersonId, error: Option<model::error::PortalError>, done: Option<Done>) -> PageResult {
    let page = cx.portal.person(&cx.ctx, id).await?;
    let l = cx.locale();
    let name = ui::person_name(l, &page.person.full_name);
    let head = Head::new(name.clone()).crumb(t::desk_secretariat_title(l), routes::secretariat(l));
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || {
        let refused = error.as_ref().map(|error| parts::refusal_notice(l, error, None, "UTC"));
        let done = done.map(|done| {
            let words = match done {
                Done::Resent => t::person_file_resent(l),
                Done::FactorRemoved => s::person_file_factor_removed(l),
            };
            ui::notice(Notice::Success, view! { <p>{words}</p> }.into_any())
        });
        view! {
            {refused}
            {ui::page_head(None, name, None)}
            {done}
            {facts(cx, &page)}
            {resend(l, &page)}
            {memberships(l, &page)}
            <section class="section"><h2>{t::person_file_offices(l)}</h2>{held(cx, &page)}</section>
            <section class="section"><h2>{t::person_file_mails(l)}</h2>{mails(l, &page.mails)}</section>
        }
        .into_any()
    }))
}

fn facts(cx: &Cx, page: &PersonPage) -> AnyView {
    let (l, person) = (cx.locale(), &page.person);
    let mut facts = vec![
        (t::person_file_address(l).to_owned(), view! { <bdi>{person.email.clone()}</bdi> }.into_any()),
        (t::person_file_state(l).to_owned(), confirmed(l, person.confirmed)),
        (t::person_file_registered(l).to_owned(), ui::time(l, person.created_at.to_second(), "UTC")),
        (s::person_file_factor(l).to_owned(), factor(cx, page)),
    ];
    if !page.former_names.is_empty() {
        facts.push((details::person_file_names(l).to_owned(), former_names(l, &page.former_names)));
    }
    ui::facts(facts)
}

/// What the person was called before, and until when: who corrects a name cannot pass for somebody nobody knows.
fn former_names(l: Locale, names: &[FormerName]) -> AnyView {
    let items: Vec<_> = names
        .iter()
        .map(|former| {
            let until = details::person_file_name_until(l, calendar::full(l, former.until.to_second(), "UTC"));
            view! { <li><bdi>{former.name.clone()}</bdi>" · "{until}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

/// Since when there is a second factor, and the way to remove one that is lost.
fn factor(cx: &Cx, page: &PersonPage) -> AnyView {
    let (l, id) = (cx.locale(), page.person.id);
    let Some(since) = page.factor_since else { return s::person_file_factor_none(l).into_any() };
    let remove = policy::offers(&cx.ctx.actor, &RemoveFactor { person: id }, cx.ctx.now);
    let remove = remove.then(|| view! { " · "<a href=routes::person_factor(l, id)>{s::person_file_factor_remove(l)}</a> });
    view! { {s::person_file_factor_since(l, calendar::full(l, since.to_second(), "UTC"))}{remove} }.into_any()
}

fn resend(l: Locale, page: &PersonPage) -> AnyView {
    if page.person.confirmed {
        return ().into_any();
    }
    view! {
        <form method="post" action=routes::person_resend(l, page.person.id)>
            <p class="measure">{t::person_file_resend_what(l)}</p>
            <div class="actions">{ui::button(t::person_file_resend(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn memberships(l: Locale, page: &PersonPage) -> AnyView {
    let list = if page.memberships.is_empty() {
        view! { <p>{t::person_file_memberships_none(l)}</p> }.into_any()
    } else {
        let items: Vec<_> = page
            .memberships
            .iter()
            .map(|m| {
                let href = routes::organisation_file(l, m.organisation);
                let function = labels::function(l, m.function);
                view! { <li><a href=href><bdi>{m.organisation_name.clone()}</bdi></a>" · "{function}</li> }
            })
            .collect();
        view! { <ul class="stack">{items}</ul> }.into_any()
    };
    view! { <section class="section"><h2>{t::person_file_memberships(l)}</h2>{list}</section> }.into_any()
}

fn held(cx: &Cx, page: &PersonPage) -> AnyView {
    let l = cx.locale();
    let (now, before): (Vec<_>, Vec<_>) = page.offices.iter().cloned().partition(|line| line.in_force(cx.ctx.now));
    if now.is_empty() && before.is_empty() {
        return view! { <p>{t::person_file_offices_none(l)}</p> }.into_any();
    }
    view! {
        {offices::current(cx, &now, true, ().into_any())}
        {offices::past(l, &before, ().into_any())}
    }
    .into_any()
}

/// What became of each mail: written, handed over or waiting, and what went wrong.
fn mails(l: Locale, mails: &[MailState]) -> AnyView {
    if mails.is_empty() {
        return view! { <p>{t::person_file_mails_none(l)}</p> }.into_any();
    }
    let rows: Vec<_> = mails
        .iter()
        .map(|mail| {
            let handed = match mail.sent_at {
                Some(at) => ui::time(l, at.to_second(), "UTC"),
                None => t::person_file_mail_waiting(l, calendar::full(l, mail.next_attempt.to_second(), "UTC")).into_any(),
            };
            view! {
                <tr>
                    <th scope="row"><bdi>{mail.subject.clone()}</bdi></th>
                    <td>{ui::time(l, mail.written_at.to_second(), "UTC")}</td>
                    <td>{handed}</td>
                    <td class="number">{mail.attempts.to_string()}</td>
                    <td><bdi>{mail.last_error.clone()}</bdi></td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=t::person_file_mails(l)>
            <table>
                <thead><tr>
                    <th scope="col">{t::person_file_mail_subject(l)}</th>
                    <th scope="col">{t::person_file_mail_written(l)}</th>
                    <th scope="col">{t::person_file_mail_handed(l)}</th>
                    <th scope="col" class="number">{t::person_file_mail_attempts(l)}</th>
                    <th scope="col">{t::person_file_mail_error(l)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
