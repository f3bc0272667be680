//! Rehearsing a deadline (ADR 0021): the real use cases, run at another moment for an invented author, in a transaction that is taken back.

use super::{ServerPortal, in_tx, incident};
use crate::clock::SystemEntropy;
use crate::proof::Keyring;
use crate::store::comments::NewComment;
use crate::store::offices::NewOffice;
use crate::store::people::NewPerson;
use crate::store::reminders::Due;
use crate::store::{comments, drafts, mails, members, offices, organisations, paper_lists, people, receipts, rounds, subgroup_members};
use model::domain::accreditation::{ApplicationContent, ConsultativeStatus};
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::ids::{CommentId, MembershipId, OrganisationId, PaperId, PersonId, ProvisionId, RoleId, RoundId};
use model::domain::inscription::InscriptionContent;
use model::domain::language::Locale;
use model::domain::organisation::{Organisation, Profile, Region, StakeholderType};
use model::domain::paper::{Consent, PaperContent};
use model::domain::person::{Actor, Function};
use model::domain::rehearsal::Moment;
use model::domain::reminder::Mark;
use model::domain::role::Office;
use model::domain::round::RoundKind;
use model::domain::time::{Instant, Span};
use model::error::{PortalError, PortalResult};
use model::i18n::t::rehearsals as t;
use model::policy::{self, ManageRounds};
use model::portal::{
    Accreditations as _, CoSigning as _, Comments as _, Ctx, Deadlines as _, Mail, NewApplication, NewDeadline, NewInscription,
    NewSigningAct, Papers as _, RoundLine, SaveComment, SavePaper, SigningAct, Speakers as _,
};
use std::sync::Arc;

/// How long before the closing the invented author has begun: before the first reminder.
const BEGUN: Span = Span::DAY.times(4);

/// Ids of this instant sort before all others: of those who are reminded the invented author is the first, and only they are looked at.
const FIRST: Instant = Instant(0);

/// The portal at another moment. What is done in it is taken back when this goes; until then it holds a writer's turn.
pub struct Rehearsal {
    pub portal: ServerPortal,
    /// The round as it stands at the moment.
    pub line: RoundLine,
    /// A visitor at the moment.
    pub visitor: Ctx,
    /// The invented author at the moment.
    pub author: Ctx,
    /// What the author holds unsubmitted; `None` where the round has nothing to write on.
    pub held: Option<HeldInput>,
    /// How many real people the extension would be written to; `None` at moments without one.
    pub told: Option<usize>,
}

/// The invented author's one input.
#[derive(Debug, Clone)]
pub enum HeldInput {
    Paper(PaperId),
    Comment {
        id: CommentId,
        provision: ProvisionId,
        content: CommentContent,
    },
    /// Typed, and not sent.
    Speaker(InscriptionContent),
    Application(ApplicationContent),
    /// The words of a paper that is offered, not signed.
    Signature {
        paper: PaperId,
        sha256: String,
    },
}

/// The version an input has when it was written once.
pub const WRITTEN_ONCE: i64 = 1;

/// Who plays in a rehearsal.
#[derive(Clone)]
struct Cast {
    author: PersonId,
    email: String,
    organisation: OrganisationId,
    chair: PersonId,
}

impl ServerPortal {
    /// The portal as it will be at a moment around the closing of a round; for the chair of its body.
    ///
    /// # Errors
    /// There is no such round, the actor is not its chair, or the database cannot be read or written.
    pub async fn rehearse(&self, ctx: &Ctx, round: RoundId, moment: Moment) -> PortalResult<Rehearsal> {
        let line = {
            let mut tx = self.db.read().await?;
            rounds::by_id(&mut tx, round).await?.ok_or(PortalError::NotFound)?
        };
        policy::check(&ctx.actor, &ManageRounds { body: line.body.id }, ctx.now)?;
        // Nothing that is only rehearsed bears a signature anybody could take for real.
        let keys = Keyring::generate(&SystemEntropy, ctx.now).map_err(|error| incident(&error))?;
        let stage = Self { db: self.db.rehearse().await?, keys: Arc::new(keys), ..self.clone() };
        let (closes_at, at) = (line.round.window.closes_at, moment.at(line.round.window.closes_at));
        let cast = stage.invent(ctx.locale, &line, closes_at - BEGUN).await?;
        let as_author = |now| stage.acting(ctx, cast.author, now);
        let held = stage.write(&as_author(closes_at - BEGUN).await?, &line, &cast).await?;
        stage.remind_author(&line, at).await?;
        let mut told = None;
        if moment == Moment::Extended {
            let all = {
                let mut tx = stage.db.read().await?;
                Self::concerned(&mut tx, &line).await?
            };
            told = Some(all.iter().filter(|to| to.email != cast.email).count());
            let new = NewDeadline {
                closes_at: moment.closing(closes_at),
                time_zone: line.round.time_zone.clone(),
                reason: t::rehearsal_reason(ctx.locale).to_owned(),
            };
            stage.change_deadline(&stage.acting(ctx, cast.chair, at).await?, round, new).await?;
        }
        let author = as_author(at).await?;
        let line = {
            let mut tx = stage.db.read().await?;
            rounds::by_id(&mut tx, round).await?.ok_or(PortalError::NotFound)?
        };
        let visitor = Ctx { actor: Actor::Anonymous, ..author.clone() };
        Ok(Rehearsal { portal: stage, line, visitor, author, held, told })
    }

