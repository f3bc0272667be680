//! Whom one writes for, asked where there is a choice.

use crate::ui::{self, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::forms::FormState;
use model::i18n::t::organisations as t;

/// A select of one's organisations; nothing where there is only one.
pub fn writing_for<F>(
    l: Locale,
    state: &FormState<F>,
    organisations: &[(OrganisationId, String)],
    name: &'static str,
    value: &str,
) -> AnyView {
    if organisations.len() < 2 {
        return ().into_any();
    }
    let spec = FieldSpec {
        name,
        label: t::writing_for(l),
        hint: Some(t::writing_for_hint(l)),
        value,
        fault: state.fault(name),
        required: true,
        ..FieldSpec::default()
    };
    let options: Vec<_> = organisations.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    ui::select(l, spec, &options)
}
