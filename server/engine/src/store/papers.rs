//! Position papers.

use super::organisations::{OrganisationRow, to_ref};
use super::row::{Text, recommendation_list, text_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::ids::{BodyId, ItemId, OrganisationId, PaperId, PersonId, RoundId, SubgroupId};
use model::domain::item::ItemState;
use model::domain::language::Language;
use model::domain::late::Admission;
use model::domain::moderation::{Ruling, Undoing};
use model::domain::organisation::OrganisationRef;
use model::domain::paper::{Consent, Discarding, Paper, PaperContent, PaperSubmission, Withdrawal, is_for_the_chair};
use model::domain::recommendation::Recommendation;
use model::domain::redaction::Redacted;
use model::domain::time::Instant;
use model::portal::{PlaceToTake, Succession};
use sqlx::FromRow;

statements! {
    BY_ID = "SELECT id, organisation_id, round_id, subgroup_id, state, title, language, text, answers, recommendations, consent, redacted, replaces_id, version, updated_at FROM paper WHERE id = $1";
    INSERT = "INSERT INTO paper (id, organisation_id, round_id, subgroup_id, state, title, language, text, version, created_by, created_at, updated_at, submitted_at, answers, replaces_id, consent, recommendations) VALUES ($1, $2, $3, $4, 'draft', $5, $6, $7, 1, $8, $9, $9, NULL, $10, $11, $12, $13)";
    SAME = "SELECT id FROM paper WHERE organisation_id = $1 AND round_id = $2 AND title = $3 AND language = $4 AND text = $5 AND COALESCE(subgroup_id, '') = $6 AND created_at > $7 AND answers = $8 AND COALESCE(consent, '') = $9 AND recommendations = $10 AND version = 1 ORDER BY created_at, id LIMIT 1";
    SAVE = "UPDATE paper SET title = $3, language = $4, subgroup_id = $5, text = $6, answers = $8, consent = $9, recommendations = $10, version = version + 1, updated_at = $7 WHERE id = $1 AND version = $2";
    SUBMIT = "UPDATE paper SET state = $4, version = version + 1, submitted_at = $3, submitted_as = (SELECT name FROM organisation WHERE organisation.id = paper.organisation_id) WHERE id = $1 AND version = $2";
    DECIDE = "UPDATE paper SET state = $3, version = version + 1 WHERE id = $1 AND version = $2";
    // Taken back: it waits again.
    UNDO = "UPDATE paper SET state = 'submitted', version = version + 1 WHERE id = $1 AND version = $2";
    MOVE = "UPDATE paper SET subgroup_id = $3, version = version + 1 WHERE id = $1 AND version = $2";
    // What had to give way to a paper whose acceptance is taken back.
    REINSTATE = "UPDATE paper SET state = 'accepted', version = version + 1, ended_at = NULL WHERE id = $1 AND state = 'replaced' AND ended_at = $2 AND (SELECT d.outcome FROM decision d WHERE d.item_id = paper.id AND NOT d.apart ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) IN ('accept', 'appeal_granted')";
    ADMIT = "UPDATE paper SET title = $3, language = $4, subgroup_id = $5, text = $6, answers = $9, consent = $10, state = $11, recommendations = $12, version = version + 1, submitted_at = $7, received_late = $8, submitted_as = (SELECT name FROM organisation WHERE organisation.id = paper.organisation_id) WHERE id = $1 AND version = $2";
    SPLIT = "INSERT INTO paper (id, organisation_id, round_id, subgroup_id, state, title, language, text, version, created_by, created_at, updated_at, submitted_at, answers, replaces_id, consent, recommendations) SELECT $2, organisation_id, round_id, subgroup_id, 'draft', title, language, text, 1, created_by, updated_at, updated_at, NULL, answers, CASE WHEN $3 THEN id ELSE NULL END, consent, recommendations FROM paper WHERE id = $1";
    WITHDRAW = "UPDATE paper SET state = 'withdrawn', version = version + 1, ended_at = $3 WHERE id = $1 AND version = $2";
    DISCARD = "DELETE FROM paper WHERE id = $1 AND version = $2 AND state = 'draft'";
    REPLACE = "UPDATE paper SET state = 'replaced', version = version + 1, ended_at = $3 WHERE id = $1 AND version = $2";
    // What was written jointly stands apart; what was returned is revised itself.
    PLACE_TO_TAKE = "SELECT p.id, p.title, p.language FROM paper d JOIN paper p ON p.organisation_id = d.organisation_id AND p.round_id = d.round_id AND COALESCE(p.subgroup_id, '-') = COALESCE(d.subgroup_id, '-') AND p.id <> d.id WHERE d.id = $1 AND d.state = 'draft' AND d.replaces_id IS NULL AND p.state IN ('submitted', 'accepted', 'for_the_chair') AND NOT EXISTS (SELECT 1 FROM paper n WHERE n.replaces_id = p.id AND n.state NOT IN ('withdrawn', 'declined')) AND NOT EXISTS (SELECT 1 FROM joint_invitation j WHERE j.paper_id = d.id AND j.declined_at IS NULL) AND NOT EXISTS (SELECT 1 FROM co_signature c WHERE c.paper_id = p.id AND c.round_id = p.round_id AND c.taken_back_at IS NULL) ORDER BY p.submitted_at DESC, p.id DESC LIMIT 1";
    TAKE_PLACE = "UPDATE paper SET replaces_id = $2 WHERE id = $1 AND state = 'draft' AND replaces_id IS NULL";
    SUCCESSION = "SELECT o.id, o.state, o.consent, p.ended_at FROM paper p LEFT JOIN paper o ON o.id = p.replaces_id WHERE p.id = $1";
    // However often it was replaced: the one at the end that is not at its own end.
    NEXT = "WITH RECURSIVE chain (id, state, n) AS (SELECT p.id, p.state, 1 FROM paper p WHERE p.replaces_id = $1 UNION ALL SELECT x.id, x.state, c.n + 1 FROM paper x JOIN chain c ON x.replaces_id = c.id WHERE c.state = 'replaced' AND c.n < 50) SELECT c.id, c.state FROM chain c WHERE c.state IN ('draft', 'submitted', 'returned', 'accepted', 'for_the_chair') ORDER BY c.n DESC, c.id DESC LIMIT 1";
    RESTORE = "UPDATE paper SET title = $2, language = $3, subgroup_id = $4, text = $5, answers = $6, consent = $7, recommendations = $8 WHERE id = $1";
    // However often it was replaced since. What never was public leads nowhere.
    SUCCESSOR = "WITH RECURSIVE chain (id, state, n) AS (SELECT p.id, p.state, 0 FROM paper p WHERE p.id = $1 AND p.state = 'replaced' AND EXISTS (SELECT 1 FROM decision d WHERE d.item_id = p.id AND NOT d.apart AND d.outcome IN ('accept', 'appeal_granted')) UNION ALL SELECT x.id, x.state, c.n + 1 FROM paper x JOIN chain c ON x.replaces_id = c.id WHERE c.state = 'replaced' AND c.n < 50) SELECT c.id FROM chain c WHERE c.state = 'accepted' ORDER BY c.n DESC, c.id LIMIT 1";
    HOLD = "UPDATE paper SET id = id WHERE id = $1 AND version = $2";
    SOURCE = "SELECT p.received_late, (SELECT x.full_name FROM person x WHERE x.deleted_at IS NULL AND x.id = (SELECT r.person_id FROM receipt r WHERE r.item_id = p.id ORDER BY r.received_at DESC, r.id DESC LIMIT 1)) AS submitted_by, o.id, COALESCE(p.submitted_as, o.name) AS name, o.stakeholder_type, o.region FROM paper p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1";
    COUNTS = ids "SELECT p.subgroup_id, p.state, COUNT(*) FROM paper p WHERE p.state IN ('submitted', 'accepted', 'returned', 'declined') AND p.subgroup_id IN " " GROUP BY p.subgroup_id, p.state ORDER BY p.subgroup_id, p.state";
    COUNTS_WHOLE_BODY = ids "SELECT n.body_id, p.state, COUNT(*) FROM paper p JOIN round r ON r.id = p.round_id JOIN session n ON n.id = r.session_id WHERE p.state IN ('submitted', 'accepted', 'returned', 'declined') AND p.subgroup_id IS NULL AND n.body_id IN " " GROUP BY n.body_id, p.state ORDER BY n.body_id, p.state";
}

#[derive(FromRow)]
struct PaperRow {
    id: Text<PaperId>,
    organisation_id: Text<OrganisationId>,
    round_id: Text<RoundId>,
    subgroup_id: Option<Text<SubgroupId>>,
    state: Text<ItemState>,
    title: String,
    language: Text<Language>,
    text: String,
    answers: Text<Vec<String>>,
    recommendations: Text<Vec<Recommendation>>,
    consent: Option<Text<Consent>>,
    redacted: Text<Redacted>,
    replaces_id: Option<Text<PaperId>>,
    version: i64,
    updated_at: i64,
}

/// A paper as it was written, whatever of it is redacted.
pub async fn by_id(tx: &mut Tx, id: PaperId) -> StoreResult<Option<Paper>> {
    let row = fetch_optional!(tx, PaperRow, BY_ID, id.to_string())?;
    Ok(row.map(|row| Paper {
        id: row.id.0,
        organisation: row.organisation_id.0,
        round: row.round_id.0,
        state: row.state.0,
        content: PaperContent {
            title: row.title,
            language: row.language.0,
            subgroup: row.subgroup_id.map(|id| id.0),
            text: row.text,
            answers: row.answers.0,
            recommendations: row.recommendations.0,
            consent: row.consent.map(|consent| consent.0),
        },
        redacted: row.redacted.0,
        replaces: row.replaces_id.map(|id| id.0),
        version: row.version,
        updated_at: Instant(row.updated_at),
    }))
}

/// A new draft, at version 1.
#[derive(Debug)]
pub struct NewPaper<'a> {
    pub id: PaperId,
    pub organisation: OrganisationId,
    pub round: RoundId,
    pub content: &'a PaperContent,
    /// The paper whose place it is to take.
    pub replaces: Option<PaperId>,
    pub by: PersonId,
    pub at: Instant,
}