    /// An organisation with an author, and a chair: nobody real acts in a rehearsal.
    async fn invent(&self, l: Locale, line: &RoundLine, at: Instant) -> PortalResult<Cast> {
        let id = |now| self.ids.uuid(now);
        let address = |who: &str| format!("{who}.{}@rehearsal.invalid", self.ids.token());
        let cast =
            Cast { author: PersonId(id(FIRST)), email: address("author"), organisation: OrganisationId(id(at)), chair: PersonId(id(at)) };
        let (membership, role, chair_email) = (MembershipId(id(at)), RoleId(id(at)), address("chair"));
        let profile = Profile::of_registration(t::rehearsal_organisation(l).to_owned(), StakeholderType::Ngo, Region::Global);
        let organisation = Organisation { approved_at: Some(at), ..Organisation::new(cast.organisation, profile, at) };
        let (body, subgroup) = (line.body.id, line.round.subgroup);
        in_tx!(self.db, [cast, organisation, chair_email], |tx| {
            let person = |id, email, full_name| NewPerson {
                id,
                email,
                full_name,
                password_hash: "",
                confirmed_at: Some(at),
                locale: l.code(),
                created_at: at,
            };
            organisations::insert(tx, &organisation).await?;
            people::insert(tx, &person(cast.author, &cast.email, t::rehearsal_author(l))).await?;
            members::put(tx, membership, cast.organisation, cast.author, Function::ContactPoint, at).await?;
            if let Some(subgroup) = subgroup {
                subgroup_members::begin(tx, subgroup, cast.organisation, Some(cast.author), at, true).await?;
            }
            people::insert(tx, &person(cast.chair, &chair_email, t::rehearsal_chair(l))).await?;
            let office = Office::Chair(body);
            let office = NewOffice { id: role, person: cast.chair, office, from: at, until: None, reason: String::new(), by: None, at };
            offices::insert(tx, &office).await?;
            Ok::<_, PortalError>(())
        })
        .await?;
        Ok(cast)
    }

    /// An invented person at an instant, freshly signed in.
    async fn acting(&self, ctx: &Ctx, person: PersonId, now: Instant) -> PortalResult<Ctx> {
        let mut tx = self.db.read().await?;
        let mut person = people::reload(&mut tx, person).await?.ok_or(PortalError::NotFound)?;
        (person.factor_satisfied, person.proved_at) = (true, Some(now));
        Ok(Ctx { actor: Actor::Person(Box::new(person)), now, ..ctx.clone() })
    }

