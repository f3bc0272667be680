//! Organisations: what they say of themselves, and the history of their names. Lists and searches are in `organisation_lists`.

use super::papers::one;
use super::row::{FromText, Text};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{Db, StoreError, StoreResult, Tx};
use model::domain::country::Country;
use model::domain::ids::{ChangeId, OrganisationId};
use model::domain::language::Language;
use model::domain::likeness::{fold, search_key};
use model::domain::organisation::{Affiliation, ChangeKind, Office, Organisation, OrganisationRef, Profile, Region, StakeholderType};
use model::domain::time::Instant;
use model::portal::OrganisationChange;
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

statements! {
    INSERT = "INSERT INTO organisation (id, name, short_name, stakeholder_type, technical_community, country, region, affiliations, languages, website, ecosoc, description, name_key, search_key, created_at, approved_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1)";
    SAVE = "UPDATE organisation SET name = $3, short_name = $4, stakeholder_type = $5, technical_community = $6, country = $7, region = $8, affiliations = $9, languages = $10, website = $11, ecosoc = $12, description = $13, name_key = $14, search_key = $15, version = version + 1 WHERE id = $1 AND version = $2";
    BY_ID = from whole "WHERE o.id = $1";
    REF_BY_ID = "SELECT id, name, stakeholder_type, region FROM organisation WHERE id = $1";
    LOCK = "UPDATE organisation SET id = id WHERE id = $1";
    APPROVE = "UPDATE organisation SET approved_at = $2 WHERE id = $1 AND approved_at IS NULL";
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

/// Whose an input is, by the name it was sent under, beside the columns of the input.
#[derive(FromRow)]
pub(super) struct AuthorRow {
    organisation_id: Text<OrganisationId>,
    organisation_name: String,
    stakeholder_type: Text<StakeholderType>,
    region: Text<Region>,
}

impl From<AuthorRow> for OrganisationRef {
    fn from(row: AuthorRow) -> Self {
        Self { id: row.organisation_id.0, name: row.organisation_name, stakeholder_type: row.stakeholder_type.0, region: row.region.0 }
    }
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

pub(super) fn country(id: OrganisationId, code: &str) -> StoreResult<Option<Country>> {
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

/// Runs a statement that stores a profile: what stands before it, its columns with the keys made of the names, and what stands after.
macro_rules! execute_with_profile {
    ($tx:expr, $sql:expr, [$($before:expr),*], $profile:expr, [$($after:expr),*]) => {
        execute!(
            $tx,
            $sql,
            $($before,)*
            $profile.name.as_str(),
            $profile.short_name.as_str(),
            $profile.stakeholder_type.code(),
            $profile.technical_community,
            $profile.country.map_or("", Country::code),
            $profile.region.code(),
            code_list($profile.affiliations.iter().map(|a| a.code())),
            code_list($profile.languages.iter().map(|l| l.code())),
            $profile.website.as_str(),
            $profile.ecosoc.as_str(),
            $profile.description.as_str(),
            fold(&$profile.name),
            search_key(&$profile.name, &$profile.short_name),
            $($after,)*
        )
    };
}

pub async fn insert(tx: &mut Tx, organisation: &Organisation) -> StoreResult<()> {
    let approved_at = organisation.approved_at.map(|at| at.0);
    let id = organisation.id.to_string();
    execute_with_profile!(tx, INSERT, [id], organisation.profile, [organisation.created_at.0, approved_at]).map(|_| ())
}

/// Saves a profile over `version`.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn save(tx: &mut Tx, id: OrganisationId, version: i64, profile: &Profile) -> StoreResult<()> {
    one(execute_with_profile!(tx, SAVE, [id.to_string(), version], profile, [])?)
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
