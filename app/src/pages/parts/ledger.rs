//! The newest entries of the deadline ledger as a table; the ledger has a page of its own.

use crate::ui;
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::round::{LedgerEntry, LedgerKind, Round};
use model::i18n::t::{ledger as texts, rounds as t};
use model::labels;
use model::routes;

/// The newest entries, the newest first, with the one in force among them. `count`: how many there are.
pub fn ledger(l: Locale, round: &Round, entries: &[LedgerEntry], count: i64) -> AnyView {
    let in_force = |entry: &LedgerEntry| entry.id == round.window.entry;
    let rows: Vec<_> = entries.iter().map(|entry| row(l, entry, in_force(entry))).collect();
    view! {
        <section class="section" id="ledger">
            <h2>{t::round_ledger(l)}</h2>
            <div class="table-wrap" tabindex="0" role="region" aria-labelledby="ledger-caption">
                <table class="ledger">
                    <caption id="ledger-caption">{t::round_ledger_caption(l)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t::round_ledger_number(l)}</th>
                            <th scope="col">{t::round_ledger_what(l)}</th>
                            <th scope="col">{t::round_ledger_closes(l)}</th>
                            <th scope="col">{t::round_ledger_reason(l)}</th>
                            <th scope="col">{t::round_ledger_by(l)}</th>
                            <th scope="col">{t::round_ledger_recorded(l)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p><a href=routes::ledger(l, round.id)>{texts::ledger_whole(l, count)}</a></p>
        </section>
    }
    .into_any()
}

fn row(l: Locale, entry: &LedgerEntry, in_force: bool) -> AnyView {
    let mark = in_force.then(|| view! { " "{ui::badge(t::round_ledger_in_force(l))} });
    let reason = if entry.kind == LedgerKind::Revision { texts::ledger_revision_reason(l).to_owned() } else { entry.reason.clone() };
    view! {
        <tr class=(!in_force).then_some("ledger__old") id=format!("entry-{}", entry.number)>
            <th scope="row">{entry.number.to_string()}</th>
            <td>{labels::ledger_kind(l, entry.kind)}{mark}</td>
            <td>{ui::time(l, entry.closes_at, &entry.time_zone)}</td>
            <td dir="auto">{reason}</td>
            <td>{labels::role(l, entry.by)}</td>
            <td><time datetime=calendar::iso(entry.recorded_at)>{calendar::full(l, entry.recorded_at.to_second(), &entry.time_zone)}</time></td>
        </tr>
    }
    .into_any()
}
