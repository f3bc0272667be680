//! Organisations: what they say of themselves, lists and searches, the history of their names.

use super::papers::one;
use super::row::{FromText, Text};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{Db, StoreError, StoreResult, Tx};
use app::domain::country::Country;
use app::domain::ids::{ChangeId, OrganisationId};
use app::domain::language::Language;
use app::domain::likeness::{Name, fold, search_key};
use app::domain::organisation::{Affiliation, ChangeKind, Office, Organisation, OrganisationRef, Profile, Region, StakeholderType};
use app::domain::time::Instant;
use app::portal::{OrganisationChange, OrganisationFilter, OrganisationLine};
use sqlx::FromRow;

macro_rules! whole {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.name, o.short_name, o.stakeholder_type, o.technical_community, o.country, o.region, o.affiliations, o.languages, ",
            "o.website, o.ecosoc, o.description, o.created_at, o.approved_at, o.version, o.merged_into FROM organisation o ",
            $rest
        )
    };
}

macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT o.id, o.name, o.short_name, o.stakeholder_type, o.technical_community, o.country, o.region, o.name_key FROM organisation o ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO organisation (id, name, short_name, stakeholder_type, technical_community, country, region, affiliations, languages, website, ecosoc, description, created_at, approved_at, version, name_key, search_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15, $16)";
    SAVE = "UPDATE organisation SET name = $3, short_name = $4, stakeholder_type = $5, technical_community = $6, country = $7, region = $8, affiliations = $9, languages = $10, website = $11, ecosoc = $12, description = $13, name_key = $14, search_key = $15, version = version + 1 WHERE id = $1 AND version = $2";
    BY_ID = from whole "WHERE o.id = $1";
    REF_BY_ID = "SELECT id, name, stakeholder_type, region FROM organisation WHERE id = $1";
    LOCK = "UPDATE organisation SET id = id WHERE id = $1";
    APPROVE = "UPDATE organisation SET approved_at = $2 WHERE id = $1 AND approved_at IS NULL";
    PUBLIC = from line "WHERE o.approved_at IS NOT NULL AND o.merged_into IS NULL AND ($1 = '' OR o.stakeholder_type = $1) AND ($2 = '' OR o.region = $2) AND ($3 = '' OR o.search_key LIKE $3) AND (o.name_key, o.id) > ($4, $5) ORDER BY o.name_key, o.id LIMIT $6";
    LINES = from line ids "WHERE o.merged_into IS NULL AND o.id IN " " ORDER BY o.name_key, o.id";
    PUBLIC_NAMES = "SELECT id, name, short_name FROM organisation WHERE approved_at IS NOT NULL AND merged_into IS NULL ORDER BY name_key, id";
    WITHOUT_KEY = "SELECT id, name, short_name FROM organisation WHERE name_key = '' ORDER BY id LIMIT 500";
    SET_KEY = "UPDATE organisation SET name_key = $2, search_key = $3 WHERE id = $1";
    INSERT_CHANGE = "INSERT INTO organisation_change (id, organisation_id, at, kind, by_office, old_value, new_value, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    HISTORY = "SELECT at, kind, by_office, old_value, new_value, reason FROM organisation_change WHERE organisation_id = $1 ORDER BY at DESC, id DESC LIMIT 100";
}

/// The columns of [`OrganisationRef`], as other modules select them too.
#[derive(FromRow)]
pub(super) struct OrganisationRow {
    id: Text<OrganisationId>,
    name: String,
    stakeholder_type: Text<StakeholderType>,
    region: Text<Region>,
}

pub(super) fn to_ref(row: OrganisationRow) -> OrganisationRef {
    OrganisationRef { id: row.id.0, name: row.name, stakeholder_type: row.stakeholder_type.0, region: row.region.0 }
}

#[derive(FromRow)]
struct WholeRow {
    id: Text<OrganisationId>,
    name: String,
    short_name: String,
    stakeholder_type: Text<StakeholderType>,
    technical_community: bool,
    country: String,
    region: Text<Region>,
    affiliations: String,
    languages: String,
    website: String,
    ecosoc: String,
    description: String,
    created_at: i64,
    approved_at: Option<i64>,
    version: i64,
    merged_into: Option<Text<OrganisationId>>,
}

impl TryFrom<WholeRow> for Organisation {
    type Error = StoreError;

    fn try_from(row: WholeRow) -> StoreResult<Self> {
        let id = row.id.0;
        Ok(Self {
            id,
            profile: Profile {
                name: row.name,
                short_name: row.short_name,
                stakeholder_type: row.stakeholder_type.0,
                technical_community: row.technical_community,
                country: country(id, &row.country)?,
                region: row.region.0,
                affiliations: codes::<Affiliation>(id, &row.affiliations)?,
                languages: codes::<Language>(id, &row.languages)?,
                website: row.website,
                ecosoc: row.ecosoc,
                description: row.description,
            },
            created_at: Instant(row.created_at),
            approved_at: row.approved_at.map(Instant),
            version: row.version,
            merged_into: row.merged_into.map(|id| id.0),
        })
    }
}

fn country(id: OrganisationId, code: &str) -> StoreResult<Option<Country>> {
    if code.is_empty() {
        return Ok(None);
    }
    Country::from_code(code).map(Some).ok_or_else(|| StoreError::corrupt("organisation", id, format!("country {code}")))
}

