//! What is wrong, said at the head of a form or page, and the status that goes with it.

use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::FormState;

/// The HTTP status of an error.
pub const fn status_of(error: &PortalError) -> u16 {
    match error {
        PortalError::Invalid(_) => 422,
        PortalError::Denied(_) => 403,
        PortalError::NotFound => 404,
        PortalError::Conflict => 409,
        PortalError::TooMany { .. } => 429,
        PortalError::Unavailable => 503,
        PortalError::Internal(_) => 500,
    }
}

/// The HTTP status of a page with a form.
pub fn status_of_form<F>(state: &FormState<F>) -> u16 {
    match &state.refusal {
        Some(error) => status_of(error),
        None if state.is_refused() => 422,
        None => 200,
    }
}

/// A sentence that is read out at once.
pub fn alert(kind: Notice, words: impl Into<String>) -> AnyView {
    alert_of(kind, view! { <p>{words.into()}</p> }.into_any())
}

fn alert_of(kind: Notice, content: AnyView) -> AnyView {
    view! { <div role="alert" class="stack">{ui::notice(kind, content)}</div> }.into_any()
}

/// A refusal with what to do next; instants at `zone`.
pub fn refusal_notice(l: Locale, error: &PortalError, title: Option<&'static str>, zone: &str) -> AnyView {
    let (sentence, next) = ui::refusal_words(l, error, zone);
    let title = title.map(|words| view! { <h2>{words}</h2> });
    let next = next.map(|(label, href)| view! { <p><a href=href>{label}</a></p> });
    let content = view! { {title}<p>{sentence}</p>{next} }.into_any();
    alert_of(Notice::Danger, content)
}

/// Everything that is wrong with a form: the refusal with its instants at `zone`, and the summary of the fields.
pub fn trouble<F>(l: Locale, state: &FormState<F>, labels: &[(&'static str, &str)], zone: &str) -> AnyView {
    let refusal = state.refusal.as_ref().map(|error| refusal_notice(l, error, None, zone));
    let fields = FormState { form: (), errors: state.errors.clone(), refusal: None };
    let summary = ui::error_summary(l, &fields, labels);
    view! { {refusal}{summary} }.into_any()
}
