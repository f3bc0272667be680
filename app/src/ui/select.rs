//! A choice from a list.

use super::fields::{FieldSpec, field};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t;

/// A select. An empty first option asks to choose, unless one of the options is set already; then there is nothing left to
/// require, and HTML would miss the empty option.
pub fn select(l: Locale, spec: FieldSpec<'_>, options: &[(String, String)]) -> AnyView {
    let set = options.iter().any(|(value, _)| value == spec.value);
    let ask = (!set).then(|| view! { <option value="" selected>{t::common::choose(l)}</option> });
    let options: Vec<_> = options
        .iter()
        .map(|(value, label)| view! { <option value=value.clone() selected=value == spec.value>{label.clone()}</option> })
        .collect();
    let control = view! {
        <select
            id=spec.id()
            name=spec.name.to_owned()
            autocomplete=spec.autocomplete
            required=spec.required && !set
            aria-invalid=spec.invalid()
            aria-describedby=spec.described_by()
        >
            {ask}
            {options}
        </select>
    };
    field(l, &spec, "field", control.into_any())
}