/// A JSON list of codes.
fn codes<T: FromText>(id: OrganisationId, json: &str) -> StoreResult<Vec<T>> {
    let codes: Vec<String> = serde_json::from_str(json).map_err(|error| StoreError::corrupt("organisation", id, error))?;
    codes.iter().map(|code| T::from_text(code).map_err(|error| StoreError::corrupt("organisation", id, error))).collect()
}

fn code_list(codes: impl IntoIterator<Item = &'static str>) -> String {
    super::id_list(codes)
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

pub async fn insert(tx: &mut Tx, organisation: &Organisation) -> StoreResult<()> {
    let profile = &organisation.profile;
    execute!(
        tx,
        INSERT,
        organisation.id.to_string(),
        profile.name.as_str(),
        profile.short_name.as_str(),
        profile.stakeholder_type.code(),
        profile.technical_community,
        profile.country.map_or("", Country::code),
        profile.region.code(),
        code_list(profile.affiliations.iter().map(|a| a.code())),
        code_list(profile.languages.iter().map(|l| l.code())),
        profile.website.as_str(),
        profile.ecosoc.as_str(),
        profile.description.as_str(),
        organisation.created_at.0,
        organisation.approved_at.map(|at| at.0),
        fold(&profile.name),
        search_key(&profile.name, &profile.short_name),
    )
    .map(|_| ())
}

/// Saves a profile over `version`.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn save(tx: &mut Tx, id: OrganisationId, version: i64, profile: &Profile) -> StoreResult<()> {
    let touched = execute!(
        tx,
        SAVE,
        id.to_string(),
        version,
        profile.name.as_str(),
        profile.short_name.as_str(),
        profile.stakeholder_type.code(),
        profile.technical_community,
        profile.country.map_or("", Country::code),
        profile.region.code(),
        code_list(profile.affiliations.iter().map(|a| a.code())),
        code_list(profile.languages.iter().map(|l| l.code())),
        profile.website.as_str(),
        profile.ecosoc.as_str(),
        profile.description.as_str(),
        fold(&profile.name),
        search_key(&profile.name, &profile.short_name),
    )?;
    one(touched)
}

pub async fn by_id(tx: &mut Tx, id: OrganisationId) -> StoreResult<Option<Organisation>> {
    fetch_optional!(tx, WholeRow, BY_ID, id.to_string())?.map(Organisation::try_from).transpose()
}

pub async fn ref_by_id(tx: &mut Tx, id: OrganisationId) -> StoreResult<Option<OrganisationRef>> {
    Ok(fetch_optional!(tx, OrganisationRow, REF_BY_ID, id.to_string())?.map(to_ref))
}

/// Makes other writers of this organisation wait until this transaction has ended. `SQLite` has one writer anyway; on `PostgreSQL`
/// a double click would otherwise look for its twin before the twin is there.
pub async fn lock(tx: &mut Tx, id: OrganisationId) -> StoreResult<()> {
    execute!(tx, LOCK, id.to_string()).map(|_| ())
}

/// Approves an organisation; answers whether it was not approved before.
pub async fn approve(tx: &mut Tx, id: OrganisationId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, APPROVE, id.to_string(), at.0)? == 1)
}

/// A place in the list by name: the folded name and the id.
pub type NameCursor = (String, OrganisationId);

/// Public organisations by name after `cursor`, each with its place.
pub async fn public(
    tx: &mut Tx,
    filter: &OrganisationFilter,
    cursor: Option<&NameCursor>,
    limit: i64,
) -> StoreResult<Vec<(NameCursor, OrganisationLine)>> {
    // Folding leaves letters, digits and spaces: nothing that means something to LIKE.
    let words = fold(&filter.search);
    let pattern = if filter.search.trim().is_empty() { String::new() } else { format!("% {}%", words.replace(['%', '_'], " ")) };
    let (key, id) = cursor.map_or((String::new(), String::new()), |(key, id)| (key.clone(), id.to_string()));
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

/// Adds to the history of an organisation.
pub async fn insert_change(tx: &mut Tx, id: ChangeId, organisation: OrganisationId, change: &OrganisationChange) -> StoreResult<()> {
    execute!(
        tx,
        INSERT_CHANGE,
        id.to_string(),
        organisation.to_string(),
        change.at.0,
        change.kind.code(),
        change.by.code(),
        change.old.as_str(),
        change.new.as_str(),
        change.reason.as_str(),
    )
    .map(|_| ())
}

/// The history of an organisation, the newest first.
pub async fn history(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<OrganisationChange>> {
    let rows = fetch_all!(tx, (i64, Text<ChangeKind>, Text<Office>, String, String, String), HISTORY, organisation.to_string())?;
    let change = |(at, kind, by, old, new, reason): (i64, Text<ChangeKind>, Text<Office>, String, String, String)| OrganisationChange {
        at: Instant(at),
        kind: kind.0,
        by: by.0,
        old,
        new,
        reason,
    };
    Ok(rows.into_iter().map(change).collect())
}

/// Fills the keys of organisations from before there were keys: SQL cannot fold names. Part of bringing the database up to date.
pub async fn fill_keys(db: &Db) -> StoreResult<()> {
    loop {
        let missing = {
            let mut tx = db.read().await?;
            fetch_all!(tx, (String, String, String), WITHOUT_KEY)?
        };
        if missing.is_empty() {
            return Ok(());
        }
        let missing = std::sync::Arc::new(missing);
        db.write_tx(move |tx| {
            let missing = missing.clone();
            Box::pin(async move {
                for (id, name, short) in missing.iter() {
                    execute!(tx, SET_KEY, id.as_str(), fold(name), search_key(name, short))?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    }
}
