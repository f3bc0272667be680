//! The deadline ledger as a table.

use crate::calendar;
use crate::domain::language::Locale;
use crate::domain::round::LedgerEntry;
use crate::i18n::t::rounds as t;
use crate::ui::{self, labels};
use leptos::prelude::*;

/// Every entry, the newest first; the first is in force.
pub fn ledger(l: Locale, entries: &[LedgerEntry]) -> AnyView {
    let rows: Vec<_> = entries.iter().enumerate().map(|(at, entry)| row(l, entry, at == 0)).collect();
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
        </section>
    }
    .into_any()
}

fn row(l: Locale, entry: &LedgerEntry, in_force: bool) -> AnyView {
    let mark = in_force.then(|| view! { " "{ui::badge(t::round_ledger_in_force(l))} });
    view! {
        <tr class=(!in_force).then_some("ledger__old") id=format!("entry-{}", entry.number)>
            <th scope="row">{entry.number.to_string()}</th>
            <td>{labels::ledger_kind(l, entry.kind)}{mark}</td>
            <td>{ui::time(l, entry.closes_at, &entry.time_zone)}</td>
            <td dir="auto">{entry.reason.clone()}</td>
            <td>{labels::role(l, entry.by)}</td>
            <td><time datetime=calendar::iso(entry.recorded_at)>{calendar::full(l, entry.recorded_at.to_second(), &entry.time_zone)}</time></td>
        </tr>
    }
    .into_any()
}
