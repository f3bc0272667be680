//! Reminders before a deadline: which ends come near, who holds something unsubmitted, who was written to.
//!
//! The statements narrow down what is read by the value of an end. Whether an end holds for somebody is for `Window::phase` to say.

use super::row::Text;
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{CommentId, ItemId, LedgerEntryId, OrganisationId, PaperId, PersonId, RoundId};
use model::domain::item::ItemState;
use model::domain::language::{Language, LocalizedText};
use model::domain::paper::{Consent, PaperContent, PaperProblem};
use model::domain::person::Function;
use model::domain::recommendation::Recommendation;
use model::domain::reminder::Mark;
use model::domain::time::Instant;
use model::domain::window::Grant;
use sqlx::FromRow;

/// Inputs of one kind that one organisation is reminded of in a mail; the desk lists the others.
pub const LISTED: i64 = 20;

statements! {
    ENDS = "SELECT x.round_id, x.organisation_id, x.ends_at FROM (SELECT e.round_id AS round_id, '' AS organisation_id, e.closes_at AS ends_at FROM ledger_entry e WHERE e.sets_window AND e.closes_at BETWEEN $1 AND $2 AND e.number = (SELECT MAX(n.number) FROM ledger_entry n WHERE n.round_id = e.round_id AND n.sets_window) UNION SELECT g.round_id, g.organisation_id, g.until FROM time_grant g WHERE g.until BETWEEN $1 AND $2) x WHERE NOT EXISTS (SELECT 1 FROM reminder_sweep s WHERE s.round_id = x.round_id AND s.organisation_id = x.organisation_id AND s.ends_at = x.ends_at AND s.mark = $3) ORDER BY x.ends_at, x.round_id, x.organisation_id LIMIT $4";
    HOLDERS = "SELECT m.person_id, m.organisation_id, m.function, m.created_at, p.email, p.full_name, p.locale, o.name FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id WHERE m.ended_at IS NULL AND m.function IN ('contact_point', 'drafter') AND p.confirmed_at IS NOT NULL AND p.deleted_at IS NULL AND ($2 = '' OR m.organisation_id = $2) AND (m.organisation_id IN (SELECT x.organisation_id FROM paper x WHERE x.round_id = $1 AND x.state IN ('draft', 'returned')) OR m.organisation_id IN (SELECT c.organisation_id FROM comment c WHERE c.round_id = $1 AND c.state IN ('draft', 'returned'))) AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.person_id = m.person_id AND r.organisation_id = m.organisation_id AND r.round_id = $1 AND r.ends_at = $3 AND r.mark = $4) ORDER BY m.person_id, m.organisation_id LIMIT $5";
    GRANTS = ids "SELECT g.organisation_id, g.item_id, g.until, g.ledger_entry_id, e.recorded_at FROM time_grant g JOIN ledger_entry e ON e.id = g.ledger_entry_id WHERE g.organisation_id IN " " AND g.round_id = $2 ORDER BY g.until, g.id";
    PAPERS = ids "SELECT y.id, y.organisation_id, y.title, y.language, y.text, y.answers, y.recommendations, y.consent, y.replaces_id, y.state, y.created_at, y.held, (SELECT MAX(d.decided_at) FROM decision d WHERE d.item_id = y.id AND NOT d.apart) AS decided_at, (SELECT s.name FROM subgroup s WHERE s.id = y.subgroup_id AND NOT EXISTS (SELECT 1 FROM subgroup_membership g WHERE g.subgroup_id = s.id AND g.organisation_id = y.organisation_id AND g.joined_at IS NOT NULL AND g.ended_at IS NULL)) AS unjoined FROM (SELECT p.*, COUNT(*) OVER (PARTITION BY p.organisation_id) AS held, ROW_NUMBER() OVER (PARTITION BY p.organisation_id ORDER BY p.updated_at DESC, p.id) AS place FROM paper p WHERE p.organisation_id IN " " AND p.round_id = $2 AND ((p.state = 'draft' AND p.created_at <= $4) OR (p.state = 'returned' AND (SELECT MAX(b.decided_at) FROM decision b WHERE b.item_id = p.id) <= $4)) AND NOT EXISTS (SELECT 1 FROM time_grant g WHERE g.round_id = $2 AND g.organisation_id = p.organisation_id AND (g.item_id IS NULL OR g.item_id = p.id) AND g.until > $5) AND ($6 = '' OR EXISTS (SELECT 1 FROM time_grant g WHERE g.round_id = $2 AND g.organisation_id = p.organisation_id AND (g.item_id IS NULL OR g.item_id = p.id) AND g.until = $5))) y WHERE y.place <= $3 ORDER BY y.organisation_id, y.place";
    COMMENTS = ids "SELECT y.id, y.organisation_id, y.citation, y.state, y.created_at, y.held, (SELECT MAX(d.decided_at) FROM decision d WHERE d.item_id = y.id AND NOT d.apart) AS decided_at FROM (SELECT c.id, c.organisation_id, c.state, c.created_at, v.citation, COUNT(*) OVER (PARTITION BY c.organisation_id) AS held, ROW_NUMBER() OVER (PARTITION BY c.organisation_id ORDER BY c.updated_at DESC, c.id) AS place FROM comment c JOIN provision v ON v.id = c.provision_id WHERE c.organisation_id IN " " AND c.round_id = $2 AND ((c.state = 'draft' AND c.created_at <= $4) OR (c.state = 'returned' AND (SELECT MAX(b.decided_at) FROM decision b WHERE b.item_id = c.id) <= $4)) AND NOT EXISTS (SELECT 1 FROM time_grant g WHERE g.round_id = $2 AND g.organisation_id = c.organisation_id AND (g.item_id IS NULL OR g.item_id = c.id) AND g.until > $5) AND ($6 = '' OR EXISTS (SELECT 1 FROM time_grant g WHERE g.round_id = $2 AND g.organisation_id = c.organisation_id AND (g.item_id IS NULL OR g.item_id = c.id) AND g.until = $5))) y WHERE y.place <= $3 ORDER BY y.organisation_id, y.place";
    INSERT = "INSERT INTO reminder (person_id, organisation_id, round_id, ends_at, mark, told, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    SWEPT = "INSERT INTO reminder_sweep (round_id, organisation_id, ends_at, mark, swept_at) VALUES ($1, $2, $3, $4, $5)";
    FORGET = "DELETE FROM reminder WHERE ends_at < $1";
    FORGET_SWEEPS = "DELETE FROM reminder_sweep WHERE ends_at < $1";
}

