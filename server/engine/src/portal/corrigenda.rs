//! Corrigenda: asked for by the authors of a public paper after the deadline, published beside it by those who decide about the paper.

use super::moderation::{require_factor_of_office, require_in_charge};
use super::papers::{own_paper, paper_page};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::limits::{self, Rate};
use crate::store::{Tx, audit, co_signing, corrigenda, joint, mails, members, organisations, papers, people, rounds};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::corrigendum::{self, Corrigendum, CorrigendumState, limit};
use model::domain::ids::{CorrigendumId, PaperId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::moderation::Outcome;
use model::domain::paper::Paper;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::domain::words;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::CorrigendumForm;
use model::i18n::t::corrigenda as t;
use model::policy::{self, AskCorrigendum, DecideCorrigendum, Denied, TakeCorrigendumBack};
use model::portal::{Corrigenda, CorrigendumPage, Ctx, NewCorrigendumDecision};
use model::routes;
use std::collections::BTreeSet;

/// How often one is asked for, of a paper: each is read by somebody.
const ASKING: Rate = Rate { burst: 10, every: Span::HOUR };

/// What those in office see of them: what waits and what was decided, not what nobody had to decide on.
pub(super) fn for_office(mut all: Vec<Corrigendum>) -> Vec<Corrigendum> {
    all.retain(|one| !matches!(one.state, CorrigendumState::TakenBack | CorrigendumState::Lapsed));
    all
}

#[async_trait]
impl Corrigenda for ServerPortal {
    async fn ask_corrigendum(&self, ctx: &Ctx, paper: PaperId, text: &str) -> PortalResult<()> {
        let (this, text) = (self.clone(), text.to_owned());
        let id = CorrigendumId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [this, ctx, text], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let paper = own_paper(tx, &actor, paper).await?;
            let by = person_of(&actor)?;
            let line = rounds::for_organisation(tx, paper.round, paper.organisation).await?.ok_or(PortalError::NotFound)?;
            // What takes the place of the paper at the same time comes before, or after and ends this.
            papers::hold(tx, paper.id, paper.version).await?;
            let waits = corrigenda::asked(tx, paper.id).await?;
            // The same click again.
            if actor.submits_for(paper.organisation) && waits.as_ref().is_some_and(|one| one.text == text) {
                return Ok(());
            }
            let ask = AskCorrigendum {
                paper: paper.id,
                organisation: paper.organisation,
                state: paper.state,
                window: line.round.window,
                waiting: waits.is_some(),
            };
            let permit = policy::permit(&actor, ask, ctx.now)?;
            check_length(&paper, &text)?;
            limits::take(tx, &format!("corrigendum:{}", paper.id), ASKING, ctx.now)
                .await?
                .map_err(|retry_after| PortalError::TooMany { retry_after })?;
            if !corrigenda::ask(tx, id, &corrigendum::ask(permit, text), by).await? {
                return Err(Denied::CorrigendumWaits.into());
            }
            members::note_act(tx, paper.organisation, by, ctx.now).await?;
            this.note_corrigendum(tx, &ctx, AuditAct::CorrigendumAsked, &paper, serde_json::json!({ "corrigendum": id })).await
        })
        .await
    }

    async fn take_corrigendum_back(&self, ctx: &Ctx, paper: PaperId) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let paper = own_paper(tx, &actor, paper).await?;
            let by = person_of(&actor)?;
            permitted(&actor, TakeCorrigendumBack { organisation: paper.organisation }, ctx.now)?;
            let waits = corrigenda::asked(tx, paper.id).await?.ok_or(PortalError::Conflict)?;
            corrigenda::take_back(tx, paper.id, by, ctx.now).await?;
            members::note_act(tx, paper.organisation, by, ctx.now).await?;
            this.note_corrigendum(tx, &ctx, AuditAct::CorrigendumTakenBack, &paper, serde_json::json!({ "corrigendum": waits.id })).await
        })
        .await
    }

    async fn moderate_corrigendum(&self, ctx: &Ctx, id: CorrigendumId) -> PortalResult<CorrigendumPage> {
        require_factor_of_office(ctx)?;
        let mut tx = self.db.read().await?;
        let paper = corrigenda::paper_of(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let page = paper_page(&mut tx, ctx, paper).await?;
        require_in_charge(&ctx.actor, ctx, page.paper.content.subgroup, page.line.body.id)?;
        let all = corrigenda::of_paper(&mut tx, paper).await?;
        let corrigendum = all.into_iter().find(|one| one.id == id).ok_or(PortalError::NotFound)?;
        Ok(CorrigendumPage { corrigendum, page })
    }

    async fn decide_corrigendum(&self, ctx: &Ctx, id: CorrigendumId, decision: NewCorrigendumDecision) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, decision], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let paper = corrigenda::paper_of(tx, id).await?.ok_or(PortalError::NotFound)?;
            let paper = papers::by_id(tx, paper).await?.ok_or(PortalError::NotFound)?;
            let line = rounds::by_id(tx, paper.round).await?.ok_or(PortalError::NotFound)?;
            require_in_charge(&actor, &ctx, paper.content.subgroup, line.body.id)?;
            papers::hold(tx, paper.id, paper.version).await?;
            let waits = corrigenda::asked(tx, paper.id).await?;
            let decide = DecideCorrigendum {
                corrigendum: id,
                organisation: paper.organisation,
                named: joint::authors(tx, paper.id).await?.into_iter().map(|one| one.id).collect(),
                body: line.body.id,
                subgroup: paper.content.subgroup,
                state: paper.state,
                waiting: waits.is_some_and(|one| one.id == id),
                publish: decision.publish,
            };
            let ruling = corrigendum::decide(policy::permit(&actor, decide, ctx.now)?);
            corrigenda::set_decided(tx, &ruling, &decision.reason, person_of(&actor)?).await?;
            this.tell_of_corrigendum(tx, &ctx, &paper, &decision).await?;
            let detail =
                serde_json::json!({ "corrigendum": id, "outcome": if decision.publish { Outcome::Accept } else { Outcome::Decline } });
            this.note_corrigendum(tx, &ctx, AuditAct::CorrigendumDecided, &paper, detail).await
        })
        .await
    }
}

