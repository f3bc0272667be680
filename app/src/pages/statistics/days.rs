//! When inputs came, day by day until the deadline of each round: a picture, and a table behind it.

use super::{figure, in_time, inputs};
use crate::pages::parts;
use crate::ui::{self, Column};
use leptos::prelude::*;
use model::calendar;
use model::domain::input_filter::InputFilter;
use model::domain::language::Locale;
use model::domain::statistics::{AFTER, Day, day_before};
use model::i18n::t::statistics as t;
use model::portal::{RoundLine, StatisticsPage};
use model::routes;
use std::collections::BTreeMap;

/// A picture has no more bars than this: of a longer round its last days.
const MOST_DAYS: i64 = 120;

pub fn over_time(l: Locale, page: &StatisticsPage) -> AnyView {
    let of = |line: &RoundLine| page.statistics.by_day.get(&line.round.id).map(|days| round(l, page, line, days));
    let rounds: Vec<_> = page.rounds.iter().filter_map(of).collect();
    if rounds.is_empty() {
        return ().into_any();
    }
    view! { <section class="section stack"><h2>{t::stat_by_day(l)}</h2>{rounds}</section> }.into_any()
}

fn round(l: Locale, page: &StatisticsPage, line: &RoundLine, days: &BTreeMap<Day, i64>) -> AnyView {
    let window = &line.round.window;
    let first = day_before(window.closes_at, window.opens_at).clamp(0, MOST_DAYS - 1);
    let bars: Vec<i64> = (0..=first).rev().map(|day| days.get(&day).copied().unwrap_or_default()).collect();
    let all: i64 = days.values().sum();
    let at = |instant| calendar::full(l, instant, &line.round.time_zone);
    let rows = days
        .iter()
        .rev()
        .map(|(day, count)| {
            let filter = in_time(InputFilter { round: Some(line.round.id), day: Some(*day), ..InputFilter::default() });
            view! {
                <tr>
                    <th scope="row">{day_words(l, *day)}</th>
                    <td class="number">{figure(*count, || inputs(l, page, filter))}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let caption = t::stat_days_caption(l, line.round.title.get(l));
    let columns = [Column::of(t::stat_day(l)), Column::number(t::stat_inputs(l))];
    let last = t::stat_last_share(l, all, days.get(&0).copied().unwrap_or_default());
    view! {
        <div><figure class="chart">
            <figcaption><a href=routes::round(l, line.round.id)>{caption.clone()}</a></figcaption>
            {parts::days(l, &bars)}
            <p class="chart__ends"><span>{t::stat_opens(l, at(window.opens_at))}</span><span>{t::stat_closes(l, at(window.closes_at))}</span></p>
            <p>{last}</p>
            <details><summary>{t::stat_as_table(l)}</summary>{ui::table(caption, columns, rows)}</details>
        </figure></div>
    }
    .into_any()
}

/// What a day is called.
pub fn day_words(l: Locale, day: Day) -> String {
    match day {
        AFTER => t::stat_day_after(l).to_owned(),
        0 => t::stat_day_last(l).to_owned(),
        days => t::stat_day_before(l, days),
    }
}
