//! Asking to speak: the form of an organisation in a round that draws up a list of speakers.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::ids::{OrganisationId, RoundId};
use model::domain::inscription::Inscription;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, InscriptionForm};
use model::i18n::t::speakers as t;
use model::labels;
use model::policy::{self, AskToSpeak, Denied, LeaveSpeakers};
use model::portal::InscriptionEditor;
use model::routes;

/// `/rounds/{id}/speak`; `organisation`: for whom, `None` for the one acted for last.
pub async fn page(cx: &Cx, round: RoundId, organisation: Option<OrganisationId>, state: Option<FormState<InscriptionForm>>) -> PageResult {
    let l = cx.locale();
    // An organisation that is none of theirs has no form. What was typed for one that was theirs when the form was drawn is shown for
    // one that is, as if that one had nothing on the list: it overwrites nothing without asking.
    let theirs = organisation.is_none_or(|asked| cx.ctx.actor.writes_for(asked));
    if !theirs && state.is_none() {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    let editor = cx.portal.inscription(&cx.ctx, round, organisation.filter(|_| theirs)).await?;
    let mut state = state.unwrap_or_else(|| FormState::fresh(fresh(l, &editor)));
    state.form.organisation = editor.organisation.to_string();
    if !theirs {
        state.form.version.clear();
    }
    if state.refusal == Some(PortalError::Conflict) {
        // What is stored is shown beside it; saving again is then a choice.
        state.form.version = editor.own.as_ref().map_or(0, |own| own.version).to_string();
    }
    let head = parts::head_in_round(l, t::speak_title(l), &editor.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &editor, &state)))
}

fn fresh(l: Locale, editor: &InscriptionEditor) -> InscriptionForm {
    let empty = || InscriptionForm { language: l.code().to_owned(), ..InscriptionForm::default() };
    editor.own.as_ref().map_or_else(empty, |own| InscriptionForm::from_content(&own.content, own.version))
}