/// In the unit of its language.
fn check_length(paper: &Paper, text: &str) -> PortalResult<()> {
    let (count, max) = (words::count(text, paper.content.language), limit(paper.content.language));
    if count <= max {
        return Ok(());
    }
    Err(PortalError::Invalid(vec![FieldError { field: CorrigendumForm::TEXT, fault: Fault::TooManyWords { max, count } }]))
}

impl ServerPortal {
    async fn note_corrigendum(&self, tx: &mut Tx, ctx: &Ctx, act: AuditAct, paper: &Paper, detail: serde_json::Value) -> PortalResult<()> {
        Ok(audit::insert(tx, &self.event(ctx, act, ItemKind::Paper.code(), paper.id, detail)).await?)
    }

    /// Says to the members of the organisation what was decided.
    async fn tell_of_corrigendum(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper, decision: &NewCorrigendumDecision) -> PortalResult<()> {
        let title = paper.content.title.as_str();
        for person in people::of_organisation(tx, paper.organisation).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let (subject, sentence) = if decision.publish {
                (t::mail_corrigendum_published_subject(l, title), t::mail_corrigendum_published(l, title))
            } else {
                (t::mail_corrigendum_declined_subject(l, title), t::mail_corrigendum_declined(l, title))
            };
            let reason = (!decision.reason.is_empty()).then(|| t::corrigendum_reason(l, decision.reason.as_str()));
            let link = t::mail_corrigendum_link(l, self.link(&routes::paper(l, paper.id)));
            let paragraphs: Vec<_> = [Some(sentence), reason, Some(link)].into_iter().flatten().collect();
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, subject, &paragraphs)).await?;
        }
        if decision.publish { self.tell_names_beside(tx, ctx, paper).await } else { Ok(()) }
    }

    /// Says to those whose names stand under the paper, too, that something stands beside its words now: they were not asked.
    async fn tell_names_beside(&self, tx: &mut Tx, ctx: &Ctx, paper: &Paper) -> PortalResult<()> {
        let mut names: BTreeSet<_> = joint::authors(tx, paper.id).await?.into_iter().map(|one| one.id).collect();
        names.extend(co_signing::signatories(tx, paper.id).await?.into_iter().map(|one| one.id));
        if names.is_empty() {
            return Ok(());
        }
        let lead = organisations::ref_by_id(tx, paper.organisation).await?.ok_or(PortalError::NotFound)?.name;
        let title = paper.redacted.shown(&paper.content.title);
        let title = title.as_str();
        for person in people::of_organisations(tx, names).await?.into_values().flatten() {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let link = t::mail_corrigendum_link(l, self.link(&routes::paper(l, paper.id)));
            let paragraphs = [t::mail_corrigendum_beside(l, lead.as_str(), title), link];
            mails::insert(tx, &self.letter(ctx.now, l, &person.email, t::mail_corrigendum_beside_subject(l, title), &paragraphs)).await?;
        }
        Ok(())
    }
}
