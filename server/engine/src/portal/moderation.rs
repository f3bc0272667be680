//! The moderator's queue and decisions.

use super::comments::comment_page;
use super::papers::paper_page;
use super::{ServerPortal, actor_now, in_tx, person_of, require_person};
use crate::store::id_list;
use crate::store::{
    Tx, anchors, audit, bodies, comments, corrigenda, decisions, drafts, joint, mails, organisations, paper_lists, papers, people, rounds,
    subgroups,
};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{BodyId, CommentId, DecisionId, ItemId, OrganisationId, PaperId, RoundId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::moderation::{self, Outcome, Ruling};
use model::domain::person::Actor;
use model::domain::role::RoleName;
use model::domain::window::Phase;
use model::error::{PortalError, PortalResult};
use model::i18n::t;
use model::policy::{self, DecideItem, Denied, ReadQueue};
use model::portal::{CommentLine, Ctx, Mail, Moderation, ModerationItem, NewDecision, PaperLine, Queue, QueueLine, RoundLine};
use model::routes;

#[async_trait]
impl Moderation for ServerPortal {
    async fn queues(&self, ctx: &Ctx) -> PortalResult<Vec<Queue>> {
        require_person(ctx)?;
        require_factor_of_office(ctx)?;
        let charge = policy::in_charge(&ctx.actor, ctx.now);
        let mut tx = self.db.read().await?;
        let mut queues = subgroup_queues(&mut tx, &ctx.actor, &charge.subgroups).await?;
        if !charge.bodies.is_empty() {
            queues.push(whole_body_queue(&mut tx, &ctx.actor, &charge.bodies).await?);
        }
        Ok(queues)
    }

    async fn moderate_paper(&self, ctx: &Ctx, id: PaperId) -> PortalResult<ModerationItem> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let page = paper_page(&mut tx, ctx, id).await?;
        require_in_charge(&ctx.actor, ctx, page.paper.content.subgroup, page.line.body.id)?;
        if page.paper.state == ItemState::Draft || page.paper.is_for_the_chair() {
            return Err(PortalError::NotFound);
        }
        Ok(ModerationItem::Paper(Box::new(page)))
    }

    async fn moderate_comment(&self, ctx: &Ctx, id: CommentId) -> PortalResult<ModerationItem> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let page = comment_page(&mut tx, ctx, id).await?.page;
        require_in_charge(&ctx.actor, ctx, Some(page.draft.subgroup), page.line.body.id)?;
        if page.comment.state == ItemState::Draft {
            return Err(PortalError::NotFound);
        }
        Ok(ModerationItem::Comment(Box::new(page)))
    }

    async fn decide_paper(&self, ctx: &Ctx, id: PaperId, decision: NewDecision) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, decision], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let paper = papers::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let line = line_to_decide(tx, paper.round, paper.organisation, decision.outcome).await?;
            let named: Vec<_> = joint::authors(tx, id).await?.into_iter().map(|one| one.id).collect();
            let subject = Subject {
                kind: ItemKind::Paper,
                item: id.item(),
                organisation: paper.organisation,
                named: named.clone(),
                subgroup: paper.content.subgroup,
                state: paper.state,
                version: paper.version,
                title: paper.content.title.clone(),
                path: |l, id| routes::paper(l, id),
                line,
            };
            let ruling = this.rule(tx, &ctx, &actor, &subject, &decision).await?;
            papers::set_decided(tx, &ruling).await?;
            if ruling.outcome() == Outcome::Accept {
                this.supersede(tx, &ctx, &paper, true).await?;
            }
            this.announce(tx, &ctx, &actor, &subject, &ruling, &decision).await?;
            this.tell_names_of_decision(tx, &ctx, &paper, &named, decision.outcome).await
        })
        .await
    }

    async fn decide_comment(&self, ctx: &Ctx, id: CommentId, decision: NewDecision) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, decision], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let comment = comments::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let line = line_to_decide(tx, comment.round, comment.organisation, decision.outcome).await?;
            let provision = drafts::provision(tx, comment.provision).await?.ok_or(PortalError::NotFound)?;
            let draft = drafts::by_id(tx, provision.draft_version).await?.ok_or(PortalError::NotFound)?;
            let subject = Subject {
                kind: ItemKind::Comment,
                item: id.item(),
                organisation: comment.organisation,
                named: Vec::new(),
                subgroup: Some(draft.subgroup),
                state: comment.state,
                version: comment.version,
                title: provision.citation,
                path: |l, id| routes::comment(l, id),
                line,
            };
            let ruling = this.rule(tx, &ctx, &actor, &subject, &decision).await?;
            comments::set_decided(tx, &ruling).await?;
            this.announce(tx, &ctx, &actor, &subject, &ruling, &decision).await
        })
        .await
    }
}

