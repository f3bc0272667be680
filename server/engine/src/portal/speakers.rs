//! Lists of speakers: organisations ask, the chair orders.

use super::unkept::{acting_for, decided};
use super::{ServerPortal, actor_now, in_tx, permitted, require_person, writing_for};
use crate::store::limits::{self, Rate};
use crate::store::{StoreResult, Tx, accreditations, audit, inscriptions, mails, members, rounds, subgroup_members};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{InscriptionId, OrganisationId, RoundId};
use model::domain::inscription::{Numbers, inscribe, order};
use model::domain::person::SignedIn;
use model::domain::round::RoundKind;
use model::domain::time::{Instant, Span};
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::i18n::t::speakers as t;
use model::policy::{self, AskToSpeak, Denied, LeaveSpeakers, OrderSpeakers, ReadSpeakers};
use model::portal::{Ctx, InscriptionEditor, Mail, NewInscription, RoundLine, Speakers, SpeakersPage};
use model::routes;

/// Changes by one organisation in one round: each writes a mail.
const ASKING: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };

#[async_trait]
impl Speakers for ServerPortal {
    async fn inscription(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<InscriptionEditor> {
        let person = require_person(ctx)?;
        let organisation = writing_for(&ctx.actor, organisation)?;
        let mut tx = self.db.read().await?;
        let line = speakers_round(rounds::for_organisation(&mut tx, round, organisation).await?)?;
        let in_subgroup = in_subgroup(&mut tx, &line, organisation).await?;
        let own = inscriptions::of_organisation(&mut tx, round, organisation).await?;
        let organisation_name = person.name_of(organisation).to_owned();
        Ok(InscriptionEditor { line, organisation, organisation_name, organisations: ctx.actor.writing_for(), in_subgroup, own })
    }

    async fn inscribe(&self, ctx: &Ctx, new: NewInscription) -> PortalResult<()> {
        let id = InscriptionId(self.ids.uuid(ctx.now));
        decided(|| self.inscribe_once(ctx, id, &new)).await
    }

    async fn leave_speakers(&self, ctx: &Ctx, round: RoundId, organisation: Option<OrganisationId>) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let (actor, organisation) = acting_for(tx, &ctx, organisation).await?;
            let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
            let line = speakers_round(rounds::by_id(tx, round).await?)?;
            let leave = permitted(&actor, LeaveSpeakers { organisation }, ctx.now)?;
            if !inscriptions::leave(tx, round, leave.organisation, ctx.now).await? {
                return Ok(());
            }
            let detail = serde_json::json!({ "organisation": leave.organisation });
            audit::insert(tx, &this.event(&ctx, AuditAct::SpeakerWithdrawn, "round", round, detail)).await?;
            members::note_act(tx, organisation, person.person, ctx.now).await?;
            mails::insert(tx, &this.left_letter(&ctx, person, &line, organisation)).await?;
            Ok(())
        })
        .await
    }

    async fn speakers(&self, ctx: &Ctx, round: RoundId) -> PortalResult<SpeakersPage> {
        let mut tx = self.db.read().await?;
        let line = speakers_round(rounds::by_id(&mut tx, round).await?)?;
        policy::check(&ctx.actor, &ReadSpeakers { body: line.body.id }, ctx.now)?;
        // Before the lines: an order that is newer than the version meets a conflict.
        let version = inscriptions::order_version(&mut tx, round).await?;
        let mut speakers = inscriptions::list(&mut tx, round).await?;
        let standings = accreditations::standings(&mut tx, line.body.id, line.session.id).await?;
        for speaker in &mut speakers {
            speaker.standing = standings.get(&speaker.organisation.id).copied();
        }
        let count = inscriptions::count(&mut tx, round).await?;
        let may_order = policy::check(&ctx.actor, &OrderSpeakers { round, body: line.body.id }, ctx.now).is_ok();
        Ok(SpeakersPage { line, count, speakers, version, may_order })
    }

    async fn order_speakers(&self, ctx: &Ctx, round: RoundId, version: i64, numbers: Numbers) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::SpeakersOrdered, "round", round, serde_json::json!({}));
        in_tx!(self.db, [ctx, numbers, event], |tx| {
            let line = speakers_round(rounds::by_id(tx, round).await?)?;
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, OrderSpeakers { round, body: line.body.id }, ctx.now)?;
            // In the order they stand in, so that equal numbers keep it; who left meanwhile leaves no gap.
            let given: Vec<_> = inscriptions::list(tx, round)
                .await?
                .into_iter()
                .map(|line| {
                    let id = line.inscription.id;
                    (id, numbers.iter().find(|(named, _)| *named == id).and_then(|(_, number)| *number))
                })
                .collect();
            inscriptions::put_in_order(tx, &order(permit, &given), version).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

/// A round in which organisations ask to speak; any other is none that this page is about.
fn speakers_round(line: Option<RoundLine>) -> PortalResult<RoundLine> {
    line.filter(|line| line.round.kind == RoundKind::Speakers).ok_or(PortalError::NotFound)
}

/// Whether the organisation has joined the subgroup whose list it is.
async fn in_subgroup(tx: &mut Tx, line: &RoundLine, organisation: OrganisationId) -> StoreResult<bool> {
    match line.round.subgroup {
        Some(subgroup) => subgroup_members::is_member(tx, subgroup, organisation).await,
        None => Ok(false),
    }
}

impl ServerPortal {
    /// Answers why it was refused. A refusal is written down like an acceptance, so it commits.
    async fn inscribe_in(&self, tx: &mut Tx, ctx: &Ctx, id: InscriptionId, new: &NewInscription) -> PortalResult<Option<Denied>> {
        let (actor, organisation) = acting_for(tx, ctx, new.organisation).await?;
        let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        let line = speakers_round(rounds::for_organisation(tx, new.round, organisation).await?)?;
        let window = line.round.window.clone();
        let judged_by = window.judged_by(organisation, None, ctx.now);
        let by_grant = window.is_grant(judged_by);
        let (subgroup, in_subgroup) = (line.round.subgroup, in_subgroup(tx, &line, organisation).await?);
        let ask = AskToSpeak { round: new.round, organisation, window, subgroup, in_subgroup };
        let permit = match policy::permit(&actor, ask, ctx.now) {
            Ok(permit) => permit,
            Err(denied) => return self.refuse_unkept(tx, ctx, (&line, organisation), denied, AuditAct::SpeakerRefused, &[]).await,
        };
        // The same click again.
        let stored = inscriptions::of_organisation(tx, new.round, organisation).await?;
        if stored.is_some_and(|stored| stored.content == new.content) {
            return Ok(None);
        }
        let key = format!("speak:{}:{organisation}", new.round);
        limits::take(tx, &key, ASKING, ctx.now).await?.map_err(|retry_after| PortalError::TooMany { retry_after })?;
        let inscribed = inscribe(permit, new.content.clone());
        let (version, received_at) = inscriptions::put(tx, id, &inscribed, new.version, person.person).await?;
        let detail = serde_json::json!({ "organisation": organisation, "version": version, "judged_by": judged_by });
        let act = if by_grant { AuditAct::SpeakerInscribedByGrant } else { AuditAct::SpeakerInscribed };
        audit::insert(tx, &self.event(ctx, act, "round", new.round, detail)).await?;
        members::note_act(tx, organisation, person.person, ctx.now).await?;
        mails::insert(tx, &self.inscribed_letter(ctx, person, &line, organisation, received_at)).await?;
        Ok(None)
    }

    async fn inscribe_once(&self, ctx: &Ctx, id: InscriptionId, new: &NewInscription) -> PortalResult<Option<Denied>> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new], |tx| { this.inscribe_in(tx, &ctx, id, &new).await }).await
    }

    /// Without the name of the speaker: the list can forget it, a mail cannot.
    fn inscribed_letter(&self, ctx: &Ctx, person: &SignedIn, line: &RoundLine, organisation: OrganisationId, received_at: Instant) -> Mail {
        let l = person.mail_language;
        let (round, zone) = (line.round.title.get(l), line.round.time_zone.as_str());
        // Its own end, where it holds a grant.
        let until = match line.round.window.phase(organisation, None, ctx.now) {
            Phase::Open { until } => until,
            Phase::Upcoming { .. } | Phase::Closed { .. } => line.round.window.closes_at,
        };
        let paragraphs = [
            t::mail_inscribed_intro(l, person.name_of(organisation), round),
            t::mail_inscribed_facts(l, calendar::full(l, received_at.to_second(), zone)),
            t::mail_inscribed_until(l, calendar::full(l, until, zone)),
            t::mail_speakers_link(l, self.link(&routes::speak_for(l, line.round.id, organisation))),
        ];
        self.letter(ctx.now, l, &person.email, t::mail_inscribed_subject(l, round), &paragraphs)
    }

    fn left_letter(&self, ctx: &Ctx, person: &SignedIn, line: &RoundLine, organisation: OrganisationId) -> Mail {
        let l = person.mail_language;
        let round = line.round.title.get(l);
        let paragraphs = [
            t::mail_left_intro(l, person.name_of(organisation), round),
            t::mail_speakers_link(l, self.link(&routes::round(l, line.round.id))),
        ];
        self.letter(ctx.now, l, &person.email, t::mail_left_subject(l, round), &paragraphs)
    }
}
