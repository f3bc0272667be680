//! Decisions on input, and what follows from them.

use super::comments::sent_words;
use super::moderation::require_in_charge;
use super::papers::submitted_content;
use super::{ServerPortal, actor_now, in_tx, person_of};
use crate::store::decisions::{self, NewAct};
use crate::store::{Tx, audit, comments, drafts, joint, mails, organisations, papers, people, rounds};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::comment::Comment;
use model::domain::ids::{CommentId, PaperId};
use model::domain::ids::{DecisionId, ItemId, OrganisationId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::moderation::{self, APPEAL_TIME, ModerationAct, Noted, Outcome, ReasonCode, Ruling};
use model::domain::paper::Paper;
use model::domain::person::Actor;
use model::domain::redaction::Redacted;
use model::domain::role::RoleName;
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::i18n::t::{self, acts};
use model::labels;
use model::policy::{self, DecideItem, ItemFacts};
use model::portal::{BulkLine, Ctx, NewDecision, Queues, RoundLine};
use model::routes;

/// What is decided on, whatever its kind.
pub(super) struct Subject {
    pub kind: ItemKind,
    pub item: ItemId,
    pub organisation: OrganisationId,
    /// The other organisations whose names it bears.
    pub named: Vec<OrganisationId>,
    /// In whose queue it is; `None`: in that of the whole body.
    pub subgroup: Option<SubgroupId>,
    pub state: ItemState,
    pub version: i64,
    /// The title of a paper; the citation of the provision for a comment.
    pub title: String,
    /// It was returned, and its authors have begun to change it.
    pub revised: bool,
    /// With the grants of the organisation.
    pub line: RoundLine,
    /// Of a paper.
    pub paper: Option<Paper>,
    /// Of a comment.
    pub comment: Option<Comment>,
}

impl Subject {
    pub async fn of(tx: &mut Tx, kind: ItemKind, item: ItemId) -> PortalResult<Self> {
        match kind {
            ItemKind::Paper => Self::paper(tx, PaperId(item.0)).await,
            ItemKind::Comment => Self::comment(tx, CommentId(item.0)).await,
        }
    }

    async fn paper(tx: &mut Tx, id: PaperId) -> PortalResult<Self> {
        let paper = papers::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
        let submitted = if paper.state == ItemState::Returned { submitted_content(tx, &paper).await? } else { None };
        Ok(Self {
            kind: ItemKind::Paper,
            item: id.item(),
            organisation: paper.organisation,
            named: joint::authors(tx, id).await?.into_iter().map(|one| one.id).collect(),
            subgroup: paper.content.subgroup,
            state: paper.state,
            version: paper.version,
            title: submitted.as_ref().unwrap_or(&paper.content).title.clone(),
            revised: submitted.is_some_and(|submitted| submitted != paper.content),
            line,
            paper: Some(paper),
            comment: None,
        })
    }

    async fn comment(tx: &mut Tx, id: CommentId) -> PortalResult<Self> {
        let comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        let line = rounds::for_organisation(tx, comment.round, comment.organisation).await?.ok_or(PortalError::NotFound)?;
        let provision = drafts::provision(tx, comment.provision).await?.ok_or(PortalError::NotFound)?;
        let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
        let revised = comment.state == ItemState::Returned && sent_words(tx, id).await? != comment.content;
        Ok(Self {
            kind: ItemKind::Comment,
            item: id.item(),
            organisation: comment.organisation,
            named: Vec::new(),
            subgroup: Some(draft.subgroup),
            state: comment.state,
            version: comment.version,
            title: provision.citation,
            revised,
            line,
            paper: None,
            comment: Some(comment),
        })
    }

    /// Makes other writers of it wait until this transaction has ended.
    ///
    /// # Errors
    /// `Conflict` when it changed since it was read.
    pub async fn hold(&self, tx: &mut Tx) -> PortalResult<()> {
        match self.kind {
            ItemKind::Paper => papers::hold(tx, PaperId(self.item.0), self.version).await?,
            ItemKind::Comment => comments::hold(tx, CommentId(self.item.0), self.version).await?,
        }
        Ok(())
    }

    /// What its visibility depends on.
    pub fn facts(&self) -> ItemFacts {
        ItemFacts {
            state: self.state,
            organisation: self.organisation,
            body: self.line.body.id,
            subgroup: self.subgroup,
            for_the_chair: self.paper.as_ref().is_some_and(Paper::is_for_the_chair),
        }
    }

    /// What others do not read of it.
    pub fn redacted(&self) -> Redacted {
        let of_paper = self.paper.as_ref().map(|paper| &paper.redacted);
        of_paper.or(self.comment.as_ref().map(|comment| &comment.redacted)).cloned().unwrap_or_default()
    }

    /// Its page.
    pub fn path(&self, l: Locale) -> String {
        routes::input(l, self.kind, self.item)
    }

    /// What it is called in a letter.
    pub fn title_in(&self, l: Locale) -> String {
        match self.kind {
            ItemKind::Paper => self.title.clone(),
            ItemKind::Comment => t::mails::mail_comment_title(l, self.title.as_str()),
        }
    }

    /// The office that decides about it.
    pub const fn role(&self) -> RoleName {
        match self.subgroup {
            Some(_) => RoleName::Moderator,
            None => RoleName::Secretariat,
        }
    }

    pub const fn noted(&self) -> Noted {
        Noted { session: self.line.session.id, queue: self.subgroup }
    }
}

impl ServerPortal {
    pub(super) async fn decide(&self, ctx: &Ctx, kind: ItemKind, item: ItemId, decision: NewDecision) -> PortalResult<DecisionId> {
        let this = self.clone();
        let id = DecisionId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, decision], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let mut subject = Subject::of(tx, kind, item).await?;
            // A return may give time: then others who give time wait, so that what is read here still holds when the grant is written.
            if decision.outcome == Outcome::Return {
                rounds::lock(tx, subject.line.round.id).await?;
                subject = Subject::of(tx, kind, item).await?;
            }
            let ruling = rule(tx, &ctx, &actor, &subject, &decision, id).await?;
            this.carry_out(tx, &ctx, &subject, &ruling).await?;
            let told = Told { decision: id, code: decision.code, reason: &decision.reason };
            this.announce(tx, &ctx, &actor, &subject, &ruling, told).await?;
            Ok(id)
        })
        .await
    }

    /// The same decision on each of several inputs, one after the other, each for itself.
    pub(super) async fn decide_each(
        &self,
        ctx: &Ctx,
        items: &[(ItemKind, ItemId, i64)],
        decision: NewDecision,
    ) -> PortalResult<Vec<BulkLine>> {
        let pairs: Vec<_> = items.iter().map(|(kind, item, _)| (*kind, *item)).collect();
        let lines = self.chosen(ctx, &pairs).await?;
        let mut done = Vec::new();
        for line in lines {
            let Some((.., version)) = items.iter().find(|(kind, item, _)| (*kind, *item) == (line.kind, line.item)) else { continue };
            let outcome = self.decide(ctx, line.kind, line.item, NewDecision { version: *version, ..decision.clone() }).await;
            done.push(BulkLine { line, outcome });
        }
        Ok(done)
    }

    /// Puts a ruling into effect.
    pub(super) async fn carry_out(&self, tx: &mut Tx, ctx: &Ctx, subject: &Subject, ruling: &Ruling) -> PortalResult<()> {
        match &subject.paper {
            Some(paper) => {
                papers::set_decided(tx, ruling).await?;
                if ruling.outcome() == Outcome::Accept {
                    self.supersede(tx, ctx, paper, true).await?;
                }
            }
            None => comments::set_decided(tx, ruling).await?,
        }
        if ruling.outcome() == Outcome::Accept && organisations::approve(tx, subject.organisation, ctx.now).await? {
            let detail = serde_json::json!({ "by": "first accepted input" });
            let event = self.event(ctx, AuditAct::OrganisationApproved, "organisation", subject.organisation, detail);
            audit::insert(tx, &event).await?;
        }
        Ok(())
    }

    /// What follows from a decision: time to revise, the mail to its members, the audit event.
    async fn announce(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        subject: &Subject,
        ruling: &Ruling,
        told: Told<'_>,
    ) -> PortalResult<()> {
        let mut window = subject.line.round.window.clone();
        if let Some(until) = ruling.revise_until() {
            window.grants.extend(self.grant_revision(tx, ctx, &subject.line, ruling, until, subject.role(), told.reason).await?);
        }
        let phase = window.phase(subject.organisation, Some(subject.item), ctx.now);
        for person in people::of_organisation(tx, subject.organisation).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let (heading, sentence) = decided_words(l, subject, ruling.outcome(), phase);
            let mut paragraphs = vec![sentence];
            paragraphs.extend(told.paragraphs(l));
            if ruling.outcome() == Outcome::Decline {
                let until = calendar::full(l, ruling.at() + APPEAL_TIME, &subject.line.round.time_zone);
                paragraphs.push(t::appeals::mail_may_appeal(l, self.link(&routes::decision(l, told.decision)), until));
            }
            if matches!(ruling.outcome(), Outcome::Return | Outcome::Decline) {
                paragraphs.push(t::replies::mail_may_reply(l, self.link(&routes::reply(l, told.decision))));
            }
            paragraphs.push(t::mails::mail_decision_link(l, self.link(&subject.path(l))));
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, heading, &paragraphs)).await?;
        }
        let code = told.code.map(ReasonCode::code);
        let detail = serde_json::json!({ "outcome": ruling.outcome(), "code": code, "version": subject.version });
        let mut event = self.event(ctx, AuditAct::ItemDecided, subject.kind.code(), subject.item, detail);
        event.person = actor.signed_in().map(|p| p.person);
        audit::insert(tx, &event).await?;
        match &subject.paper {
            Some(paper) => self.tell_names_of_decision(tx, ctx, paper, &subject.named, ruling.outcome()).await,
            None => Ok(()),
        }
    }
}

