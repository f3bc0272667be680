//! `/admin`: the offices of all bodies, for those who operate the portal.

use super::offices;
use crate::domain::body::Body;
use crate::domain::role::Office;
use crate::i18n::t::offices as t;
use crate::portal::{Administration, OfficeLine};
use crate::render::{Cx, PageResult};
use crate::routes;
use crate::ui::{self, Button, Head};
use leptos::prelude::*;

pub async fn page(cx: &Cx) -> PageResult {
    let page = cx.portal.administration(&cx.ctx).await?;
    let l = cx.locale();
    Ok(ui::page(cx, 200, Head::new(t::admin_title(l)), || content(cx, &page)))
}

fn content(cx: &Cx, page: &Administration) -> AnyView {
    let l = cx.locale();
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
        {ui::page_head(None, t::admin_title(l), Some(t::admin_lede(l).to_owned()))}
        <section class="section">
            <h2>{t::admin_portal(l)}</h2>
            {offices::current(cx, &of(None), true, nobody())}
            <div class="actions">{ui::link_button(t::admin_appoint(l), routes::new_office(l), Button::Primary)}</div>
        </section>
        {bodies}
    }
    .into_any()
}