pub async fn insert(tx: &mut Tx, paper: &NewPaper<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        paper.id.to_string(),
        paper.organisation.to_string(),
        paper.round.to_string(),
        paper.content.subgroup.map(|id| id.to_string()),
        paper.content.title.as_str(),
        paper.content.language.code(),
        paper.content.text.as_str(),
        paper.by.to_string(),
        paper.at.0,
        text_list(&paper.content.answers),
        paper.replaces.map(|id| id.to_string()),
        paper.content.consent.map(Consent::code),
        recommendation_list(&paper.content.recommendations),
    )
    .map(|_| ())
}

/// The same new draft, word for word, by the same organisation since `since`: what a double click makes.
pub async fn same(tx: &mut Tx, paper: &NewPaper<'_>, since: Instant) -> StoreResult<Option<PaperId>> {
    let row = fetch_optional!(
        tx,
        (Text<PaperId>,),
        SAME,
        paper.organisation.to_string(),
        paper.round.to_string(),
        paper.content.title.as_str(),
        paper.content.language.code(),
        paper.content.text.as_str(),
        paper.content.subgroup.map(|id| id.to_string()).unwrap_or_default(),
        since.0,
        text_list(&paper.content.answers),
        paper.content.consent.map_or("", Consent::code),
        recommendation_list(&paper.content.recommendations),
    )?;
    Ok(row.map(|(id,)| id.0))
}