fn content(cx: &Cx, editor: &InscriptionEditor, state: &FormState<InscriptionForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &editor.line.round;
    let ask = AskToSpeak {
        round: round.id,
        organisation: editor.organisation,
        window: round.window.clone(),
        subgroup: round.subgroup,
        in_subgroup: editor.in_subgroup,
    };
    let denied = policy::check(&cx.ctx.actor, &ask, now).err();
    let more = parts::acting_head(cx, round, editor.organisation, &editor.organisations, |id| routes::speak_for(l, round.id, id));
    // Who cannot ask is told so; the form stays where something was typed.
    let shown = state.is_refused() || !denied.is_some_and(parts::stands_against);
    let form = shown.then(|| form(cx, editor, state));
    let hindrance = denied.filter(|_| state.refusal.is_none()).map(|denied| hindrance(l, editor, denied));
    view! {
        {ui::page_head_with(
            Some(round.title.get(l).to_owned()),
            t::speak_title(l),
            Some(t::speak_lede(l).to_owned()),
            more,
        )}
        <div class="columns">
            <div>
                {hindrance}
                {trouble(l, editor, state)}
                {standing(cx, editor)}
                {form}
            </div>
            <aside>
                <section class="section">
                    <h2>{t::speak_rules(l)}</h2>
                    <ul class="stack">
                        <li>{t::speak_rule_one(l)}</li>
                        <li>{t::speak_rule_change(l)}</li>
                        <li>{t::speak_rule_late(l)}</li>
                        <li>{t::speak_rule_public(l)}</li>
                    </ul>
                    <p class="hint"><a href=routes::round(l, round.id)>{t::speak_to_round(l)}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// What stands against asking now, apart from what was typed. A closed list has its own words: nothing waits here as a draft.
fn hindrance(l: Locale, editor: &InscriptionEditor, denied: Denied) -> AnyView {
    let words = parts::HindranceWords {
        closed: t::speak_closed,
        upcoming: t::speak_upcoming,
        not_contact: t::speak_not_contact(l),
        not_in_subgroup: t::speak_not_in_subgroup(l),
    };
    parts::hindrance(l, &words, denied, editor.organisation, &editor.line.round.time_zone)
}

fn trouble(l: Locale, editor: &InscriptionEditor, state: &FormState<InscriptionForm>) -> AnyView {
    let labels = [
        (InscriptionForm::SPEAKER, t::speak_speaker(l)),
        (InscriptionForm::CAPACITY, t::speak_capacity(l)),
        (InscriptionForm::SUBJECT, t::speak_subject(l)),
        (InscriptionForm::LANGUAGE, t::speak_language(l)),
    ];
    match state.refusal {
        Some(PortalError::Denied(denied)) => hindrance(l, editor, denied),
        _ => parts::trouble(l, state, &labels, &editor.line.round.time_zone),
    }
}

/// That the organisation is on the list, with what is stored and the way off it.
fn standing(cx: &Cx, editor: &InscriptionEditor) -> AnyView {
    let l = cx.locale();
    let Some(own) = &editor.own else { return ().into_any() };
    let zone = &editor.line.round.time_zone;
    let content = view! {
        <h2>{t::speak_on_list(l)}</h2>
        {ui::facts(facts(l, own, zone))}
    };
    let leaves = policy::check(&cx.ctx.actor, &LeaveSpeakers { organisation: editor.organisation }, cx.ctx.now).is_ok();
    let open = editor.line.round.window.phase(editor.organisation, None, cx.ctx.now).is_open();
    let leave = leaves.then(|| {
        let action = routes::leave_speakers(l, editor.line.round.id);
        view! {
            <form method="post" action=action>
                {ui::hidden(InscriptionForm::ORGANISATION, editor.organisation.to_string())}
                <p class="hint">{if open { t::speak_leave_what(l) } else { t::speak_leave_final(l) }}</p>
                {ui::button(t::speak_leave(l), Button::Secondary, None)}
            </form>
        }
    });
    view! { <section class="section">{ui::notice(Notice::Success, content.into_any())}{leave}</section> }.into_any()
}

fn facts(l: Locale, own: &Inscription, zone: &str) -> Vec<(String, AnyView)> {
    let content = &own.content;
    let words = |words: &str| view! { <bdi>{words.to_owned()}</bdi> }.into_any();
    let mut facts = Vec::new();
    if content.speaker.is_empty() {
        facts.push((t::speak_speaker(l).to_owned(), t::speakers_forgotten(l).into_any()));
    } else {
        facts.push((t::speak_speaker(l).to_owned(), words(&content.speaker)));
    }
    if !content.capacity.is_empty() {
        facts.push((t::speak_capacity(l).to_owned(), words(&content.capacity)));
    }
    if !content.subject.is_empty() {
        facts.push((t::speak_subject(l).to_owned(), words(&content.subject)));
    }
    facts.push((t::speak_language(l).to_owned(), labels::language_name(l, content.language).into_any()));
    facts.push((t::speak_received(l).to_owned(), ui::time(l, own.received_at.to_second(), zone)));
    if let Some(place) = own.place {
        facts.push((t::speak_place(l).to_owned(), place.to_string().into_any()));
    }
    facts
}

fn form(cx: &Cx, editor: &InscriptionEditor, state: &FormState<InscriptionForm>) -> AnyView {
    let l = cx.locale();
    let form = &state.form;
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let speaker = spec(InscriptionForm::SPEAKER, t::speak_speaker(l), Some(t::speak_speaker_hint(l)), &form.speaker);
    let capacity = spec(InscriptionForm::CAPACITY, t::speak_capacity(l), Some(t::speak_capacity_hint(l)), &form.capacity).optional();
    let subject = spec(InscriptionForm::SUBJECT, t::speak_subject(l), Some(t::speak_subject_hint(l)), &form.subject);
    let language = spec(InscriptionForm::LANGUAGE, t::speak_language(l), None, &form.language);
    let (title, button) = match editor.own {
        Some(_) => (t::speak_change(l), t::speak_change_button(l)),
        None => (t::speak_new(l), t::speak_button(l)),
    };
    view! {
        <section class="section">
            <h2>{title}</h2>
            <form class="form" method="post" action=routes::speak(l, editor.line.round.id) novalidate>
                {ui::hidden(InscriptionForm::ORGANISATION, form.organisation.as_str())}
                {ui::hidden(InscriptionForm::VERSION, form.version.as_str())}
                {ui::text_field(l, speaker)}
                {ui::text_field(l, capacity)}
                {ui::text_field(l, subject)}
                {ui::select(l, language, &labels::language_options(l))}
                <div class="actions">{ui::button(button, Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}
