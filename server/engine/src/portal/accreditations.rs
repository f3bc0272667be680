//! Accreditation: organisations apply, the secretariat looks, circulates and accredits, the chair puts objections down.

use super::unkept::{acting_for, decided};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of, require_person, writing_for};
use crate::store::accreditations::{self, StepNote};
use crate::store::limits::{self, Rate};
use crate::store::people::{self, Person};
use crate::store::{Tx, audit, mails, members, organisations, rounds};
use async_trait::async_trait;
use model::calendar;
use model::domain::accreditation::{self, Accreditation, AccreditationStatus, Step};
use model::domain::audit::AuditAct;
use model::domain::ids::{AccreditationId, OrganisationId, RoundId, StepId};
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::role::{RoleName, Scope};
use model::domain::round::RoundKind;
use model::domain::time::{Instant, Span};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::StepForm;
use model::i18n::t::accreditation as t;
use model::labels;
use model::policy::{self, Apply, DecideAccreditation, Denied, ReadApplications, ReadObjections, WithdrawApplication};
use model::portal::{
    AccreditationPage, Accreditations, ApplicationEditor, ApplicationLine, ApplicationsPage, Ctx, Mail, NewApplication, NewStep, RoundLine,
};
use model::routes;
use std::collections::HashMap;

/// Changes by one organisation in one round: each writes a mail.
const APPLYING: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };

#[async_trait]
impl Accreditations for ServerPortal {
    async fn application(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<ApplicationEditor> {
        let person = require_person(ctx)?;
        let organisation = writing_for(&ctx.actor, organisation)?;
        let mut tx = self.db.read().await?;
        let line = accreditation_round(rounds::for_organisation(&mut tx, round, organisation).await?)?;
        let own = accreditations::of_organisation(&mut tx, round, organisation).await?;
        let steps = match &own {
            Some(own) => accreditations::steps(&mut tx, own.id).await?,
            None => Vec::new(),
        };
        let organisation_name = person.name_of(organisation).to_owned();
        Ok(ApplicationEditor { line, organisation, organisation_name, organisations: ctx.actor.writing_for(), own, steps })
    }

    async fn apply(&self, ctx: &Ctx, new: NewApplication) -> PortalResult<()> {
        let id = AccreditationId(self.ids.uuid(ctx.now));
        decided(|| self.apply_once(ctx, id, &new)).await
    }

    async fn withdraw_application(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let (actor, organisation) = acting_for(tx, &ctx, organisation).await?;
            let line = accreditation_round(rounds::by_id(tx, round).await?)?;
            let Some(own) = accreditations::of_organisation(tx, round, organisation).await? else { return Ok(()) };
            permitted(&actor, WithdrawApplication { organisation, status: own.status }, ctx.now)?;
            accreditations::withdraw(tx, own.id, own.version, ctx.now).await?;
            let detail = serde_json::json!({ "organisation": organisation, "round": round });
            audit::insert(tx, &this.event(&ctx, AuditAct::AccreditationWithdrawn, "accreditation", own.id, detail)).await?;
            let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
            members::note_act(tx, organisation, person.person, ctx.now).await?;
            let (l, name) = (person.mail_language, person.name_of(organisation));
            let title = line.round.title.get(l);
            let paragraphs = [
                t::mail_application_withdrawn_intro(l, name, title),
                t::mail_application_link(l, this.link(&routes::apply_for(l, round, organisation))),
            ];
            let letter = this.letter(ctx.now, l, &person.email, t::mail_application_withdrawn_subject(l, title), &paragraphs);
            mails::insert(tx, &letter).await?;
            Ok(())
        })
        .await
    }

    async fn applications(&self, ctx: &Ctx, round: RoundId, status: Option<AccreditationStatus>) -> PortalResult<ApplicationsPage> {
        let mut tx = self.db.read().await?;
        let line = accreditation_round(rounds::by_id(&mut tx, round).await?)?;
        policy::check(&ctx.actor, &ReadApplications { body: line.body.id }, ctx.now)?;
        let counts = accreditations::counts(&mut tx, round).await?;
        let applications = accreditations::list(&mut tx, round, status).await?;
        Ok(ApplicationsPage { line, counts, applications })
    }

    async fn accreditation(&self, ctx: &Ctx, id: AccreditationId) -> PortalResult<AccreditationPage> {
        let mut tx = self.db.read().await?;
        let application = accreditations::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let line = accreditation_round(rounds::by_id(&mut tx, application.accreditation.round).await?)?;
        policy::check(&ctx.actor, &ReadApplications { body: line.body.id }, ctx.now)?;
        let steps = accreditations::steps(&mut tx, id).await?;
        let read = ReadObjections { body: line.body.id, organisation: application.organisation.id };
        let reads_objections = policy::check(&ctx.actor, &read, ctx.now).is_ok();
        let objections = if reads_objections { Some(accreditations::objections(&mut tx, id).await?) } else { None };
        let may = |step: &Step| policy::check(&ctx.actor, &decide(&line, &application.accreditation, *step), ctx.now).is_ok();
        let may = Step::ALL.iter().copied().filter(may).collect();
        Ok(AccreditationPage { line, application, steps, objections, may })
    }

    async fn decide_accreditations(&self, ctx: &Ctx, round: RoundId, new: NewStep) -> PortalResult<()> {
        let ids: Vec<StepId> = new.applications.iter().map(|_| StepId(self.ids.uuid(ctx.now))).collect();
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new, ids], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let line = accreditation_round(rounds::by_id(tx, round).await?)?;
            // Whoever may not read them does not learn whether there are any.
            policy::check(&actor, &ReadApplications { body: line.body.id }, ctx.now)?;
            // In one order for everybody, so that two who decide on the same ones wait for each other.
            let mut chosen = new.applications.clone();
            chosen.sort_unstable();
            chosen.dedup();
            let deciding = Deciding { actor: &actor, line: &line, new: &new };
            let named: Vec<AccreditationId> = chosen.iter().map(|(application, _)| *application).collect();
            let found = accreditations::by_ids(tx, &named).await?;
            let mut people: HashMap<OrganisationId, Vec<Person>> =
                people::of_organisations(tx, found.iter().map(|one| one.organisation.id)).await?;
            for ((application, version), id) in chosen.into_iter().zip(ids) {
                let of_round = |one: &&ApplicationLine| one.accreditation.id == application && one.accreditation.round == round;
                let one = found.iter().find(of_round).ok_or(PortalError::NotFound)?;
                let people = people.remove(&one.organisation.id).unwrap_or_default();
                this.take_step(tx, &ctx, &deciding, (one, version), id, &people).await?;
            }
            Ok(())
        })
        .await
    }
}

