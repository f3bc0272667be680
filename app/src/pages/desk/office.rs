//! What those in office for a body have at hand: its deadlines, and the consolidated summary of each session.

use crate::pages::parts;
use crate::render::Cx;
use crate::ui::{self, DeadlineStyle};
use leptos::prelude::*;
use model::calendar;
use model::domain::body::{Session, SessionStatus};
use model::domain::language::Locale;
use model::domain::role::RoleName;
use model::domain::time::Instant;
use model::i18n::t::{desk as t, drafting, grants, late as late_words, planning, rehearsals, themes};
use model::labels;
use model::policy::{self, KeepSession, ManageRounds, PrepareText};
use model::portal::{BodyPage, RoundLine};
use model::routes;

/// The desk of the chair or the secretariat of one body.
pub fn section(cx: &Cx, role: RoleName, body: &BodyPage) -> AnyView {
    let (l, now, actor) = (cx.locale(), cx.ctx.now, &cx.ctx.actor);
    let plans = policy::offers(actor, &KeepSession { body: body.body.id }, now);
    let manages = policy::offers(actor, &ManageRounds { body: body.body.id }, now);
    let waiting = |line: &RoundLine| body.late.get(&line.round.id).copied().unwrap_or_default();
    let rounds: Vec<_> = body.rounds.iter().map(|line| round(l, manages, line, waiting(line), now)).collect();
    let rounds = if rounds.is_empty() {
        view! { <p>{t::desk_office_no_rounds(l)}</p> }.into_any()
    } else {
        view! { <ul class="rows">{rounds}</ul> }.into_any()
    };
    // Sessions with rounds, and the one that sits, come first; the others are folded away.
    let in_use = |session: &&Session| {
        body.rounds.iter().any(|line| line.session.id == session.id)
            || session.status(&calendar::day(now, &session.time_zone)) == SessionStatus::InSession
    };
    let (used, others): (Vec<_>, Vec<_>) = body.sessions.iter().partition(|session| in_use(session));
    let list = |sessions: Vec<&Session>| {
        let rows: Vec<_> = sessions.into_iter().map(|line| session(l, plans, line)).collect();
        (!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> })
    };
    let others = list(others).map(|rows| view! { <details><summary>{t::desk_other_sessions(l)}</summary>{rows}</details> });
    view! {
        <section class="section">
            <h2>{t::desk_office(l, body.body.short_name.get(l), labels::role(l, role))}</h2>
            <h3>{t::desk_office_rounds(l)}</h3>
            {rounds}
            {plans
                .then(|| view! { <p><a href=routes::new_session(l, &body.body.code)>{planning::plan_session_new(l)}</a></p> })}
            {policy::offers(actor, &PrepareText { body: body.body.id }, now)
                .then(|| view! { <p><a href=routes::texts(l, &body.body.code)>{drafting::texts_prepare(l)}</a></p> })}
            <p><a href=routes::themes(l, &body.body.code)>{themes::themes_whole_body(l)}</a></p>
            <p class="hint"><a href=routes::body_offices(l, &body.body.code)>{t::desk_office_offices(l)}</a></p>
            <h3>{t::desk_office_sessions(l)}</h3>
            {list(used)}
            {others}
        </section>
    }
    .into_any()
}

/// `late`: attempts in its late inbox that wait for a decision.
fn round(l: Locale, manages: bool, line: &RoundLine, late: i64, now: Instant) -> impl IntoView + use<> {
    let round = &line.round;
    let id = format!("round-{}", round.id);
    // Only the chair moves a deadline. Links with one text are told apart by the row they stand in.
    let waiting = (late > 0).then(|| ui::badge(late_words::late_desk_waiting(l, late)));
    let list = parts::office_list(l, round).map(|(words, href)| view! { <a href=href aria-describedby=id.clone()>{words}</a> });
    let reads = (!manages).then(|| list.clone().map(|link| view! { <p class="row__meta">{link}</p> }));
    let change = manages.then(|| {
        view! {
            <p class="row__aside"><a href=routes::deadline(l, round.id) aria-describedby=id.clone()>{t::desk_change_deadline(l)}</a></p>
            <p class="row__meta">
                <a href=routes::edit_round(l, round.id) aria-describedby=id.clone()>{planning::round_edit(l)}</a>
                {list}
                <a href=routes::grants(l, round.id) aria-describedby=id.clone()>{grants::grants_title(l)}</a>
                {round.kind
                    .keeps_late()
                    .then(|| view! { <a href=routes::late_inbox(l, round.id) aria-describedby=id.clone()>{late_words::late_title(l)}</a> })}
                {waiting}
                <a href=routes::rehearsal(l, round.id) aria-describedby=id.clone()>{rehearsals::rehearsal_title(l)}</a>
            </p>
        }
    });
    view! {
        <li class="row">
            <h4 class="row__title" id=id.clone()><a href=routes::round(l, round.id)>{round.title.get(l).to_owned()}</a></h4>
            <p class="row__meta">
                <span>{line.session.title.get(l).to_owned()}</span>
                {ui::deadline(l, round, now, DeadlineStyle::Compact)}
            </p>
            {change}
            {reads}
        </li>
    }
}

fn session(l: Locale, plans: bool, session: &Session) -> impl IntoView + use<> {
    let id = format!("session-{}", session.id);
    let call = plans.then(|| {
        view! {
            <p class="row__meta">
                <a href=routes::new_round(l, session.id) aria-describedby=id.clone()>{planning::plan_round_new(l)}</a>
                <a href=routes::edit_session(l, session.id) aria-describedby=id.clone()>{planning::plan_session_edit(l)}</a>
            </p>
        }
    });
    view! {
        <li class="row">
            <h4 class="row__title" id=id.clone()><a href=routes::session(l, session.id)>{session.title.get(l).to_owned()}</a></h4>
            <p class="row__meta">
                <span>{calendar::days_in_words(l, &session.starts_on, &session.ends_on)}</span>
                <span>{session.city.get(l).to_owned()}</span>
            </p>
            <p class="row__aside"><a href=routes::summary(l, session.id) aria-describedby=id.clone()>{t::desk_summary(l)}</a></p>
            {call}
        </li>
    }
}
