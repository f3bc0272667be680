//! The late inbox of a round, one attempt before the chair, and the receipt of a refusal. None of them knows the words.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::{CommentId, ItemId, LateAttemptId, PaperId, RoundId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::late::{LateOutcome, LateState, Refusal};
use model::domain::round::LedgerEntry;
use model::forms::{FormState, LateForm};
use model::i18n::t::late as t;
use model::labels;
use model::policy::Denied;
use model::portal::{LateInbox, LateLine, LatePage, RefusalPage};
use model::routes;

/// `/rounds/{id}/late`
pub async fn inbox(cx: &Cx, id: RoundId) -> PageResult {
    let page = cx.portal.late_inbox(&cx.ctx, id).await?;
    let l = cx.locale();
    let head = parts::head_in_round(l, t::late_title(l), &page.line);
    Ok(ui::page(cx, 200, head, || {
        view! {
            {ui::page_head_with(
                Some(page.line.round.title.get(l).to_owned()),
                t::late_title(l),
                Some(t::late_lede(l).to_owned()),
                parts::round_deadline(cx, &page.line),
            )}
            <section class="section"><h2>{t::late_waiting(l)}</h2>{more(l, &page)}{rows(l, &page, &page.sealed, true)}</section>
            {(!page.past.is_empty()).then(|| view! {
                <section class="section"><h2>{t::late_past(l)}</h2>{rows(l, &page, &page.past, false)}</section>
            })}
        }
        .into_any()
    }))
}

/// That more wait than stand here.
fn more(l: Locale, page: &LateInbox) -> AnyView {
    let shown = i64::try_from(page.sealed.len()).unwrap_or(i64::MAX);
    (shown < page.waiting).then(|| view! { <p>{t::late_more(l, page.waiting, shown)}</p> }).into_any()
}

fn rows(l: Locale, page: &LateInbox, lines: &[LateLine], waiting: bool) -> AnyView {
    if lines.is_empty() {
        return ui::empty(t::late_none(l), view! { <p>{t::late_none_what(l)}</p> }.into_any());
    }
    let zone = page.line.round.time_zone.as_str();
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let refusal = &line.refusal;
            let id = format!("late-{}", refusal.id);
            let words = if waiting { t::late_open(l) } else { t::late_read(l) };
            view! {
                <li class="row">
                    <h3 class="row__title" id=id.clone()>{ui::organisation_name(l, &line.organisation)}</h3>
                    <p class="row__meta">
                        <span><bdi dir="ltr">{refusal.number.clone()}</bdi></span>
                        <span>{labels::item_kind(l, refusal.kind)}</span>
                        <span>{t::late_by(l, calendar::exact_span(l, refusal.late_by()))}</span>
                        <span>{t::late_size(l, refusal.bytes, refusal.words)}</span>
                        <span>{ui::time(l, refusal.received_at, zone)}</span>
                    </p>
                    <p><a href=routes::late_attempt(l, refusal.id) aria-describedby=id>{words}</a></p>
                    <p class="row__aside"><span class=status_class(refusal.state)>{labels::late_state(l, refusal.state)}</span></p>
                </li>
            }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

const fn status_class(state: LateState) -> &'static str {
    match state {
        LateState::Sealed => "status status--submitted",
        LateState::Replaced => "status status--closed",
        LateState::Settled | LateState::Admitted => "status status--accepted",
        LateState::Declined => "status status--declined",
    }
}

/// `/late/{id}`
pub async fn attempt(cx: &Cx, id: LateAttemptId, state: Option<FormState<LateForm>>) -> PageResult {
    let page = cx.portal.late_attempt(&cx.ctx, id).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let number = page.late.refusal.number.as_str();
    let head = parts::head_in_round(l, t::late_attempt_title(l, number), &page.line)
        .crumb(t::late_title(l), routes::late_inbox(l, page.line.round.id));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        let status = view! { <p><span class=status_class(page.late.refusal.state)>{labels::late_state(l, page.late.refusal.state)}</span></p>{parts::round_deadline(cx, &page.line)} };
        view! {
            {ui::page_head_with(
                Some(page.line.round.title.get(l).to_owned()),
                t::late_attempt_title(l, number),
                (page.late.refusal.state == LateState::Sealed).then(|| t::late_attempt_lede(l).to_owned()),
                status.into_any(),
            )}
            {facts(l, &page)}
            {match page.against {
                None => form(l, &page, &state),
                Some(against) => closed(l, &page, against, &state),
            }}
        }
        .into_any()
    }))
}

