//! The texts of a body as their chair prepares and issues them.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::DraftVersionId;
use model::domain::language::Locale;
use model::i18n::t::drafting as t;
use model::portal::{TextLine, TextsPage};
use model::routes;

/// `/bodies/{code}/texts`
pub async fn page(cx: &Cx, code: &str) -> PageResult {
    let page = cx.portal.texts(&cx.ctx, code).await?;
    let l = cx.locale();
    let head = parts::head_in_body(l, t::texts_title(l), &page.body);
    Ok(ui::page(cx, 200, head, || content(l, &page)))
}

fn content(l: Locale, page: &TextsPage) -> AnyView {
    let list = if page.texts.is_empty() {
        ui::empty(t::texts_none(l), view! { <p>{t::texts_none_what(l)}</p> }.into_any())
    } else {
        let rows: Vec<_> = page.texts.iter().enumerate().map(|(at, line)| row(l, at, line)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        {ui::page_head(Some(page.body.short_name.get(l).to_owned()), t::texts_title(l), Some(t::texts_lede(l).to_owned()))}
        <div class="actions">{ui::link_button(t::texts_new(l), routes::new_text(l, &page.body.code), Button::Primary)}</div>
        <section class="section"><h2 class="visually-hidden">{t::texts_title(l)}</h2>{list}</section>
    }
    .into_any()
}

fn row(l: Locale, at: usize, line: &TextLine) -> AnyView {
    let id = format!("text-{at}");
    let versions: Vec<_> = line
        .versions
        .iter()
        .map(|version| view! { <span><a href=routes::draft(l, version.id) aria-describedby=id.clone()>{parts::local(l, &version.label)}</a></span> })
        .collect();
    let issued = (!versions.is_empty()).then(|| view! { <p class="row__meta"><span>{t::texts_issued(l)}</span>{versions}</p> });
    let next = match (&line.preparation, line.versions.first()) {
        (Some(preparation), _) => {
            let label = preparation.label.get(l).to_owned();
            let changed = t::texts_changed(l, calendar::full(l, preparation.updated_at.to_second(), "UTC"));
            let time = preparation.issue_time.as_ref().map(|time| view! { <span>{parts::issue_time_line(l, time)}</span> });
            view! {
                <p class="row__meta"><span>{t::texts_prepared(l, label.as_str())}</span><span>{changed}</span>{time}</p>
                <p><a href=routes::preparation(l, preparation.id) aria-describedby=id.clone()>{t::texts_go_on(l, label.as_str())}</a></p>
            }
            .into_any()
        }
        (None, Some(newest)) => next_form(l, newest.id, id.clone()),
        (None, None) => ().into_any(),
    };
    view! {
        <li class="row">
            <h3 class="row__title" id=id>{parts::local(l, &line.title)}</h3>
            <p class="row__meta"><span>{line.subgroup.clone()}</span></p>
            {issued}
            {next}
        </li>
    }
    .into_any()
}

/// The button that begins the version after one.
fn next_form(l: Locale, newest: DraftVersionId, beside: String) -> AnyView {
    view! {
        <form method="post" action=routes::next_version(l, newest) aria-describedby=beside>
            {ui::button(t::texts_next(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}
