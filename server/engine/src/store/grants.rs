//! Grants: more time for one organisation. Rows are added, never changed but by a merger; each has its entry in the ledger.

use super::like;
use super::organisations::{OrganisationRow, to_ref};
use super::row::Text;
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{GrantId, ItemId, LedgerEntryId, OrganisationId, PersonId, RoundId};
use model::domain::likeness::fold;
use model::domain::organisation::OrganisationRef;
use model::domain::time::Instant;
use model::domain::window::Grant;
use model::portal::GrantLine;
use sqlx::FromRow;

statements! {
    OF_ORGANISATION = "SELECT round_id, organisation_id, item_id, until, ledger_entry_id FROM time_grant WHERE round_id = $1 AND organisation_id = $2 ORDER BY until, id";
    OF_PERSON = "SELECT g.round_id, g.organisation_id, g.item_id, g.until, g.ledger_entry_id FROM time_grant g JOIN membership m ON m.organisation_id = g.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL ORDER BY g.until, g.id";
    INSERT = "INSERT INTO time_grant (id, round_id, organisation_id, item_id, until, reason, granted_at, ledger_entry_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    LINES = "SELECT o.id, o.name, o.stakeholder_type, o.region, g.until, g.reason, g.granted_at, e.time_zone, e.number FROM time_grant g JOIN organisation o ON o.id = g.organisation_id JOIN ledger_entry e ON e.id = g.ledger_entry_id WHERE g.round_id = $1 AND g.item_id IS NULL ORDER BY e.number DESC LIMIT 500";
    FIND = "SELECT o.id, o.name, o.stakeholder_type, o.region FROM organisation o WHERE o.merged_into IS NULL AND ($1 = '' OR o.search_key LIKE $1 ESCAPE '!') ORDER BY o.name_key, o.id LIMIT $2";
    WAITING = "SELECT o.id, o.name, o.stakeholder_type, o.region FROM organisation o WHERE o.id IN (SELECT a.organisation_id FROM late_attempt a WHERE a.round_id = $1 AND a.state = 'sealed') ORDER BY o.name_key, o.id LIMIT 200";
}

type GrantRow = (Text<RoundId>, Text<OrganisationId>, Option<Text<ItemId>>, i64, Text<LedgerEntryId>);

fn grant_of((round, organisation, item, until, entry): GrantRow) -> (RoundId, Grant) {
    (round.0, Grant { organisation: organisation.0, item: item.map(|id| id.0), until: Instant(until), entry: entry.0 })
}

/// The grants an organisation holds in a round.
pub async fn of_organisation(tx: &mut Tx, round: RoundId, organisation: OrganisationId) -> StoreResult<Vec<Grant>> {
    let rows = fetch_all!(tx, GrantRow, OF_ORGANISATION, round.to_string(), organisation.to_string())?;
    Ok(rows.into_iter().map(|row| grant_of(row).1).collect())
}

/// The grants of a person's organisations, each with its round.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<(RoundId, Grant)>> {
    Ok(fetch_all!(tx, GrantRow, OF_PERSON, person.to_string())?.into_iter().map(grant_of).collect())
}

/// Gives a grant; its ledger entry is there already.
pub async fn insert(tx: &mut Tx, id: GrantId, round: RoundId, grant: &Grant, reason: &str, at: Instant) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        id.to_string(),
        round.to_string(),
        grant.organisation.to_string(),
        grant.item.map(|item| item.to_string()),
        grant.until.0,
        reason,
        at.0,
        grant.entry.to_string(),
    )
    .map(|_| ())
}

#[derive(FromRow)]
struct LineRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    until: i64,
    reason: String,
    granted_at: i64,
    time_zone: String,
    number: i64,
}

/// The grants of the chair in a round, the newest first. Those that come with a request for revision are not among them.
pub async fn lines(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<GrantLine>> {
    let line = |row: LineRow| GrantLine {
        organisation: to_ref(row.organisation),
        until: Instant(row.until),
        time_zone: row.time_zone,
        reason: row.reason,
        given_at: Instant(row.granted_at),
        number: row.number,
    };
    Ok(fetch_all!(tx, LineRow, LINES, round.to_string())?.into_iter().map(line).collect())
}

/// Organisations by the beginning of a word of their names, public or not yet; all of them for an empty search.
pub async fn find(tx: &mut Tx, search: &str, limit: i64) -> StoreResult<Vec<OrganisationRef>> {
    let words = fold(search);
    let pattern = if words.is_empty() { String::new() } else { like::at_a_word(&words) };
    Ok(fetch_all!(tx, OrganisationRow, FIND, pattern, limit)?.into_iter().map(to_ref).collect())
}

/// Those with a sealed late attempt in a round: they are the likeliest to be given time.
pub async fn waiting(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<OrganisationRef>> {
    Ok(fetch_all!(tx, OrganisationRow, WAITING, round.to_string())?.into_iter().map(to_ref).collect())
}
