//! Co-signing: the author of a public paper offers it, other organisations put their names to exactly its words.

use super::unkept::{acting_for, decided};
use super::{ServerPortal, in_tx, permitted, require_person, writing_for};
use crate::store::people::{self, Person};
use crate::store::{Tx, audit, co_signing, joint, mails, members, organisations, paper_lists, papers, receipts, rounds};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::co_signing::co_sign;
use model::domain::ids::{OrganisationId, PaperId, RoundId, SignatureId};
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::paper::Paper;
use model::domain::person::{Actor, SignedIn};
use model::domain::receipt::Receipt;
use model::domain::round::RoundKind;
use model::error::{PortalError, PortalResult};
use model::i18n::t::co_signing as t;
use model::policy::{self, CoSign, Denied, ItemFacts, OfferPaper, TakeSignatureBack};
use model::portal::{CoSigning, CoSigningPage, Ctx, Mail, NewSigningAct, OfferedPaper, RoundCoSigning, RoundLine, SigningAct};
use model::routes;
use std::collections::HashMap;

#[async_trait]
impl CoSigning for ServerPortal {
    async fn co_signing(
        &self,
        ctx: &Ctx,
        round: RoundId,
        paper: PaperId,
        organisation: Option<OrganisationId>,
    ) -> PortalResult<CoSigningPage> {
        let person = require_person(ctx)?;
        let organisation = writing_for(&ctx.actor, organisation)?;
        let mut tx = self.db.read().await?;
        let line = co_signing_round(rounds::for_organisation(&mut tx, round, organisation).await?)?;
        let (mut paper, receipt) = public_paper(&mut tx, &line, paper).await?;
        let redacted = std::mem::take(&mut paper.redacted);
        let facts = ItemFacts {
            state: paper.state,
            organisation: paper.organisation,
            body: line.body.id,
            subgroup: paper.content.subgroup,
            for_the_chair: false,
        };
        let named: Vec<_> = joint::authors(&mut tx, paper.id).await?.into_iter().map(|one| one.id).collect();
        let reads = policy::visible(&ctx.actor, ctx.now).reads_redacted(facts, &named);
        if !reads {
            redacted.hide_in_paper(&mut paper.content);
        }
        let (author, _, _) = papers::source(&mut tx, paper.id).await?.ok_or(PortalError::NotFound)?;
        let own = co_signing::of_organisation(&mut tx, paper.id, organisation).await?;
        Ok(CoSigningPage {
            named: own.as_ref().is_some_and(|own| own.round == paper.round),
            offered: co_signing::is_offered(&mut tx, round, paper.id).await?,
            signatories: co_signing::signatories(&mut tx, paper.id).await?,
            own: own.filter(|own| own.round == round),
            organisation_name: person.name_of(organisation).to_owned(),
            organisations: ctx.actor.writing_for(),
            line,
            // Of redacted words anybody could try out what has this hash.
            sha256: (ctx.actor.is_member(paper.organisation) || redacted.is_empty()).then(|| receipt.sha256.clone()),
            is_redacted: !redacted.is_empty(),
            paper,
            author,
            organisation,
        })
    }

    async fn co_signing_act(&self, ctx: &Ctx, new: NewSigningAct) -> PortalResult<()> {
        let id = SignatureId(self.ids.uuid(ctx.now));
        decided(|| self.act_once(ctx, id, &new)).await
    }
}

/// A round of co-signing; any other is none that this page is about.
fn co_signing_round(line: Option<RoundLine>) -> PortalResult<RoundLine> {
    line.filter(|line| line.round.kind == RoundKind::CoSigning).ok_or(PortalError::NotFound)
}

/// A public paper of the session, with the receipt of the words everybody reads.
async fn public_paper(tx: &mut Tx, line: &RoundLine, id: PaperId) -> PortalResult<(Paper, Receipt)> {
    let paper = papers::by_id(tx, id).await?.filter(|paper| paper.state == ItemState::Accepted).ok_or(PortalError::NotFound)?;
    let of = rounds::by_id(tx, paper.round).await?.ok_or(PortalError::NotFound)?;
    if of.session.id != line.session.id {
        return Err(PortalError::NotFound);
    }
    let receipt = receipts::latest_of_item(tx, id.item()).await?.ok_or(PortalError::NotFound)?;
    Ok((paper, receipt))
}

