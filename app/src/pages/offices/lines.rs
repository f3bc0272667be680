//! Offices in rows: those in force, and those that are history.

use crate::render::Cx;
use crate::ui;
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::i18n::t::offices as t;
use model::labels;
use model::policy::{self, EndOffice};
use model::portal::OfficeLine;
use model::routes;

/// The term in words: *since 3 May 2026, until 31 December 2027*.
pub fn term(l: Locale, line: &OfficeLine) -> String {
    let since = t::offices_since(l, calendar::day_in_words(l, &calendar::day(line.from, "UTC")));
    let until = line.until.map_or_else(|| t::offices_no_end(l).to_owned(), |until| t::offices_until(l, calendar::last_day(l, until)));
    format!("{since} · {until}")
}

fn title(l: Locale, line: &OfficeLine, id: &str) -> impl IntoView + use<> {
    let office = labels::office(l, line);
    let name = ui::person_name(l, &line.full_name);
    let subgroup = line.subgroup.as_ref().map(|(code, name)| (code.to_lowercase(), name.get(l).to_owned()));
    let subgroup = subgroup.map(|(code, name)| view! { <span><a href=routes::subgroup(l, code)>{name}</a></span> });
    view! {
        <h3 class="row__title" id=id.to_owned()><bdi>{name}</bdi></h3>
        <p class="row__meta"><span>{office}</span>{subgroup}<span>{term(l, line)}</span></p>
    }
}

/// Offices in force; with a link to end each one that the actor may end, for those who read the history.
pub fn current(cx: &Cx, lines: &[OfficeLine], with_links: bool, empty: AnyView) -> AnyView {
    if lines.is_empty() {
        return empty;
    }
    let l = cx.locale();
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let id = format!("office-{}", line.id);
            let act = EndOffice { person: line.person, office: line.office, last_administrator: false };
            let own = cx.signed_in().is_some_and(|person| person.person == line.person);
            let may = (with_links || own) && policy::offers(&cx.ctx.actor, &act, cx.ctx.now);
            let end = may.then(|| {
                view! { <p class="row__aside"><a href=routes::end_office(l, line.id) aria-describedby=id.clone()>{t::offices_end(l)}</a></p> }
            });
            view! { <li class="row">{title(l, line, &id)}{end}</li> }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// Offices that have ended, with the reasons of their beginning and end.
pub fn past(l: Locale, lines: &[OfficeLine], empty: AnyView) -> AnyView {
    if lines.is_empty() {
        return empty;
    }
    let rows: Vec<_> = lines
        .iter()
        .map(|line| view! { <li class="row">{title(l, line, &format!("office-{}", line.id))}{history(l, line)}</li> })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn history(l: Locale, line: &OfficeLine) -> impl IntoView + use<> {
    let time = |at: model::domain::time::Instant| calendar::full(l, at.to_second(), "UTC");
    let granted = t::offices_granted(l, labels::by_office(l, line.granted_as), time(line.granted_at));
    let reason = |words: &str| {
        let words = words.trim();
        (!words.is_empty()).then(|| view! { <span dir="auto">{t::offices_reason(l, words)}</span> })
    };
    let (ended, end_reason) = match (&line.ended, line.until) {
        (Some(end), _) => {
            let words = match end.by {
                Some(by) => t::offices_ended_by(l, labels::role(l, by), time(end.at)),
                None => t::offices_ended_own(l, time(end.at)),
            };
            (Some(words), reason(&end.reason))
        }
        (None, Some(until)) => (Some(t::offices_expired(l, calendar::last_day(l, until))), None),
        (None, None) => (None, None),
    };
    view! {
        <p class="row__meta"><span>{granted}</span>{reason(&line.reason)}</p>
        <p class="row__meta"><span>{ended}</span>{end_reason}</p>
    }
}