/// Saves the words of a draft over `version`.
///
/// # Errors
/// `Conflict` when another version is stored.
pub async fn save(tx: &mut Tx, id: PaperId, version: i64, content: &PaperContent, at: Instant) -> StoreResult<()> {
    let touched = execute!(
        tx,
        SAVE,
        id.to_string(),
        version,
        content.title.as_str(),
        content.language.code(),
        content.subgroup.map(|id| id.to_string()),
        content.text.as_str(),
        at.0,
        text_list(&content.answers),
        content.consent.map(Consent::code),
        recommendation_list(&content.recommendations),
    )?;
    one(touched)
}

/// # Errors
/// `Conflict` when the paper changed since the submission was made.
pub async fn set_submitted(tx: &mut Tx, submission: &PaperSubmission) -> StoreResult<()> {
    one(execute!(tx, SUBMIT, submission.paper().to_string(), submission.from_version(), submission.at().0, submission.state().code(),)?)
}

/// # Errors
/// `Conflict` when the paper changed since the withdrawal was made.
pub async fn set_withdrawn(tx: &mut Tx, withdrawal: &Withdrawal) -> StoreResult<()> {
    one(execute!(tx, WITHDRAW, withdrawal.paper().to_string(), withdrawal.from_version(), withdrawal.at().0)?)
}

