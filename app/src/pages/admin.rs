//! `/admin`: the offices of all bodies, for those who operate the portal.

use super::offices;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Head, Notice};
use leptos::prelude::*;
use model::domain::body::Body;
use model::domain::role::Office;
use model::i18n::t::{audit, offices as t, secretariat as s, status as operations};
use model::policy::{self, RemoveFactor};
use model::portal::{Administration, OfficeLine};
use model::routes;
use std::collections::BTreeSet;

/// `factor_removed`: what was just done is said above.
pub async fn page(cx: &Cx, factor_removed: bool) -> PageResult {
    let page = cx.portal.administration(&cx.ctx).await?;
    let l = cx.locale();
    Ok(ui::page(cx, 200, Head::new(t::admin_title(l)), || content(cx, &page, factor_removed)))
}

fn content(cx: &Cx, page: &Administration, factor_removed: bool) -> AnyView {
    let l = cx.locale();
    let removed = factor_removed.then(|| ui::notice(Notice::Success, s::person_file_factor_removed(l).into_any()));
    let of = |place: Option<&Body>| -> Vec<OfficeLine> {
        let here = |line: &&OfficeLine| match (line.office, place) {
            (Office::Chair(id) | Office::Secretariat(id), Some(body)) => id == body.id,
            (Office::Administrator, None) => true,
            _ => false,
        };
        page.current.iter().filter(here).cloned().collect()
    };
    let nobody = || view! { <p>{t::admin_nobody(l)}</p> }.into_any();
    let bodies: Vec<_> = page
        .bodies
        .iter()
        .map(|body| {
            let link = t::admin_body_offices(l, body.short_name.get(l));
            view! {
                <section class="section">
                    <h2>{body.name.get(l).to_owned()}</h2>
                    {offices::current(cx, &of(Some(body)), true, nobody())}
                    <p class="hint"><a href=routes::body_offices(l, &body.code)>{link}</a></p>
                </section>
            }
        })
        .collect();
    view! {
        {removed}
        {ui::page_head(None, t::admin_title(l), Some(t::admin_lede(l).to_owned()))}
        <section class="section">
            <h2>{t::admin_portal(l)}</h2>
            {offices::current(cx, &of(None), true, nobody())}
            <div class="actions">{ui::link_button(t::admin_appoint(l), routes::new_office(l), Button::Primary)}</div>
        </section>
        {bodies}
        {lost_factors(cx, page)}
        <section class="section">
            <h2>{operations::status_operating(l)}</h2>
            <ul class="stack">
                <li><a href=routes::status(l)>{operations::status_from_admin(l)}</a></li>
                <li><a href=routes::audit_log(l)>{audit::audit_from_admin(l)}</a></li>
            </ul>
        </section>
    }
    .into_any()
}

/// Where nobody of the secretariat can sign in any more, the administrator lets one of them in.
fn lost_factors(cx: &Cx, page: &Administration) -> AnyView {
    let l = cx.locale();
    // Each once, by the first of their offices.
    let mut seen = BTreeSet::new();
    let holders: Vec<&OfficeLine> = page
        .current
        .iter()
        .filter(|line| page.with_factor.contains(&line.person))
        .filter(|line| policy::offers(&cx.ctx.actor, &RemoveFactor { person: line.person }, cx.ctx.now))
        .filter(|line| seen.insert(line.person))
        .collect();
    if holders.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = holders
        .into_iter()
        .map(|line| {
            let id = format!("holder-{}", line.person);
            let href = routes::person_factor(l, line.person);
            view! {
                <li class="row">
                    <h3 class="row__title" id=id.clone()><bdi>{ui::person_name(l, &line.full_name)}</bdi></h3>
                    <p class="row__aside"><a href=href aria-describedby=id>{s::person_file_factor_remove(l)}</a></p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2>{s::admin_lost_factors(l)}</h2>
            <p class="measure">{s::admin_lost_factors_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}
