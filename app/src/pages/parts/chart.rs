//! Small charts as inline SVG, each with its table behind it.

use leptos::prelude::*;
use model::domain::language::{Direction, Locale};

/// One value of a chart: a short name for the picture, the full one for the table.
pub struct Value {
    pub short: String,
    pub full: String,
    pub count: i64,
}

/// The words around a chart.
pub struct Words {
    pub caption: &'static str,
    pub as_table: &'static str,
    pub column: &'static str,
    pub count: &'static str,
}

/// A part of `whole` in per cent, with one decimal; `room` is what the longest bar takes.
fn percent(count: i64, whole: i64, room: i64) -> String {
    let tenths = count.max(0).saturating_mul(room * 10) / whole.max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// Lying bars, one below the other.
pub fn bars(words: &Words, values: &[Value]) -> AnyView {
    let most = values.iter().map(|value| value.count).max().unwrap_or(0);
    let height = values.len() * 30;
    let shapes: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(row, value)| {
            let (top, base) = (row * 30 + 4, row * 30 + 20);
            view! {
                <text class="chart__label" x="0" y=base.to_string()>{value.short.clone()}</text>
                <rect class="chart__bar" x="28%" y=top.to_string() width=percent(value.count, most, 60) height="22"></rect>
                <text class="chart__label chart__label--value" x="99%" y=base.to_string() text-anchor="end">{value.count.to_string()}</text>
            }
        })
        .collect();
    view! {
        <div><figure class="chart">
            <figcaption>{words.caption}</figcaption>
            <svg width="100%" height=height.to_string() aria-hidden="true" focusable="false">
                {shapes}
                <line class="chart__axis" x1="28%" x2="28%" y1="0" y2=height.to_string()></line>
            </svg>
            {table(words, values)}
        </figure></div>
    }
    .into_any()
}

/// Lying bars, each under its name: for long names in a narrow place.
pub fn rows(words: &Words, values: &[Value]) -> AnyView {
    let most = values.iter().map(|value| value.count).max().unwrap_or(0);
    let height = values.len() * 40;
    let shapes: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(row, value)| {
            let (base, top) = (row * 40 + 14, row * 40 + 20);
            view! {
                <text class="chart__label" x="0" y=base.to_string()>{value.short.clone()}</text>
                <text class="chart__label chart__label--value" x="100%" y=base.to_string() text-anchor="end">{value.count.to_string()}</text>
                <rect class="chart__bar" x="0" y=top.to_string() width=percent(value.count, most, 100) height="10"></rect>
            }
        })
        .collect();
    view! {
        <div><figure class="chart">
            <figcaption>{words.caption}</figcaption>
            <svg width="100%" height=height.to_string() aria-hidden="true" focusable="false">{shapes}</svg>
            {table(words, values)}
        </figure></div>
    }
    .into_any()
}

/// A strip of the whole text: one cell a paragraph, the darker the more was said on it. Runs the way the reader reads.
pub fn strip(l: Locale, words: &Words, values: &[Value]) -> AnyView {
    let most = values.iter().map(|value| value.count).max().unwrap_or(0).max(1);
    let cells = i64::try_from(values.len()).unwrap_or(i64::MAX);
    let shapes: Vec<_> = (0..cells)
        .zip(values)
        .map(|(at, value)| {
            let place = if l.direction() == Direction::Rtl { cells - 1 - at } else { at };
            let shade = if value.count == 0 { 8 } else { 25 + 75 * value.count / most };
            view! {
                <rect
                    class="chart__bar"
                    x=percent(place, cells, 100)
                    y="0"
                    width=percent(1, cells, 96)
                    height="32"
                    fill-opacity=format!("{}.{:02}", shade / 100, shade % 100)
                ></rect>
            }
        })
        .collect();
    view! {
        <div><figure class="chart">
            <figcaption>{words.caption}</figcaption>
            <svg width="100%" height="32" aria-hidden="true" focusable="false">{shapes}</svg>
            {table(words, values)}
        </figure></div>
    }
    .into_any()
}

fn table(words: &Words, values: &[Value]) -> AnyView {
    let rows: Vec<_> = values
        .iter()
        .map(|value| view! { <tr><th scope="row">{value.full.clone()}</th><td class="number">{value.count.to_string()}</td></tr> })
        .collect();
    view! {
        <details>
            <summary>{words.as_table}</summary>
            <div class="table-wrap table-wrap--narrow">
                <table>
                    <thead><tr><th scope="col">{words.column}</th><th scope="col" class="number">{words.count}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