/// What was decided, or why the reader cannot decide.
fn closed(l: Locale, page: &LatePage, against: Denied, state: &FormState<LateForm>) -> AnyView {
    let zone = page.line.round.time_zone.as_str();
    // That there is nothing to decide any more is said by its state and the decision.
    let why = (against != Denied::NothingToDecide && state.refusal.is_none()).then(|| {
        let (words, _) = ui::refusal_words(l, &against.into(), zone);
        ui::notice(Notice::Info, view! { <p>{words}</p> }.into_any())
    });
    let decided = page
        .decision
        .as_ref()
        .map(|entry| view! { <section class="section measure"><h2>{t::late_decision(l)}</h2>{decision(l, entry)}</section> });
    view! { {parts::trouble(l, state, &[], zone)}{why}{decided} }.into_any()
}

fn facts(l: Locale, page: &LatePage) -> AnyView {
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(t::late_fact_organisation(l), ui::organisation(l, &page.late.organisation)),
        fact(t::late_fact_kind(l), labels::item_kind(l, page.late.refusal.kind).into_any()),
    ];
    facts.extend(instants(l, &page.late.refusal, page.entry.as_ref(), &page.line.round.time_zone));
    view! { <section class="section">{ui::facts(facts)}</section> }.into_any()
}

/// What the chair and the authors both see: when, how late, by which entry, how large, and the fingerprint.
fn instants(l: Locale, refusal: &Refusal, entry: Option<&LedgerEntry>, zone: &str) -> Vec<(String, AnyView)> {
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let exact = calendar::iso_micros(refusal.received_at);
    let mut facts = vec![
        fact(t::late_fact_received(l), ui::time(l, refusal.received_at, zone)),
        fact(t::late_fact_exact(l), view! { <time class="mono" datetime=calendar::iso(refusal.received_at)>{exact}</time> }.into_any()),
        fact(t::late_fact_closed(l), ui::time(l, refusal.closed_at, zone)),
        fact(t::late_fact_difference(l), calendar::exact_span(l, refusal.late_by()).into_any()),
    ];
    if let Some(entry) = entry {
        facts.push(fact(t::late_fact_entry(l), entry_link(l, entry)));
    }
    facts.push(fact(t::late_fact_size(l), t::late_size(l, refusal.bytes, refusal.words).into_any()));
    facts.push(fact(t::late_fact_sha(l), view! { <code class="hash">{refusal.sha256.clone()}</code> }.into_any()));
    facts
}

fn entry_link(l: Locale, entry: &LedgerEntry) -> AnyView {
    let address = routes::ledger_entry(l, entry.round, entry.number);
    view! { <a href=address>{model::i18n::t::ledger::ledger_entry(l, entry.number)}</a>" · "{labels::ledger_kind(l, entry.kind)} }
        .into_any()
}

