//! Calendars: what stands in the feeds, and the address of a person's own.

use super::grants::attach;
use super::subgroups::frame;
use super::{ServerPortal, actor_now, in_tx, permitted, require_person};
use crate::auth::sha256;
use crate::store::limits::Rate;
use crate::store::{Tx, audit, bodies, calendars as store, grants, id_list, people, rounds, sessions};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{ItemId, LedgerEntryId};
use model::domain::person::Membership;
use model::domain::time::Instant;
use model::domain::time::Span;
use model::domain::window::Window;
use model::error::{PortalError, PortalResult};
use model::policy::KeepCalendar;
use model::portal::{CalendarFeed, CalendarToken, Calendars, Ctx, FeedEnd, FeedRound, OwnEnd, RoundLine};
use std::collections::{BTreeSet, HashMap};

/// New addresses for one person.
const RENEWED: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };
/// Addresses that are nobody's, asked for from one place. Those that are somebody's are not counted: one calendar service asks for many.
const UNKNOWN: Rate = Rate { burst: 60, every: Span::MINUTE };

#[async_trait]
impl Calendars for ServerPortal {
    async fn body_calendar(&self, _ctx: &Ctx, code: &str) -> PortalResult<CalendarFeed> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, code).await?.ok_or(PortalError::NotFound)?;
        let lines = rounds::of_body(&mut tx, body.id).await?;
        Ok(CalendarFeed {
            of: Some(body.name),
            rounds: rounds_with_ends(&mut tx, lines, &[]).await?,
            sessions: sessions::of_feed(&mut tx, &id_list([body.id])).await?,
        })
    }

    async fn subgroup_calendar(&self, _ctx: &Ctx, code: &str) -> PortalResult<CalendarFeed> {
        let mut tx = self.db.read().await?;
        let (subgroup, body) = frame(&mut tx, code).await?;
        let lines = rounds::of_subgroup(&mut tx, body.id, subgroup.id).await?;
        Ok(CalendarFeed {
            of: Some(subgroup.name),
            rounds: rounds_with_ends(&mut tx, lines, &[]).await?,
            sessions: sessions::of_feed(&mut tx, &id_list([body.id])).await?,
        })
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
        let in_bodies = id_list(lines.iter().map(|line| line.body.id));
        let sessions = sessions::of_feed(&mut tx, &in_bodies).await?;
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

/// The ends that hold for one organisation alone: of all it leads, and of each item that has a later one. What they are is for the window
/// to say; each stands here once, however many grants there are.
fn own_ends(window: &Window, member: &Membership, ends: &HashMap<LedgerEntryId, FeedEnd>) -> Vec<OwnEnd> {
    let organisation = member.organisation;
    let given = window.grants.iter().filter(|grant| grant.organisation == organisation);
    let items: BTreeSet<Option<ItemId>> = given.map(|grant| grant.item).collect();
    let own = |item: Option<ItemId>| {
        // An item that ends with all the others has no end of its own.
        let grant = window.longest(organisation, item).filter(|grant| grant.item == item)?;
        let end = FeedEnd { closes_at: grant.until, ..ends.get(&grant.entry)?.clone() };
        Some(OwnEnd { organisation, organisation_name: member.organisation_name.clone(), item, end })
    };
    items.into_iter().filter_map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::ids::OrganisationId;
    use model::domain::person::Function;
    use model::domain::window::Grant;
    use uuid::Uuid;

    const ONE: OrganisationId = OrganisationId(Uuid::from_u128(1));
    const TWO: OrganisationId = OrganisationId(Uuid::from_u128(2));
    const ITEM: ItemId = ItemId(Uuid::from_u128(3));

    /// The ends of a member of `of`, as (item, end), where the round closes at 20 and these grants were given.
    fn ends_of(of: OrganisationId, grants: &[(OrganisationId, Option<ItemId>, i64)]) -> Vec<(Option<ItemId>, i64)> {
        let entry = |n: usize| LedgerEntryId(Uuid::from_u128(100 + n as u128));
        let grant = |(n, (organisation, item, until)): (usize, &(OrganisationId, Option<ItemId>, i64))| Grant {
            organisation: *organisation,
            item: *item,
            until: Instant(*until),
            entry: entry(n),
        };
        let grants: Vec<Grant> = grants.iter().enumerate().map(grant).collect();
        let end = |grant: &Grant| (grant.entry, FeedEnd { closes_at: grant.until, number: 2, recorded_at: Instant(15) });
        let ends = grants.iter().map(end).collect();
        let window = Window { entry: LedgerEntryId(Uuid::nil()), opens_at: Instant(10), closes_at: Instant(20), grants };
        let member = Membership { organisation: of, organisation_name: "O".to_owned(), function: Function::Drafter };
        own_ends(&window, &member, &ends).into_iter().map(|own| (own.item, own.end.closes_at.0)).collect()
    }

    #[test]
    fn each_organisation_of_a_member_has_its_own_end() {
        let given = [(ONE, None, 30), (TWO, None, 40), (TWO, Some(ITEM), 35)];
        assert_eq!(ends_of(ONE, &given), [(None, 30)]);
        assert_eq!(ends_of(TWO, &given), [(None, 40)], "the item ends with the others");
    }

    #[test]
    fn what_was_returned_twice_has_one_end() {
        assert_eq!(ends_of(ONE, &[(ONE, Some(ITEM), 25), (ONE, Some(ITEM), 28)]), [(Some(ITEM), 28)]);
        assert_eq!(ends_of(ONE, &[(ONE, None, 24), (ONE, Some(ITEM), 28), (ONE, None, 26)]), [(None, 26), (Some(ITEM), 28)]);
        assert!(ends_of(ONE, &[(ONE, None, 20), (ONE, Some(ITEM), 19)]).is_empty(), "they give nothing");
    }
}
