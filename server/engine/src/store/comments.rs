//! Comments on provisions.

use super::content::{ContentRow, content};
use super::organisations::AuthorRow;
use super::papers::{SourceRow, one};
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::comment::{Comment, CommentContent, CommentSubmission, CommentWithdrawal};
use model::domain::ids::{CommentId, OrganisationId, PersonId, ProvisionId, RoundId, SubgroupId};
use model::domain::item::ItemState;
use model::domain::late::Admission;
use model::domain::moderation::{Ruling, Undoing};
use model::domain::organisation::OrganisationRef;
use model::domain::time::Instant;
use model::portal::CommentLine;
use sqlx::FromRow;
use std::collections::HashMap;

/// The columns of a line and the tables they come from.
macro_rules! columns {
    () => {
        concat!(
            "SELECT c.id, c.provision_id, v.citation, c.round_id, c.state, ",
            $crate::store::content::content!(),
            ", c.submitted_at, c.updated_at, c.received_late, o.id AS organisation_id, COALESCE(c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region"
        )
    };
}
macro_rules! tables {
    () => {
        " FROM comment c JOIN provision v ON v.id = c.provision_id JOIN organisation o ON o.id = c.organisation_id "
    };
}

pub(super) use {columns, tables};

macro_rules! line {
    ($rest:literal) => {
        concat!(columns!(), tables!(), $rest)
    };
}

/// A comment as it stands.
macro_rules! comment {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.organisation_id, c.round_id, c.provision_id, c.state, ",
            content!(),
            ", c.version, c.updated_at, c.ended_at FROM comment c ",
            $rest
        )
    };
}

statements! {
    BY_ID = from comment "WHERE c.id = $1";
    INSERT = "INSERT INTO comment (id, organisation_id, round_id, provision_id, state, version, created_by, created_at, updated_at, language, kind, quote, stance, operation, proposed_text, reason, link, queue_id) VALUES ($1, $2, $3, $4, 'draft', 1, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, (SELECT d.subgroup_id FROM provision v JOIN draft_version dv ON dv.id = v.draft_version_id JOIN draft d ON d.id = dv.draft_id WHERE v.id = $4))";
    SAVE = "UPDATE comment SET language = $3, kind = $4, quote = $5, stance = $6, operation = $7, proposed_text = $8, reason = $9, link = $10, version = version + 1, updated_at = $11 WHERE id = $1 AND version = $2";
    SUBMIT = "UPDATE comment SET state = 'submitted', version = version + 1, submitted_at = $3, submitted_as = (SELECT name FROM organisation WHERE organisation.id = comment.organisation_id) WHERE id = $1 AND version = $2";
    DECIDE = "UPDATE comment SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";
    UNDO = "UPDATE comment SET state = 'submitted', version = version + 1 WHERE id = $1 AND version = $2";
    ADMIT = "UPDATE comment SET language = $3, kind = $4, quote = $5, stance = $6, operation = $7, proposed_text = $8, reason = $9, link = $10, state = 'submitted', version = version + 1, submitted_at = $11, received_late = $12, submitted_as = (SELECT name FROM organisation WHERE organisation.id = comment.organisation_id) WHERE id = $1 AND version = $2";
    IN_TIME = "UPDATE comment SET received_late = FALSE WHERE id = $1";
    WITHDRAW = "UPDATE comment SET state = 'withdrawn', version = version + 1, ended_at = $3 WHERE id = $1 AND version = $2";
    RESTORE = "UPDATE comment SET language = $2, kind = $3, quote = $4, stance = $5, operation = $6, proposed_text = $7, reason = $8, link = $9 WHERE id = $1";
    SPLIT = "INSERT INTO comment (id, organisation_id, round_id, provision_id, state, version, created_by, created_at, updated_at, language, kind, quote, stance, operation, proposed_text, reason, link, queue_id) SELECT $2, organisation_id, round_id, provision_id, 'draft', 1, created_by, updated_at, updated_at, language, kind, quote, stance, operation, proposed_text, reason, link, queue_id FROM comment WHERE id = $1";
    HOLD = "UPDATE comment SET id = id WHERE id = $1 AND version = $2";
    PUBLIC_BY_IDS = from line ids "WHERE c.state = 'accepted' AND c.id IN " " ORDER BY c.submitted_at, c.id";
    OF_PERSON_ON_PROVISION = from line "JOIN membership m ON m.organisation_id = c.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND c.provision_id = $2 ORDER BY c.updated_at DESC, c.id LIMIT 100";
    OF_PERSON = from line "JOIN membership m ON m.organisation_id = c.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL ORDER BY c.updated_at DESC, c.id LIMIT 200";
    COUNTS = ids "SELECT queue_id, state, COUNT(*) FROM comment WHERE state IN ('submitted', 'accepted', 'returned', 'declined') AND queue_id IN " " GROUP BY queue_id, state ORDER BY queue_id, state";
    OF_ORGANISATION_FIRST = from line "WHERE c.organisation_id = $1 AND c.state = 'accepted' ORDER BY c.submitted_at DESC, c.id DESC LIMIT $2";
    OF_ORGANISATION_AFTER = from line "WHERE c.organisation_id = $1 AND c.state = 'accepted' AND (c.submitted_at, c.id) < ($3, $4) ORDER BY c.submitted_at DESC, c.id DESC LIMIT $2";
    SOURCE = "SELECT c.received_late, o.id, COALESCE(c.submitted_as, o.name) AS name, o.stakeholder_type, o.region FROM comment c JOIN organisation o ON o.id = c.organisation_id WHERE c.id = $1";
    // What was taken back meanwhile is sent anew.
    SAME = "SELECT id FROM comment WHERE organisation_id = $1 AND round_id = $2 AND provision_id = $3 AND language = $4 AND kind = $5 AND quote = $6 AND stance = $7 AND operation = $8 AND proposed_text = $9 AND reason = $10 AND link = $11 AND created_at > $12 AND state <> 'withdrawn' ORDER BY created_at, id LIMIT 1";
}

