//! Boxes to tick: one, or several of one name.

use super::fields::FieldSpec;
use super::{icons, refusal};
use leptos::prelude::*;
use model::domain::language::Locale;

/// One box; its value is `yes`.
pub fn checkbox(spec: FieldSpec<'_>, checked: bool) -> AnyView {
    let hint = spec.hint.map(|hint| view! { <p class="hint" id=spec.hint_id()>{hint.to_owned()}</p> });
    view! {
        <div class="field choice">
            <input type="checkbox" id=spec.id() name=spec.name.to_owned() value="yes" checked=checked aria-describedby=spec.described_by()/>
            <label for=spec.id()>{spec.label.to_owned()}</label>
            {hint}
        </div>
    }
    .into_any()
}

/// Several boxes of one name, of which any number may be ticked.
pub fn checkboxes(l: Locale, spec: FieldSpec<'_>, options: &[(String, String)], chosen: &[String]) -> AnyView {
    let hint = spec.hint.map(|hint| view! { <p class="hint" id=spec.hint_id()>{hint.to_owned()}</p> });
    let error = spec.fault.map(|fault| {
        view! { <p class="field__error" id=spec.error_id()>{icons::warning()}<span>{refusal::fault_words(l, fault)}</span></p> }
    });
    let boxes: Vec<_> = options
        .iter()
        .map(|(value, label)| {
            let id = format!("{}-{value}", spec.id());
            view! {
                <div class="choice">
                    <input type="checkbox" id=id.clone() name=spec.name.to_owned() value=value.clone() checked=chosen.contains(value)/>
                    <label for=id>{label.clone()}</label>
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="choices" id=spec.id() aria-describedby=spec.described_by()>
            <legend>{spec.label.to_owned()}</legend>
            {hint}
            {error}
            <div class="choices__columns">{boxes}</div>
        </fieldset>
    }
    .into_any()
}