/// What is decided on, whatever its kind.
struct Subject {
    kind: ItemKind,
    item: ItemId,
    organisation: OrganisationId,
    /// The other organisations whose names it bears.
    named: Vec<OrganisationId>,
    subgroup: Option<SubgroupId>,
    state: ItemState,
    version: i64,
    title: String,
    path: fn(Locale, ItemId) -> String,
    /// With the grants of the organisation.
    line: RoundLine,
}

impl ServerPortal {
    /// Asks the law and notes the decision. An item that changed since the moderator read it is a conflict.
    async fn rule(&self, tx: &mut Tx, ctx: &Ctx, actor: &Actor, subject: &Subject, decision: &NewDecision) -> PortalResult<Ruling> {
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
        let by = person_of(actor)?;
        decisions::insert(tx, DecisionId(self.ids.uuid(ctx.now)), subject.kind, &ruling, &decision.reason, by).await?;
        Ok(ruling)
    }

    /// What follows from a decision: time to revise, the organisation's approval, the mail to its members, the audit event.
    async fn announce(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        subject: &Subject,
        ruling: &Ruling,
        decision: &NewDecision,
    ) -> PortalResult<()> {
        let mut window = subject.line.round.window.clone();
        if let Some(until) = ruling.revise_until() {
            let by = subject.subgroup.map_or(RoleName::Secretariat, |_| RoleName::Moderator);
            window.grants.extend(self.grant_revision(tx, ctx, &subject.line, ruling, until, by, &decision.reason).await?);
        }
        let phase = window.phase(subject.organisation, Some(subject.item), ctx.now);
        if ruling.outcome() == Outcome::Accept && organisations::approve(tx, subject.organisation, ctx.now).await? {
            let event = self.event(
                ctx,
                AuditAct::OrganisationApproved,
                "organisation",
                subject.organisation,
                serde_json::json!({ "by": "first accepted input" }),
            );
            audit::insert(tx, &event).await?;
        }
        for person in people::of_organisation(tx, subject.organisation).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            mails::insert(tx, &self.decision_letter(ctx, l, &person.email, subject, ruling.outcome(), phase, &decision.reason)).await?;
        }
        let detail = serde_json::json!({ "outcome": decision.outcome, "version": subject.version });
        let mut event = self.event(ctx, AuditAct::ItemDecided, subject.kind.code(), subject.item, detail);
        event.person = actor.signed_in().map(|p| p.person);
        audit::insert(tx, &event).await?;
        Ok(())
    }

    /// `phase`: of the item, after the decision.
    #[expect(clippy::too_many_arguments, reason = "the facts of one decision")]
    fn decision_letter(
        &self,
        ctx: &Ctx,
        l: Locale,
        recipient: &str,
        subject: &Subject,
        outcome: Outcome,
        phase: Phase,
        reason: &str,
    ) -> Mail {
        let title = match subject.kind {
            ItemKind::Paper => subject.title.clone(),
            ItemKind::Comment => t::mails::mail_comment_title(l, subject.title.as_str()),
        };
        let title = title.as_str();
        let (heading, sentence) = match outcome {
            Outcome::Accept => (t::mails::mail_decision_accepted_subject(l, title), t::mails::mail_decision_accepted(l, title)),
            Outcome::Decline => (t::mails::mail_decision_declined_subject(l, title), t::mails::mail_decision_declined(l, title)),
            Outcome::Return => {
                let end = match phase {
                    Phase::Open { until: end } | Phase::Closed { since: end } | Phase::Upcoming { opens: end } => end,
                };
                let until = calendar::full(l, end.to_second(), &subject.line.round.time_zone);
                (t::mails::mail_decision_returned_subject(l, title), t::mails::mail_decision_returned(l, title, until))
            }
        };
        let mut paragraphs = vec![sentence];
        if !reason.is_empty() {
            paragraphs.push(t::mails::mail_decision_reason(l, reason));
        }
        paragraphs.push(t::mails::mail_decision_link(l, self.link(&(subject.path)(l, subject.item))));
        self.letter(ctx.now, l, recipient, heading, &paragraphs)
    }
}

/// The round of what is decided on, with the grants of the organisation. A return may give one more: then others who give time wait, so
/// that what is read here still holds when the grant is written.
async fn line_to_decide(tx: &mut Tx, round: RoundId, organisation: OrganisationId, outcome: Outcome) -> PortalResult<RoundLine> {
    if outcome == Outcome::Return {
        rounds::lock(tx, round).await?;
    }
    rounds::for_organisation(tx, round, organisation).await?.ok_or(PortalError::NotFound)
}

/// Who is not in charge of a queue does not learn what is in it.
pub(super) fn require_in_charge(actor: &Actor, ctx: &Ctx, subgroup: Option<SubgroupId>, body: BodyId) -> PortalResult<()> {
    match policy::check(actor, &ReadQueue { body, subgroup }, ctx.now) {
        Ok(()) => Ok(()),
        // The second factor is asked for after the office was found: it tells nothing that its holder may not know.
        Err(denied @ (Denied::NotSignedIn | Denied::SecondFactorNeeded)) => Err(PortalError::Denied(denied)),
        Err(_) => Err(PortalError::NotFound),
    }
}

