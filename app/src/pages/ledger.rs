//! The deadline ledger of a round, whole: every entry with who, why, from when to when, and when it was published.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, DeadlineStyle};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::domain::language::Locale;
use model::domain::round::LedgerKind;
use model::i18n::t::{ledger as t, rounds};
use model::labels;
use model::portal::{LedgerLine, LedgerPage};
use model::routes;

/// `/rounds/{id}/ledger`
pub async fn page(cx: &Cx, id: RoundId) -> PageResult {
    let page = cx.portal.ledger(&cx.ctx, id).await?;
    let l = cx.locale();
    let head = parts::head_in_round(l, rounds::round_ledger(l), &page.line);
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
}

fn content(cx: &Cx, page: &LedgerPage) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &page.line.round;
    let entries: Vec<_> = page.entries.iter().map(|line| entry(l, page, line)).collect();
    let more = view! { <div class="page-head__deadline">{ui::deadline(l, round, now, DeadlineStyle::Live)}</div> };
    view! {
        {ui::page_head_with(
            Some(round.title.get(l).to_owned()),
            rounds::round_ledger(l),
            Some(t::ledger_lede(l).to_owned()),
            more.into_any(),
        )}
        <div class="columns">
            <div><ul class="rows">{entries}</ul></div>
            <aside>
                <section class="section">
                    <h2>{t::ledger_reading(l)}</h2>
                    <ul class="stack">
                        <li>{t::ledger_rule_force(l)}</li>
                        <li>{t::ledger_rule_judged(l)}</li>
                        <li>{t::ledger_rule_named(l)}</li>
                    </ul>
                    <p><a href=routes::round(l, round.id)>{t::ledger_back(l)}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn entry(l: Locale, page: &LedgerPage, line: &LedgerLine) -> AnyView {
    let (entry, zone) = (&line.entry, line.entry.time_zone.as_str());
    let in_force = (entry.id == page.line.round.window.entry).then(|| view! { " "{ui::badge(rounds::round_ledger_in_force(l))} });
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = Vec::new();
    match entry.kind {
        LedgerKind::Opened | LedgerKind::Set => {
            facts.push(fact(rounds::round_ledger_opens(l), ui::time(l, entry.opens_at, zone)));
            facts.push(fact(rounds::round_ledger_closes(l), ui::time(l, entry.closes_at, zone)));
        }
        LedgerKind::Extended | LedgerKind::Shortened | LedgerKind::Corrected => {
            if let Some(from) = line.from {
                facts.push(fact(t::ledger_from(l), ui::time(l, from, zone)));
            }
            facts.push(fact(t::ledger_to(l), ui::time(l, entry.closes_at, zone)));
        }
        LedgerKind::Granted | LedgerKind::Revision => facts.push(fact(t::ledger_grant_ends(l), ui::time(l, entry.closes_at, zone))),
        LedgerKind::Admitted | LedgerKind::Declined | LedgerKind::Reworded => {}
    }
    if entry.kind.is_for_one() {
        let whom = match &line.organisation {
            Some(organisation) => ui::organisation_name(l, organisation).into_any(),
            None if entry.kind == LedgerKind::Declined => t::ledger_never_named(l).into_any(),
            None => t::ledger_not_named(l).into_any(),
        };
        facts.push(fact(t::ledger_for(l), whom));
    }
    let reason = if entry.kind == LedgerKind::Revision {
        t::ledger_revision_reason(l).into_any()
    } else {
        view! { <span class="reason" dir="auto">{entry.reason.clone()}</span> }.into_any()
    };
    facts.push(fact(rounds::round_ledger_reason(l), reason));
    facts.push(fact(rounds::round_ledger_by(l), labels::role(l, entry.by).into_any()));
    facts.push(fact(t::ledger_published(l), ui::time(l, entry.recorded_at.to_second(), zone)));
    let address = format!("#entry-{}", entry.number);
    view! {
        <li class="row" id=format!("entry-{}", entry.number)>
            <h2 class="row__title">
                <a href=address>{t::ledger_entry(l, entry.number)}</a>" · "{labels::ledger_kind(l, entry.kind)}{in_force}
            </h2>
            {ui::facts(facts)}
        </li>
    }
    .into_any()
}
