//! Offices with their terms and their history: rows are added and ended, never removed.

use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::ids::{BodyId, PersonId, RoleId, SubgroupId};
use model::domain::language::LocalizedText;
use model::domain::role::{Office, RoleName, Scope};
use model::domain::time::{Instant, Span};
use model::portal::{OfficeEnd, OfficeLine};
use sqlx::FromRow;

/// An office with its holder, and the subgroup and the body it counts in.
macro_rules! line {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.person_id, p.full_name, r.name, r.valid_from, r.valid_until, r.reason, r.granted_at, r.granted_as, ",
            "r.ended_at, r.ended_as, r.end_reason, s.id AS subgroup_id, s.code AS subgroup_code, s.name AS subgroup_name, ",
            "b.id AS body_id, b.code AS body_code, b.short_name AS body_name ",
            "FROM role r JOIN person p ON p.id = r.person_id ",
            "LEFT JOIN subgroup s ON r.scope_kind = 'subgroup' AND s.id = r.scope_id ",
            "LEFT JOIN body b ON b.id = CASE WHEN r.scope_kind = 'body' THEN r.scope_id ELSE s.body_id END ",
            $rest
        )
    };
}

statements! {
    CURRENT_OF_BODY = from line "WHERE b.id = $1 AND r.ended_at IS NULL AND (r.valid_until IS NULL OR r.valid_until > $2) ORDER BY r.name, s.position, p.full_name, r.id";
    PAST_OF_BODY = from line "WHERE b.id = $1 AND (r.ended_at IS NOT NULL OR r.valid_until <= $2) ORDER BY r.granted_at DESC, r.id DESC LIMIT 500";
    CURRENT_OF_SUBGROUP = from line "WHERE s.id = $1 AND r.ended_at IS NULL AND (r.valid_until IS NULL OR r.valid_until > $2) ORDER BY p.full_name, r.id";
    CURRENT_TO_ADMINISTER = from line "WHERE r.scope_kind IN ('portal', 'body') AND r.ended_at IS NULL AND (r.valid_until IS NULL OR r.valid_until > $1) ORDER BY r.name, p.full_name, r.id LIMIT 1000";
    ENDING = from line "WHERE r.ended_at IS NULL AND r.valid_from <= $1 AND r.valid_until > $1 AND r.valid_until <= $2 ORDER BY r.valid_until, r.id LIMIT 500";
    TO_REMIND = from line "WHERE r.ended_at IS NULL AND r.reminded_at IS NULL AND r.valid_until > $1 AND r.valid_until <= $2 AND r.valid_from < r.valid_until - $3 ORDER BY r.valid_until, r.id LIMIT 50";
    REMINDED = "UPDATE role SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL AND ended_at IS NULL";
    OF_PERSON = from line "WHERE r.person_id = $1 ORDER BY r.granted_at DESC, r.id DESC LIMIT 200";
    BY_ID = from line "WHERE r.id = $1";
    HELD = "SELECT id FROM role WHERE person_id = $1 AND name = $2 AND scope_kind = $3 AND scope_id = $4 AND ended_at IS NULL AND (valid_until IS NULL OR valid_until > $5) ORDER BY id LIMIT 1";
    LOCK_PERSON = "UPDATE person SET id = id WHERE id = $1";
    LOCK_ADMINISTRATORS = "UPDATE role SET id = id WHERE name = 'administrator' AND ended_at IS NULL";
    OTHER_ADMINISTRATORS = "SELECT COUNT(*) FROM role WHERE name = 'administrator' AND scope_kind = 'portal' AND ended_at IS NULL AND valid_until IS NULL AND valid_from <= $2 AND id <> $1";
    INSERT = "INSERT INTO role (id, person_id, name, scope_kind, scope_id, valid_from, valid_until, reason, granted_by, granted_as, granted_at, end_reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '')";
    END = "UPDATE role SET ended_at = $2, ended_by = $3, ended_as = $4, end_reason = $5 WHERE id = $1 AND ended_at IS NULL";
}

#[derive(FromRow)]
struct OfficeRow {
    id: Text<RoleId>,
    person_id: Text<PersonId>,
    full_name: String,
    name: Text<RoleName>,
    valid_from: i64,
    valid_until: Option<i64>,
    reason: String,
    granted_at: i64,
    granted_as: Option<Text<RoleName>>,
    ended_at: Option<i64>,
    ended_as: Option<Text<RoleName>>,
    end_reason: String,
    subgroup_id: Option<Text<SubgroupId>>,
    subgroup_code: Option<String>,
    subgroup_name: Option<Text<LocalizedText>>,
    body_id: Option<Text<BodyId>>,
    body_code: Option<String>,
    body_name: Option<Text<LocalizedText>>,
}

impl TryFrom<OfficeRow> for OfficeLine {
    type Error = StoreError;

    fn try_from(row: OfficeRow) -> StoreResult<Self> {
        let body = row.body_id.map(|id| id.0);
        let office = match (row.name.0, row.subgroup_id.map(|id| id.0), body) {
            (RoleName::Moderator, Some(subgroup), Some(body)) => Office::Moderator { subgroup, body },
            (RoleName::Chair, None, Some(body)) => Office::Chair(body),
            (RoleName::Secretariat, None, Some(body)) => Office::Secretariat(body),
            (RoleName::Administrator, None, None) => Office::Administrator,
            _ => return Err(StoreError::corrupt("role", row.id.0, "an office without its place")),
        };
        let ended = row.ended_at.map(|at| OfficeEnd { at: Instant(at), by: row.ended_as.map(|by| by.0), reason: row.end_reason });
        Ok(Self {
            id: row.id.0,
            person: row.person_id.0,
            full_name: row.full_name,
            office,
            subgroup: row.subgroup_code.zip(row.subgroup_name.map(|name| name.0)),
            body: row.body_code.zip(row.body_name.map(|name| name.0)),
            from: Instant(row.valid_from),
            until: row.valid_until.map(Instant),
            reason: row.reason,
            granted_at: Instant(row.granted_at),
            granted_as: row.granted_as.map(|by| by.0),
            ended,
        })
    }
}