/// An end at which a mark is due, until everybody it concerns has been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub round: RoundId,
    /// `None`: the end for everybody; otherwise that of a grant to this organisation.
    pub organisation: Option<OrganisationId>,
    pub ends_at: Instant,
    pub mark: Mark,
}

impl Due {
    fn organisation_text(&self) -> String {
        self.organisation.map(|id| id.to_string()).unwrap_or_default()
    }
}

/// The nearest ends whose newest mark at `now` is `mark`, and that nobody has gone through yet.
pub async fn ends(tx: &mut Tx, mark: Mark, now: Instant, limit: i64) -> StoreResult<Vec<Due>> {
    let (from, to) = mark.reach(now);
    let rows = fetch_all!(tx, (Text<RoundId>, String, i64), ENDS, from.0, to.0, mark.code(), limit)?;
    let due = |(round, organisation, ends_at): (Text<RoundId>, String, i64)| {
        let organisation = match organisation.as_str() {
            "" => None,
            id => Some(id.parse().map_err(|_| super::StoreError::corrupt("time_grant", id, "organisation"))?),
        };
        Ok(Due { round: round.0, organisation, ends_at: Instant(ends_at), mark })
    };
    rows.into_iter().map(due).collect()
}

/// Somebody who may write or submit for an organisation that holds something unsubmitted.
#[derive(Debug, Clone)]
pub struct Holder {
    pub person: PersonId,
    pub organisation: OrganisationId,
    pub function: Function,
    /// Since when they are a member.
    pub since: Instant,
    pub email: String,
    pub full_name: String,
    pub locale: String,
    pub organisation_name: String,
}

#[derive(FromRow)]
struct HolderRow {
    person_id: Text<PersonId>,
    organisation_id: Text<OrganisationId>,
    function: Text<Function>,
    created_at: i64,
    email: String,
    full_name: String,
    locale: String,
    name: String,
}

/// Some of those who were not looked at yet for this end and mark.
pub async fn holders(tx: &mut Tx, due: &Due, limit: i64) -> StoreResult<Vec<Holder>> {
    let organisation = due.organisation_text();
    let rows = fetch_all!(tx, HolderRow, HOLDERS, due.round.to_string(), organisation, due.ends_at.0, due.mark.code(), limit)?;
    let holder = |row: HolderRow| Holder {
        person: row.person_id.0,
        organisation: row.organisation_id.0,
        function: row.function.0,
        since: Instant(row.created_at),
        email: row.email,
        full_name: row.full_name,
        locale: row.locale,
        organisation_name: row.name,
    };
    Ok(rows.into_iter().map(holder).collect())
}

type GrantRow = (Text<OrganisationId>, Option<Text<ItemId>>, i64, Text<LedgerEntryId>, i64);

/// The grants of these organisations (JSON list of ids) in a round, each with the instant it was given.
pub async fn grants(tx: &mut Tx, organisations: &str, round: RoundId) -> StoreResult<Vec<(Grant, Instant)>> {
    let rows = fetch_all!(tx, GrantRow, GRANTS, organisations, round.to_string())?;
    let grant = |(organisation, item, until, entry, given_at): GrantRow| {
        let grant = Grant { organisation: organisation.0, item: item.map(|id| id.0), until: Instant(until), entry: entry.0 };
        (grant, Instant(given_at))
    };
    Ok(rows.into_iter().map(grant).collect())
}

