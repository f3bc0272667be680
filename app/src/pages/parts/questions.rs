//! The guiding questions of a round, and what a paper answers to them.

use super::frame::local;
use crate::ui;
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::domain::paper::{self, Answered};
use model::domain::round::Round;
use model::i18n::t::questions as t;

/// The questions, with the call they belong to; nothing where there are none.
pub fn questions(l: Locale, round: &Round) -> AnyView {
    if round.questions.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = round.questions.iter().map(|question| view! { <li>{local(l, question)}</li> }).collect();
    view! {
        <section class="section" id="questions">
            <h2>{t::questions_title(l)}</h2>
            <p class="hint">{t::questions_what(l)}</p>
            <ol class="numbered stack measure">{items}</ol>
        </section>
    }
    .into_any()
}

/// What was answered, each under its question; nothing where nothing was. `headings`: the questions are headings below a section's own;
/// among several papers they are none, since texts have headings of their own.
pub fn answered(l: Locale, answers: &[Answered], language: Language, headings: bool) -> AnyView {
    if answers.is_empty() {
        return ().into_any();
    }
    let one = |answered: &Answered| {
        let number = answered.number.to_string();
        let question = view! { {number}". "{local(l, &answered.question)} };
        let heading =
            if headings { view! { <h3>{question}</h3> }.into_any() } else { view! { <p><strong>{question}</strong></p> }.into_any() };
        view! { {heading}{ui::prose(&answered.answer, language)} }
    };
    answers.iter().map(one).collect_view().into_any()
}

/// The answers of a paper in `round` as a section of its page.
pub fn answers_of(l: Locale, round: &Round, content: &paper::PaperContent) -> AnyView {
    let answers = paper::answered(&round.questions, &content.answers);
    if answers.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section stack" id="answers">
            <h2>{t::questions_answers(l)}</h2>
            {answered(l, &answers, content.language, true)}
        </section>
    }
    .into_any()
}
