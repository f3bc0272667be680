//! The task list of a stakeholder: for each round what is done, what is not, and that a draft is NOT submitted.

use crate::pages::parts::{is_open_for, own_deadlines};
use crate::ui::{self, DeadlineStyle};
use leptos::prelude::*;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::person::SignedIn;
use model::domain::round::RoundKind;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::i18n::t::{accreditation, co_signing, desk as t, speakers};
use model::labels;
use model::portal::{OwnInput, PaperLine, RoundLine};
use model::routes;

/// How a task stands: the mark and the words.
type State = (&'static str, String);

/// Every round that concerns the person, the one that closes first at the top.
pub fn section(l: Locale, person: &SignedIn, own: &OwnInput, now: Instant) -> AnyView {
    let phase = |line: &RoundLine| line.round.window.public_phase(now);
    let mut rounds: Vec<&RoundLine> = own.rounds.iter().filter(|line| concerns(own, person, line, now)).collect();
    rounds.sort_by_key(|line| (matches!(phase(line), Phase::Closed { .. }), line.round.window.closes_at, line.round.id));
    let rounds: Vec<_> = rounds.into_iter().map(|line| round(l, person, own, line, now)).collect();
    let content = if rounds.is_empty() {
        ui::empty(t::desk_no_rounds(l), view! { <p>{t::desk_no_rounds_what(l)}</p> }.into_any())
    } else {
        rounds.into_any()
    };
    view! { <section class="section"><h2>{t::desk_rounds(l)}</h2>{content}</section> }.into_any()
}

/// Open or upcoming, for everybody or by a grant, or closed with something of theirs in it.
fn concerns(own: &OwnInput, person: &SignedIn, line: &RoundLine, now: Instant) -> bool {
    let closed = matches!(line.round.window.public_phase(now), Phase::Closed { .. });
    !closed || is_open_for(&line.round, person, now) || holds_something(own, line)
}

/// A closed round stays on the desk while something in it is not submitted: nobody should think that it was. So does a list of speakers
/// one is on: one can still leave it; and an application that waits.
fn holds_something(own: &OwnInput, line: &RoundLine) -> bool {
    let id = line.round.id;
    own.papers.iter().any(|paper| paper.round == id && paper.state.is_editable())
        || own.comments.iter().any(|comment| comment.round == id && comment.state.is_editable())
        || own.inscriptions.iter().any(|inscription| inscription.round == id)
        || own.applications.iter().any(|application| application.round == id && application.status.waits())
}

fn round(l: Locale, person: &SignedIn, own: &OwnInput, line: &RoundLine, now: Instant) -> impl IntoView + use<> {
    let round = &line.round;
    let open = is_open_for(round, person, now);
    let tasks = match round.kind {
        RoundKind::PositionPapers => paper_tasks(l, own, line, open),
        RoundKind::Comments => comment_tasks(l, own, line),
        RoundKind::Speakers => speaker_tasks(l, person, own, line),
        RoundKind::CoSigning => co_signing_task(l, own, line),
        RoundKind::Accreditation => application_tasks(l, person, own, line),
    };
    let demonstration = round.demonstration.then(|| view! { " "{ui::demonstration_badge(l)} });
    view! {
        <section class="stack">
            <h3><a href=routes::round(l, round.id)>{round.title.get(l).to_owned()}</a>{demonstration}</h3>
            // The island around the countdown is no box of its own: this one keeps the distance.
            <div>{ui::deadline(l, round, now, DeadlineStyle::Live)}</div>
            {own_deadlines(l, round, person, now)}
            <ol class="task-list">{confirmed(l, person)}{tasks}</ol>
        </section>
    }
}

fn task(name: AnyView, hint: Option<&'static str>, (mark, words): State) -> AnyView {
    let hint = hint.map(|hint| view! { <span class="hint">{hint}</span> });
    view! {
        <li class="task">
            <span class="task__name">{name}{hint}</span>
            <span class="task__state"><span class=format!("status status--{mark}")>{words}</span></span>
        </li>
    }
    .into_any()
}

fn link(words: &'static str, href: String) -> AnyView {
    view! { <a href=href>{words}</a> }.into_any()
}

fn done(l: Locale) -> State {
    ("accepted", t::desk_state_done(l).to_owned())
}

fn to_do(l: Locale) -> State {
    ("draft", t::desk_state_to_do(l).to_owned())
}

fn confirmed(l: Locale, person: &SignedIn) -> AnyView {
    if person.confirmed {
        return task(t::desk_task_confirmed(l).into_any(), None, done(l));
    }
    task(link(t::desk_task_confirm(l), routes::confirm(l)), None, to_do(l))
}

fn paper_tasks(l: Locale, own: &OwnInput, line: &RoundLine, open: bool) -> AnyView {
    let joined = if own.subgroups.is_empty() {
        task(link(t::desk_task_join(l), routes::body(l, &line.body.code)), Some(t::desk_task_join_hint(l)), to_do(l))
    } else {
        task(
            t::desk_task_joined(l).into_any(),
            None,
            ("accepted", own.subgroups.iter().map(|(_, code)| code.as_str()).collect::<Vec<_>>().join(", ")),
        )
    };
    let papers: Vec<_> = own
        .papers
        .iter()
        .filter(|paper| paper.round == line.round.id && !matches!(paper.state, ItemState::Withdrawn | ItemState::Replaced))
        .collect();
    if papers.is_empty() {
        let write =
            task(link(t::desk_task_write(l), routes::new_paper(l, line.round.id)), None, ("draft", t::desk_state_no_draft(l).to_owned()));
        let submit = task(
            t::desk_task_submit(l).into_any(),
            Some(t::desk_task_submit_hint(l)),
            ("upcoming", t::desk_state_cannot_yet(l).to_owned()),
        );
        return view! { {joined}{write}{submit} }.into_any();
    }
    let papers: Vec<_> = papers.into_iter().map(|paper| paper_task(l, paper, open)).collect();
    view! { {joined}{papers} }.into_any()
}

/// A paper of one's own with what is to be done about it.
fn paper_task(l: Locale, paper: &PaperLine, open: bool) -> AnyView {
    let title = view! { <a href=routes::paper(l, paper.id)>{ui::paper_title(l, &paper.title, paper.language)}</a> };
    let next = match paper.state {
        ItemState::Draft if open => Some((t::desk_check(l), routes::submit_paper(l, paper.id))),
        ItemState::Draft => Some((t::desk_edit(l), routes::edit_paper(l, paper.id))),
        ItemState::Returned => Some((t::desk_reason(l), routes::paper(l, paper.id))),
        ItemState::Declined => Some((t::desk_reason_declined(l), routes::paper(l, paper.id))),
        ItemState::Submitted | ItemState::Accepted | ItemState::ForTheChair => {
            Some((t::desk_receipt(l), routes::paper_receipt(l, paper.id)))
        }
        ItemState::Withdrawn | ItemState::Replaced => Some((t::desk_open(l), routes::paper(l, paper.id))),
    };
    let next = next.map(|(words, href)| view! { <span class="comment__foot"><a href=href>{words}</a></span> });
    let name = view! { {title}{next} }.into_any();
    let state = match paper.state {
        ItemState::Draft => ("draft", t::desk_state_not_submitted(l).to_owned()),
        other => (other.code(), labels::state(l, other).to_owned()),
    };
    task(name, None, state)
}

fn comment_tasks(l: Locale, own: &OwnInput, line: &RoundLine) -> AnyView {
    let of_round = || own.comments.iter().filter(|comment| comment.round == line.round.id && comment.state != ItemState::Withdrawn);
    let unsent = of_round().filter(|comment| comment.state == ItemState::Draft).count();
    let sent = of_round().count() - unsent;
    let draft = line.round.draft_version.map_or_else(|| routes::round(l, line.round.id), |draft| routes::draft(l, draft));
    let state = match (sent, unsent) {
        (0, 0) => to_do(l),
        (_, 0) => ("submitted", t::desk_comments_sent(l, sent)),
        _ => ("draft", t::desk_comments_unsent(l, unsent)),
    };
    task(link(t::desk_task_comment(l), draft), Some(t::desk_task_comment_hint(l)), state)
}

/// One task for each organisation the person writes for.
fn speaker_tasks(l: Locale, person: &SignedIn, own: &OwnInput, line: &RoundLine) -> AnyView {
    let round = line.round.id;
    if line.round.subgroup.is_some_and(|only| !own.subgroups.iter().any(|(joined, _)| *joined == only)) {
        return task(link(t::desk_task_join(l), routes::body(l, &line.body.code)), Some(speakers::desk_task_join_list_hint(l)), to_do(l));
    }
    let tasks: Vec<_> = person
        .memberships
        .iter()
        .filter(|membership| membership.function.writes())
        .map(|membership| {
            let listed = own.inscriptions.iter().find(|own| own.round == round && own.organisation == membership.organisation);
            let href = routes::speak_for(l, round, membership.organisation);
            let organisation = view! { <span class="hint"><bdi>{membership.organisation_name.clone()}</bdi></span> };
            let (words, state) = match listed {
                Some(own) => (speakers::round_own_speaker(l), ("accepted", speakers::desk_state_on_list(l, own.speaker.as_str()))),
                None => (speakers::desk_task_speak(l), ("draft", speakers::desk_state_not_asked(l).to_owned())),
            };
            let name = view! { <a href=href>{words}</a>{organisation} }.into_any();
            task(name, None, state)
        })
        .collect();
    tasks.into_any()
}

/// One task for each organisation the person writes for: to apply, and then to see where the application stands.
fn application_tasks(l: Locale, person: &SignedIn, own: &OwnInput, line: &RoundLine) -> AnyView {
    let round = line.round.id;
    let tasks: Vec<_> = person
        .memberships
        .iter()
        .filter(|membership| membership.function.writes())
        .map(|membership| {
            let application = own.applications.iter().find(|own| own.round == round && own.organisation == membership.organisation);
            let href = routes::apply_for(l, round, membership.organisation);
            let organisation = view! { <span class="hint"><bdi>{membership.organisation_name.clone()}</bdi></span> };
            let (words, state) = match application {
                Some(own) => {
                    let state = (ui::accreditation_mark(own.status), labels::accreditation(l, own.status).to_owned());
                    (accreditation::round_own_application(l), state)
                }
                None => (accreditation::round_apply(l), ("draft", accreditation::desk_state_not_applied(l).to_owned())),
            };
            task(view! { <a href=href>{words}</a>{organisation} }.into_any(), None, state)
        })
        .collect();
    tasks.into_any()
}

/// One task for all: the papers are on the page of the round.
fn co_signing_task(l: Locale, own: &OwnInput, line: &RoundLine) -> AnyView {
    let signed = own.signatures.iter().filter(|signature| signature.round == line.round.id).count();
    let mark = if signed == 0 { "upcoming" } else { "accepted" };
    let href = format!("{}#offered", routes::round(l, line.round.id));
    let signed = i64::try_from(signed).unwrap_or(i64::MAX);
    task(link(co_signing::desk_task_co_sign(l), href), None, (mark, co_signing::desk_state_co_signed(l, signed)))
}
