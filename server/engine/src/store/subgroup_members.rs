//! Which organisations are in which subgroup, in periods: from asking to joining to the end. Rows are ended, never removed; what an
//! organisation contributed stands on its own. And the persons who follow a subgroup.

use super::organisation_lists::{NameCursor, place};
use super::organisations::{OrganisationRow, to_ref};
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{BodyId, OrganisationId, PersonId, SubgroupId};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::subgroup::{Ending, Standing};
use model::domain::time::Instant;
use model::portal::JoinRequest;
use sqlx::FromRow;

statements! {
    BEGIN = "INSERT INTO subgroup_membership (subgroup_id, organisation_id, asked_at, asked_by, joined_at, ending, reason) VALUES ($1, $2, $3, $4, $5, '', '') ON CONFLICT DO NOTHING";
    APPROVE = "UPDATE subgroup_membership SET joined_at = $3 WHERE subgroup_id = $1 AND organisation_id = $2 AND joined_at IS NULL AND ended_at IS NULL";
    END = "UPDATE subgroup_membership SET ended_at = $3, ending = $4, ended_by = $5, reason = $6 WHERE subgroup_id = $1 AND organisation_id = $2 AND ended_at IS NULL";
    STANDING = "SELECT asked_at, joined_at FROM subgroup_membership WHERE subgroup_id = $1 AND organisation_id = $2 AND ended_at IS NULL";
    STANDINGS = "SELECT g.organisation_id, g.asked_at, g.joined_at FROM subgroup_membership g JOIN membership m ON m.organisation_id = g.organisation_id WHERE g.subgroup_id = $1 AND m.person_id = $2 AND m.ended_at IS NULL AND g.ended_at IS NULL ORDER BY g.organisation_id";
    MEMBERS = "SELECT o.id, o.name, o.stakeholder_type, o.region, o.name_key FROM subgroup_membership g JOIN organisation o ON o.id = g.organisation_id WHERE g.subgroup_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL AND o.approved_at IS NOT NULL AND (o.name_key, o.id) > ($2, $3) ORDER BY o.name_key, o.id LIMIT $4";
    COUNTS = "SELECT o.stakeholder_type, o.region, COUNT(*) FROM subgroup_membership g JOIN organisation o ON o.id = g.organisation_id WHERE g.subgroup_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL AND o.approved_at IS NOT NULL GROUP BY o.stakeholder_type, o.region ORDER BY o.stakeholder_type, o.region";
    COUNTS_OF_BODY = "SELECT g.subgroup_id, COUNT(*) FROM subgroup_membership g JOIN organisation o ON o.id = g.organisation_id JOIN subgroup s ON s.id = g.subgroup_id WHERE s.body_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL AND o.approved_at IS NOT NULL GROUP BY g.subgroup_id";
    JOINED = "SELECT subgroup_id FROM subgroup_membership WHERE organisation_id = $1 AND joined_at IS NOT NULL AND ended_at IS NULL";
    OF_PERSON = "SELECT DISTINCT s.id, s.code FROM subgroup_membership g JOIN membership m ON m.organisation_id = g.organisation_id JOIN subgroup s ON s.id = g.subgroup_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND g.joined_at IS NOT NULL AND g.ended_at IS NULL ORDER BY s.code, s.id";
    REQUESTS = "SELECT o.id, o.name, o.stakeholder_type, o.region, o.approved_at, g.asked_at FROM subgroup_membership g JOIN organisation o ON o.id = g.organisation_id WHERE g.subgroup_id = $1 AND g.joined_at IS NULL AND g.ended_at IS NULL ORDER BY g.asked_at, o.id LIMIT 500";
    FOLLOW = "INSERT INTO subgroup_follower (subgroup_id, person_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNFOLLOW = "DELETE FROM subgroup_follower WHERE subgroup_id = $1 AND person_id = $2";
    FOLLOWS = "SELECT since FROM subgroup_follower WHERE subgroup_id = $1 AND person_id = $2";
    FOLLOWERS = "SELECT COUNT(*) FROM subgroup_follower WHERE subgroup_id = $1";
}

fn standing_of(asked_at: i64, joined_at: Option<i64>) -> Standing {
    joined_at.map_or(Standing::Asked { since: Instant(asked_at) }, |at| Standing::Member { since: Instant(at) })
}

/// Begins a period: as a member where `joined`, as a request otherwise. Answers whether it is new: an organisation that is in already,
/// or has asked, stays as it is.
pub async fn begin(
    tx: &mut Tx,
    group: SubgroupId,
    of: OrganisationId,
    by: Option<PersonId>,
    at: Instant,
    joined: bool,
) -> StoreResult<bool> {
    let by = by.map(|id| id.to_string());
    Ok(execute!(tx, BEGIN, group.to_string(), of.to_string(), at.0, by, joined.then_some(at.0))? == 1)
}

/// Turns a request into membership; answers whether there was one.
pub async fn approve(tx: &mut Tx, group: SubgroupId, of: OrganisationId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, APPROVE, group.to_string(), of.to_string(), at.0)? == 1)
}

