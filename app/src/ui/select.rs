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
    control(l, spec, set, view! { {ask}{choices(options, spec.value)} }.into_any())
}

/// A select whose options stand in groups; `none` is the words of its first, empty option.
pub fn grouped_select(l: Locale, spec: FieldSpec<'_>, none: &'static str, groups: &[(String, Vec<(String, String)>)]) -> AnyView {
    let groups: Vec<_> =
        groups.iter().map(|(label, options)| view! { <optgroup label=label.clone()>{choices(options, spec.value)}</optgroup> }).collect();
    control(l, spec, true, view! { <option value="">{none}</option>{groups} }.into_any())
}

fn choices(options: &[(String, String)], chosen: &str) -> Vec<AnyView> {
    let option = |(value, label): &(String, String)| {
        view! { <option value=value.clone() selected=value == chosen>{label.clone()}</option> }.into_any()
    };
    options.iter().map(option).collect()
}

/// `set`: there is nothing left to require.
fn control(l: Locale, spec: FieldSpec<'_>, set: bool, options: AnyView) -> AnyView {
    let control = view! {
        <select
            id=spec.id()
            name=spec.name.to_owned()
            autocomplete=spec.autocomplete
            required=spec.required && !set
            aria-invalid=spec.invalid()
            aria-describedby=spec.described_by()
        >
            {options}
        </select>
    };
    field(l, &spec, "field", control.into_any())
}
