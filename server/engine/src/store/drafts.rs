//! Draft texts, versions, provisions.

use super::row::{Text, id_list, localized};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::comment_filter::CommentFilter;
use model::domain::draft::{DraftVersion, Level, Provision};
use model::domain::drafting::TextAbout;
use model::domain::ids::{BodyId, DraftId, DraftVersionId, ProvisionId, SessionId, SubgroupId};
use model::domain::language::{Language, LocalizedText};
use model::domain::provision_status::ProvisionStatus;
use model::domain::recommendation::Target;
use model::domain::time::Instant;
use model::portal::ProvisionLine;
use sqlx::FromRow;
use std::collections::HashMap;

macro_rules! version {
    ($rest:literal) => {
        concat!(
            "SELECT v.id, v.draft_id, d.body_id, d.subgroup_id, d.title, v.label, v.language, v.issued_at ",
            "FROM draft_version v JOIN draft d ON d.id = v.draft_id ",
            $rest
        )
    };
}

/// The columns of the provision `p`.
macro_rules! provision_columns {
    () => {
        "p.id, p.draft_version_id, p.stable_id, p.position, p.level, p.label, p.citation, p.text"
    };
}

pub(super) use provision_columns;

macro_rules! provision {
    ($rest:literal) => {
        concat!("SELECT ", provision_columns!(), " FROM provision p ", $rest)
    };
}