/// Something that was written and is not submitted.
#[derive(Debug)]
pub struct Unsubmitted {
    pub organisation: OrganisationId,
    pub state: ItemState,
    /// Since when it is unsubmitted: begun, or returned for revision.
    pub since: Instant,
    /// How many of this kind the organisation holds, listed or not.
    pub held: i64,
    pub what: What,
}

#[derive(Debug)]
pub enum What {
    /// `problems`: what else stops it; `unjoined`: the subgroup it is addressed to, where the organisation has not joined it.
    Paper {
        id: PaperId,
        title: String,
        problems: Vec<PaperProblem>,
        unjoined: Option<LocalizedText>,
        /// It is a new version of one that was submitted.
        version: bool,
    },
    Comment {
        id: CommentId,
        citation: String,
    },
}

impl Unsubmitted {
    pub fn item(&self) -> ItemId {
        match self.what {
            What::Paper { id, .. } => id.item(),
            What::Comment { id, .. } => id.item(),
        }
    }
}

#[derive(FromRow)]
struct PaperRow {
    id: Text<PaperId>,
    organisation_id: Text<OrganisationId>,
    title: String,
    language: Text<Language>,
    text: String,
    answers: Text<Vec<String>>,
    recommendations: Text<Vec<Recommendation>>,
    consent: Option<Text<Consent>>,
    state: Text<ItemState>,
    created_at: i64,
    held: i64,
    decided_at: Option<i64>,
    unjoined: Option<Text<LocalizedText>>,
    replaces_id: Option<Text<PaperId>>,
}

#[derive(FromRow)]
struct CommentRow {
    id: Text<CommentId>,
    organisation_id: Text<OrganisationId>,
    citation: String,
    state: Text<ItemState>,
    created_at: i64,
    held: i64,
    decided_at: Option<i64>,
}

/// What these organisations (JSON list of ids) hold unsubmitted in a round with the end that is due, as far as it was known before the
/// mark: for each at most [`LISTED`] papers, and as many comments.
pub async fn unsubmitted(tx: &mut Tx, organisations: &str, due: &Due) -> StoreResult<Vec<Unsubmitted>> {
    let since = |begun: i64, decided: Option<i64>| Instant(decided.map_or(begun, |decided| decided.max(begun)));
    let (round, mark, organisation) = (due.round.to_string(), (due.ends_at - due.mark.before()).0, due.organisation_text());
    let papers = fetch_all!(tx, PaperRow, PAPERS, organisations, round.as_str(), LISTED, mark, due.ends_at.0, organisation.as_str())?;
    let comments = fetch_all!(tx, CommentRow, COMMENTS, organisations, round, LISTED, mark, due.ends_at.0, organisation)?;
    let papers = papers.into_iter().map(|row| {
        let (language, consent) = (row.language.0, row.consent.map(|consent| consent.0));
        let content = PaperContent {
            title: row.title,
            language,
            subgroup: None,
            text: row.text,
            answers: row.answers.0,
            recommendations: row.recommendations.0,
            consent,
        };
        let problems = content.problems();
        let unjoined = row.unjoined.map(|name| name.0);
        Unsubmitted {
            organisation: row.organisation_id.0,
            state: row.state.0,
            since: since(row.created_at, row.decided_at),
            held: row.held,
            what: What::Paper { id: row.id.0, title: content.title, problems, unjoined, version: row.replaces_id.is_some() },
        }
    });
    let comments = comments.into_iter().map(|row| Unsubmitted {
        organisation: row.organisation_id.0,
        state: row.state.0,
        since: since(row.created_at, row.decided_at),
        held: row.held,
        what: What::Comment { id: row.id.0, citation: row.citation },
    });
    Ok(papers.chain(comments).collect())
}

/// Notes that somebody was looked at for this end and mark, and whether there was something to write.
///
/// # Errors
/// `Conflict` when another node was first.
pub async fn insert(tx: &mut Tx, due: &Due, holder: &Holder, told: bool, at: Instant) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        holder.person.to_string(),
        holder.organisation.to_string(),
        due.round.to_string(),
        due.ends_at.0,
        due.mark.code(),
        told,
        at.0,
    )
    .map(|_| ())
}

/// Notes that everybody has been looked at.
///
/// # Errors
/// `Conflict` when another node was first.
pub async fn set_swept(tx: &mut Tx, due: &Due, at: Instant) -> StoreResult<()> {
    execute!(tx, SWEPT, due.round.to_string(), due.organisation_text(), due.ends_at.0, due.mark.code(), at.0).map(|_| ())
}

/// Forgets what was noted about ends before `before`.
pub async fn forget(tx: &mut Tx, before: Instant) -> StoreResult<()> {
    execute!(tx, FORGET, before.0)?;
    execute!(tx, FORGET_SWEEPS, before.0).map(|_| ())
}
