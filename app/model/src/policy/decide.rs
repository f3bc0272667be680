//! Who may do what, when: one function.

use super::accreditation;
use super::action::{Act, Action, EditRound};
use super::co_signing;
use super::comments;
use super::corrigendum;
use super::drafting;
use super::joint;
use super::moderation;
use super::offices::{self, secretariat};
use super::papers;
use super::summary;
use super::themes;
use crate::domain::ids::{BodyId, OrganisationId, PersonId, SubgroupId};
use crate::domain::item::ItemState;
use crate::domain::late::LateState;
use crate::domain::permit::Permit;
use crate::domain::person::{Actor, SignedIn};
use crate::domain::role::{RoleName, Scope};
use crate::domain::time::{Instant, Span};
use crate::domain::window::{Phase, Window};

pub use super::denied::Denied;

/// How long after signing in, or after entering the password again, dangerous acts are open: see [`stepped_up`].
pub const STEP_UP_WINDOW: Span = Span::MINUTE.times(15);

/// The law. `now` is the stamp of the request.
#[expect(clippy::too_many_lines, reason = "the law is one function")]
pub fn decide(actor: &Actor, action: Action<'_>, now: Instant) -> Result<(), Denied> {
    match action {
        Action::JoinSubgroup(join) => writer(actor, join.organisation),
        Action::WriteInput(write) => writer(actor, write.organisation).and(editable(write.state)),
        Action::SubmitPaper(submit) => papers::submit(actor, submit, now),
        Action::WithdrawPaper(withdraw) => papers::withdraw(actor, withdraw, now),
        Action::ReplacePaper(replace) => papers::replace(actor, replace, now),
        Action::DiscardDraft(discard) => papers::discard(actor, discard),
        Action::InviteToJoint(invite) => joint::invite(actor, invite),
        Action::ConfirmJoint(confirm) => joint::confirm(actor, confirm, now),
        Action::DeclineJoint(decline) => joint::decline(actor, decline),
        Action::LeaveJoint(leave) => joint::leave(actor, leave, now),
        Action::AskCorrigendum(ask) => corrigendum::ask(actor, ask, now),
        Action::TakeCorrigendumBack(take) => corrigendum::take_back(actor, take),
        Action::DecideCorrigendum(decide) => corrigendum::decide(actor, decide, now),
        Action::PrepareText(prepare) => chair(actor, prepare.body, now),
        Action::ChangeText(change) => chair(actor, change.body, now).and(require(!change.timed, Denied::IssueTimeStands)),
        Action::TranslateText(translate) => chair(actor, translate.body, now),
        Action::IssueText(issue) => drafting::issue(actor, issue, now),
        Action::LinkProvision(link) => chair(actor, link.body, now).and(require(link.newest, Denied::NotTheNewest)),
        Action::SetStatus(set) => chair(actor, set.body, now).and(require(set.newest, Denied::NotTheNewest)),
        Action::PlaceComment(place) => drafting::place(actor, place, now),
        Action::SendComment(send) => comments::send(actor, send, now),
        Action::ChangeComment(change) => comments::change(actor, change, now),
        Action::WithdrawComment(withdraw) => comments::withdraw(actor, withdraw, now),
        Action::SayVoice(say) => comments::say(actor, say, now),
        Action::AskToSpeak(ask) => submitter(actor, ask.organisation)
            .and(require(ask.subgroup.is_none() || ask.in_subgroup, Denied::NotInSubgroup))
            .and(open(ask.window.phase(ask.organisation, None, now))),
        Action::LeaveSpeakers(leave) => submitter(actor, leave.organisation),
        Action::ReadSpeakers(read) => chair_or_secretariat(actor, read.body, now),
        Action::OrderSpeakers(order) => chair(actor, order.body, now),
        Action::Apply(apply) => accreditation::apply(actor, apply, now),
        Action::WithdrawApplication(withdraw) => accreditation::withdraw(actor, withdraw),
        Action::ReadApplications(read) => chair_or_secretariat(actor, read.body, now),
        Action::ReadObjections(read) => chair(actor, read.body, now).and(disinterested(actor, read.organisation)),
        Action::DecideAccreditation(decide) => accreditation::decide(actor, decide, now),
        Action::OfferPaper(offer) => co_signing::offer(actor, offer, now),
        Action::CoSign(sign) => co_signing::co_sign(actor, sign, now),
        Action::TakeSignatureBack(take) => co_signing::take_back(actor, take, now),
        Action::ReadQueue(queue) => moderator(actor, queue.subgroup, queue.body, now),
        Action::ManageRounds(rounds) => chair(actor, rounds.body, now),
        Action::DecideItem(item) => moderation::decide(actor, item, now),
        Action::MoveItem(item) => moderation::move_to(actor, item, now),
        Action::RedactWords(item) => moderation::redact(actor, item, now),
        Action::UndoDecision(undo) => moderation::undo(actor, undo, now),
        Action::ReplyToDecision(reply) => moderation::reply(actor, reply),
        Action::FileAppeal(appeal) => moderation::appeal(actor, appeal, now),
        Action::AnswerAppeal(answer) => moderation::answer(actor, answer, now),
        Action::ReadWriting(read) => summary::read(actor, read, now),
        Action::WritePart(write) => summary::write(actor, write, now),
        Action::HandInPart(hand) => summary::hand_in(actor, hand, now),
        Action::KeepThemes(keep) => themes::keep(actor, keep, now),
        Action::UndoThemes(undo) => themes::undo(actor, undo, now),
        Action::TagItem(tag) => themes::tag(actor, tag, now),
        Action::KeepSession(keep) => chair(actor, keep.body, now),
        Action::CallRound(call) => chair(actor, call.body, now),
        Action::EditRound(edit) => edit_round(actor, edit, now),
        Action::WithdrawRound(withdraw) => {
            chair(actor, withdraw.body, now).and(upcoming(&withdraw.window, now)).and(require(!withdraw.in_use, Denied::RoundInUse))
        }
        Action::ChangeDeadline(change) => chair(actor, change.body, now).and(notice(change.closes_at, change.new_closes_at, now)),
        Action::GiveGrant(grant) => chair(actor, grant.body, now).and(disinterested(actor, grant.organisation)),
        Action::ReadLate(read) => chair(actor, read.body, now),
        Action::DecideLate(decide) => chair(actor, decide.body, now)
            .and(disinterested(actor, decide.organisation))
            .and(require(decide.state == LateState::Sealed, Denied::NothingToDecide)),
        Action::ReadRefusal(read) => member(actor, read.organisation),
        Action::ReadSummary(read) => chair_or_secretariat(actor, read.body, now),
        Action::ReadCompilation(read) => offices::in_charge(actor, read.subgroup, read.body, now),
        Action::ReadOrganisation(read) => {
            require(read.approved || actor.is_member(read.organisation) || in_office(actor, now), Denied::NotMember)
        }
        Action::EditOrganisation(edit) => organiser(actor, edit.organisation).or_else(|denied| secretariat(actor, now).map_err(|_| denied)),
        Action::ReadMembers(read) => {
            signed_in(actor).and(require(actor.is_member(read.organisation) || secretariat(actor, now).is_ok(), Denied::NotMember))
        }
        Action::ManageMembers(manage) => {
            organiser(actor, manage.organisation).and(require(!manage.last_contact_point, Denied::LastContactPoint))
        }
        Action::LeaveOrganisation(leave) => {
            member(actor, leave.organisation).and(require(!leave.last_contact_point, Denied::LastContactPoint))
        }
        Action::HandOverContactPoint(hand_over) => organiser(actor, hand_over.organisation).and(stepped_up(actor, now)),
        Action::AskToJoin(ask) => signed_in(actor).and(require(!actor.is_member(ask.organisation), Denied::AlreadyMember)),
        Action::ClaimContactPoint(claim) => member(actor, claim.organisation)
            .and(confirmed(actor))
            .and(require(!actor.submits_for(claim.organisation), Denied::AlreadyMember)),
        Action::ObjectToClaim(object) => organiser(actor, object.organisation)
            .and(require(actor.signed_in().is_some_and(|person| person.person != object.claimant), Denied::NotContactPoint)),
        Action::DecideClaim(decide) => secretariat(actor, now)
            .and(require(!actor.is_member(decide.organisation), Denied::OwnOrganisation))
            .and(require(!decide.confirm || decide.decidable_from <= now, Denied::StillOpenToObjection { until: decide.decidable_from }))
            .and(stepped_up(actor, now)),
        Action::MergeOrganisations(merge) => secretariat(actor, now)
            .and(require(!actor.is_member(merge.from) && !actor.is_member(merge.into), Denied::OwnOrganisation))
            .and(stepped_up(actor, now)),
        Action::RemoveFactor(remove) => keeps_accounts(actor, now)
            .and(require(actor.signed_in().is_some_and(|own| own.person != remove.person), Denied::NotSecretariat))
            .and(stepped_up(actor, now)),
        Action::DeleteAccount(delete) => account(actor, delete.person)
            .and(require(!delete.in_office, Denied::InOffice))
            .and(require(!delete.leaves_without_contact, Denied::HandOverFirst))
            .and(stepped_up(actor, now)),
        Action::ManageOwnAccount(own) => account(actor, own.person).and(stepped_up(actor, now)),
        Action::CorrectOwnDetails(own) => account(actor, own.person),
        Action::KeepCalendar(own) => account(actor, own.person),
        Action::Administer(_) | Action::ReadAuditLog(_) | Action::ReadStatus(_) => offices::administrator(actor, now),
        Action::ReadOfficeHistory(read) => offices::reads_history(actor, read.body, now),
        Action::Appoint(appoint) => offices::appoints(actor, appoint.office, now),
        Action::GrantOffice(grant) => offices::appoints(actor, grant.office, now)
            .and(require(!offices::is(actor, grant.person), Denied::OwnOffice))
            .and(require(grant.confirmed, Denied::PersonNotConfirmed))
            .and(require(grant.office.term_fits(grant.until, now), Denied::WrongTerm))
            .and(stepped_up(actor, now)),
        Action::EndOffice(end) => offices::ends(actor, end.person, end.office, now)
            .and(require(!end.last_administrator, Denied::LastAdministrator))
            .and(stepped_up(actor, now)),
        Action::LeaveSubgroup(leave) => writer(actor, leave.organisation),
        Action::FollowSubgroup(_) => signed_in(actor),
        Action::ManageSubgroup(manage) => offices::in_charge(actor, manage.subgroup, manage.body, now),
        Action::DecideMembership(decide) => offices::in_charge(actor, decide.subgroup, decide.body, now)
            .and(require(!actor.is_member(decide.organisation), Denied::OwnOrganisation)),
        Action::Announce(announce) => offices::in_charge(actor, announce.subgroup, announce.body, now),
        Action::KeepDesk(_) | Action::ResendConfirmation(_) => secretariat(actor, now),
        Action::ReviewOrganisation(review) => secretariat(actor, now)
            .and(require(!actor.is_member(review.organisation), Denied::OwnOrganisation))
            .and(require(!review.approved, Denied::NothingToDecide)),
    }
}

