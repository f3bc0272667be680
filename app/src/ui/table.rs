//! A table that scrolls in a region of its own where it is wider than the screen.

use leptos::prelude::*;

/// The head of a column.
pub struct Column {
    label: String,
    /// Numbers stand at its end.
    number: bool,
}

impl Column {
    pub fn of(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: false }
    }

    pub fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), number: true }
    }
}

/// `label`: what the table is, for who cannot see it.
pub fn table(label: impl Into<String>, columns: impl IntoIterator<Item = Column>, rows: Vec<AnyView>) -> AnyView {
    let label = label.into();
    let heads: Vec<_> =
        columns.into_iter().map(|column| view! { <th scope="col" class=column.number.then_some("number")>{column.label}</th> }).collect();
    view! {
        <div class="table-wrap" role="region" tabindex="0" aria-label=label>
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
