//! `/status`: how the portal runs, for those who operate it. What is wrong stands first, with what to do.

use crate::render::{Cx, PageResult};
use crate::ui::{self, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::operations::{DatabaseKind, JobState, Status, Trouble};
use model::domain::time::{Instant, Span};
use model::i18n::t::{audit, offices, status as t};
use model::labels;
use model::routes;

pub async fn page(cx: &Cx) -> PageResult {
    let status = cx.portal.status(&cx.ctx).await?;
    let l = cx.locale();
    let head = Head::new(t::status_title(l)).crumb(offices::admin_title(l), routes::admin(l));
    Ok(ui::page(cx, 200, head, || content(l, &status)))
}

fn content(l: Locale, status: &Status) -> AnyView {
    let troubles = status.troubles();
    let jobs: Vec<_> = status.jobs.iter().map(|state| job(l, state, &troubles)).collect();
    view! {
        {ui::page_head(None, t::status_title(l), Some(t::status_lede(l, calendar::full(l, status.at.to_second(), "UTC"))))}
        {verdict(l, &troubles)}
        <section class="section"><h2>{t::status_program(l)}</h2>{ui::facts(program(l, status))}</section>
        <section class="section">
            <h2>{t::status_jobs(l)}</h2>
            <p class="hint">{t::status_jobs_what(l)}</p>
            <ul class="rows">{jobs}</ul>
        </section>
        <section class="section"><h2>{t::status_outbox(l)}</h2>{ui::facts(outbox(l, status))}</section>
        <section class="section">
            <h2>{t::status_audit(l)}</h2>
            {ui::facts(seals(l, status))}
            <p><a href=routes::audit_log(l)>{audit::audit_title(l)}</a></p>
        </section>
        <p class="hint">{t::status_machines(l)}": "<a href=routes::status_json(Locale::En)>"status.json"</a></p>
    }
    .into_any()
}

/// Plain words first.
fn verdict(l: Locale, troubles: &[Trouble]) -> AnyView {
    if troubles.is_empty() {
        return ui::notice(Notice::Success, t::status_well(l).into_any());
    }
    let list: Vec<_> = troubles.iter().map(|trouble| view! { <li>{words(l, *trouble)}</li> }).collect();
    ui::notice(Notice::Danger, view! { <p>{t::status_wrong(l)}</p><ul>{list}</ul> }.into_any())
}

fn words(l: Locale, trouble: Trouble) -> String {
    match trouble {
        Trouble::NoJobs => t::status_no_jobs(l).to_owned(),
        Trouble::JobFails(job) => t::status_job_fails(l, labels::job(l, job)),
        Trouble::JobLate(job) => t::status_job_late(l, labels::job(l, job)),
        Trouble::ClockApart(span) => t::status_clock_apart(l, calendar::exact_span(l, span)),
        Trouble::MailsFail(trouble) => t::status_mails_fail(l, labels::mail_trouble(l, trouble)),
        Trouble::MailsWait => t::status_mails_wait(l).to_owned(),
        Trouble::SealsWait => t::status_seals_wait(l).to_owned(),
    }
}

type Fact = (String, AnyView);

fn fact(name: &str, value: impl IntoView + 'static) -> Fact {
    (name.to_owned(), value.into_any())
}

fn when(l: Locale, at: Option<Instant>) -> AnyView {
    at.map_or_else(|| t::status_never(l).into_any(), |at| ui::time(l, at.to_second(), "UTC"))
}

fn program(l: Locale, status: &Status) -> Vec<Fact> {
    let database = &status.database;
    let up = status.started.map_or_else(|| t::status_down(l).to_owned(), |started| calendar::span_in_words(l, status.at - started));
    let clock = match database.clock {
        None => t::status_clock_none(l).to_owned(),
        Some(Span(0)) => t::status_clock_same(l).to_owned(),
        Some(ahead) if ahead.0 > 0 => t::status_clock_ahead(l, calendar::exact_span(l, ahead)),
        Some(behind) => t::status_clock_behind(l, calendar::exact_span(l, behind)),
    };
    let name = match database.kind {
        DatabaseKind::Sqlite => "SQLite",
        DatabaseKind::Postgres => "PostgreSQL",
    };
    let mut facts = vec![
        fact(t::status_version(l), status.version),
        fact(t::status_up(l), up),
        fact(t::status_database(l), view! { <bdi>{name}</bdi> }),
        fact(t::status_schema(l), database.schema),
    ];
    if let Some(bytes) = database.bytes {
        facts.push(fact(t::status_size(l), t::status_mebibytes(l, bytes.div_euclid(1024 * 1024))));
    }
    facts.push(fact(t::status_clock(l), clock));
    facts
}

fn job(l: Locale, state: &JobState, troubles: &[Trouble]) -> impl IntoView + use<> {
    let mut facts = vec![fact(t::status_last_run(l), when(l, state.last_run.map(|(at, _)| at)))];
    if let Some((_, took)) = state.last_run {
        facts.push(fact(t::status_took(l), t::status_milliseconds(l, took.0.div_euclid(1000))));
    }
    facts.push(fact(t::status_last_success(l), when(l, state.last_success)));
    if let Some((at, error)) = &state.last_error {
        let error = view! { {ui::time(l, at.to_second(), "UTC")}" · "<bdi lang="en">{error.clone()}</bdi> };
        facts.push(fact(t::status_last_error(l), error));
    }
    let (class, words) = if troubles.contains(&Trouble::JobFails(state.job)) {
        ("declined", t::status_job_broken(l))
    } else if troubles.contains(&Trouble::JobLate(state.job)) {
        ("declined", t::status_job_quiet(l))
    } else if state.last_run.is_some() {
        ("accepted", t::status_job_well(l))
    } else {
        ("draft", t::status_never(l))
    };
    view! {
        <li class="row">
            <h3 class="row__title">{labels::job(l, state.job)}</h3>
            {ui::facts(facts)}
            <p class="row__aside"><span class=format!("status status--{class}")>{words}</span></p>
        </li>
    }
}

fn outbox(l: Locale, status: &Status) -> Vec<Fact> {
    let outbox = &status.outbox;
    let mut facts = vec![fact(t::status_waiting(l), outbox.waiting)];
    if outbox.oldest.is_some() {
        facts.push(fact(t::status_oldest(l), when(l, outbox.oldest)));
    }
    facts.push(fact(t::status_failing(l), outbox.failing));
    if let Some(trouble) = outbox.trouble {
        facts.push(fact(t::status_trouble(l), labels::mail_trouble(l, trouble)));
    }
    facts.push(fact(t::status_sent(l), outbox.sent));
    facts
}

fn seals(l: Locale, status: &Status) -> Vec<Fact> {
    let audit = &status.audit;
    let mut facts = vec![fact(t::status_sealed(l), audit.sealed), fact(t::status_unsealed(l), audit.unsealed)];
    if audit.oldest.is_some() {
        facts.push(fact(t::status_oldest(l), when(l, audit.oldest)));
    }
    facts
}
