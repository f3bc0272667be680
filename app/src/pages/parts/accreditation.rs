//! What an organisation says to be accredited, and what was done with it.

use crate::ui;
use leptos::prelude::*;
use model::domain::accreditation::Accreditation;
use model::domain::language::Locale;
use model::forms::{FormState, StepForm};
use model::i18n::t::{accreditation as t, planning};
use model::labels;
use model::portal::StepLine;

/// What was said.
pub fn application_facts(l: Locale, application: &Accreditation) -> Vec<(String, AnyView)> {
    let content = &application.content;
    let mut facts = vec![(t::apply_consultative(l).to_owned(), labels::consultative(l, content.consultative).into_any())];
    for (label, words) in [(t::apply_purpose(l), &content.purpose), (t::apply_activities(l), &content.activities)] {
        if !words.is_empty() {
            facts.push((label.to_owned(), view! { <span class="words" dir="auto">{words.clone()}</span> }.into_any()));
        }
    }
    facts
}

/// The steps, the last first, each by office and with its reason; nothing where there are none.
pub fn accreditation_steps(l: Locale, steps: &[StepLine], zone: &str) -> AnyView {
    if steps.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = steps
        .iter()
        .map(|step| {
            let reason = (!step.reason.is_empty()).then(|| view! { <p class="words" dir="auto">{step.reason.clone()}</p> });
            view! {
                <li class="row">
                    <h3 class="row__title">{labels::step(l, step.step)}</h3>
                    {reason}
                    <p class="row__meta"><span>{labels::role(l, step.by)}</span>{ui::time(l, step.at.to_second(), zone)}</p>
                </li>
            }
        })
        .collect();
    view! { <section class="section"><h2>{t::accreditation_steps(l)}</h2><ol class="rows">{rows}</ol></section> }.into_any()
}

/// What was typed into a form that was refused, to be read and copied; nothing where nothing was.
pub fn typed_step(l: Locale, state: &FormState<StepForm>) -> AnyView {
    let form = &state.form;
    let fields =
        [(t::objection_state(l), &form.state), (t::objection_grounds(l), &form.grounds), (t::accreditation_reason_field(l), &form.reason)];
    let facts: Vec<_> = fields
        .into_iter()
        .filter(|(_, words)| state.is_refused() && !words.trim().is_empty())
        .map(|(label, words)| (label.to_owned(), view! { <span class="words" dir="auto">{words.clone()}</span> }.into_any()))
        .collect();
    if facts.is_empty() {
        return ().into_any();
    }
    view! { <section class="section" id="sent"><h2>{planning::plan_sent(l)}</h2>{ui::facts(facts)}</section> }.into_any()
}