    /// What the author has written and not submitted.
    async fn write(&self, author: &Ctx, line: &RoundLine, cast: &Cast) -> PortalResult<Option<HeldInput>> {
        let (l, round) = (author.locale, line.round.id);
        match (line.round.kind, line.round.draft_version) {
            (RoundKind::PositionPapers, _) => {
                let content = PaperContent {
                    title: t::rehearsal_paper_title(l).to_owned(),
                    subgroup: line.round.subgroup,
                    text: t::rehearsal_words(l).to_owned(),
                    consent: Some(Consent::WithoutName),
                    ..PaperContent::empty(l.language())
                };
                let new = SavePaper { id: None, round, organisation: Some(cast.organisation), version: 0, asked: None, content };
                Ok(Some(HeldInput::Paper(self.save_paper(author, new).await?.id)))
            }
            (RoundKind::Comments, Some(version)) => {
                let first = {
                    let mut tx = self.db.read().await?;
                    drafts::provisions(&mut tx, version).await?.into_iter().next()
                };
                let Some(provision) = first.map(|provision| provision.id) else { return Ok(None) };
                let content = CommentContent {
                    language: l.language(),
                    kind: CommentKind::default(),
                    quote: String::new(),
                    stance: Stance::Support,
                    operation: Operation::CommentOnly,
                    proposed_text: String::new(),
                    reason: t::rehearsal_words(l).to_owned(),
                    link: String::new(),
                };
                let (id, organisation, by, at) = (CommentId(self.ids.uuid(author.now)), cast.organisation, cast.author, author.now);
                in_tx!(self.db, [content], |tx| {
                    let new = NewComment { id, organisation, round, provision, content: &content, by, at };
                    comments::insert(tx, &new).await?;
                    Ok::<_, PortalError>(())
                })
                .await?;
                Ok(Some(HeldInput::Comment { id, provision, content }))
            }
            (RoundKind::Comments, None) => Ok(None),
            // One that is really offered; it is signed in the rehearsal alone.
            (RoundKind::CoSigning, _) => {
                let mut tx = self.db.read().await?;
                let Some(paper) = paper_lists::offered(&mut tx, round).await?.first().map(|paper| paper.id) else { return Ok(None) };
                let receipt = receipts::latest_of_item(&mut tx, paper.item()).await?;
                Ok(receipt.map(|receipt| HeldInput::Signature { paper, sha256: receipt.sha256 }))
            }
            (RoundKind::Accreditation, _) => Ok(Some(HeldInput::Application(ApplicationContent {
                consultative: ConsultativeStatus::None,
                purpose: t::rehearsal_words(l).to_owned(),
                activities: t::rehearsal_words(l).to_owned(),
            }))),
            // Nothing of it is kept before it is asked.
            (RoundKind::Speakers, _) => Ok(Some(HeldInput::Speaker(InscriptionContent {
                speaker: t::rehearsal_author(l).to_owned(),
                capacity: String::new(),
                subject: t::rehearsal_paper_title(l).to_owned(),
                language: l.language(),
            }))),
        }
    }

    /// The reminders the author gets by `now`, each at its own mark.
    async fn remind_author(&self, line: &RoundLine, now: Instant) -> PortalResult<()> {
        let (round, ends_at) = (line.round.id, line.round.window.closes_at);
        for mark in Mark::ALL {
            let at = ends_at - mark.before();
            if at > now {
                continue;
            }
            let (this, due) = (self.clone(), Due { round, organisation: None, ends_at, mark: *mark });
            in_tx!(self.db, [this, due], |tx| { this.remind_some(tx, &due, 1, at).await }).await?;
        }
        Ok(())
    }
}

impl Rehearsal {
    /// The author presses the button.
    ///
    /// # Errors
    /// What the author is answered instead of a receipt.
    pub async fn press(&self) -> PortalResult<()> {
        match &self.held {
            Some(HeldInput::Paper(id)) => self.portal.submit_paper(&self.author, *id, WRITTEN_ONCE).await.map(|_| ()),
            Some(HeldInput::Comment { id, provision, content }) => {
                let save = SaveComment {
                    id: Some(*id),
                    provision: *provision,
                    round: self.line.round.id,
                    organisation: None,
                    version: WRITTEN_ONCE,
                    content: content.clone(),
                };
                self.portal.send_comment(&self.author, save).await?.outcome.map(|_| ())
            }
            Some(HeldInput::Speaker(content)) => {
                let new = NewInscription { round: self.line.round.id, organisation: None, content: content.clone(), version: 0 };
                self.portal.inscribe(&self.author, new).await
            }
            Some(HeldInput::Application(content)) => {
                let new = NewApplication { round: self.line.round.id, organisation: None, content: content.clone(), version: 0 };
                self.portal.apply(&self.author, new).await
            }
            Some(HeldInput::Signature { paper, sha256 }) => {
                let (round, paper, sha256) = (self.line.round.id, *paper, sha256.clone());
                let new = NewSigningAct { round, paper, organisation: None, act: SigningAct::Sign, sha256 };
                self.portal.co_signing_act(&self.author, new).await
            }
            None => Err(PortalError::NotFound),
        }
    }

    /// The mails to the author so far, the first one first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn mails(&self) -> PortalResult<Vec<Mail>> {
        let Some(author) = self.author.actor.signed_in() else { return Ok(Vec::new()) };
        let mut tx = self.portal.db.read().await?;
        Ok(mails::to(&mut tx, &author.email).await?)
    }
}
