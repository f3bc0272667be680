//! The law as a table: every role × action × phase, as a snapshot that a customer could sign.

mod corrigendum;
mod drafting;
mod ends;
mod joint;
mod kinds;
mod moderation;
mod summary;
mod themes;

use super::*;
use crate::domain::ids::{
    BodyId, CommentId, LateAttemptId, LedgerEntryId, OrganisationId, PaperId, PersonId, RoundId, SessionId, SubgroupId,
};
use crate::domain::item::ItemState;
use crate::domain::language::Locale;
use crate::domain::late::LateState;
use crate::domain::person::{Actor, Function, Membership, SignedIn};
use crate::domain::role::{MAX_TERM, Office, Role, RoleName, Scope};
use crate::domain::time::{Instant, Span};
use crate::domain::window::{Grant, Window};
use corrigendum::corrigendum_actions;
use drafting::drafting_actions;
use ends::{comment_end_actions, discard_actions, paper_end_actions, voice_actions};
use joint::joint_actions;
use kinds::{accreditation_actions, co_signing_actions, speaker_actions};
use moderation::moderation_actions;
use std::fmt::Write as _;
use uuid::Uuid;

const ORG: OrganisationId = OrganisationId(Uuid::from_u128(1));
const OTHER_ORG: OrganisationId = OrganisationId(Uuid::from_u128(2));
const BODY: BodyId = BodyId(Uuid::from_u128(3));
const OTHER_BODY: BodyId = BodyId(Uuid::from_u128(4));
const GROUP: SubgroupId = SubgroupId(Uuid::from_u128(5));
const OTHER_GROUP: SubgroupId = SubgroupId(Uuid::from_u128(6));
const PAPER: PaperId = PaperId(Uuid::from_u128(7));
const COMMENT: CommentId = CommentId(Uuid::from_u128(8));
const NOW: Instant = Instant(1_000_000_000_000_000);

fn person(confirmed: bool, functions: &[(OrganisationId, Function)], roles: &[(RoleName, Scope)]) -> Actor {
    let membership = |(organisation, function): &(OrganisationId, Function)| Membership {
        organisation: *organisation,
        organisation_name: String::new(),
        function: *function,
    };
    let role = |(name, scope): &(RoleName, Scope)| Role { name: *name, scope: *scope, valid_from: Instant(0), valid_until: None };
    Actor::Person(Box::new(SignedIn {
        person: PersonId(Uuid::from_u128(9)),
        full_name: String::new(),
        email: String::new(),
        mail_language: Locale::En,
        confirmed,
        memberships: functions.iter().map(membership).collect(),
        roles: roles.iter().map(role).collect(),
        factor_satisfied: true,
        proved_at: Some(NOW - Span::MINUTE),
        login: None,
    }))
}

/// The same actor in a session that has not passed the second factor, or proved itself so long ago.
fn session(actor: Actor, factor_satisfied: bool, proved: Span) -> Actor {
    match actor {
        Actor::Person(person) => Actor::Person(Box::new(SignedIn { factor_satisfied, proved_at: Some(NOW - proved), ..*person })),
        Actor::Anonymous => Actor::Anonymous,
    }
}

fn actors() -> Vec<(&'static str, Actor)> {
    use Function::{ContactPoint, Drafter, Reviewer};
    let office = |name, scope| person(true, &[], &[(name, scope)]);
    vec![
        ("visitor", Actor::Anonymous),
        ("contact point", person(true, &[(ORG, ContactPoint)], &[])),
        ("contact point, unconfirmed", person(false, &[(ORG, ContactPoint)], &[])),
        ("drafter", person(true, &[(ORG, Drafter)], &[])),
        ("reviewer", person(true, &[(ORG, Reviewer)], &[])),
        ("contact point of another organisation", person(true, &[(OTHER_ORG, ContactPoint)], &[])),
        ("moderator of the subgroup", office(RoleName::Moderator, Scope::Subgroup(GROUP))),
        ("moderator, own organisation", person(true, &[(ORG, Reviewer)], &[(RoleName::Moderator, Scope::Subgroup(GROUP))])),
        ("moderator of another subgroup", office(RoleName::Moderator, Scope::Subgroup(OTHER_GROUP))),
        ("chair of the body", office(RoleName::Chair, Scope::Body(BODY))),
        ("chair, own organisation", person(true, &[(ORG, Reviewer)], &[(RoleName::Chair, Scope::Body(BODY))])),
        ("chair of another body", office(RoleName::Chair, Scope::Body(OTHER_BODY))),
        ("secretariat of the body", office(RoleName::Secretariat, Scope::Body(BODY))),
        ("administrator", office(RoleName::Administrator, Scope::Portal)),
        ("moderator without second factor", session(office(RoleName::Moderator, Scope::Subgroup(GROUP)), false, Span::MINUTE)),
        ("chair without second factor", session(office(RoleName::Chair, Scope::Body(BODY)), false, Span::MINUTE)),
        ("secretariat without second factor", session(office(RoleName::Secretariat, Scope::Body(BODY)), false, Span::MINUTE)),
        ("contact point, signed in long ago", session(person(true, &[(ORG, ContactPoint)], &[]), true, STEP_UP_WINDOW)),
    ]
}

