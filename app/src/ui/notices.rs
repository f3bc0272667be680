//! Messages inside a page: notices, the summary of a form's errors, empty lists that say what to do.

use super::{icons, refusal};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::FormState;
use model::i18n::t;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    Info,
    Success,
    Warning,
    Danger,
}

/// A message with its icon.
pub fn notice(kind: Notice, content: AnyView) -> AnyView {
    let (class, icon) = match kind {
        Notice::Info => ("notice notice--info", icons::info()),
        Notice::Success => ("notice notice--success", icons::done()),
        Notice::Warning => ("notice notice--warning", icons::warning()),
        Notice::Danger => ("notice notice--danger", icons::warning()),
    };
    view! { <div class=class>{icon}<div>{content}</div></div> }.into_any()
}

/// An empty place: what will be here, and what to do first.
pub fn empty(title: impl Into<String>, what_to_do: AnyView) -> AnyView {
    view! { <div class="empty"><h3>{title.into()}</h3>{what_to_do}</div> }.into_any()
}

/// The summary above a form that was refused: it takes the focus and links to each field. `labels` are the form's fields in
/// order; a faulty field that is not among them is left to the sentence beside it. Nothing when nothing is wrong.
pub fn error_summary<F>(l: Locale, state: &FormState<F>, labels: &[(&'static str, &str)]) -> AnyView {
    if !state.is_refused() {
        return ().into_any();
    }
    let refusal = state.refusal.as_ref().map(|error| {
        let (sentence, next) = refusal::refusal_words(l, error, "UTC");
        let next = next.map(|(label, href)| view! { <p><a href=href>{label}</a></p> });
        view! { <p>{sentence}</p>{next} }
    });
    let faults: Vec<_> = labels
        .iter()
        .filter_map(|(field, label)| {
            let words = refusal::fault_words(l, state.fault(field)?);
            Some(view! { <li><a href=format!("#{field}")>{format!("{label}: {words}")}</a></li> })
        })
        .collect();
    let list = (!faults.is_empty()).then(|| view! { <ul>{faults}</ul> });
    view! {
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
            <h2>{t::common::error_summary_title(l)}</h2>
            {refusal}
            {list}
        </div>
    }
    .into_any()
}
