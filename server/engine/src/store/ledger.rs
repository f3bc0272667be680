//! The ledger as everybody reads it, and who is told of its changes.

use super::announcements::Recipient;
use super::rounds::EntryRow;
use super::row::Text;
use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{BodyId, LedgerEntryId, OrganisationId, PersonId, RoundId, SubgroupId};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::round::LedgerEntry;
use sqlx::FromRow;

statements! {
    // Whom an entry was for is public once something received by it is: one organisation for each grant and each admission. On a list
    // of speakers that is at once, and of an application once it is accredited.
    NAMED = "SELECT x.entry_id, x.organisation_id, x.organisation_name, x.stakeholder_type, x.region FROM (SELECT e.id AS entry_id, o.id AS organisation_id, o.name AS organisation_name, o.stakeholder_type, o.region, e.number, r.received_at, r.id FROM ledger_entry e JOIN receipt r ON r.ledger_entry_id = e.id JOIN organisation o ON o.id = r.organisation_id WHERE e.round_id = $1 AND NOT e.sets_window AND (EXISTS (SELECT 1 FROM paper p WHERE p.id = r.item_id AND p.state = 'accepted') OR EXISTS (SELECT 1 FROM comment c WHERE c.id = r.item_id AND c.state = 'accepted')) UNION ALL SELECT e.id AS entry_id, o.id AS organisation_id, o.name AS organisation_name, o.stakeholder_type, o.region, e.number, i.received_at, i.id FROM ledger_entry e JOIN inscription i ON i.ledger_entry_id = e.id JOIN organisation o ON o.id = i.organisation_id WHERE e.round_id = $1 AND NOT e.sets_window AND i.withdrawn_at IS NULL AND o.approved_at IS NOT NULL UNION ALL SELECT e.id AS entry_id, o.id AS organisation_id, o.name AS organisation_name, o.stakeholder_type, o.region, e.number, a.received_at, a.id FROM ledger_entry e JOIN accreditation a ON a.ledger_entry_id = e.id JOIN organisation o ON o.id = a.organisation_id WHERE e.round_id = $1 AND NOT e.sets_window AND a.status = 'accredited' AND o.approved_at IS NOT NULL UNION ALL SELECT e.id AS entry_id, o.id AS organisation_id, o.name AS organisation_name, o.stakeholder_type, o.region, e.number, c.signed_at AS received_at, c.id FROM ledger_entry e JOIN co_signature c ON c.ledger_entry_id = e.id JOIN paper p ON p.id = c.paper_id AND p.round_id <> c.round_id JOIN organisation o ON o.id = c.organisation_id WHERE e.round_id = $1 AND NOT e.sets_window AND c.taken_back_at IS NULL AND o.approved_at IS NOT NULL) x ORDER BY x.number, x.received_at, x.id";
    NEWEST = "SELECT id, round_id, number, kind, opens_at, closes_at, time_zone, reason, by_role, recorded_at FROM ledger_entry WHERE round_id = $1 AND (number > (SELECT MAX(number) FROM ledger_entry WHERE round_id = $1) - $2 OR number = (SELECT MAX(number) FROM ledger_entry WHERE round_id = $1 AND sets_window)) ORDER BY number DESC";
    ENTRIES = "SELECT id, round_id, number, kind, opens_at, closes_at, time_zone, reason, by_role, recorded_at FROM ledger_entry WHERE round_id = $1 ORDER BY number DESC LIMIT 1000";
    CONCERNED = "SELECT p.id, p.email, p.locale FROM person p WHERE p.deleted_at IS NULL AND (p.id IN (SELECT m.person_id FROM membership m WHERE m.ended_at IS NULL AND m.function IN ('contact_point', 'drafter') AND (m.organisation_id IN (SELECT x.organisation_id FROM paper x WHERE x.round_id = $1 AND x.state IN ('draft', 'returned')) OR m.organisation_id IN (SELECT c.organisation_id FROM comment c WHERE c.round_id = $1 AND c.state IN ('draft', 'returned')) OR m.organisation_id IN (SELECT i.organisation_id FROM inscription i WHERE i.round_id = $1 AND i.withdrawn_at IS NULL) OR m.organisation_id IN (SELECT a.organisation_id FROM accreditation a WHERE a.round_id = $1 AND a.status IN ('interest_expressed', 'returned')) OR m.organisation_id IN (SELECT c.organisation_id FROM co_signature c WHERE c.round_id = $1 AND c.taken_back_at IS NULL) OR m.organisation_id IN (SELECT y.organisation_id FROM paper y JOIN co_signing_offer f ON f.paper_id = y.id WHERE f.round_id = $1))) OR (p.confirmed_at IS NOT NULL AND p.id IN (SELECT f.person_id FROM subgroup_follower f JOIN subgroup s ON s.id = f.subgroup_id WHERE s.body_id = $2 AND ($3 = '' OR s.id = $3) UNION SELECT n.person_id FROM membership n JOIN subgroup_membership g ON g.organisation_id = n.organisation_id JOIN subgroup t ON t.id = g.subgroup_id WHERE n.ended_at IS NULL AND n.function IN ('contact_point', 'drafter') AND g.joined_at IS NOT NULL AND g.ended_at IS NULL AND t.body_id = $2 AND ($3 = '' OR t.id = $3)))) ORDER BY p.id";
}

#[derive(FromRow)]
struct NamedRow {
    entry_id: Text<LedgerEntryId>,
    organisation_id: Text<OrganisationId>,
    organisation_name: String,
    stakeholder_type: Text<StakeholderType>,
    region: Text<Region>,
}

/// The newest `count` entries and the one in force, the newest first.
pub async fn newest(tx: &mut Tx, round: RoundId, count: i64) -> StoreResult<Vec<LedgerEntry>> {
    Ok(fetch_all!(tx, EntryRow, NEWEST, round.to_string(), count)?.into_iter().map(LedgerEntry::from).collect())
}

/// The newest thousand entries, the newest first.
pub async fn entries(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<LedgerEntry>> {
    Ok(fetch_all!(tx, EntryRow, ENTRIES, round.to_string())?.into_iter().map(LedgerEntry::from).collect())
}

/// Whom grants and admissions were for, where that is public.
pub async fn named(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<(LedgerEntryId, OrganisationRef)>> {
    let named = |row: NamedRow| {
        let organisation = OrganisationRef {
            id: row.organisation_id.0,
            name: row.organisation_name,
            stakeholder_type: row.stakeholder_type.0,
            region: row.region.0,
        };
        (row.entry_id.0, organisation)
    };
    Ok(fetch_all!(tx, NamedRow, NAMED, round.to_string())?.into_iter().map(named).collect())
}

/// Who is told that the deadline of a round moved, each once: contact points and drafters of the organisations that hold something
/// unsubmitted in it or are on its list of speakers, and, with a confirmed address, those of the members of its subgroups and who follows them. `subgroup`: the one
/// the round serves; `None` for all of the body.
pub async fn concerned(tx: &mut Tx, round: RoundId, body: BodyId, subgroup: Option<SubgroupId>) -> StoreResult<Vec<Recipient>> {
    let group = subgroup.map(|id| id.to_string()).unwrap_or_default();
    let rows = fetch_all!(tx, (Text<PersonId>, String, String), CONCERNED, round.to_string(), body.to_string(), group)?;
    Ok(rows.into_iter().map(|(id, email, locale)| Recipient { id: id.0, email, locale }).collect())
}