/// Deletes a draft. Its transaction has held it since before it was looked whether there is a record of it.
///
/// # Errors
/// `Conflict` when it changed since.
pub async fn discard(tx: &mut Tx, discarding: &Discarding) -> StoreResult<()> {
    one(execute!(tx, DISCARD, discarding.paper().to_string(), discarding.from_version())?)
}

/// Notes that another paper took the place of this one.
///
/// # Errors
/// `Conflict` when the paper is not at `version` any more.
pub async fn set_replaced(tx: &mut Tx, id: PaperId, version: i64, at: Instant) -> StoreResult<()> {
    one(execute!(tx, REPLACE, id.to_string(), version, at.0)?)
}

type SuccessionRow = (Option<Text<PaperId>>, Option<Text<ItemState>>, Option<Text<Consent>>, Option<i64>);

/// What a paper replaces, and what replaces it. `all`: also what is, or was, for the chair only.
pub async fn succession(tx: &mut Tx, id: PaperId, all: bool) -> StoreResult<Succession> {
    let Some((earlier, was, consent, ended_at)) = fetch_optional!(tx, SuccessionRow, SUCCESSION, id.to_string())? else {
        return Ok(Succession::default());
    };
    let next = fetch_optional!(tx, (Text<PaperId>, Text<ItemState>), NEXT, id.to_string())?;
    let consent = consent.map(|consent| consent.0);
    Ok(Succession {
        replaces: earlier.zip(was).map(|(id, state)| (id.0, state.0)).filter(|(_, state)| all || !is_for_the_chair(*state, consent)),
        replaced_by: next.map(|(id, state)| (id.0, state.0)).filter(|(_, state)| all || !is_for_the_chair(*state, None)),
        ended_at: ended_at.map(Instant),
    })
}

/// What a draft could take the place of: a paper of its organisation that stands in its round for the same subgroup, the newest.
pub async fn place_to_take(tx: &mut Tx, draft: PaperId) -> StoreResult<Option<PlaceToTake>> {
    let found = fetch_optional!(tx, (Text<PaperId>, String, Text<Language>), PLACE_TO_TAKE, draft.to_string())?;
    Ok(found.map(|(id, title, language)| PlaceToTake { id: id.0, title, language: language.0 }))
}

/// # Errors
/// `Conflict` when it is no draft any more, or takes another place.
pub async fn take_place(tx: &mut Tx, draft: PaperId, of: PaperId) -> StoreResult<()> {
    one(execute!(tx, TAKE_PLACE, draft.to_string(), of.to_string())?)
}

/// Puts the words back that were submitted.
pub async fn restore(tx: &mut Tx, id: PaperId, content: &PaperContent) -> StoreResult<()> {
    one(execute!(
        tx,
        RESTORE,
        id.to_string(),
        content.title.as_str(),
        content.language.code(),
        content.subgroup.map(|id| id.to_string()),
        content.text.as_str(),
        text_list(&content.answers),
        content.consent.map(Consent::code),
        recommendation_list(&content.recommendations),
    )?)
}

/// The public paper at the end of those that replaced this one after the other.
pub async fn successor(tx: &mut Tx, id: PaperId) -> StoreResult<Option<PaperId>> {
    Ok(fetch_optional!(tx, (Text<PaperId>,), SUCCESSOR, id.to_string())?.map(|(id,)| id.0))
}

