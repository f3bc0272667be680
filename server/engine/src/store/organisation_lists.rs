//! Organisations in lists: the public ones, those with a close name, those the secretariat finds, those that wait. All lists by name are
//! sorted by the folded name, so that É, lower case and Arabic stand where a reader looks for them.

use super::organisations::{OrganisationRow, country, to_ref};
use super::row::Text;
use super::sql::{fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx, like};
use model::domain::ids::OrganisationId;
use model::domain::likeness::{Name, fold};
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::time::Instant;
use model::portal::{OrganisationFilter, OrganisationLine, WaitingOrganisation};
use sqlx::FromRow;

macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.name, o.short_name, o.stakeholder_type, o.technical_community, o.country, o.region, o.name_key FROM organisation o ",
            $rest
        )
    };
}

/// An organisation with whether the secretariat has declined it.
macro_rules! state {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.name, o.stakeholder_type, o.region, o.created_at, o.approved_at, o.name_key, ",
            "CASE WHEN o.approved_at IS NULL AND EXISTS (SELECT 1 FROM organisation_review v WHERE v.organisation_id = o.id AND v.outcome = 'decline') THEN 1 ELSE 0 END AS declined ",
            "FROM organisation o ",
            $rest
        )
    };
}

statements! {
    PUBLIC = from line "WHERE o.approved_at IS NOT NULL AND o.merged_into IS NULL AND ($1 = '' OR o.stakeholder_type = $1) AND ($2 = '' OR o.region = $2) AND ($3 = '' OR o.search_key LIKE $3 ESCAPE '!') AND (o.name_key, o.id) > ($4, $5) ORDER BY o.name_key, o.id LIMIT $6";
    LINES = from line ids "WHERE o.merged_into IS NULL AND o.id IN " " ORDER BY o.name_key, o.id";
    PUBLIC_NAMES = "SELECT id, name, short_name FROM organisation WHERE approved_at IS NOT NULL AND merged_into IS NULL ORDER BY name_key, id";
    HOLDING = from state "WHERE o.search_key LIKE $1 ESCAPE '!' AND o.merged_into IS NULL AND (o.name_key, o.id) > ($2, $3) ORDER BY o.name_key, o.id LIMIT $4";
    STATE = from state "WHERE o.id = $1";
    WAITING = from state "WHERE o.approved_at IS NULL AND o.merged_into IS NULL AND (o.created_at, o.id) > ($1, $2) AND NOT EXISTS (SELECT 1 FROM organisation_review w WHERE w.organisation_id = o.id AND w.outcome = 'decline') ORDER BY o.created_at, o.id LIMIT $3";
}

#[derive(FromRow)]
struct LineRow {
    id: Text<OrganisationId>,
    name: String,
    short_name: String,
    stakeholder_type: Text<StakeholderType>,
    technical_community: bool,
    country: String,
    region: Text<Region>,
    name_key: String,
}

impl LineRow {
    fn line(self) -> StoreResult<OrganisationLine> {
        Ok(OrganisationLine {
            country: country(self.id.0, &self.country)?,
            organisation: OrganisationRef {
                id: self.id.0,
                name: self.name,
                stakeholder_type: self.stakeholder_type.0,
                region: self.region.0,
            },
            short_name: self.short_name,
            technical_community: self.technical_community,
        })
    }
}

#[derive(FromRow)]
struct WaitingRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    created_at: i64,
    approved_at: Option<i64>,
    name_key: String,
    declined: i32,
}

fn waiting_line(row: WaitingRow) -> WaitingOrganisation {
    WaitingOrganisation {
        organisation: to_ref(row.organisation),
        created_at: Instant(row.created_at),
        approved_at: row.approved_at.map(Instant),
        declined: row.declined == 1,
    }
}

/// A place in the list by name: the folded name and the id.
pub type NameCursor = (String, OrganisationId);

/// A place as the statements take it: before everything at first.
pub(super) fn place(cursor: Option<&NameCursor>) -> (&str, String) {
    cursor.map_or(("", String::new()), |(key, id)| (key.as_str(), id.to_string()))
}

/// Public organisations by name after `cursor`, each with its place.
pub async fn public(
    tx: &mut Tx,
    filter: &OrganisationFilter,
    cursor: Option<&NameCursor>,
    limit: i64,
) -> StoreResult<Vec<(NameCursor, OrganisationLine)>> {
    let searched = fold(&filter.search);
    let pattern = match (filter.search.trim().is_empty(), searched.trim().is_empty()) {
        (true, _) => String::new(),
        // Signs alone are in no name.
        (false, true) => return Ok(Vec::new()),
        (false, false) => like::at_a_word(&searched),
    };
    let (key, id) = place(cursor);
    let rows = fetch_all!(
        tx,
        LineRow,
        PUBLIC,
        filter.stakeholder_type.map_or("", StakeholderType::code),
        filter.region.map_or("", Region::code),
        pattern,
        key,
        id,
        limit,
    )?;
    rows.into_iter().map(|row| Ok(((row.name_key.clone(), row.id.0), row.line()?))).collect()
}

/// The organisations of a JSON list of ids, by name.
pub async fn lines(tx: &mut Tx, ids: &str) -> StoreResult<Vec<OrganisationLine>> {
    fetch_all!(tx, LineRow, LINES, ids)?.into_iter().map(LineRow::line).collect()
}

/// Public organisations whose name is close to `name`, at most `limit`, the closest first. One statement over the names; they are
/// compared in the program, because no database has the same notion of likeness as the other.
pub async fn close_to(tx: &mut Tx, name: &Name, limit: usize) -> StoreResult<Vec<OrganisationId>> {
    let mut close: Vec<(f64, OrganisationId)> = fetch_all!(tx, (Text<OrganisationId>, String, String), PUBLIC_NAMES)?
        .into_iter()
        .filter_map(|(id, other, short)| {
            let other = Name::new(&other, &short);
            name.is_close(&other).then(|| (name.likeness(&other), id.0))
        })
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    Ok(close.into_iter().take(limit).map(|(_, id)| id).collect())
}

/// Organisations whose name holds `key`, folded as [`fold`] does it, by name after `cursor`, each with its place.
pub async fn holding(
    tx: &mut Tx,
    key: &str,
    cursor: Option<&NameCursor>,
    limit: i64,
) -> StoreResult<Vec<(NameCursor, WaitingOrganisation)>> {
    let (after, id) = place(cursor);
    let rows = fetch_all!(tx, WaitingRow, HOLDING, like::anywhere(key), after, id, limit)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let key = row.name_key.clone();
            let line = waiting_line(row);
            ((key, line.organisation.id), line)
        })
        .collect())
}

/// An organisation with where it stands with the secretariat.
pub async fn state(tx: &mut Tx, id: OrganisationId) -> StoreResult<Option<WaitingOrganisation>> {
    Ok(fetch_optional!(tx, WaitingRow, STATE, id.to_string())?.map(waiting_line))
}

/// Organisations that wait for approval, the longest waiting first, after `cursor` (created, id).
pub async fn waiting(tx: &mut Tx, cursor: (i64, &str), limit: i64) -> StoreResult<Vec<WaitingOrganisation>> {
    Ok(fetch_all!(tx, WaitingRow, WAITING, cursor.0, cursor.1, limit)?.into_iter().map(waiting_line).collect())
}