fn window(opens: Span, closes: Span, grants: Vec<Grant>) -> Window {
    Window { entry: LedgerEntryId(Uuid::nil()), opens_at: NOW + opens, closes_at: NOW + closes, grants }
}

fn phases() -> Vec<(&'static str, Window)> {
    let (day, back) = (Span::DAY, Span::DAY.times(-1));
    let grant = Grant { organisation: ORG, item: Some(PAPER.item()), until: NOW + day, entry: LedgerEntryId(Uuid::nil()) };
    let late = Grant { item: None, ..grant.clone() };
    vec![
        ("upcoming", window(day, day.times(2), vec![])),
        ("open", window(back, day, vec![])),
        ("closed", window(back.times(2), back, vec![])),
        ("closed, with a grant for the paper", window(back.times(2), back, vec![grant])),
        ("closed, with a grant for the organisation", window(back.times(2), back, vec![late])),
    ]
}

fn answer(result: Result<(), Denied>) -> String {
    result.map_or_else(|denied| format!("{denied:?}").split([' ', '{']).next().unwrap_or_default().to_owned(), |()| "yes".to_owned())
}

type Ask = Box<dyn Fn(&Actor) -> Result<(), Denied>>;

/// Every action with the facts that matter to it.
fn actions() -> Vec<(String, Ask)> {
    let mut asks: Vec<(String, Ask)> = Vec::new();
    asks.push(("join a subgroup".to_owned(), Box::new(|a| check(a, &JoinSubgroup { organisation: ORG, subgroup: GROUP }, NOW))));
    for state in ItemState::ALL {
        let ask: Ask = Box::new(|a| check(a, &WriteInput { organisation: ORG, state: *state }, NOW));
        asks.push((format!("write, {}", state.code()), ask));
    }
    for (phase, window) in phases() {
        for (place, subgroup, in_subgroup) in
            [("to the body", None, false), ("to a joined subgroup", Some(GROUP), true), ("to another subgroup", Some(GROUP), false)]
        {
            let window = window.clone();
            let ask: Ask = Box::new(move |a| {
                let submit =
                    SubmitPaper { paper: PAPER, organisation: ORG, state: ItemState::Draft, window: window.clone(), subgroup, in_subgroup };
                check(a, &submit, NOW)
            });
            asks.push((format!("submit a paper {place}, {phase}"), ask));
        }
        paper_end_actions(&mut asks, phase, &window);
        comment_end_actions(&mut asks, phase, &window);
        voice_actions(&mut asks, phase, &window);
        let ask: Ask = Box::new(move |a| {
            check(a, &SendComment { comment: COMMENT, organisation: ORG, state: ItemState::Draft, window: window.clone() }, NOW)
        });
        asks.push((format!("send a comment, {phase}"), ask));
    }
    moderation_actions(&mut asks);
    speaker_actions(&mut asks);
    accreditation_actions(&mut asks);
    co_signing_actions(&mut asks);
    asks.push(("manage rounds".to_owned(), Box::new(|a| check(a, &ManageRounds { body: BODY }, NOW))));
    for (what, from, to) in [
        ("extend", 1, 9),
        ("extend after expiry", -1, 9),
        ("shorten with notice", 9, 2),
        ("shorten without notice", 9, 1),
        ("move into the past", 9, -1),
    ] {
        let ask: Ask = Box::new(move |a| {
            let change = ChangeDeadline {
                round: RoundId(Uuid::nil()),
                body: BODY,
                closes_at: NOW + Span::DAY.times(from),
                new_closes_at: NOW + Span::DAY.times(to),
            };
            check(a, &change, NOW)
        });
        asks.push((format!("deadline: {what}"), ask));
    }
    asks.extend(discard_actions());
    joint_actions(&mut asks);
    corrigendum_actions(&mut asks);
    drafting_actions(&mut asks);
    planning_actions(&mut asks);
    late_actions(&mut asks);
    office_actions(&mut asks);
    let compile = ReadCompilation { body: BODY, subgroup: GROUP };
    asks.push(("read the compilation in full".to_owned(), Box::new(move |a| check(a, &compile, NOW))));
    asks.push(("read the summary".to_owned(), Box::new(|a| check(a, &ReadSummary { body: BODY }, NOW))));
    asks.extend(organisation_actions());
    asks
}

