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
    let counts: Vec<_> = values.iter().map(|value| value.count).collect();
    view! {
        <div><figure class="chart">
            <figcaption>{words.caption}</figcaption>
            {strip_alone(l, &counts)}
            {table(words, values)}
        </figure></div>
    }
    .into_any()
}

/// The strip without its table, for a page that has a fuller one.
pub fn strip_alone(l: Locale, counts: &[i64]) -> AnyView {
    let most = counts.iter().max().copied().unwrap_or(0).max(1);
    let cells = length(counts);
    let shapes: Vec<_> = (0..cells)
        .zip(counts)
        .map(|(at, count)| {
            let shade = if *count == 0 { 8 } else { 25 + 75 * count / most };
            view! {
                <rect
                    class="chart__bar"
                    x=percent(place(l, at, cells), cells, 100)
                    y="0"
                    width=percent(1, cells, 96)
                    height="32"
                    fill-opacity=format!("{}.{:02}", shade / 100, shade % 100)
                ></rect>
            }
        })
        .collect();
    view! { <svg width="100%" height="32" aria-hidden="true" focusable="false">{shapes}</svg> }.into_any()
}

/// Standing bars, one after the other in the way the reader reads, and a line behind the last of them: the deadline.
pub fn days(l: Locale, counts: &[i64]) -> AnyView {
    const HEIGHT: i64 = 96;
    let most = counts.iter().max().copied().unwrap_or(0).max(1);
    let cells = length(counts);
    let shapes: Vec<_> = (0..cells)
        .zip(counts)
        .map(|(at, count)| {
            // What came is seen, however much came on another day.
            let height = if *count == 0 { 0 } else { (count * HEIGHT / most).max(2) };
            let (x, top) = (percent(place(l, at, cells), cells, 100), (HEIGHT - height).to_string());
            view! { <rect class="chart__bar" x=x y=top width=percent(1, cells, 80) height=height.to_string()></rect> }
        })
        .collect();
    let end = if l.direction() == Direction::Rtl { "0" } else { "100%" };
    view! {
        <svg width="100%" height="97" aria-hidden="true" focusable="false">
            {shapes}
            <line class="chart__axis" x1="0" x2="100%" y1="96.5" y2="96.5"></line>
            <line class="chart__deadline" x1=end x2=end y1="0" y2="97"></line>
        </svg>
    }
    .into_any()
}

/// A lying bar in a cell of a table: `count` beside `most`, the longest of its column.
pub fn bar(l: Locale, count: i64, most: i64) -> AnyView {
    let whole = percent(count, most, 100);
    let tenths = 1000 - count.max(0).saturating_mul(1000) / most.max(1);
    let x = if l.direction() == Direction::Rtl { format!("{}.{}%", tenths / 10, tenths % 10) } else { "0".to_owned() };
    view! {
        <svg class="chart__cell" width="100%" height="12" aria-hidden="true" focusable="false">
            <rect class="chart__bar" x=x y="0" width=whole height="12"></rect>
        </svg>
    }
    .into_any()
}

/// The place of a cell on the screen, which a picture counts from the left.
fn place(l: Locale, at: i64, cells: i64) -> i64 {
    if l.direction() == Direction::Rtl { cells - 1 - at } else { at }
}

fn length<T>(list: &[T]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
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