statements! {
    BY_ID = from version "WHERE v.id = $1";
    OF_DRAFT = from version "WHERE v.draft_id = $1 ORDER BY v.number DESC, v.id";
    NEWEST = from version "WHERE v.draft_id = $1 ORDER BY v.number DESC, v.id LIMIT 1";
    OF_BODY = from version "WHERE d.body_id = $1 ORDER BY v.issued_at DESC, v.id";
    OF_SUBGROUP = from version "WHERE d.subgroup_id = $1 ORDER BY v.issued_at DESC, v.id";
    OF_SESSION = from version "WHERE v.id IN (SELECT draft_version_id FROM round WHERE session_id = $1) ORDER BY v.issued_at DESC, v.id";
    TEXTS_OF_BODY = "SELECT id, subgroup_id, title FROM draft WHERE body_id = $1 ORDER BY id LIMIT 500";
    BY_CODE = "SELECT id FROM draft WHERE code = $1";
    PROVISION_BY_ID = from provision "WHERE p.id = $1";
    ADD_ORIGIN = "INSERT INTO provision_origin (provision_id, origin_id) VALUES ($1, $2)";
    ORIGINS = "SELECT o.provision_id, o.origin_id FROM provision_origin o JOIN provision p ON p.id = o.provision_id JOIN draft_version v ON v.id = p.draft_version_id WHERE v.draft_id = $1 ORDER BY o.provision_id, o.origin_id";
    // What a provision comes from, and what comes from it, through all versions.
    LINEAGE = from provision "WHERE p.id IN (WITH RECURSIVE before (id) AS (SELECT CAST($1 AS TEXT) UNION SELECT o.origin_id FROM provision_origin o JOIN before b ON o.provision_id = b.id), after (id) AS (SELECT CAST($1 AS TEXT) UNION SELECT o.provision_id FROM provision_origin o JOIN after a ON o.origin_id = a.id) SELECT id FROM before UNION SELECT id FROM after) ORDER BY p.draft_version_id, p.position, p.id LIMIT 300";
    PROVISIONS = from provision "WHERE p.draft_version_id = $1 AND p.level <> 'whole' ORDER BY p.position, p.id";
    PROVISIONS_OF_SESSION = from provision "WHERE p.draft_version_id IN (SELECT draft_version_id FROM round WHERE session_id = $1) ORDER BY p.draft_version_id, p.position, p.id";
    // What recommendations may point at: every numbered provision of the newest version of each text.
    TO_POINT_AT = from provision "WHERE p.level NOT IN ('heading', 'note', 'whole') AND p.draft_version_id IN (SELECT v.id FROM draft_version v JOIN draft d ON d.id = v.draft_id WHERE d.body_id = $1 AND v.number = (SELECT MAX(x.number) FROM draft_version x WHERE x.draft_id = v.draft_id)) ORDER BY p.draft_version_id, p.position, p.id LIMIT 2000";
    POINTED_AT = ids "SELECT p.id, p.citation, p.draft_version_id, d.body_id, v.label, d.title FROM provision p JOIN draft_version v ON v.id = p.draft_version_id JOIN draft d ON d.id = v.draft_id WHERE p.id IN " " ORDER BY p.id";
    LOCK = "UPDATE draft SET id = id WHERE id = $1";
    INSERT = "INSERT INTO draft (id, body_id, subgroup_id, code, title) VALUES ($1, $2, $3, $4, $5)";
    INSERT_VERSION = "INSERT INTO draft_version (id, draft_id, number, label, language, issued_at) VALUES ($1, $2, $3, $4, $5, $6)";
    INSERT_PROVISION = "INSERT INTO provision (id, draft_version_id, stable_id, position, level, label, citation, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

#[derive(FromRow)]
struct VersionRow {
    id: Text<DraftVersionId>,
    draft_id: Text<DraftId>,
    body_id: Text<BodyId>,
    subgroup_id: Text<SubgroupId>,
    title: Text<LocalizedText>,
    label: Text<LocalizedText>,
    language: Text<Language>,
    issued_at: i64,
}

impl From<VersionRow> for DraftVersion {
    fn from(row: VersionRow) -> Self {
        Self {
            id: row.id.0,
            draft: row.draft_id.0,
            body: row.body_id.0,
            subgroup: row.subgroup_id.0,
            title: row.title.0,
            label: row.label.0,
            language: row.language.0,
            issued_at: Instant(row.issued_at),
        }
    }
}

#[derive(FromRow)]
pub(super) struct ProvisionRow {
    id: Text<ProvisionId>,
    draft_version_id: Text<DraftVersionId>,
    stable_id: String,
    position: i64,
    level: Text<Level>,
    label: String,
    citation: String,
    text: String,
}

impl From<ProvisionRow> for Provision {
    fn from(row: ProvisionRow) -> Self {
        Self {
            id: row.id.0,
            draft_version: row.draft_version_id.0,
            stable_id: row.stable_id,
            position: row.position,
            level: row.level.0,
            label: row.label,
            citation: row.citation,
            text: row.text,
        }
    }
}

fn versions(rows: Vec<VersionRow>) -> Vec<DraftVersion> {
    rows.into_iter().map(DraftVersion::from).collect()
}

pub async fn by_id(tx: &mut Tx, id: DraftVersionId) -> StoreResult<Option<DraftVersion>> {
    Ok(fetch_optional!(tx, VersionRow, BY_ID, id.to_string())?.map(DraftVersion::from))
}

/// All versions of a text, the newest first.
pub async fn of_draft(tx: &mut Tx, draft: DraftId) -> StoreResult<Vec<DraftVersion>> {
    fetch_all!(tx, VersionRow, OF_DRAFT, draft.to_string()).map(versions)
}

/// The version that was issued last.
pub async fn newest(tx: &mut Tx, draft: DraftId) -> StoreResult<Option<DraftVersion>> {
    Ok(fetch_optional!(tx, VersionRow, NEWEST, draft.to_string())?.map(DraftVersion::from))
}

/// Says which provision of the version before one comes from.
pub async fn add_origin(tx: &mut Tx, provision: ProvisionId, origin: ProvisionId) -> StoreResult<()> {
    execute!(tx, ADD_ORIGIN, provision.to_string(), origin.to_string()).map(|_| ())
}

/// Where the provisions of a text come from, through all versions: pairs of a provision and one of the version before.
pub async fn origins(tx: &mut Tx, draft: DraftId) -> StoreResult<Vec<(ProvisionId, ProvisionId)>> {
    let rows = fetch_all!(tx, (Text<ProvisionId>, Text<ProvisionId>), ORIGINS, draft.to_string())?;
    Ok(rows.into_iter().map(|(provision, origin)| (provision.0, origin.0)).collect())
}

/// Makes others who issue a version of this text, or follow its versions, wait until this transaction has ended.
pub async fn lock(tx: &mut Tx, draft: DraftId) -> StoreResult<()> {
    execute!(tx, LOCK, draft.to_string()).map(|_| ())
}

/// Whether a draft with this code exists.
pub async fn exists(tx: &mut Tx, code: &str) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (String,), BY_CODE, code)?.is_some())
}