/// What is asked about organisations and their members.
fn organisation_actions() -> Vec<(String, Ask)> {
    let mut asks: Vec<(String, Ask)> = Vec::new();
    for (name, approved) in [("public", true), ("not public yet", false)] {
        let ask: Ask = Box::new(move |a| check(a, &ReadOrganisation { organisation: ORG, approved }, NOW));
        asks.push((format!("read an organisation, {name}"), ask));
    }
    asks.push(("edit the organisation".to_owned(), Box::new(|a| check(a, &EditOrganisation { organisation: ORG }, NOW))));
    asks.push(("read the members".to_owned(), Box::new(|a| check(a, &ReadMembers { organisation: ORG }, NOW))));
    for (name, last_contact_point) in [("a member", false), ("the last contact point", true)] {
        let ask: Ask = Box::new(move |a| check(a, &ManageMembers { organisation: ORG, last_contact_point }, NOW));
        asks.push((format!("change or remove {name}"), ask));
        let ask: Ask = Box::new(move |a| check(a, &LeaveOrganisation { organisation: ORG, last_contact_point }, NOW));
        asks.push((format!("leave as {name}"), ask));
    }
    asks.push(("hand over the contact point".to_owned(), Box::new(|a| check(a, &HandOverContactPoint { organisation: ORG }, NOW))));
    asks.push(("ask to join".to_owned(), Box::new(|a| check(a, &AskToJoin { organisation: ORG }, NOW))));
    asks.push(("claim the contact point".to_owned(), Box::new(|a| check(a, &ClaimContactPoint { organisation: ORG }, NOW))));
    let claimant = PersonId(Uuid::from_u128(10));
    asks.push(("object to a claim".to_owned(), Box::new(move |a| check(a, &ObjectToClaim { organisation: ORG, claimant }, NOW))));
    for (name, confirm, decidable_from) in [
        ("confirm a claim, time to object is over", true, NOW),
        ("confirm a claim, still open to objection", true, NOW + Span::MICROSECOND),
        ("decline a claim, still open to objection", false, NOW + Span::MICROSECOND),
    ] {
        let ask: Ask = Box::new(move |a| check(a, &DecideClaim { organisation: ORG, confirm, decidable_from }, NOW));
        asks.push((name.to_owned(), ask));
    }
    asks.push(("merge the organisation".to_owned(), Box::new(|a| check(a, &MergeOrganisations { from: ORG, into: OTHER_ORG }, NOW))));
    for (whose, person) in [("their own", PersonId(Uuid::from_u128(9))), ("someone else's", PersonId(Uuid::from_u128(10)))] {
        let ask: Ask = Box::new(move |a| check(a, &ManageOwnAccount { person }, NOW));
        asks.push((format!("change what protects {whose} account"), ask));
        let ask: Ask = Box::new(move |a| check(a, &CorrectOwnDetails { person }, NOW));
        asks.push((format!("correct {whose} name and language"), ask));
        let ask: Ask = Box::new(move |a| check(a, &KeepCalendar { person }, NOW));
        asks.push((format!("keep {whose} calendar"), ask));
        for (obstacle, in_office, leaves_without_contact) in
            [("", false, false), (", in office", true, false), (", the last contact point", false, true)]
        {
            let ask: Ask = Box::new(move |a| check(a, &DeleteAccount { person, in_office, leaves_without_contact }, NOW));
            asks.push((format!("delete {whose} account{obstacle}"), ask));
        }
        let ask: Ask = Box::new(move |a| check(a, &RemoveFactor { person }, NOW));
        asks.push((format!("remove {whose} lost second factor"), ask));
    }
    asks
}