#[derive(FromRow)]
struct CommentRow {
    id: Text<CommentId>,
    organisation_id: Text<OrganisationId>,
    round_id: Text<RoundId>,
    provision_id: Text<ProvisionId>,
    state: Text<ItemState>,
    #[sqlx(flatten)]
    content: ContentRow,
    version: i64,
    updated_at: i64,
    ended_at: Option<i64>,
}

#[derive(FromRow)]
pub(super) struct LineRow {
    id: Text<CommentId>,
    provision_id: Text<ProvisionId>,
    citation: String,
    round_id: Text<RoundId>,
    state: Text<ItemState>,
    #[sqlx(flatten)]
    content: ContentRow,
    submitted_at: Option<i64>,
    updated_at: i64,
    received_late: bool,
    #[sqlx(flatten)]
    author: AuthorRow,
}

impl From<LineRow> for CommentLine {
    fn from(row: LineRow) -> Self {
        Self {
            id: row.id.0,
            provision: row.provision_id.0,
            citation: row.citation,
            round: row.round_id.0,
            organisation: row.author.into(),
            content: row.content.into(),
            state: row.state.0,
            submitted_at: row.submitted_at.map(Instant),
            updated_at: Instant(row.updated_at),
            late: row.received_late,
        }
    }
}

fn lines(rows: Vec<LineRow>) -> Vec<CommentLine> {
    rows.into_iter().map(CommentLine::from).collect()
}

/// A comment as it was written, whatever of it is redacted.
pub async fn by_id(tx: &mut Tx, id: CommentId) -> StoreResult<Option<Comment>> {
    let row = fetch_optional!(tx, CommentRow, BY_ID, id.to_string())?;
    Ok(row.map(|row| {
        let (content, redacted) = row.content.into_parts();
        Comment {
            id: row.id.0,
            organisation: row.organisation_id.0,
            round: row.round_id.0,
            provision: row.provision_id.0,
            state: row.state.0,
            content,
            redacted,
            version: row.version,
            updated_at: Instant(row.updated_at),
            ended_at: row.ended_at.map(Instant),
        }
    }))
}