/// What the authors are told with a decision.
#[derive(Clone, Copy)]
struct Told<'a> {
    decision: DecisionId,
    code: Option<ReasonCode>,
    reason: &'a str,
}

impl Told<'_> {
    fn paragraphs(&self, l: Locale) -> Vec<String> {
        let code = self.code.map(|code| t::mails::mail_decision_reason(l, labels::reason_code(l, code)));
        let words = self.code.filter(|code| !code.needs_words()).map(|code| labels::reason_words(l, code).to_owned());
        let own = (!self.reason.is_empty()).then(|| acts::mail_act_words(l, self.reason));
        code.into_iter().chain(words).chain(own).collect()
    }
}

/// Asks the law and notes the decision. An item that changed since the moderator read it is a conflict.
async fn rule(tx: &mut Tx, ctx: &Ctx, actor: &Actor, subject: &Subject, decision: &NewDecision, id: DecisionId) -> PortalResult<Ruling> {
    let decide = DecideItem {
        item: subject.item,
        organisation: subject.organisation,
        named: subject.named.clone(),
        body: subject.line.body.id,
        subgroup: subject.subgroup,
        state: subject.state,
    };
    // What the moderator may not know of does not exist; only then comes what stands against the decision.
    require_in_charge(actor, ctx, subject.subgroup, subject.line.body.id)?;
    let permit = policy::permit(actor, decide, ctx.now)?;
    if subject.version != decision.version {
        return Err(PortalError::Conflict);
    }
    let ruling = moderation::decide(permit, decision.outcome, subject.line.round.id, subject.version);
    let act = new_act(subject, id, actor, &decision.reason)?;
    decisions::insert_ruling(tx, &act, &ruling, ModerationAct::from(decision.outcome), decision.code).await?;
    Ok(ruling)
}

/// What every act on an input notes.
pub(super) fn new_act<'a>(subject: &'a Subject, id: DecisionId, actor: &Actor, reason: &'a str) -> PortalResult<NewAct<'a>> {
    let by = person_of(actor)?;
    Ok(NewAct { id, kind: subject.kind, title: &subject.title, reason, by, role: subject.role(), noted: subject.noted() })
}

/// Subject and first sentence of the letter. `phase`: of the item, after the decision.
fn decided_words(l: Locale, subject: &Subject, outcome: Outcome, phase: Phase) -> (String, String) {
    let title = subject.title_in(l);
    let title = title.as_str();
    match outcome {
        Outcome::Accept => (t::mails::mail_decision_accepted_subject(l, title), t::mails::mail_decision_accepted(l, title)),
        Outcome::Decline => (t::mails::mail_decision_declined_subject(l, title), t::mails::mail_decision_declined(l, title)),
        Outcome::Return => {
            let (Phase::Open { until: end } | Phase::Closed { since: end } | Phase::Upcoming { opens: end }) = phase;
            let until = calendar::full(l, end.to_second(), &subject.line.round.time_zone);
            (t::mails::mail_decision_returned_subject(l, title), t::mails::mail_decision_returned(l, title, until))
        }
    }
}