/// Sessions and rounds.
fn planning_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    let (round, session) = (RoundId(Uuid::nil()), SessionId(Uuid::nil()));
    ask("make or change a session", Box::new(|a| check(a, &KeepSession { body: BODY }, NOW)));
    ask("call a round", Box::new(move |a| check(a, &CallRound { session, body: BODY }, NOW)));
    for (phase, window) in phases().into_iter().take(3) {
        let edit = |about, closes: Option<i64>, in_use| EditRound {
            round,
            body: BODY,
            window: window.clone(),
            about,
            new_closes_at: closes.map(|days| NOW + Span::DAY.times(days)),
            in_use,
        };
        for (what, edit) in [
            ("its words", edit(false, None, true)),
            ("what it asks for", edit(true, None, false)),
            ("what it asks for, in use", edit(true, None, true)),
            ("its window", edit(false, Some(9), true)),
            ("its window, without notice", edit(false, Some(1), false)),
        ] {
            ask(&format!("edit a round, {phase}: {what}"), Box::new(move |a| check(a, &edit, NOW)));
        }
        for (what, in_use) in [("", false), (", in use", true)] {
            let withdraw = WithdrawRound { round, body: BODY, window: window.clone(), in_use };
            ask(&format!("withdraw a round, {phase}{what}"), Box::new(move |a| check(a, &withdraw, NOW)));
        }
    }
}

/// Grants and late attempts.
fn late_actions(asks: &mut Vec<(String, Ask)>) {
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    let grant = GiveGrant { round: RoundId(Uuid::nil()), body: BODY, organisation: ORG };
    ask("give a grant", Box::new(move |a| check(a, &grant, NOW)));
    ask("read the late inbox", Box::new(|a| check(a, &ReadLate { body: BODY }, NOW)));
    ask("read the receipt of a refusal", Box::new(|a| check(a, &ReadRefusal { organisation: ORG }, NOW)));
    for state in LateState::ALL {
        let decide = DecideLate { attempt: LateAttemptId(Uuid::nil()), body: BODY, organisation: ORG, state: *state };
        ask(&format!("decide on a late attempt, {}", state.code()), Box::new(move |a| check(a, &decide, NOW)));
    }
}

/// Offices, subgroups and the secretariat's desk.
fn office_actions(asks: &mut Vec<(String, Ask)>) {
    let soon = Some(NOW + Span::DAY);
    let own = PersonId(Uuid::from_u128(9));
    let other = PersonId(Uuid::from_u128(10));
    let moderator = Office::Moderator { subgroup: GROUP, body: BODY };
    let mut ask = |name: &str, ask: Ask| asks.push((name.to_owned(), ask));
    ask("administer", Box::new(|a| check(a, &Administer {}, NOW)));
    ask("read the audit log", Box::new(|a| check(a, &ReadAuditLog {}, NOW)));
    ask("read how the portal runs", Box::new(|a| check(a, &ReadStatus {}, NOW)));
    ask("read the history of offices", Box::new(|a| check(a, &ReadOfficeHistory { body: BODY }, NOW)));
    for (what, office, until) in [
        ("a moderator", moderator, soon),
        ("a chair", Office::Chair(BODY), None),
        ("a secretariat", Office::Secretariat(BODY), soon),
        ("an administrator", Office::Administrator, None),
    ] {
        let grant = move |person, confirmed, until| GrantOffice { person, confirmed, office, until };
        ask(&format!("open the form for {what}"), Box::new(move |a| check(a, &Appoint { office }, NOW)));
        ask(&format!("appoint {what}"), Box::new(move |a| check(a, &grant(other, true, until), NOW)));
        ask(&format!("appoint {what}, oneself"), Box::new(move |a| check(a, &grant(own, true, until), NOW)));
        ask(&format!("appoint {what}, not confirmed"), Box::new(move |a| check(a, &grant(other, false, until), NOW)));
        let end = move |person, last_administrator| EndOffice { person, office, last_administrator };
        ask(&format!("end the office of {what}"), Box::new(move |a| check(a, &end(other, false), NOW)));
        ask(&format!("lay down the office of {what}"), Box::new(move |a| check(a, &end(own, false), NOW)));
    }
    let last = EndOffice { person: other, office: Office::Administrator, last_administrator: true };
    ask("end the office of the last administrator", Box::new(move |a| check(a, &last, NOW)));
    ask("leave a subgroup", Box::new(|a| check(a, &LeaveSubgroup { organisation: ORG, subgroup: GROUP }, NOW)));
    ask("follow a subgroup", Box::new(|a| check(a, &FollowSubgroup { subgroup: GROUP }, NOW)));
    ask("manage a subgroup", Box::new(|a| check(a, &ManageSubgroup { body: BODY, subgroup: GROUP }, NOW)));
    ask("decide on a request to join", Box::new(|a| check(a, &DecideMembership { body: BODY, subgroup: GROUP, organisation: ORG }, NOW)));
    ask("announce to a subgroup", Box::new(|a| check(a, &Announce { body: BODY, subgroup: GROUP }, NOW)));
    ask("keep the secretariat's desk", Box::new(|a| check(a, &KeepDesk {}, NOW)));
    ask("send a confirmation again", Box::new(move |a| check(a, &ResendConfirmation { person: other }, NOW)));
    for (what, approved) in [("that waits", false), ("that is approved", true)] {
        let review = ReviewOrganisation { organisation: ORG, approved };
        ask(&format!("approve or decline an organisation {what}"), Box::new(move |a| check(a, &review, NOW)));
    }
}