/// Asks the law and, on yes, gives the proof that it was asked.
///
/// # Errors
/// The reason of the denial.
pub fn permit<A: Act>(actor: &Actor, act: A, now: Instant) -> Result<Permit<A>, Denied> {
    decide(actor, act.action(), now).map(|()| Permit::new(act, now))
}

/// Asks the law for display: may this person do that now? Gives no proof to act on.
///
/// # Errors
/// The reason of the denial.
pub fn check<A: Act>(actor: &Actor, act: &A, now: Instant) -> Result<(), Denied> {
    decide(actor, act.action(), now)
}

/// Whether a page shows the way to an act: it is permitted, or it will be once the actor has proved anew who they are. The page of the
/// act asks for that proof; a page that hid the way would change after a quarter of an hour without a word.
pub fn offers<A: Act>(actor: &Actor, act: &A, now: Instant) -> bool {
    // The proof is the last predicate of every arm: whoever lacks it alone has all the rest.
    matches!(check(actor, act, now), Ok(()) | Err(Denied::StepUpNeeded))
}

pub(super) fn require(holds: bool, otherwise: Denied) -> Result<(), Denied> {
    if holds { Ok(()) } else { Err(otherwise) }
}

pub(super) fn signed_in(actor: &Actor) -> Result<(), Denied> {
    require(actor.signed_in().is_some(), Denied::NotSignedIn)
}

