//! Reading and moving deadlines.

use super::{ServerPortal, actor_now, in_tx};
use crate::store::{StoreError, audit, drafts, papers, rounds};
use app::calendar;
use app::domain::audit::AuditAct;
use app::domain::ids::{LedgerEntryId, RoundId};
use app::domain::role::RoleName;
use app::domain::round::{LedgerEntry, LedgerKind};
use app::domain::validate::Fault;
use app::error::{FieldError, PortalError, PortalResult};
use app::forms::DeadlineForm;
use app::policy::{self, ChangeDeadline, ManageRounds};
use app::portal::{Ctx, Deadlines, NewDeadline, RoundPage};
use async_trait::async_trait;

#[async_trait]
impl Deadlines for ServerPortal {
    async fn round(&self, ctx: &Ctx, id: RoundId) -> PortalResult<RoundPage> {
        let mut tx = self.db.read().await?;
        let line = rounds::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let ledger = rounds::ledger(&mut tx, id).await?;
        let draft = match line.round.draft_version {
            Some(version) => drafts::by_id(&mut tx, version).await?,
            None => None,
        };
        let papers = papers::public_of_round(&mut tx, id).await?;
        let may_change = policy::check(&ctx.actor, &ManageRounds { body: line.body.id }, ctx.now).is_ok();
        Ok(RoundPage { line, ledger, draft, papers, may_change })
    }

    async fn change_deadline(&self, ctx: &Ctx, id: RoundId, new: NewDeadline) -> PortalResult<()> {
        let detail = serde_json::json!({ "closes_at": calendar::iso(new.closes_at), "time_zone": new.time_zone });
        let event = self.event(ctx, AuditAct::DeadlineChanged, "round", id, detail);
        let entry_id = LedgerEntryId(self.ids.uuid(ctx.now));
        in_tx!(self.db, [ctx, new, event], |tx| {
            let line = rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let window = &line.round.window;
            let actor = actor_now(tx, &ctx).await?;
            let change = ChangeDeadline { round: id, body: line.body.id, closes_at: window.closes_at, new_closes_at: new.closes_at };
            let permit = policy::permit(&actor, change, ctx.now)?;
            if new.closes_at == window.closes_at && new.time_zone == line.round.time_zone {
                return Err(invalid(Fault::Unchanged));
            }
            if new.closes_at <= window.opens_at {
                return Err(invalid(Fault::ClosesBeforeItOpens));
            }
            let last = rounds::ledger(tx, id).await?.first().map_or(0, |entry| entry.number);
            let kind = if new.closes_at < window.closes_at { LedgerKind::Shortened } else { LedgerKind::Extended };
            let entry = LedgerEntry {
                id: entry_id,
                round: permit.action().round,
                number: last + 1,
                kind,
                opens_at: window.opens_at,
                closes_at: permit.action().new_closes_at,
                time_zone: new.time_zone.clone(),
                reason: new.reason.clone(),
                by: RoleName::Chair,
                recorded_at: permit.at(),
            };
            match rounds::insert_entry(tx, &entry).await {
                Err(StoreError::Conflict) => Err(PortalError::Conflict),
                other => Ok(other?),
            }?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

fn invalid(fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field: DeadlineForm::CLOSES_AT, fault }])
}
