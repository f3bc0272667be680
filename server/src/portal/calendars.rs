//! Calendars: what stands in the feeds, and the address of a person's own.

use super::grants::attach;
use super::{ServerPortal, actor_now, in_tx, permitted, require_person};
use crate::auth::sha256;
use crate::store::limits::Rate;
use crate::store::{Tx, audit, calendars as store, grants, id_list, people, rounds, sessions};
use app::domain::audit::AuditAct;
use app::domain::ids::LedgerEntryId;
use app::domain::person::{Actor, Membership};
use app::domain::time::Instant;
use app::domain::time::Span;
use app::domain::window::{Grant, Window};
use app::error::{PortalError, PortalResult};
use app::policy::KeepCalendar;
use app::portal::{Bodies, CalendarFeed, CalendarToken, Calendars, Ctx, FeedEnd, FeedRound, OwnEnd, RoundLine, Subgroups};
use async_trait::async_trait;
use std::collections::HashMap;

/// New addresses for one person.
const RENEWED: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };
/// Addresses that are nobody's, asked for from one place. Those that are somebody's are not counted: one calendar service asks for many.
const UNKNOWN: Rate = Rate { burst: 60, every: Span::MINUTE };

#[async_trait]
impl Calendars for ServerPortal {
    async fn body_calendar(&self, ctx: &Ctx, code: &str) -> PortalResult<CalendarFeed> {
        let page = self.body(&of_everybody(ctx), code).await?;
        let mut tx = self.db.read().await?;
        Ok(CalendarFeed { of: Some(page.body.name), rounds: rounds_with_ends(&mut tx, page.rounds, &[]).await?, sessions: page.sessions })
    }

    async fn subgroup_calendar(&self, ctx: &Ctx, code: &str) -> PortalResult<CalendarFeed> {
        let page = self.subgroup(&of_everybody(ctx), code).await?;
        let mut tx = self.db.read().await?;
        let sessions = sessions::of_body(&mut tx, page.body.id).await?;
        Ok(CalendarFeed { of: Some(page.subgroup.name), rounds: rounds_with_ends(&mut tx, page.rounds, &[]).await?, sessions })
    }

    async fn own_calendar(&self, ctx: &Ctx, token: &CalendarToken) -> PortalResult<CalendarFeed> {
        let mut tx = self.db.read().await?;
        let owner = match store::owner(&mut tx, &sha256(&token.0)).await? {
            Some(id) => people::reload(&mut tx, id).await?,
            None => None,
        };
        let Some(person) = owner else {
            drop(tx);
            self.limit(ctx, format!("calendar:{}", ctx.address), UNKNOWN).await?;
            return Err(PortalError::NotFound);
        };
        let mut lines = rounds::of_reader(&mut tx, person.person).await?;
        attach(&mut lines, &grants::of_person(&mut tx, person.person).await?);
        let bodies = id_list(lines.iter().map(|line| line.body.id));
        let sessions = sessions::of_bodies(&mut tx, &bodies).await?;
        Ok(CalendarFeed { of: None, rounds: rounds_with_ends(&mut tx, lines, &person.memberships).await?, sessions })
    }

    async fn calendar_address(&self, ctx: &Ctx) -> PortalResult<Option<Instant>> {
        let person = require_person(ctx)?.person;
        let mut tx = self.db.read().await?;
        Ok(store::since(&mut tx, person).await?)
    }

    async fn renew_calendar(&self, ctx: &Ctx) -> PortalResult<CalendarToken> {
        let id = require_person(ctx)?.person;
        self.limit(ctx, format!("calendar:{id}"), RENEWED).await?;
        let token = CalendarToken(self.ids.token());
        let hash = sha256(&token.0);
        let event = self.event(ctx, AuditAct::CalendarRenewed, "person", id, serde_json::json!({}));
        in_tx!(self.db, [ctx, hash, event], |tx| {
            let person = permitted(&actor_now(tx, &ctx).await?, KeepCalendar { person: id }, ctx.now)?.person;
            store::put(tx, person, &hash, ctx.now).await?;
            Ok::<_, PortalError>(audit::insert(tx, &event).await?)
        })
        .await?;
        Ok(token)
    }

    async fn stop_calendar(&self, ctx: &Ctx) -> PortalResult<()> {
        let id = require_person(ctx)?.person;
        let event = self.event(ctx, AuditAct::CalendarStopped, "person", id, serde_json::json!({}));
        in_tx!(self.db, [ctx, event], |tx| {
            let person = permitted(&actor_now(tx, &ctx).await?, KeepCalendar { person: id }, ctx.now)?.person;
            if store::stop(tx, person).await? {
                audit::insert(tx, &event).await?;
            }
            Ok::<_, PortalError>(())
        })
        .await
    }
}

/// The same request as nobody in particular makes it: what is public is the same for all.
fn of_everybody(ctx: &Ctx) -> Ctx {
    Ctx { actor: Actor::Anonymous, ..ctx.clone() }
}

/// Rounds with their ends, and the own ends of these memberships where grants make them later.
async fn rounds_with_ends(tx: &mut Tx, lines: Vec<RoundLine>, members: &[Membership]) -> PortalResult<Vec<FeedRound>> {
    let entries =
        id_list(lines.iter().flat_map(|line| line.round.window.grants.iter().map(|grant| grant.entry).chain([line.round.window.entry])));
    let ends = store::ends(tx, &entries).await?;
    let with_end = |line: RoundLine| {
        let window = &line.round.window;
        // What is shown is the window's own instant; the entry says which change it was.
        let end = ends.get(&window.entry).map(|end| FeedEnd { closes_at: window.closes_at, ..end.clone() })?;
        let own = members.iter().flat_map(|member| own_ends(window, member, &ends)).collect();
        Some(FeedRound { line, end, own })
    };
    Ok(lines.into_iter().filter_map(with_end).collect())
}

/// The end of one organisation for all it leads, and those of single items that were returned, where they are later.
fn own_ends(window: &Window, member: &Membership, ends: &HashMap<LedgerEntryId, FeedEnd>) -> Vec<OwnEnd> {
    let of_all = window.grants.iter().filter(|grant| grant.item.is_none()).map(|grant| grant.until).max().unwrap_or(window.closes_at);
    let later = |grant: &&Grant| {
        let limit = if grant.item.is_none() { window.closes_at } else { of_all.max(window.closes_at) };
        grant.organisation == member.organisation && grant.until > limit && (grant.item.is_some() || grant.until == of_all)
    };
    let own = |grant: &Grant| {
        let end = FeedEnd { closes_at: grant.until, ..ends.get(&grant.entry)?.clone() };
        let organisation_name = member.organisation_name.clone();
        Some(OwnEnd { organisation: member.organisation, organisation_name, item: grant.item, end })
    };
    window.grants.iter().filter(later).filter_map(own).collect()
}