fn lines(rows: Vec<OfficeRow>) -> StoreResult<Vec<OfficeLine>> {
    rows.into_iter().map(OfficeLine::try_from).collect()
}

/// Those of a body and its subgroups that are neither ended nor past at `now`.
pub async fn current_of_body(tx: &mut Tx, body: BodyId, now: Instant) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, CURRENT_OF_BODY, body.to_string(), now.0)?)
}

/// Those of a body and its subgroups that have ended or passed, the newest first.
pub async fn past_of_body(tx: &mut Tx, body: BodyId, now: Instant) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, PAST_OF_BODY, body.to_string(), now.0)?)
}

/// The moderators of a subgroup, by name.
pub async fn current_of_subgroup(tx: &mut Tx, subgroup: SubgroupId, now: Instant) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, CURRENT_OF_SUBGROUP, subgroup.to_string(), now.0)?)
}

/// What the administrator grants and ends: chairs, secretariats and administrators.
pub async fn current_to_administer(tx: &mut Tx, now: Instant) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, CURRENT_TO_ADMINISTER, now.0)?)
}

/// Those in force whose terms end by `until`, the first to end first.
pub async fn ending(tx: &mut Tx, now: Instant, until: Instant) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, ENDING, now.0, until.0)?)
}

/// Some of those whose terms end within `notice`, were longer than that, and nobody was told of yet; the first to end first.
pub async fn to_remind(tx: &mut Tx, now: Instant, notice: Span) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, TO_REMIND, now.0, (now + notice).0, notice.0)?)
}

/// Notes that those concerned are told of the end of a term.
///
/// # Errors
/// `Conflict` when another node has told them, or the office was ended meanwhile.
pub async fn set_reminded(tx: &mut Tx, id: RoleId, at: Instant) -> StoreResult<()> {
    super::papers::one(execute!(tx, REMINDED, id.to_string(), at.0)?)
}

/// Everything a person holds and has held, the newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<OfficeLine>> {
    lines(fetch_all!(tx, OfficeRow, OF_PERSON, person.to_string())?)
}

pub async fn by_id(tx: &mut Tx, id: RoleId) -> StoreResult<Option<OfficeLine>> {
    fetch_optional!(tx, OfficeRow, BY_ID, id.to_string())?.map(OfficeLine::try_from).transpose()
}

/// How a scope is stored.
fn columns(scope: Scope) -> (&'static str, String) {
    match scope {
        Scope::Portal => ("portal", String::new()),
        Scope::Body(body) => ("body", body.to_string()),
        Scope::Subgroup(subgroup) => ("subgroup", subgroup.to_string()),
    }
}

/// Whether the person holds this office, now or from a later day on.
pub async fn holds(tx: &mut Tx, person: PersonId, office: Office, now: Instant) -> StoreResult<bool> {
    let (kind, scope) = columns(office.scope());
    let held = fetch_optional!(tx, (String,), HELD, person.to_string(), office.name().code(), kind, scope, now.0)?;
    Ok(held.is_some())
}

/// Makes others who appoint the same person wait until this transaction has ended.
pub async fn lock_person(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, LOCK_PERSON, person.to_string()).map(|_| ())
}

/// How many administrators without a term there are besides the one who holds `except`. Those who would end another one
/// wait until this transaction has ended: two administrators cannot end each other at the same moment.
pub async fn other_administrators(tx: &mut Tx, except: RoleId, now: Instant) -> StoreResult<i64> {
    execute!(tx, LOCK_ADMINISTRATORS)?;
    Ok(fetch_optional!(tx, (i64,), OTHER_ADMINISTRATORS, except.to_string(), now.0)?.map_or(0, |(n,)| n))
}

/// An office to be stored.
#[derive(Debug, Clone)]
pub struct NewOffice {
    pub id: RoleId,
    pub person: PersonId,
    pub office: Office,
    pub from: Instant,
    pub until: Option<Instant>,
    pub reason: String,
    /// Who granted it, and in which office; `None`: the operator of the installation.
    pub by: Option<(PersonId, RoleName)>,
    pub at: Instant,
}

pub async fn insert(tx: &mut Tx, new: &NewOffice) -> StoreResult<()> {
    let (kind, scope) = columns(new.office.scope());
    execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.person.to_string(),
        new.office.name().code(),
        kind,
        scope,
        new.from.0,
        new.until.map(|at| at.0),
        new.reason.as_str(),
        new.by.map(|(person, _)| person.to_string()),
        new.by.map(|(_, role)| role.code()),
        new.at.0,
    )
    .map(|_| ())
}

/// Ends an office.
///
/// # Errors
/// `Conflict` when it has been ended before.
pub async fn end(tx: &mut Tx, id: RoleId, at: Instant, by: PersonId, office: Option<RoleName>, reason: &str) -> StoreResult<()> {
    let touched = execute!(tx, END, id.to_string(), at.0, by.to_string(), office.map(RoleName::code), reason)?;
    super::papers::one(touched)
}