fn form(l: Locale, page: &LatePage, state: &FormState<LateForm>) -> AnyView {
    let labels = [(LateForm::REASON, t::late_reason(l))];
    let reason = FieldSpec {
        name: LateForm::REASON,
        label: t::late_reason(l),
        hint: Some(t::late_reason_hint(l)),
        value: &state.form.reason,
        fault: state.fault(LateForm::REASON),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <section class="section">
            <h2>{t::late_decide(l)}</h2>
            {parts::trouble(l, state, &labels, &page.line.round.time_zone)}
            <ul class="stack measure">
                <li>{t::late_rule_admit(l)}</li>
                <li>{t::late_rule_decline(l)}</li>
                <li>{t::late_rule_published(l)}</li>
            </ul>
            <form class="form" method="post" action=routes::late_attempt(l, page.late.refusal.id) novalidate>
                {ui::text_area(l, reason, 4, None, false)}
                <div class="actions">
                    {ui::button(t::late_admit(l), Button::Primary, Some((LateForm::OUTCOME, LateOutcome::Admit.code())))}
                    {ui::button(t::late_decline(l), Button::Secondary, Some((LateForm::OUTCOME, LateOutcome::Decline.code())))}
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// `/refusals/{id}`
pub async fn refusal(cx: &Cx, id: LateAttemptId) -> PageResult {
    let page = cx.portal.refusal(&cx.ctx, id).await?;
    let l = cx.locale();
    let head = parts::head_in_round(l, t::refusal_title(l, page.refusal.number.as_str()), &page.line);
    Ok(ui::page(cx, 200, head, || receipt(cx, &page)))
}

fn receipt(cx: &Cx, page: &RefusalPage) -> AnyView {
    let l = cx.locale();
    let (refusal, round) = (&page.refusal, &page.line.round);
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let link = view! { <a href=routes::round(l, round.id)>{parts::local(l, &round.title)}</a> };
    let mut facts =
        vec![fact(t::late_fact_organisation(l), ui::organisation(l, &page.organisation)), fact(t::late_fact_round(l), link.into_any())];
    facts.extend(instants(l, refusal, page.entry.as_ref(), &round.time_zone));
    let open = match refusal.kind {
        ItemKind::Paper => t::refusal_open_paper(l),
        ItemKind::Comment => t::refusal_open_comment(l),
    };
    view! {
        <article class="receipt receipt--refused">
            <h1>{t::refusal_heading(l)}</h1>
            <p class="receipt__number"><bdi dir="ltr">{refusal.number.clone()}</bdi></p>
            <p><span class=status_class(refusal.state)>{labels::late_state(l, refusal.state)}</span></p>
            {parts::round_deadline(cx, &page.line)}
            {ui::facts(facts)}
            <div class="actions">
                {ui::link_button(open, address_of(l, refusal.kind, refusal.item), Button::Primary)}
                <a href=routes::desk(l)>{t::refusal_to_desk(l)}</a>
            </div>
        </article>
        {parts::signed_receipt(l, routes::refusal_file(l, refusal.id), &page.signed, true)}
        <section class="section measure">
            <h2>{t::refusal_now(l)}</h2>
            <p>{state_words(l, refusal.state)}</p>
            {page.decision.as_ref().map(|entry| decision(l, entry))}
            {refusal.newer.map(|newer| self::newer(l, refusal.kind, newer))}
            {(refusal.state == LateState::Sealed).then(|| view! {
                <ul class="stack">
                    <li>{t::refusal_next_wait(l)}</li>
                    <li>{t::refusal_next_again(l)}</li>
                    <li><a href=routes::contact(l)>{t::refusal_next_chair(l)}</a></li>
                </ul>
            })}
        </section>
    }
    .into_any()
}

fn address_of(l: Locale, kind: ItemKind, item: ItemId) -> String {
    match kind {
        ItemKind::Paper => routes::paper(l, PaperId(item.0)),
        ItemKind::Comment => routes::comment(l, CommentId(item.0)),
    }
}

/// Where what was written after the attempt goes on.
fn newer(l: Locale, kind: ItemKind, item: ItemId) -> AnyView {
    view! { <p>{t::refusal_newer(l)}" "<a href=address_of(l, kind, item)>{t::refusal_open_newer(l)}</a></p> }.into_any()
}

const fn state_words(l: Locale, state: LateState) -> &'static str {
    match state {
        LateState::Sealed => t::refusal_sealed(l),
        LateState::Replaced => t::refusal_replaced(l),
        LateState::Settled => t::refusal_settled(l),
        LateState::Admitted => t::refusal_admitted(l),
        LateState::Declined => t::refusal_declined(l),
    }
}

fn decision(l: Locale, entry: &LedgerEntry) -> AnyView {
    let content = view! { <p>{entry_link(l, entry)}</p><p class="reason" dir="auto">{entry.reason.clone()}</p> };
    ui::notice(Notice::Info, content.into_any())
}