/// What everybody reads on the page of a round of co-signing.
pub(super) async fn of_round(tx: &mut Tx, ctx: &Ctx, line: &RoundLine) -> PortalResult<RoundCoSigning> {
    let counts: HashMap<_, _> = co_signing::counts(tx, line.round.id).await?.into_iter().collect();
    let papers = paper_lists::offered(tx, line.round.id).await?;
    let papers = papers.into_iter().map(|paper| OfferedPaper { signatories: counts.get(&paper.id).copied().unwrap_or(0), paper }).collect();
    let own = match ctx.actor.signed_in() {
        Some(person) => paper_lists::to_offer(tx, line.round.id, line.session.id, person.person).await?,
        None => Vec::new(),
    };
    Ok(RoundCoSigning { papers, own })
}

/// The round in which a public paper can be co-signed now.
pub(super) async fn open_round(tx: &mut Tx, ctx: &Ctx, paper: PaperId) -> PortalResult<Option<RoundLine>> {
    let offered = rounds::offering(tx, paper).await?;
    Ok(offered.into_iter().find(|line| line.round.window.public_phase(ctx.now).is_open()))
}

impl ServerPortal {
    async fn act_once(&self, ctx: &Ctx, id: SignatureId, new: &NewSigningAct) -> PortalResult<Option<Denied>> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new], |tx| { this.act_in(tx, &ctx, id, &new).await }).await
    }

    /// Answers why it was refused. A refusal is written down like an acceptance, so it commits.
    async fn act_in(&self, tx: &mut Tx, ctx: &Ctx, id: SignatureId, new: &NewSigningAct) -> PortalResult<Option<Denied>> {
        let (actor, organisation) = acting_for(tx, ctx, new.organisation).await?;
        let line = co_signing_round(rounds::for_organisation(tx, new.round, organisation).await?)?;
        let (paper, receipt) = public_paper(tx, &line, new.paper).await?;
        let done = match new.act {
            SigningAct::Offer | SigningAct::Close => self.offer_in(tx, ctx, &actor, &line, &paper, new.act == SigningAct::Offer).await,
            SigningAct::Sign => self.sign_in(tx, ctx, &actor, (&line, &paper, &receipt), organisation, (id, &new.sha256)).await,
            SigningAct::TakeBack => self.take_back_in(tx, ctx, &actor, (&line, &paper, &receipt), organisation).await,
        };
        match done {
            Ok(()) => {
                let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
                members::note_act(tx, organisation, person.person, ctx.now).await?;
                Ok(None)
            }
            Err(PortalError::Denied(denied)) => {
                let about = [("paper", paper.id.to_string())];
                self.refuse_unkept(tx, ctx, (&line, organisation), denied, AuditAct::CoSigningRefused, &about).await
            }
            Err(error) => Err(error),
        }
    }

    async fn offer_in(&self, tx: &mut Tx, ctx: &Ctx, actor: &Actor, line: &RoundLine, paper: &Paper, open: bool) -> PortalResult<()> {
        let window = line.round.window.clone();
        let offer = OfferPaper { paper: paper.id, organisation: paper.organisation, state: paper.state, window };
        permitted(actor, offer, ctx.now)?;
        let person = actor.signed_in().ok_or(Denied::NotSignedIn)?.person;
        let changed = if open {
            co_signing::offer(tx, line.round.id, paper.id, person, ctx.now).await?
        } else {
            co_signing::close(tx, line.round.id, paper.id).await?
        };
        let window = &line.round.window;
        let act = match (open, window.is_grant(window.judged_by(paper.organisation, None, ctx.now))) {
            (true, false) => AuditAct::PaperOffered,
            (true, true) => AuditAct::PaperOfferedByGrant,
            (false, false) => AuditAct::PaperOfferClosed,
            (false, true) => AuditAct::PaperOfferClosedByGrant,
        };
        if changed {
            audit::insert(tx, &self.event(ctx, act, "paper", paper.id, serde_json::json!({ "round": line.round.id }))).await?;
        }
        Ok(())
    }

    async fn sign_in(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        (line, paper, receipt): (&RoundLine, &Paper, &Receipt),
        organisation: OrganisationId,
        (id, read): (SignatureId, &str),
    ) -> PortalResult<()> {
        let own = co_signing::of_organisation(tx, paper.id, organisation).await?;
        let named = own.as_ref().is_some_and(|own| own.round == paper.round);
        // The same click again, whatever the round is like by now.
        if own.is_some() && !named {
            return Ok(());
        }
        let sign = CoSign {
            round: line.round.id,
            paper: paper.id,
            author: paper.organisation,
            organisation,
            offered: co_signing::is_offered(tx, line.round.id, paper.id).await?,
            named,
            redacted: !paper.redacted.is_empty(),
            window: line.round.window.clone(),
        };
        let permit = policy::permit(actor, sign, ctx.now)?;
        // The words that were read are those that are signed.
        if receipt.sha256 != read {
            return Err(PortalError::Conflict);
        }
        let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        let signed = co_sign(permit, receipt.id);
        if !co_signing::sign(tx, id, &signed, person.person).await? {
            return Ok(());
        }
        let detail = serde_json::json!({
            "organisation": organisation,
            "round": line.round.id,
            "receipt": receipt.number,
            "judged_by": signed.judged_by(),
        });
        let by_grant = line.round.window.is_grant(signed.judged_by());
        let act = if by_grant { AuditAct::PaperCoSignedByGrant } else { AuditAct::PaperCoSigned };
        audit::insert(tx, &self.event(ctx, act, "paper", paper.id, detail)).await?;
        self.tell_of_signature(tx, ctx, person, organisation, paper, Some(&receipt.sha256)).await
    }

    async fn take_back_in(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        (line, paper, _): (&RoundLine, &Paper, &Receipt),
        organisation: OrganisationId,
    ) -> PortalResult<()> {
        // The name under a joint paper is none of this round.
        let own = co_signing::of_organisation(tx, paper.id, organisation).await?.filter(|own| own.round == line.round.id);
        let Some(own) = own else { return Ok(()) };
        permitted(actor, TakeSignatureBack { organisation, window: line.round.window.clone() }, ctx.now)?;
        let person = actor.signed_in().ok_or(Denied::NotSignedIn)?;
        co_signing::take_back(tx, own.id, ctx.now).await?;
        let detail = serde_json::json!({ "organisation": organisation, "round": line.round.id });
        let window = &line.round.window;
        let by_grant = window.is_grant(window.judged_by(organisation, None, ctx.now));
        let act = if by_grant { AuditAct::SignatureTakenBackByGrant } else { AuditAct::SignatureTakenBack };
        audit::insert(tx, &self.event(ctx, act, "paper", paper.id, detail)).await?;
        self.tell_of_signature(tx, ctx, person, organisation, paper, None).await
    }

    /// Writes to who signed or took the name back, and to the members of the author. `sha256`: of the words that were signed.
    async fn tell_of_signature(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        by: &SignedIn,
        organisation: OrganisationId,
        paper: &Paper,
        sha256: Option<&str>,
    ) -> PortalResult<()> {
        let name = organisations::by_id(tx, organisation).await?.ok_or(PortalError::NotFound)?.profile.name;
        let mut to: Vec<(String, Locale)> = vec![(by.email.clone(), by.mail_language)];
        for Person { email, locale, .. } in people::of_organisation(tx, paper.organisation).await? {
            if !to.iter().any(|(known, _)| *known == email) {
                to.push((email, Locale::from_code(&locale).unwrap_or_default()));
            }
        }
        for (email, l) in to {
            mails::insert(tx, &self.signature_letter(ctx, l, &email, &name, paper, sha256)).await?;
        }
        Ok(())
    }

    fn signature_letter(&self, ctx: &Ctx, l: Locale, email: &str, name: &str, paper: &Paper, sha256: Option<&str>) -> Mail {
        let title = paper.redacted.shown(&paper.content.title);
        let title = title.as_str();
        let (subject, mut paragraphs) = match sha256 {
            Some(hash) => {
                let words = vec![t::mail_co_signed_intro(l, name, title), t::mail_co_signing_hash(l, hash)];
                (t::mail_co_signed_subject(l, title), words)
            }
            None => (t::mail_taken_back_subject(l, title), vec![t::mail_taken_back_intro(l, name, title)]),
        };
        paragraphs.push(t::mail_co_signing_link(l, self.link(&routes::paper(l, paper.id))));
        self.letter(ctx.now, l, email, subject, &paragraphs)
    }
}