/// Takes what was sealed as submitted: its words become those of the paper.
///
/// # Errors
/// `Conflict` when the paper is not at `version` any more.
pub async fn set_admitted(tx: &mut Tx, admission: &Admission, version: i64, content: &PaperContent) -> StoreResult<()> {
    one(execute!(
        tx,
        ADMIT,
        admission.item().to_string(),
        version,
        content.title.as_str(),
        content.language.code(),
        content.subgroup.map(|id| id.to_string()),
        content.text.as_str(),
        admission.received_at().0,
        admission.late(),
        text_list(&content.answers),
        content.consent.map(Consent::code),
        content.submitted_state().code(),
        recommendation_list(&content.recommendations),
    )?)
}

/// Lets the words of a paper go on as a draft of their own, with the id `new`. `replaces`: it is to take the place of the paper.
pub async fn split(tx: &mut Tx, id: PaperId, new: PaperId, replaces: bool) -> StoreResult<()> {
    one(execute!(tx, SPLIT, id.to_string(), new.to_string(), replaces)?)
}

/// Makes other writers of a paper wait until this transaction has ended.
///
/// # Errors
/// `Conflict` when the paper is not at `version` any more.
pub async fn hold(tx: &mut Tx, id: PaperId, version: i64) -> StoreResult<()> {
    one(execute!(tx, HOLD, id.to_string(), version)?)
}

/// # Errors
/// `Conflict` when the paper changed since the ruling was made.
pub async fn set_decided(tx: &mut Tx, ruling: &Ruling) -> StoreResult<()> {
    one(execute!(tx, DECIDE, ruling.item().to_string(), ruling.from_version(), ruling.outcome().state().code())?)
}

/// # Errors
/// `Conflict` when the paper changed since.
pub async fn set_undone(tx: &mut Tx, undoing: &Undoing) -> StoreResult<()> {
    one(execute!(tx, UNDO, undoing.item().to_string(), undoing.from_version())?)
}

/// Puts a paper into the queue of a subgroup; `None`: of the whole body.
///
/// # Errors
/// `Conflict` when the paper changed since.
pub async fn set_queue(tx: &mut Tx, id: ItemId, version: i64, to: Option<SubgroupId>) -> StoreResult<()> {
    one(execute!(tx, MOVE, id.to_string(), version, to.map(|id| id.to_string()))?)
}

/// Makes a paper public again that was replaced at `at`; answers whether it was.
pub async fn reinstate(tx: &mut Tx, id: PaperId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, REINSTATE, id.to_string(), at.0)? > 0)
}

/// Whose an input is, and whether it came late.
#[derive(FromRow)]
pub(super) struct SourceRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    received_late: bool,
}

impl SourceRow {
    pub(super) fn into_parts(self) -> (OrganisationRef, bool) {
        (to_ref(self.organisation), self.received_late)
    }
}

/// An update that must touch one row.
pub(super) const fn one(touched: u64) -> StoreResult<()> {
    if touched == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Whose a paper is.
#[derive(FromRow)]
struct PaperSourceRow {
    #[sqlx(flatten)]
    source: SourceRow,
    submitted_by: Option<String>,
}

/// The organisation of a paper, by the name it was submitted under; whether it was received after the deadline and admitted by the chair;
/// and the name of the person who submitted it, unless the account is deleted.
pub async fn source(tx: &mut Tx, id: PaperId) -> StoreResult<Option<(OrganisationRef, bool, Option<String>)>> {
    let row = fetch_optional!(tx, PaperSourceRow, SOURCE, id.to_string())?;
    Ok(row.map(|row| {
        let (organisation, late) = row.source.into_parts();
        (organisation, late, row.submitted_by)
    }))
}

/// Numbers by subgroup and state, drafts apart.
pub async fn counts(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<(SubgroupId, ItemState, i64)>> {
    let rows = fetch_all!(tx, (Text<SubgroupId>, Text<ItemState>, i64), COUNTS, subgroups)?;
    Ok(rows.into_iter().map(|(id, state, n)| (id.0, state.0, n)).collect())
}

/// Numbers of papers to the whole of each body, by state, drafts apart.
pub async fn counts_whole_body(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<(BodyId, ItemState, i64)>> {
    let rows = fetch_all!(tx, (Text<BodyId>, Text<ItemState>, i64), COUNTS_WHOLE_BODY, bodies)?;
    Ok(rows.into_iter().map(|(body, state, n)| (body.0, state.0, n)).collect())
}