/// A round in which organisations apply; any other is none that this page is about.
fn accreditation_round(line: Option<RoundLine>) -> PortalResult<RoundLine> {
    line.filter(|line| line.round.kind == RoundKind::Accreditation).ok_or(PortalError::NotFound)
}

/// The act of taking a step, as the law judges it.
const fn decide(line: &RoundLine, application: &Accreditation, step: Step) -> DecideAccreditation {
    DecideAccreditation {
        accreditation: application.id,
        organisation: application.organisation,
        body: line.body.id,
        status: application.status,
        consultative: application.content.consultative,
        step,
    }
}

/// In which office somebody takes a step: the chair's are the chair's; of who holds both, all others are the secretariat's.
fn office(actor: &Actor, line: &RoundLine, step: Step, now: Instant) -> RoleName {
    let secretariat = actor.holds(RoleName::Secretariat, Scope::Body(line.body.id), now);
    if step.is_of_chair() || !secretariat { RoleName::Chair } else { RoleName::Secretariat }
}

/// Who decides what, in which round.
struct Deciding<'a> {
    actor: &'a Actor,
    line: &'a RoundLine,
    new: &'a NewStep,
}

impl ServerPortal {
    async fn apply_once(&self, ctx: &Ctx, id: AccreditationId, new: &NewApplication) -> PortalResult<Option<Denied>> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new], |tx| { this.apply_in(tx, &ctx, id, &new).await }).await
    }

    /// Answers why it was refused. A refusal is written down like an acceptance, so it commits.
    async fn apply_in(&self, tx: &mut Tx, ctx: &Ctx, id: AccreditationId, new: &NewApplication) -> PortalResult<Option<Denied>> {
        let (actor, organisation) = acting_for(tx, ctx, new.organisation).await?;
        let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        let line = accreditation_round(rounds::for_organisation(tx, new.round, organisation).await?)?;
        let window = line.round.window.clone();
        let judged_by = window.judged_by(organisation, None, ctx.now);
        let stored = accreditations::of_organisation(tx, new.round, organisation).await?;
        // A form that was filled from something that is no longer there does not bring it back unseen.
        if stored.is_none() && new.version != 0 {
            return Err(PortalError::Conflict);
        }
        // The same click again, also after somebody else has looked at it.
        if stored.as_ref().is_some_and(|stored| stored.content == new.content && stored.status != AccreditationStatus::Returned) {
            return Ok(None);
        }
        let apply = Apply { round: new.round, organisation, window, status: stored.map(|stored| stored.status) };
        let permit = match policy::permit(&actor, apply, ctx.now) {
            Ok(permit) => permit,
            Err(denied) => return self.refuse_unkept(tx, ctx, (&line, organisation), denied, AuditAct::AccreditationRefused, &[]).await,
        };
        let key = format!("apply:{}:{organisation}", new.round);
        limits::take(tx, &key, APPLYING, ctx.now).await?.map_err(|retry_after| PortalError::TooMany { retry_after })?;
        let applied = accreditation::apply(permit, new.content.clone());
        let (id, version, received_at) = accreditations::put(tx, id, &applied, new.version, person.person).await?;
        let detail = serde_json::json!({ "organisation": organisation, "round": new.round, "version": version, "judged_by": judged_by });
        let act =
            if line.round.window.is_grant(judged_by) { AuditAct::AccreditationAppliedByGrant } else { AuditAct::AccreditationApplied };
        audit::insert(tx, &self.event(ctx, act, "accreditation", id, detail)).await?;
        members::note_act(tx, organisation, person.person, ctx.now).await?;
        let (l, name) = (person.mail_language, person.name_of(organisation));
        let title = line.round.title.get(l);
        let paragraphs = [
            t::mail_applied_intro(l, name, title),
            t::mail_applied_facts(l, calendar::full(l, received_at.to_second(), line.round.time_zone.as_str())),
            t::mail_application_link(l, self.link(&routes::apply_for(l, new.round, organisation))),
        ];
        mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_applied_subject(l, title), &paragraphs)).await?;
        Ok(None)
    }

    /// Takes a step with one application, read at that version, and tells the members of the organisation.
    async fn take_step(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        deciding: &Deciding<'_>,
        (found, version): (&ApplicationLine, i64),
        id: StepId,
        people: &[Person],
    ) -> PortalResult<()> {
        let Deciding { actor, line, new } = *deciding;
        let accreditation = &found.accreditation;
        let permit = match policy::permit(actor, decide(line, accreditation, new.step), ctx.now) {
            // It stands where it was read: it was chosen with others for a step that is not for it.
            Err(Denied::NothingToDecide) if accreditation.version == version => {
                return Err(PortalError::Invalid(vec![FieldError { field: StepForm::APPLICATIONS, fault: Fault::NotForThisStep }]));
            }
            // It was read where the step could be taken: somebody else came first.
            Err(Denied::NothingToDecide) => return Err(PortalError::Conflict),
            permit => permit?,
        };
        let stepped = accreditation::step(permit, version).ok_or(PortalError::Conflict)?;
        let by = office(actor, line, new.step, ctx.now);
        let note = StepNote { id, reason: &new.reason, objection: new.objection.as_ref(), by, person: person_of(actor)? };
        accreditations::step(tx, &stepped, &note).await?;
        let organisation = found.organisation.id;
        let at = stepped.at();
        if stepped.leads_to() == AccreditationStatus::Accredited && organisations::approve(tx, organisation, at).await? {
            // The secretariat has looked at it: whoever is accredited is public.
            let detail = serde_json::json!({ "by": "accreditation" });
            audit::insert(tx, &self.event(ctx, AuditAct::OrganisationApproved, "organisation", organisation, detail)).await?;
        }
        // Neither the State nor its grounds: the audit log has more readers than the chair.
        let detail = serde_json::json!({ "organisation": organisation, "round": line.round.id, "step": new.step.code() });
        audit::insert(tx, &self.event(ctx, AuditAct::AccreditationStepped, "accreditation", accreditation.id, detail)).await?;
        // Only what is sent back depends on the time there is left.
        let open = match new.step {
            Step::Return => {
                let line = rounds::for_organisation(tx, line.round.id, organisation).await?.ok_or(PortalError::NotFound)?;
                line.round.window.phase(organisation, None, ctx.now).is_open()
            }
            _ => false,
        };
        for person in people {
            mails::insert(tx, &self.step_letter(ctx, person, line, found, new, open)).await?;
        }
        Ok(())
    }

    /// `open`: the organisation can still change what it said.
    fn step_letter(&self, ctx: &Ctx, person: &Person, line: &RoundLine, found: &ApplicationLine, new: &NewStep, open: bool) -> Mail {
        let l = Locale::from_code(&person.locale).unwrap_or_default();
        let (name, round) = (found.organisation.name.as_str(), line.round.title.get(l));
        let words = match new.step {
            Step::Circulate => t::mail_step_circulated(l, name, round),
            Step::Return if open => t::mail_step_returned(l, name, round),
            Step::Return => t::mail_step_returned_closed(l, name, round),
            Step::Accredit => t::mail_step_accredited(l, name, round),
            Step::Object => t::mail_step_objected(l, name, round),
            Step::Lift => t::mail_step_lifted(l, name, round),
            Step::Reopen => t::mail_step_reopened(l, name, round),
        };
        let mut paragraphs = vec![words];
        if !new.reason.is_empty() {
            paragraphs.push(t::mail_step_reason(l, new.reason.as_str()));
        }
        paragraphs.push(t::mail_application_link(l, self.link(&routes::apply_for(l, line.round.id, found.organisation.id))));
        self.letter(ctx.now, l, &person.email, t::mail_step_subject(l, name, labels::step(l, new.step)), &paragraphs)
    }
}