pub async fn of_body(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<DraftVersion>> {
    fetch_all!(tx, VersionRow, OF_BODY, body.to_string()).map(versions)
}

pub async fn of_subgroup(tx: &mut Tx, subgroup: SubgroupId) -> StoreResult<Vec<DraftVersion>> {
    fetch_all!(tx, VersionRow, OF_SUBGROUP, subgroup.to_string()).map(versions)
}

/// Every text of a body, also one of which nothing is issued yet, with its versions, the newest first.
pub async fn of_body_by_text(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<(DraftId, TextAbout, Vec<DraftVersion>)>> {
    let mut versions: HashMap<DraftId, Vec<DraftVersion>> = HashMap::new();
    for version in of_body(tx, body).await? {
        versions.entry(version.draft).or_default().push(version);
    }
    let texts = fetch_all!(tx, (Text<DraftId>, Text<SubgroupId>, Text<LocalizedText>), TEXTS_OF_BODY, body.to_string())?;
    let text = |(id, subgroup, title): (Text<DraftId>, Text<SubgroupId>, Text<LocalizedText>)| {
        (id.0, TextAbout { title: title.0, subgroup: subgroup.0 }, versions.remove(&id.0).unwrap_or_default())
    };
    Ok(texts.into_iter().map(text).collect())
}

/// The versions that rounds of a session call for comments on.
pub async fn of_session(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<DraftVersion>> {
    fetch_all!(tx, VersionRow, OF_SESSION, session.to_string()).map(versions)
}

pub async fn provision(tx: &mut Tx, id: ProvisionId) -> StoreResult<Option<Provision>> {
    Ok(fetch_optional!(tx, ProvisionRow, PROVISION_BY_ID, id.to_string())?.map(Provision::from))
}

/// A provision, those it comes from and those that come from it, through all versions.
pub async fn lineage(tx: &mut Tx, id: ProvisionId) -> StoreResult<Vec<Provision>> {
    Ok(fetch_all!(tx, ProvisionRow, LINEAGE, id.to_string())?.into_iter().map(Provision::from).collect())
}

/// The text of a version, in order.
pub async fn provisions(tx: &mut Tx, version: DraftVersionId) -> StoreResult<Vec<Provision>> {
    Ok(fetch_all!(tx, ProvisionRow, PROVISIONS, version.to_string())?.into_iter().map(Provision::from).collect())
}

/// The texts of all versions that rounds of a session call for comments on, each in order.
pub async fn provisions_of_session(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<Provision>> {
    Ok(fetch_all!(tx, ProvisionRow, PROVISIONS_OF_SESSION, session.to_string())?.into_iter().map(Provision::from).collect())
}

/// What recommendations of papers to a body may point at, text by text, in order.
pub async fn to_point_at(tx: &mut Tx, body: BodyId) -> StoreResult<Vec<Provision>> {
    Ok(fetch_all!(tx, ProvisionRow, TO_POINT_AT, body.to_string())?.into_iter().map(Provision::from).collect())
}

#[derive(FromRow)]
struct PointedAtRow {
    id: Text<ProvisionId>,
    citation: String,
    draft_version_id: Text<DraftVersionId>,
    body_id: Text<BodyId>,
    label: Text<LocalizedText>,
    title: Text<LocalizedText>,
}

/// Provisions as one names and opens them, each with the body whose text it stands in. Those there are none of are left out.
pub async fn pointed_at(tx: &mut Tx, ids: impl IntoIterator<Item = ProvisionId>) -> StoreResult<Vec<(BodyId, Target)>> {
    let rows = fetch_all!(tx, PointedAtRow, POINTED_AT, id_list(ids))?;
    let target = |row: PointedAtRow| {
        let (label, title) = (row.label.0, row.title.0);
        (row.body_id.0, Target::Provision { id: row.id.0, citation: row.citation, version: row.draft_version_id.0, label, title })
    };
    Ok(rows.into_iter().map(target).collect())
}

/// The text of a version with the status of each provision and the number of public comments on it that are asked for; the numbers for
/// the text as a whole; and how many public comments there are, asked for or not.
pub async fn provision_lines(tx: &mut Tx, version: DraftVersionId, filter: CommentFilter) -> StoreResult<(Vec<ProvisionLine>, i64, i64)> {
    let counts = super::commented::counts(tx, version, filter).await?;
    let asked_for = |id: ProvisionId| counts.get(&id).map_or(0, |count| count.asked_for);
    let provisions = provisions(tx, version).await?;
    let statuses = super::statuses::of_version(tx, version).await?;
    let line = |p: Provision| ProvisionLine {
        comments: asked_for(p.id),
        status: statuses.get(&p.id).copied().unwrap_or(ProvisionStatus::Open),
        provision: p,
    };
    let whole = asked_for(Provision::whole(version).id);
    Ok((provisions.into_iter().map(line).collect(), whole, counts.values().map(|count| count.all).sum()))
}

pub async fn insert(tx: &mut Tx, id: DraftId, body: BodyId, subgroup: SubgroupId, code: &str, title: &LocalizedText) -> StoreResult<()> {
    execute!(tx, INSERT, id.to_string(), body.to_string(), subgroup.to_string(), code, localized(title)).map(|_| ())
}

/// With it the text as a whole, to be spoken on.
pub async fn insert_version(tx: &mut Tx, version: &DraftVersion, number: i64) -> StoreResult<()> {
    execute!(
        tx,
        INSERT_VERSION,
        version.id.to_string(),
        version.draft.to_string(),
        number,
        localized(&version.label),
        version.language.code(),
        version.issued_at.0,
    )?;
    insert_provision(tx, &Provision::whole(version.id)).await
}

pub async fn insert_provision(tx: &mut Tx, provision: &Provision) -> StoreResult<()> {
    execute!(
        tx,
        INSERT_PROVISION,
        provision.id.to_string(),
        provision.draft_version.to_string(),
        provision.stable_id.as_str(),
        provision.position,
        provision.level.code(),
        provision.label.as_str(),
        provision.citation.as_str(),
        provision.text.as_str(),
    )
    .map(|_| ())
}