/// A new draft, at version 1.
#[derive(Debug)]
pub struct NewComment<'a> {
    pub id: CommentId,
    pub organisation: OrganisationId,
    pub round: RoundId,
    pub provision: ProvisionId,
    pub content: &'a CommentContent,
    pub by: PersonId,
    pub at: Instant,
}

pub async fn insert(tx: &mut Tx, comment: &NewComment<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        comment.id.to_string(),
        comment.organisation.to_string(),
        comment.round.to_string(),
        comment.provision.to_string(),
        comment.by.to_string(),
        comment.at.0,
        comment.content.language.code(),
        comment.content.kind.code(),
        comment.content.quote.as_str(),
        comment.content.stance.code(),
        comment.content.operation.code(),
        comment.content.proposed_text.as_str(),
        comment.content.reason.as_str(),
        comment.content.link.as_str(),
    )
    .map(|_| ())
}

/// The same comment, word for word, by the same organisation since `since`: what a double click sends.
pub async fn same(tx: &mut Tx, comment: &NewComment<'_>, since: Instant) -> StoreResult<Option<CommentId>> {
    let row = fetch_optional!(
        tx,
        (Text<CommentId>,),
        SAME,
        comment.organisation.to_string(),
        comment.round.to_string(),
        comment.provision.to_string(),
        comment.content.language.code(),
        comment.content.kind.code(),
        comment.content.quote.as_str(),
        comment.content.stance.code(),
        comment.content.operation.code(),
        comment.content.proposed_text.as_str(),
        comment.content.reason.as_str(),
        comment.content.link.as_str(),
        since.0,
    )?;
    Ok(row.map(|(id,)| id.0))
}

/// Saves the words of a draft over `version`.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn save(tx: &mut Tx, id: CommentId, version: i64, content: &CommentContent, at: Instant) -> StoreResult<()> {
    let touched = execute!(
        tx,
        SAVE,
        id.to_string(),
        version,
        content.language.code(),
        content.kind.code(),
        content.quote.as_str(),
        content.stance.code(),
        content.operation.code(),
        content.proposed_text.as_str(),
        content.reason.as_str(),
        content.link.as_str(),
        at.0,
    )?;
    one(touched)
}

/// # Errors
/// `Conflict` when the comment changed since the submission was made.
pub async fn set_submitted(tx: &mut Tx, submission: &CommentSubmission) -> StoreResult<()> {
    one(execute!(tx, SUBMIT, submission.comment().to_string(), submission.from_version(), submission.at().0)?)
}

/// Takes what was sealed as sent: its words become those of the comment.
///
/// # Errors
/// `Conflict` when the comment is not at `version` any more.
pub async fn set_admitted(tx: &mut Tx, admission: &Admission, version: i64, content: &CommentContent) -> StoreResult<()> {
    one(execute!(
        tx,
        ADMIT,
        admission.item().to_string(),
        version,
        content.language.code(),
        content.kind.code(),
        content.quote.as_str(),
        content.stance.code(),
        content.operation.code(),
        content.proposed_text.as_str(),
        content.reason.as_str(),
        content.link.as_str(),
        admission.received_at().0,
        admission.late(),
    )?)
}

/// Takes away the mark of what came late: its words are others now.
pub async fn set_in_time(tx: &mut Tx, id: CommentId) -> StoreResult<()> {
    one(execute!(tx, IN_TIME, id.to_string())?)
}

/// Stores a comment as taken back.
///
/// # Errors
/// `Conflict` when the comment changed since the withdrawal was made.
pub async fn set_withdrawn(tx: &mut Tx, withdrawal: &CommentWithdrawal) -> StoreResult<()> {
    one(execute!(tx, WITHDRAW, withdrawal.comment().to_string(), withdrawal.from_version(), withdrawal.at().0)?)
}

