//! What stands beside the form of a round: what is stored, and what was sent and has no field any more.

use crate::pages::parts;
use crate::ui;
use leptos::prelude::*;
use model::domain::accreditation::Reach;
use model::domain::language::{Language, Locale};
use model::domain::round::{Round, RoundKind};
use model::forms::{FormState, RoundForm, RoundScope};
use model::i18n::t::{accreditation, planning as t, questions, rounds};
use model::labels;
use model::portal::RoundEditor;

type Fact = (String, AnyView);

/// What is stored: the form may hold something else by now, and does not hold what stays. `compare`: somebody else changed it, so
/// everything that may differ stands here, in both languages.
pub fn stored(l: Locale, editor: &RoundEditor, round: &Round, compare: bool) -> AnyView {
    let subgroup = round.subgroup.and_then(|id| editor.subgroups.iter().find(|subgroup| subgroup.id == id));
    let draft = round.draft_version.and_then(|id| editor.drafts.iter().find(|draft| draft.id == id));
    let words = |text| if compare { parts::both_languages(text) } else { parts::local(l, text) };
    let mut facts: Vec<Fact> = vec![
        (rounds::round_fact_kind(l).to_owned(), labels::round_kind(l, round.kind).into_any()),
        (t::plan_title(l).to_owned(), words(&round.title)),
        (rounds::round_fact_opens(l).to_owned(), ui::time(l, round.window.opens_at, &round.time_zone)),
        (rounds::round_fact_closes(l).to_owned(), ui::time(l, round.window.closes_at, &round.time_zone)),
    ];
    if compare {
        facts.push((t::plan_call(l).to_owned(), parts::both_languages(&round.call)));
    }
    if let Some(draft) = draft {
        facts.push((rounds::round_fact_text(l).to_owned(), words(&draft.title)));
    }
    if round.kind.has_subgroup() {
        facts.push((t::plan_subgroup(l).to_owned(), parts::subgroup_name(l, subgroup).into_any()));
    }
    if let Some(reach) = round.reach {
        facts.push((accreditation::plan_reach(l).to_owned(), labels::reach(l, reach).into_any()));
    }
    if round.kind.has_questions() {
        facts.push(if compare {
            let items: Vec<_> = round.questions.iter().map(|question| view! { <li>{parts::both_languages(question)}</li> }).collect();
            (questions::questions_title(l).to_owned(), view! { <ol class="numbered">{items}</ol> }.into_any())
        } else {
            (t::plan_questions_count(l).to_owned(), round.questions.len().to_string().into_any())
        });
    }
    view! { <section class="section" id="stored"><h2>{t::plan_stored(l)}</h2>{ui::facts(facts)}</section> }.into_any()
}

/// What was sent and is no longer asked for, since the round opened or somebody began to write meanwhile: to be read and copied.
pub fn gone(l: Locale, editor: &RoundEditor, state: &FormState<RoundForm>, sent: RoundScope) -> AnyView {
    let (form, now) = (&state.form, state.form.scope);
    let mut facts = Vec::new();
    if sent == RoundScope::Whole && now != RoundScope::Whole {
        facts.extend(about(l, editor, form));
    }
    if sent != RoundScope::Words && now == RoundScope::Words {
        for (label, value) in [
            (t::plan_opens_at(l), &form.opens_at),
            (rounds::move_closes_at(l), &form.closes_at),
            (rounds::move_time_zone(l), &form.time_zone),
        ] {
            facts.push(typed(label, value));
        }
    }
    let facts: Vec<Fact> = facts.into_iter().flatten().collect();
    if facts.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section" id="sent">
            <h2>{t::plan_sent(l)}</h2>
            <p class="hint">{t::plan_sent_what(l)}</p>
            {ui::facts(facts)}
        </section>
    }
    .into_any()
}

/// What was asked for, as it was sent.
fn about(l: Locale, editor: &RoundEditor, form: &RoundForm) -> Vec<Option<Fact>> {
    let subgroup = editor.subgroups.iter().find(|subgroup| subgroup.id.to_string() == form.subgroup);
    let draft = editor.drafts.iter().find(|draft| draft.id.to_string() == form.draft_version);
    vec![
        RoundKind::from_code(&form.kind).map(|kind| (rounds::round_fact_kind(l).to_owned(), labels::round_kind(l, kind).into_any())),
        lines(t::plan_questions(l), &form.questions, Language::En),
        lines(t::plan_questions_ar(l), &form.questions_ar, Language::Ar),
        subgroup.map(|subgroup| (t::plan_subgroup(l).to_owned(), parts::subgroup_name(l, Some(subgroup)).into_any())),
        Reach::from_code(&form.reach).map(|reach| (accreditation::plan_reach(l).to_owned(), labels::reach(l, reach).into_any())),
        draft.map(|draft| (rounds::round_fact_text(l).to_owned(), parts::local(l, &draft.title))),
    ]
}

fn typed(label: &str, value: &str) -> Option<Fact> {
    (!value.trim().is_empty()).then(|| (label.to_owned(), value.to_owned().into_any()))
}

/// What was typed one in each line.
fn lines(label: &str, value: &str, language: Language) -> Option<Fact> {
    let items: Vec<_> =
        value.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| view! { <li>{line.to_owned()}</li> }).collect();
    let (lang, dir) = (language.code(), language.direction().as_str());
    (!items.is_empty()).then(|| (label.to_owned(), view! { <ol class="numbered" lang=lang dir=dir>{items}</ol> }.into_any()))
}
