//! Where an organisation stands that is invited to a joint paper.

use leptos::prelude::*;
use model::calendar;
use model::domain::joint::Answer;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::i18n::t::joint as t;

/// In words, with its mark; instants at `zone`.
pub fn joint_answer(l: Locale, answer: Answer, zone: &str) -> impl IntoView + use<> {
    let at = |at: Instant| calendar::full(l, at.to_second(), zone);
    // The marks are those papers have.
    let (mark, words) = match answer {
        Answer::Waiting => ("upcoming", t::joint_answer_waiting(l).to_owned()),
        Answer::Confirmed { at: when } => ("accepted", t::joint_answer_confirmed(l, at(when))),
        Answer::Changed { at: when } => ("draft", t::joint_answer_changed(l, at(when))),
        Answer::Declined { .. } => ("declined", t::joint_answer_declined(l).to_owned()),
    };
    view! { <span class=format!("status status--{mark}")>{words}</span> }
}