#[test]
fn a_term_suits_the_office() {
    let moderator = Office::Moderator { subgroup: GROUP, body: BODY };
    let cases = [
        (moderator, None, false),
        (moderator, Some(NOW), false),
        (moderator, Some(NOW + Span::MICROSECOND), true),
        (moderator, Some(NOW + MAX_TERM), true),
        (moderator, Some(NOW + MAX_TERM + Span::MICROSECOND), false),
        (Office::Chair(BODY), None, true),
        (Office::Secretariat(BODY), Some(NOW - Span::DAY), false),
        (Office::Administrator, None, true),
        (Office::Administrator, Some(NOW + Span::DAY), false),
    ];
    for (office, until, fits) in cases {
        assert_eq!(office.term_fits(until, NOW), fits, "{office:?} {until:?}");
    }
}

#[test]
fn the_permission_matrix() {
    let mut table = String::new();
    for (action, ask) in actions() {
        let _ = writeln!(table, "{action}");
        for (name, actor) in actors() {
            let _ = writeln!(table, "    {name:<40}{}", answer(ask(&actor)));
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn an_office_ends_with_its_term() {
    let role = Role { name: RoleName::Chair, scope: Scope::Body(BODY), valid_from: NOW, valid_until: Some(NOW + Span::DAY) };
    let Actor::Person(mut chair) = person(true, &[], &[]) else { unreachable!("a person") };
    chair.roles.push(role);
    let chair = Actor::Person(chair);
    let asks = |at| check(&chair, &ManageRounds { body: BODY }, at).is_ok();
    assert_eq!(
        [asks(NOW - Span::MICROSECOND), asks(NOW), asks(NOW + Span::DAY - Span::MICROSECOND), asks(NOW + Span::DAY)],
        [false, true, true, false]
    );
}

#[test]
fn a_step_up_lasts_a_quarter_of_an_hour() {
    let own = ManageOwnAccount { person: PersonId(Uuid::from_u128(9)) };
    let asks = |ago: Span| check(&session(person(true, &[], &[]), true, ago), &own, NOW);
    let limit = STEP_UP_WINDOW;
    assert_eq!(asks(Span(limit.0 - 1)), Ok(()));
    assert_eq!(asks(limit), Err(Denied::StepUpNeeded));
    let Actor::Person(mut nobody) = person(true, &[], &[]) else { unreachable!("a person") };
    nobody.proved_at = None;
    assert_eq!(check(&Actor::Person(nobody), &own, NOW), Err(Denied::StepUpNeeded));
}

#[test]
fn who_sees_which_state() {
    let mut table = String::new();
    for state in ItemState::ALL {
        let _ = writeln!(table, "{}", state.code());
        for (name, actor) in actors() {
            let for_the_chair = *state == ItemState::ForTheChair;
            let facts = ItemFacts { state: *state, organisation: ORG, body: BODY, subgroup: Some(GROUP), for_the_chair };
            let sight = visible(&actor, NOW);
            let _ = writeln!(
                table,
                "    {name:<40}{}",
                if sight.oversees(facts) {
                    "by office"
                } else if sight.sees(facts) {
                    "yes"
                } else {
                    "no"
                }
            );
        }
    }
    insta::assert_snapshot!(table);
}