pub(super) fn confirmed(actor: &Actor) -> Result<(), Denied> {
    signed_in(actor).and(require(actor.signed_in().is_some_and(|person: &SignedIn| person.confirmed), Denied::NotConfirmed))
}

pub(super) fn writer(actor: &Actor, organisation: OrganisationId) -> Result<(), Denied> {
    signed_in(actor).and(require(actor.writes_for(organisation), Denied::NotAWriter))
}

pub(super) fn submitter(actor: &Actor, organisation: OrganisationId) -> Result<(), Denied> {
    writer(actor, organisation).and(confirmed(actor)).and(require(actor.submits_for(organisation), Denied::NotContactPoint))
}

/// Nobody moderates the input of an organisation of their own, nor what bears its name beside that of another.
pub(super) fn not_of(actor: &Actor, organisation: OrganisationId, named: &[OrganisationId]) -> Result<(), Denied> {
    let own = |one: &OrganisationId| actor.is_member(*one);
    require(!own(&organisation) && !named.iter().any(own), Denied::OwnOrganisation)
}

fn member(actor: &Actor, organisation: OrganisationId) -> Result<(), Denied> {
    signed_in(actor).and(require(actor.is_member(organisation), Denied::NotMember))
}

/// The contact point looks after the organisation: its profile and its members.
fn organiser(actor: &Actor, organisation: OrganisationId) -> Result<(), Denied> {
    member(actor, organisation).and(confirmed(actor)).and(require(actor.submits_for(organisation), Denied::NotContactPoint))
}