/// Puts the words that were sent back in the place of those they were being revised to.
pub async fn restore(tx: &mut Tx, id: CommentId, content: &CommentContent) -> StoreResult<()> {
    one(execute!(
        tx,
        RESTORE,
        id.to_string(),
        content.language.code(),
        content.kind.code(),
        content.quote.as_str(),
        content.stance.code(),
        content.operation.code(),
        content.proposed_text.as_str(),
        content.reason.as_str(),
        content.link.as_str(),
    )?)
}

/// Lets the words of a comment go on as a draft of their own, with the id `new`.
pub async fn split(tx: &mut Tx, id: CommentId, new: CommentId) -> StoreResult<()> {
    one(execute!(tx, SPLIT, id.to_string(), new.to_string())?)
}

/// Makes other writers of a comment wait until this transaction has ended.
///
/// # Errors
/// `Conflict` when the comment is not at `version` any more.
pub async fn hold(tx: &mut Tx, id: CommentId, version: i64) -> StoreResult<()> {
    one(execute!(tx, HOLD, id.to_string(), version)?)
}

/// # Errors
/// `Conflict` when the comment changed since the ruling was made.
pub async fn set_decided(tx: &mut Tx, ruling: &Ruling) -> StoreResult<()> {
    one(execute!(tx, DECIDE, ruling.item().to_string(), ruling.from_version(), ruling.outcome().state().code())?)
}

/// # Errors
/// `Conflict` when the comment changed since.
pub async fn set_undone(tx: &mut Tx, undoing: &Undoing) -> StoreResult<()> {
    one(execute!(tx, UNDO, undoing.item().to_string(), undoing.from_version())?)
}

/// These comments, as far as they are public still, in the order of the list.
pub async fn public_in_order(tx: &mut Tx, ids: &[CommentId]) -> StoreResult<Vec<CommentLine>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = fetch_all!(tx, LineRow, PUBLIC_BY_IDS, id_list(ids))?;
    let mut found: HashMap<CommentId, CommentLine> = lines(rows).into_iter().map(|line| (line.id, line)).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The comments of a person's organisations on a provision, the last changed first.
pub async fn of_person_on_provision(tx: &mut Tx, person: PersonId, provision: ProvisionId) -> StoreResult<Vec<CommentLine>> {
    fetch_all!(tx, LineRow, OF_PERSON_ON_PROVISION, person.to_string(), provision.to_string()).map(lines)
}

/// What an organisation said and is public, the newest first, after `cursor`.
pub async fn public_of_organisation(
    tx: &mut Tx,
    organisation: OrganisationId,
    cursor: Option<(Instant, CommentId)>,
    limit: i64,
) -> StoreResult<Vec<CommentLine>> {
    match cursor {
        None => fetch_all!(tx, LineRow, OF_ORGANISATION_FIRST, organisation.to_string(), limit),
        Some((at, id)) => fetch_all!(tx, LineRow, OF_ORGANISATION_AFTER, organisation.to_string(), limit, at.0, id.to_string()),
    }
    .map(lines)
}

/// The organisation of a comment, by the name it was sent under, and whether it was received after the deadline and admitted by the
/// chair.
pub async fn source(tx: &mut Tx, id: CommentId) -> StoreResult<Option<(OrganisationRef, bool)>> {
    Ok(fetch_optional!(tx, SourceRow, SOURCE, id.to_string())?.map(SourceRow::into_parts))
}

/// The comments of a person's organisations, the last changed first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<CommentLine>> {
    fetch_all!(tx, LineRow, OF_PERSON, person.to_string()).map(lines)
}

/// Numbers by subgroup and state, drafts apart.
pub async fn counts(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<(SubgroupId, ItemState, i64)>> {
    let rows = fetch_all!(tx, (Text<SubgroupId>, Text<ItemState>, i64), COUNTS, subgroups)?;
    Ok(rows.into_iter().map(|(id, state, n)| (id.0, state.0, n)).collect())
}