/// Ends the period that lasts; answers whether there was one.
pub async fn end(
    tx: &mut Tx,
    group: SubgroupId,
    of: OrganisationId,
    at: Instant,
    ending: Ending,
    by: PersonId,
    reason: &str,
) -> StoreResult<bool> {
    Ok(execute!(tx, END, group.to_string(), of.to_string(), at.0, ending.code(), by.to_string(), reason)? == 1)
}

/// How an organisation stands in a subgroup.
pub async fn standing(tx: &mut Tx, group: SubgroupId, of: OrganisationId) -> StoreResult<Standing> {
    let row = fetch_optional!(tx, (i64, Option<i64>), STANDING, group.to_string(), of.to_string())?;
    Ok(row.map_or(Standing::Outside, |(asked, joined)| standing_of(asked, joined)))
}

pub async fn is_member(tx: &mut Tx, group: SubgroupId, of: OrganisationId) -> StoreResult<bool> {
    Ok(standing(tx, group, of).await?.is_member())
}

/// How those of a person's organisations stand that are in a subgroup or have asked.
pub async fn standings_of_person(tx: &mut Tx, group: SubgroupId, person: PersonId) -> StoreResult<Vec<(OrganisationId, Standing)>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>, i64, Option<i64>), STANDINGS, group.to_string(), person.to_string())?;
    Ok(rows.into_iter().map(|(id, asked, joined)| (id.0, standing_of(asked, joined))).collect())
}

#[derive(FromRow)]
struct MemberRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    name_key: String,
}

/// Public members by name after `cursor`, each with its place.
pub async fn members(
    tx: &mut Tx,
    group: SubgroupId,
    cursor: Option<&NameCursor>,
    limit: i64,
) -> StoreResult<Vec<(NameCursor, OrganisationRef)>> {
    let (key, id) = place(cursor);
    let rows = fetch_all!(tx, MemberRow, MEMBERS, group.to_string(), key, id, limit)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let organisation = to_ref(row.organisation);
            ((row.name_key, organisation.id), organisation)
        })
        .collect())
}

/// The numbers of public members by type and region.
pub async fn counts(tx: &mut Tx, group: SubgroupId) -> StoreResult<Vec<(StakeholderType, Region, i64)>> {
    let rows = fetch_all!(tx, (Text<StakeholderType>, Text<Region>, i64), COUNTS, group.to_string())?;
    Ok(rows.into_iter().map(|(kind, region, n)| (kind.0, region.0, n)).collect())
}

/// The number of public members of each subgroup of a body that has any.
pub async fn counts_of_body(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<(SubgroupId, i64)>> {
    Ok(fetch_all!(tx, (Text<SubgroupId>, i64), COUNTS_OF_BODY, body.to_string())?.into_iter().map(|(id, n)| (id.0, n)).collect())
}

/// The subgroups an organisation is a member of.
pub async fn joined(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<SubgroupId>> {
    Ok(fetch_all!(tx, (Text<SubgroupId>,), JOINED, organisation.to_string())?.into_iter().map(|(id,)| id.0).collect())
}

/// The subgroups a person's organisations are members of, each with its code.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<(SubgroupId, String)>> {
    Ok(fetch_all!(tx, (Text<SubgroupId>, String), OF_PERSON, person.to_string())?.into_iter().map(|(id, code)| (id.0, code)).collect())
}

#[derive(FromRow)]
struct RequestRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    approved_at: Option<i64>,
    asked_at: i64,
}

/// The requests that wait, the longest waiting first. Whose organisation it is, the caller knows.
pub async fn requests(tx: &mut Tx, group: SubgroupId) -> StoreResult<Vec<JoinRequest>> {
    let rows = fetch_all!(tx, RequestRow, REQUESTS, group.to_string())?;
    let request = |row: RequestRow| JoinRequest {
        organisation: to_ref(row.organisation),
        approved: row.approved_at.is_some(),
        asked_at: Instant(row.asked_at),
        own: false,
    };
    Ok(rows.into_iter().map(request).collect())
}

/// Answers whether it is new.
pub async fn follow(tx: &mut Tx, group: SubgroupId, person: PersonId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, FOLLOW, group.to_string(), person.to_string(), at.0)? == 1)
}

/// Answers whether the person did follow.
pub async fn unfollow(tx: &mut Tx, group: SubgroupId, person: PersonId) -> StoreResult<bool> {
    Ok(execute!(tx, UNFOLLOW, group.to_string(), person.to_string())? == 1)
}

pub async fn follows(tx: &mut Tx, group: SubgroupId, person: PersonId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i64,), FOLLOWS, group.to_string(), person.to_string())?.is_some())
}

pub async fn followers(tx: &mut Tx, group: SubgroupId) -> StoreResult<i64> {
    Ok(fetch_optional!(tx, (i64,), FOLLOWERS, group.to_string())?.map_or(0, |(n,)| n))
}
