//! `/desk`: what a person has to do next, in each of their functions.

mod office;
mod organisations;
mod own;
mod tasks;
mod terms;

use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Head, Notice};
use leptos::prelude::*;
use model::domain::person::SignedIn;
use model::domain::role::{RoleName, Scope};
use model::i18n::t::account;
use model::i18n::t::desk as t;
use model::labels;
use model::policy::Denied;
use model::portal::{BodyPage, FindOrganisation, OfficeLine, OrganisationTask, OwnInput, Queue, QueueQuery};
use model::routes;

/// Everything the desk shows, asked for before it is rendered.
struct Desk {
    own: OwnInput,
    queues: Vec<Queue>,
    /// The bodies the person is in office for, with that office.
    offices: Vec<(RoleName, BodyPage)>,
    /// Terms of office that end soon.
    terms: Vec<OfficeLine>,
    /// The person's organisations, and what waits in them.
    organisations: Vec<OrganisationTask>,
    /// How to find one, for those who have none.
    find: Option<FindOrganisation>,
}

/// The desk of whoever is signed in.
pub async fn page(cx: &Cx) -> PageResult {
    let person = cx.signed_in().ok_or(Denied::NotSignedIn)?;
    let l = cx.locale();
    let desk = Desk {
        own: own(cx, person).await?,
        queues: queues(cx).await?,
        offices: offices(cx).await?,
        terms: terms(cx).await?,
        organisations: if person.memberships.is_empty() { Vec::new() } else { cx.portal.organisation_tasks(&cx.ctx).await? },
        find: find(cx, person).await?,
    };
    // The countdown is worth loading the browser part for, and only an open round has one.
    let counts_down = desk.own.rounds.iter().any(|line| line.round.window.public_phase(cx.ctx.now).is_open());
    let head = Head { islands: counts_down, ..Head::new(t::desk_title(l)) };
    Ok(ui::page(cx, 200, head, || {
        let writes = !person.memberships.is_empty();
        let own = writes.then(|| {
            view! {
                {tasks::section(l, person, &desk.own, cx.ctx.now)}
                {own::invitations(cx, &desk.own)}
                {own::papers(l, &desk.own.papers)}
                {own::comments(l, &desk.own.comments)}
            }
        });
        let offices: Vec<_> = desk.offices.iter().map(|(role, body)| office::section(cx, *role, body)).collect();
        view! {
            {ui::page_head(None, t::desk_title(l), who(cx, person))}
            {factor_needed(cx, person)}
            {queue_section(cx, &desk.queues)}
            {terms::section(cx, &desk.terms)}
            {offices}
            {desk.find.as_ref().map(|find| organisations::without(l, find, person.roles.is_empty()))}
            {own}
            {organisations::section(l, &desk.organisations)}
        }
        .into_any()
    }))
}

/// Who holds an office and has not passed the second factor: why the office's part of the desk is missing.
fn factor_needed(cx: &Cx, person: &SignedIn) -> AnyView {
    let l = cx.locale();
    if person.factor_satisfied || cx.ctx.actor.roles_in_force(cx.ctx.now).next().is_none() {
        return ().into_any();
    }
    let content = view! {
        <p>{account::refused_second_factor_needed(l)}</p>
        <p><a href=routes::second_factor(l)>{account::do_second_factor(l)}</a></p>
    };
    ui::notice(Notice::Warning, content.into_any())
}

/// Name, function and organisation of the first membership, which the person acts for.
fn who(cx: &Cx, person: &SignedIn) -> Option<String> {
    let l = cx.locale();
    let membership = person.memberships.first()?;
    let (name, organisation) = (person.full_name.as_str(), membership.organisation_name.as_str());
    Some(t::desk_for(l, labels::function(l, membership.function), name, organisation))
}

async fn own(cx: &Cx, person: &SignedIn) -> model::error::PortalResult<OwnInput> {
    if person.memberships.is_empty() {
        return Ok(OwnInput::default());
    }
    cx.portal.own_input(&cx.ctx).await
}

/// A person without an organisation is told how to find one; those in office need none, unless they have begun to look.
async fn find(cx: &Cx, person: &SignedIn) -> model::error::PortalResult<Option<FindOrganisation>> {
    if !person.memberships.is_empty() {
        return Ok(None);
    }
    let find = cx.portal.find_organisation(&cx.ctx).await?;
    let begun = find.typed.is_some() || !find.requests.is_empty();
    Ok((person.roles.is_empty() || begun).then_some(find))
}

async fn queues(cx: &Cx) -> model::error::PortalResult<Vec<Queue>> {
    let in_charge = cx.ctx.actor.roles_in_force(cx.ctx.now).any(|role| matches!(role.name, RoleName::Moderator | RoleName::Secretariat));
    let satisfied = cx.signed_in().is_some_and(|person| person.factor_satisfied);
    if in_charge && satisfied { cx.portal.queues(&cx.ctx, &QueueQuery::default()).await } else { Ok(Vec::new()) }
}

/// Terms that end soon, for those in office.
async fn terms(cx: &Cx) -> model::error::PortalResult<Vec<OfficeLine>> {
    if cx.ctx.actor.roles_in_force(cx.ctx.now).next().is_none() {
        return Ok(Vec::new());
    }
    cx.portal.ending_terms(&cx.ctx).await
}

/// The bodies the person chairs or is the secretariat of.
async fn offices(cx: &Cx) -> model::error::PortalResult<Vec<(RoleName, BodyPage)>> {
    let (actor, now) = (&cx.ctx.actor, cx.ctx.now);
    if !actor.roles_in_force(now).any(|role| matches!(role.name, RoleName::Chair | RoleName::Secretariat)) {
        return Ok(Vec::new());
    }
    let mut offices = Vec::new();
    for body in cx.portal.home(&cx.ctx).await?.bodies {
        let holds = |role: &RoleName| actor.holds(*role, Scope::Body(body.id), now);
        if let Some(role) = [RoleName::Chair, RoleName::Secretariat].into_iter().find(holds) {
            offices.push((role, cx.portal.body(&cx.ctx, &body.code).await?));
        }
    }
    Ok(offices)
}

fn queue_section(cx: &Cx, queues: &[Queue]) -> AnyView {
    if queues.is_empty() {
        return ().into_any();
    }
    let l = cx.locale();
    let rows: Vec<_> = queues
        .iter()
        .map(|queue| {
            let name = queue.subgroup.as_ref().map_or_else(
                || model::i18n::t::common::whole_body(l).into_any(),
                |subgroup| view! { {subgroup.name.get(l).to_owned()}" "<span class="badge">{subgroup.code.clone()}</span> }.into_any(),
            );
            let manage = queue.subgroup.as_ref().map(|subgroup| {
                let (href, words) = (routes::subgroup_desk(l, subgroup.code.to_lowercase()), t::desk_manage_subgroup(l, subgroup.code.as_str()));
                view! { <span class="hint"><a href=href>{words}</a></span> }
            });
            let state = if queue.waits() == 0 { "status status--accepted" } else { "status status--draft" };
            view! {
                <li class="task">
                    <span class="task__name">{name}<span class="hint">{t::desk_queue_progress(l, queue.decided, queue.total)}</span>{manage}</span>
                    <span class="task__state"><span class=state>{t::desk_queue_waiting(l, queue.waits())}</span></span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2>{t::desk_moderator(l)}</h2>
            <ul class="task-list">{rows}</ul>
            <div class="actions">{ui::link_button(t::desk_open_queues(l), routes::moderation(l), Button::Primary)}</div>
        </section>
    }
    .into_any()
}
