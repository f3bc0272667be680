//! The reason of a decision: from the public list, and in the moderator's own words.

use crate::ui::{self, FieldSpec};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::moderation::{Outcome, ReasonCode};
use model::forms::{DecisionForm, FormState};
use model::i18n::t::acts as t;
use model::labels;
use model::routes;

/// Both fields, and what the reasons say.
pub fn reason_fields(l: Locale, state: &FormState<DecisionForm>) -> AnyView {
    let of =
        |codes: Vec<ReasonCode>| codes.into_iter().map(|code| (code.code().to_owned(), labels::reason_code(l, code).to_owned())).collect();
    let serves = |code: &ReasonCode| (code.serves(Outcome::Return), code.serves(Outcome::Decline));
    let those = |wanted: (bool, bool)| of(ReasonCode::ALL.iter().copied().filter(|code| serves(code) == wanted).collect::<Vec<_>>());
    let groups = [
        (t::decision_code_both(l).to_owned(), those((true, true))),
        (t::decision_code_return(l).to_owned(), those((true, false))),
        (t::decision_code_decline(l).to_owned(), those((false, true))),
    ];
    let code = FieldSpec::of(state, DecisionForm::CODE, t::decision_code(l), Some(t::decision_code_hint(l)), &state.form.code).optional();
    let words =
        FieldSpec::of(state, DecisionForm::REASON, t::decision_words(l), Some(t::decision_words_hint(l)), &state.form.reason).optional();
    view! {
        {ui::grouped_select(l, code, t::decision_code_none(l), &groups)}
        <details>
            <summary>{t::decision_code_list(l)}</summary>
            {reason_list(l)}
            <p><a href=routes::moderation_rules(l)>{model::i18n::t::appeals::rules_link(l)}</a></p>
        </details>
        {ui::text_area(l, words, 4, None, false)}
    }
    .into_any()
}

/// Every reason with what it says to the authors.
fn reason_list(l: Locale) -> AnyView {
    let one = |code: &ReasonCode| view! { <dt>{labels::reason_code(l, *code)}</dt><dd>{labels::reason_words(l, *code)}</dd> };
    view! { <dl class="stack">{ReasonCode::ALL.iter().map(one).collect_view()}</dl> }.into_any()
}
