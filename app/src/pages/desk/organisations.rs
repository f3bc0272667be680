//! One's organisations, what waits in them, and what to do without one.

use crate::pages::find_organisation;
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::members as t;
use model::labels;
use model::portal::{FindOrganisation, OrganisationTask};
use model::routes;

/// The organisations of a person, with requests and claims that wait for them.
pub fn section(l: Locale, tasks: &[OrganisationTask]) -> AnyView {
    if tasks.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = tasks
        .iter()
        .map(|task| {
            let requests = (task.requests > 0).then(|| {
                let href = format!("{}#requests", routes::members(l, task.organisation));
                view! { <span class="task__state"><a href=href><span class="status status--draft">{t::desk_requests(l, task.requests)}</span></a></span> }
            });
            let claims = (task.claims > 0).then(|| {
                let href = format!("{}#claims", routes::members(l, task.organisation));
                view! { <span class="task__state"><a href=href><span class="status status--draft">{t::desk_claims(l, task.claims)}</span></a></span> }
            });
            view! {
                <li class="task">
                    <span class="task__name">
                        <a href=routes::organisation(l, task.organisation)><bdi>{task.name.clone()}</bdi></a>
                        <span class="hint">{labels::function(l, task.function)}" · "<a href=routes::members(l, task.organisation)>{t::members_title(l)}</a></span>
                    </span>
                    {requests}
                    {claims}
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2>{t::desk_organisations(l)}</h2>
            <ul class="task-list">{rows}</ul>
            <p><a href=routes::find_organisation(l)>{t::desk_another(l)}</a></p>
        </section>
    }
    .into_any()
}

/// What somebody without an organisation does next.
pub fn without(l: Locale, find: &FindOrganisation, primary: bool) -> AnyView {
    let (words, label) = if find.typed.is_some() {
        (t::desk_choose(l), t::desk_choose_link(l))
    } else if find.requests.is_empty() {
        (t::desk_none(l), t::desk_none_link(l))
    } else {
        (t::desk_waiting(l), t::desk_none_link(l))
    };
    let kind = if primary { Button::Primary } else { Button::Secondary };
    let content = view! {
        <p>{words}</p>
        <div class="actions">{ui::link_button(label, routes::find_organisation(l), kind)}</div>
    };
    view! { <section class="section">{ui::notice(Notice::Info, content.into_any())}{find_organisation::requests(l, &find.requests)}</section> }.into_any()
}