/// Who holds an office with a queue and has not passed the second factor sees nothing by office: that is said at once, rather than
/// that there is nothing.
pub(super) fn require_factor_of_office(ctx: &Ctx) -> PortalResult<()> {
    let mut offices = ctx.actor.roles_in_force(ctx.now).filter(|role| matches!(role.name, RoleName::Moderator | RoleName::Secretariat));
    let satisfied = ctx.actor.signed_in().is_some_and(|person| person.factor_satisfied);
    if satisfied || offices.next().is_none() { Ok(()) } else { Err(Denied::SecondFactorNeeded.into()) }
}

async fn subgroup_queues(tx: &mut Tx, actor: &Actor, groups: &[SubgroupId]) -> PortalResult<Vec<Queue>> {
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    let ids = id_list(groups);
    let papers = paper_lists::waiting(tx, &ids).await?;
    let comments = comments::waiting(tx, &ids).await?;
    let mut counts = papers::counts(tx, &ids).await?;
    counts.extend(comments::counts(tx, &ids).await?);
    let codes: Vec<_> = bodies::all(tx).await?;
    let places = anchors::to_place(tx, &ids).await?;
    let mut corrected = corrigenda::waiting(tx, &ids).await?;
    for (_, line) in &mut corrected {
        line.own = actor.is_member(line.organisation.id);
    }
    let mut queues = Vec::new();
    for subgroup in subgroups::by_ids(tx, &ids).await? {
        let mut waiting: Vec<QueueLine> = papers
            .iter()
            .filter(|paper| paper.subgroup_code.as_deref() == Some(&subgroup.code))
            .map(|paper| paper_line(actor, paper))
            .chain(comments.iter().filter(|(of, _)| *of == subgroup.id).map(|(_, comment)| comment_line(actor, comment)))
            .collect();
        waiting.sort_by_key(|line| (line.submitted_at, line.item));
        let of_group = || counts.iter().filter(|(id, _, _)| *id == subgroup.id);
        let total = of_group().map(|(_, _, n)| n).sum();
        let open: i64 = of_group().filter(|(_, state, _)| *state == ItemState::Submitted).map(|(_, _, n)| n).sum();
        let body_code = codes.iter().find(|body| body.id == subgroup.body).map(|body| body.code.clone()).unwrap_or_default();
        let corrigenda = corrected.iter().filter(|(of, _)| *of == Some(subgroup.id)).map(|(_, line)| line.clone()).collect();
        let to_place = places.iter().filter(|(of, _)| *of == subgroup.id).map(|(_, one)| one.clone()).collect();
        queues.push(Queue { subgroup: Some(subgroup), body_code, waiting, corrigenda, to_place, decided: total - open, total });
    }
    Ok(queues)
}

async fn whole_body_queue(tx: &mut Tx, actor: &Actor, offices: &[BodyId]) -> PortalResult<Queue> {
    let ids = id_list(offices);
    let mut waiting: Vec<QueueLine> =
        paper_lists::waiting_whole_body(tx, &ids).await?.iter().map(|paper| paper_line(actor, paper)).collect();
    waiting.sort_by_key(|line| (line.submitted_at, line.item));
    let counts = papers::counts_whole_body(tx, &ids).await?;
    let total = counts.iter().map(|(_, n)| n).sum();
    let open: i64 = counts.iter().filter(|(state, _)| *state == ItemState::Submitted).map(|(_, n)| n).sum();
    let mut corrigenda = corrigenda::waiting_whole_body(tx, &ids).await?;
    for line in &mut corrigenda {
        line.own = actor.is_member(line.organisation.id);
    }
    Ok(Queue { subgroup: None, body_code: String::new(), waiting, corrigenda, to_place: Vec::new(), decided: total - open, total })
}

fn paper_line(actor: &Actor, paper: &PaperLine) -> QueueLine {
    QueueLine {
        kind: ItemKind::Paper,
        item: paper.id.item(),
        title: paper.title.clone(),
        organisation: paper.organisation.clone(),
        submitted_at: paper.submitted_at.unwrap_or(paper.updated_at),
        own: actor.is_member(paper.organisation.id),
    }
}

fn comment_line(actor: &Actor, comment: &CommentLine) -> QueueLine {
    QueueLine {
        kind: ItemKind::Comment,
        item: comment.id.item(),
        title: comment.citation.clone(),
        organisation: comment.organisation.clone(),
        submitted_at: comment.submitted_at.unwrap_or(comment.updated_at),
        own: actor.is_member(comment.organisation.id),
    }
}