/// The secretariat of any body, or an administrator of the portal: accounts belong to the whole portal.
fn keeps_accounts(actor: &Actor, now: Instant) -> Result<(), Denied> {
    let in_office = actor.roles_in_force(now).any(|role| matches!(role.name, RoleName::Secretariat | RoleName::Administrator));
    signed_in(actor).and(require(in_office, Denied::NotSecretariat)).and(with_factor(actor))
}

/// Holds an office that reads what is not public yet. The administrator reads nothing of that kind.
fn in_office(actor: &Actor, now: Instant) -> bool {
    with_factor(actor).is_ok() && actor.roles_in_force(now).any(|role| role.name != RoleName::Administrator)
}

/// The moderator of a subgroup decides; what is addressed to the whole body, the secretariat does.
pub(super) fn moderator(actor: &Actor, subgroup: Option<SubgroupId>, body: BodyId, now: Instant) -> Result<(), Denied> {
    let in_charge = match subgroup {
        Some(subgroup) => actor.holds(RoleName::Moderator, Scope::Subgroup(subgroup), now),
        None => actor.holds(RoleName::Secretariat, Scope::Body(body), now),
    };
    signed_in(actor).and(require(in_charge, Denied::NotModerator)).and(with_factor(actor))
}

/// Nobody decides about time for their own organisation, or reads who objects to it.
fn disinterested(actor: &Actor, organisation: OrganisationId) -> Result<(), Denied> {
    require(!actor.is_member(organisation), Denied::OwnInterest)
}

pub(super) fn chair(actor: &Actor, body: BodyId, now: Instant) -> Result<(), Denied> {
    signed_in(actor).and(require(actor.holds(RoleName::Chair, Scope::Body(body), now), Denied::NotChair)).and(with_factor(actor))
}

/// Reads what those who lead the body prepare.
pub(super) fn chair_or_secretariat(actor: &Actor, body: BodyId, now: Instant) -> Result<(), Denied> {
    let holds = |name| actor.holds(name, Scope::Body(body), now);
    signed_in(actor)
        .and(require(holds(RoleName::Chair) || holds(RoleName::Secretariat), Denied::NotChairOrSecretariat))
        .and(with_factor(actor))
}

/// The account itself: nobody else's.
fn account(actor: &Actor, person: PersonId) -> Result<(), Denied> {
    signed_in(actor).and(require(actor.signed_in().is_some_and(|own| own.person == person), Denied::NotSignedIn))
}

/// For every act of an office (moderator, chair, secretariat, administrator), after the office itself was found: the session has
/// passed the second factor, or the installation asks for none. Reading what is public or one's own needs none.
pub(super) fn with_factor(actor: &Actor) -> Result<(), Denied> {
    require(actor.signed_in().is_some_and(|person| person.factor_satisfied), Denied::SecondFactorNeeded)
}

/// For dangerous acts, as the last predicate of their arm: who they are was proved within [`STEP_UP_WINDOW`]. Dangerous are: a
/// change of password, address or second factor, ending sessions elsewhere, granting and ending roles, merging organisations,
/// handing over the contact point, deleting the account, downloading one's own data.
///
/// The page of such an act shows its form only when the step is fresh, and the refusal of a form that was sent too late carries the
/// form along (`web::forms::pending`), so nothing typed is lost.
pub(super) fn stepped_up(actor: &Actor, now: Instant) -> Result<(), Denied> {
    let fresh = |at: Instant| now - at < STEP_UP_WINDOW;
    require(actor.signed_in().and_then(|person| person.proved_at).is_some_and(fresh), Denied::StepUpNeeded)
}

pub(super) fn editable(state: ItemState) -> Result<(), Denied> {
    require(state.is_editable(), Denied::NotEditable)
}

pub(super) fn open(phase: Phase) -> Result<(), Denied> {
    match phase {
        Phase::Open { .. } => Ok(()),
        Phase::Upcoming { opens } => Err(Denied::NotYetOpen { opens }),
        Phase::Closed { since } => Err(Denied::Closed { since }),
    }
}

fn edit_round(actor: &Actor, edit: &EditRound, now: Instant) -> Result<(), Denied> {
    chair(actor, edit.body, now)
        .and(if edit.about || edit.new_closes_at.is_some() { upcoming(&edit.window, now) } else { Ok(()) })
        .and(require(!edit.about || !edit.in_use, Denied::RoundInUse))
        .and(edit.new_closes_at.map_or(Ok(()), |new| notice(edit.window.closes_at, new, now)))
}

/// What stands before it opens can still become another.
fn upcoming(window: &Window, now: Instant) -> Result<(), Denied> {
    let opened = !matches!(window.public_phase(now), Phase::Upcoming { .. });
    require(!opened, Denied::AlreadyOpen { since: window.opens_at })
}

/// Closing earlier needs more than a day's notice; extending, also after expiry, only has to end in the future.
fn notice(closes_at: Instant, new_closes_at: Instant, now: Instant) -> Result<(), Denied> {
    let earliest = if new_closes_at < closes_at { now + Span::DAY } else { now };
    require(new_closes_at > earliest, Denied::TooShortNotice { earliest })
}
