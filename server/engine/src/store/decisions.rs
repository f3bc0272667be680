//! Acts of moderation: rows are added, never changed.

use super::organisations::AuthorRow;
use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{AppealId, BodyId, DecisionId, ItemId, PersonId, SessionId, SubgroupId};
use model::domain::item::ItemKind;
use model::domain::language::LocalizedText;
use model::domain::moderation::{ModerationAct, Moving, Noted, ReasonCode, Redacting, Ruling, Undoing};
use model::domain::redaction::Redacted;
use model::domain::role::RoleName;
use model::domain::time::Instant;
use model::portal::{ActLine, DecisionLine, ModerationFigure, PublicAct, Reply};
use sqlx::FromRow;

/// The columns of an act `d`, and the subgroups it names.
macro_rules! columns {
    () => {
        "d.id, d.outcome, d.reason_code, d.reason, d.decided_at, d.role, q.name AS queue, m.name AS moved_to, u.id AS undone_by, d.queue_id, x.full_name, a.id AS appeal_id, COALESCE(w.passages, '[]') AS redacted, d.apart, y.text AS reply, y.replied_at"
    };
}

/// What they come from.
macro_rules! tables {
    () => {
        " FROM decision d LEFT JOIN subgroup q ON q.id = d.queue_id LEFT JOIN subgroup m ON m.id = d.moved_to_id LEFT JOIN decision u ON u.undoes_id = d.id LEFT JOIN person x ON x.id = d.decided_by AND x.deleted_at IS NULL LEFT JOIN appeal a ON a.decision_id = d.id LEFT JOIN redaction w ON w.decision_id = d.id LEFT JOIN decision_reply y ON y.decision_id = d.id "
    };
}

macro_rules! line {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), tables!(), $rest)
    };
}

/// An act with what it was about.
macro_rules! act {
    ($rest:expr) => {
        concat!(
            "SELECT ",
            columns!(),
            ", d.item_kind, d.item_id, d.title, d.decided_by, a.filed_at, a.body_id, COALESCE(p.redacted, c.redacted) AS hides, o.id AS organisation_id, COALESCE(p.submitted_as, c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region",
            tables!(),
            "LEFT JOIN paper p ON d.item_kind = 'paper' AND p.id = d.item_id LEFT JOIN comment c ON d.item_kind = 'comment' AND c.id = d.item_id JOIN organisation o ON o.id = COALESCE(p.organisation_id, c.organisation_id) ",
            $rest
        )
    };
}

/// Acts of a queue with an answer after `$2`, the newest answer first: of those that something followed, none.
macro_rules! replied {
    ($queue:literal) => {
        act!(concat!(
            $queue,
            "AND y.replied_at > $2 AND u.id IS NULL AND COALESCE(p.state, c.state) IN ('returned', 'declined') AND NOT EXISTS (SELECT 1 FROM decision e WHERE e.item_id = d.item_id AND NOT e.apart AND (e.decided_at, e.id) > (d.decided_at, d.id)) ORDER BY y.replied_at DESC, d.id DESC LIMIT $3"
        ))
    };
}

/// What is published of an act: without the words and the name of who did it, and what it was about only if that is public.
macro_rules! published {
    ($rest:literal) => {
        concat!(
            "SELECT d.id, d.outcome, d.reason_code, '' AS reason, d.decided_at, d.role, q.name AS queue, m.name AS moved_to, u.id AS undone_by, d.queue_id, CAST(NULL AS TEXT) AS full_name, CAST(NULL AS TEXT) AS appeal_id, '[]' AS redacted, d.apart, CAST(NULL AS TEXT) AS reply, CAST(NULL AS BIGINT) AS replied_at, d.item_kind, CASE WHEN COALESCE(p.state, c.state) = 'accepted' THEN d.item_id END AS public_id FROM decision d LEFT JOIN subgroup q ON q.id = d.queue_id LEFT JOIN subgroup m ON m.id = d.moved_to_id LEFT JOIN decision u ON u.undoes_id = d.id LEFT JOIN paper p ON d.item_kind = 'paper' AND p.id = d.item_id LEFT JOIN comment c ON d.item_kind = 'comment' AND c.id = d.item_id ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO decision (id, item_kind, item_id, item_version, outcome, reason_code, reason, decided_by, decided_at, revise_until, session_id, queue_id, role, title, moved_to_id, undoes_id, apart) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (undoes_id) DO NOTHING";
    OF_ITEM = from line "WHERE d.item_id = $1 ORDER BY d.decided_at DESC, d.id DESC";
    BY_ID = from act "WHERE d.id = $1";
    RECENT = from act "WHERE d.queue_id = $1 ORDER BY d.decided_at DESC, d.id DESC LIMIT $2";
    // Of those that wait for an answer the oldest. What was taken back since needs none.
    APPEALED = from act ids "WHERE a.answer_id IS NULL AND u.id IS NULL AND ((d.apart AND COALESCE(p.state, c.state) IN ('submitted', 'accepted', 'returned', 'declined')) OR COALESCE(p.state, c.state) = 'declined') AND a.body_id IN " " ORDER BY a.filed_at, a.id LIMIT 500";
    RECENT_WHOLE_BODY = from act "JOIN session n ON n.id = d.session_id WHERE d.queue_id IS NULL AND n.body_id = $1 ORDER BY d.decided_at DESC, d.id DESC LIMIT $2";
    REPLIED = from replied "WHERE d.queue_id = $1 ";
    REPLIED_WHOLE_BODY = from replied "JOIN session n ON n.id = d.session_id WHERE d.queue_id IS NULL AND n.body_id = $1 ";
    PUBLIC = from published "WHERE d.session_id = $1 ORDER BY d.decided_at DESC, d.id DESC LIMIT $2";
    PUBLIC_AFTER = from published "WHERE d.session_id = $1 AND (d.decided_at, d.id) < ($3, $4) ORDER BY d.decided_at DESC, d.id DESC LIMIT $2";
    FIGURES = "SELECT d.outcome, d.reason_code, COUNT(*), COUNT(u.id) FROM decision d LEFT JOIN decision u ON u.undoes_id = d.id WHERE d.session_id = $1 GROUP BY d.outcome, d.reason_code ORDER BY d.outcome, d.reason_code";
    // What stands beside the decisions neither holds them up nor follows them.
    NEWEST = "SELECT id FROM decision WHERE item_id = $1 AND NOT apart ORDER BY decided_at DESC, id DESC LIMIT 1";
}

#[derive(FromRow)]
struct LineRow {
    id: Text<DecisionId>,
    outcome: Text<ModerationAct>,
    reason_code: Option<Text<ReasonCode>>,
    reason: String,
    decided_at: i64,
    role: Text<RoleName>,
    queue: Option<Text<LocalizedText>>,
    moved_to: Option<Text<LocalizedText>>,
    undone_by: Option<String>,
    queue_id: Option<Text<SubgroupId>>,
    full_name: Option<String>,
    appeal_id: Option<Text<AppealId>>,
    redacted: Text<Redacted>,
    apart: bool,
    reply: Option<String>,
    replied_at: Option<i64>,
}

impl From<LineRow> for DecisionLine {
    fn from(row: LineRow) -> Self {
        Self {
            id: row.id.0,
            act: row.outcome.0,
            code: row.reason_code.map(|code| code.0),
            reason: row.reason,
            decided_at: Instant(row.decided_at),
            role: row.role.0,
            queue: row.queue.map(|name| name.0),
            queue_id: row.queue_id.map(|id| id.0),
            moved_to: row.moved_to.map(|name| name.0),
            redacted: row.redacted.0,
            apart: row.apart,
            undone: row.undone_by.is_some(),
            by: row.full_name,
            appeal: row.appeal_id.map(|id| id.0),
            reply: row.reply.zip(row.replied_at).map(|(text, at)| Reply { text, at: Instant(at) }),
        }
    }
}

#[derive(FromRow)]
struct ActRow {
    #[sqlx(flatten)]
    line: LineRow,
    item_kind: Text<ItemKind>,
    item_id: Text<ItemId>,
    title: String,
    decided_by: Text<PersonId>,
    filed_at: Option<i64>,
    body_id: Option<Text<BodyId>>,
    /// What is redacted of the input now.
    hides: Text<Redacted>,
    #[sqlx(flatten)]
    author: AuthorRow,
}

/// An act with what is not shown of it.
#[derive(Debug)]
pub struct StoredAct {
    pub line: ActLine,
    pub item: ItemId,
    pub queue: Option<SubgroupId>,
    pub decided_by: PersonId,
}

impl From<ActRow> for StoredAct {
    fn from(row: ActRow) -> Self {
        let queue = row.line.queue_id.as_ref().map(|id| id.0);
        let line = ActLine { line: row.line.into(), kind: row.item_kind.0, title: row.title, organisation: row.author.into() };
        Self { line, item: row.item_id.0, queue, decided_by: row.decided_by.0 }
    }
}

impl ActRow {
    /// For a list, which is also read by who did something with an input and is not in charge of it any more.
    fn listed(mut self) -> Self {
        self.hides.0.hide(&mut self.title);
        if let Some(reply) = &mut self.line.reply {
            self.hides.0.hide(reply);
        }
        self
    }
}

/// What is the same for every act.
#[derive(Debug)]
pub struct NewAct<'a> {
    pub id: DecisionId,
    pub kind: ItemKind,
    pub title: &'a str,
    pub reason: &'a str,
    pub by: PersonId,
    pub role: RoleName,
    pub noted: Noted,
}

/// The rest of an act.
struct Rest {
    item: ItemId,
    version: i64,
    act: ModerationAct,
    at: Instant,
    code: Option<ReasonCode>,
    revise_until: Option<Instant>,
    moved_to: Option<SubgroupId>,
    undoes: Option<DecisionId>,
    apart: bool,
}

async fn insert(tx: &mut Tx, new: &NewAct<'_>, rest: Rest) -> StoreResult<()> {
    one(execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.kind.code(),
        rest.item.to_string(),
        rest.version,
        rest.act.code(),
        rest.code.map(ReasonCode::code),
        new.reason,
        new.by.to_string(),
        rest.at.0,
        rest.revise_until.map(|until| until.0),
        new.noted.session.to_string(),
        new.noted.queue.map(|id| id.to_string()),
        new.role.code(),
        new.title,
        rest.moved_to.map(|id| id.to_string()),
        rest.undoes.map(|id| id.to_string()),
        rest.apart,
    )?)
}

/// A decision.
pub async fn insert_ruling(
    tx: &mut Tx,
    new: &NewAct<'_>,
    ruling: &Ruling,
    act: ModerationAct,
    code: Option<ReasonCode>,
) -> StoreResult<()> {
    let rest = Rest {
        item: ruling.item(),
        version: ruling.from_version(),
        act,
        at: ruling.at(),
        code,
        revise_until: ruling.revise_until(),
        moved_to: None,
        undoes: None,
        apart: false,
    };
    insert(tx, new, rest).await
}

/// A move to another queue.
pub async fn insert_move(tx: &mut Tx, new: &NewAct<'_>, moving: &Moving) -> StoreResult<()> {
    let rest = Rest {
        item: moving.item(),
        version: moving.from_version(),
        act: ModerationAct::Move,
        at: moving.at(),
        code: None,
        revise_until: None,
        moved_to: moving.to(),
        undoes: None,
        apart: false,
    };
    insert(tx, new, rest).await
}

/// A redaction.
pub async fn insert_redaction(tx: &mut Tx, new: &NewAct<'_>, redacting: &Redacting, code: ReasonCode) -> StoreResult<()> {
    let rest = Rest {
        item: redacting.item(),
        version: redacting.from_version(),
        act: ModerationAct::Redact,
        at: redacting.at(),
        code: Some(code),
        revise_until: None,
        moved_to: None,
        undoes: None,
        apart: true,
    };
    insert(tx, new, rest).await
}

/// What takes an act back: an act of those in charge, or the answer to an appeal.
///
/// # Errors
/// `Conflict` when it was taken back meanwhile.
pub async fn insert_undo(tx: &mut Tx, new: &NewAct<'_>, undoing: &Undoing, by: ModerationAct) -> StoreResult<()> {
    let rest = Rest {
        item: undoing.item(),
        version: undoing.from_version(),
        act: by,
        at: undoing.at(),
        code: None,
        revise_until: None,
        moved_to: None,
        undoes: Some(undoing.decision()),
        apart: undoing.act().is_apart(),
    };
    insert(tx, new, rest).await
}

/// An appeal against an act that is dismissed: the act on `item` at `version` stands.
pub async fn insert_dismissal(
    tx: &mut Tx,
    new: &NewAct<'_>,
    item: ItemId,
    version: i64,
    at: Instant,
    of: ModerationAct,
) -> StoreResult<()> {
    let (act, apart) = (ModerationAct::AppealDismissed, of.is_apart());
    insert(tx, new, Rest { item, version, act, at, code: None, revise_until: None, moved_to: None, undoes: None, apart }).await
}

/// The acts on an item, the newest first. `names`: with the names of those who did them.
pub async fn of_item(tx: &mut Tx, item: ItemId, names: bool) -> StoreResult<Vec<DecisionLine>> {
    let lines = fetch_all!(tx, LineRow, OF_ITEM, item.to_string())?.into_iter().map(DecisionLine::from);
    Ok(lines.map(|line| DecisionLine { by: line.by.filter(|_| names), ..line }).collect())
}

/// The newest act on an item, of those that follow one another.
pub async fn newest(tx: &mut Tx, item: ItemId) -> StoreResult<Option<DecisionId>> {
    Ok(fetch_optional!(tx, (Text<DecisionId>,), NEWEST, item.to_string())?.map(|(id,)| id.0))
}

pub async fn by_id(tx: &mut Tx, id: DecisionId) -> StoreResult<Option<StoredAct>> {
    Ok(fetch_optional!(tx, ActRow, BY_ID, id.to_string())?.map(StoredAct::from))
}

/// An appeal that waits for an answer.
#[derive(Debug)]
pub struct Appealed {
    pub id: AppealId,
    pub body: BodyId,
    pub filed_at: Instant,
    pub act: StoredAct,
}

/// The acts of these bodies (a JSON list of ids) against which an appeal waits, the oldest appeal first.
pub async fn appealed(tx: &mut Tx, bodies: &str) -> StoreResult<Vec<Appealed>> {
    let appealed = |row: ActRow| {
        let (id, body, filed_at) = (row.line.appeal_id.as_ref()?.0, row.body_id.as_ref()?.0, Instant(row.filed_at?));
        Some(Appealed { id, body, filed_at, act: row.listed().into() })
    };
    Ok(fetch_all!(tx, ActRow, APPEALED, bodies)?.into_iter().filter_map(appealed).collect())
}

/// What was done last in a queue, the newest first.
pub async fn recent(tx: &mut Tx, queue: SubgroupId, limit: i64) -> StoreResult<Vec<ActLine>> {
    Ok(listed(fetch_all!(tx, ActRow, RECENT, queue.to_string(), limit)?))
}

/// What was done last in the queue of a whole body, the newest first.
pub async fn recent_whole_body(tx: &mut Tx, body: BodyId, limit: i64) -> StoreResult<Vec<ActLine>> {
    Ok(listed(fetch_all!(tx, ActRow, RECENT_WHOLE_BODY, body.to_string(), limit)?))
}

/// The acts of a queue that authors answered after `since`, the newest answer first; of those that something followed, none.
pub async fn replied(tx: &mut Tx, queue: SubgroupId, since: Instant, limit: i64) -> StoreResult<Vec<ActLine>> {
    Ok(listed(fetch_all!(tx, ActRow, REPLIED, queue.to_string(), since.0, limit)?))
}

/// The same of the queue of a whole body.
pub async fn replied_whole_body(tx: &mut Tx, body: BodyId, since: Instant, limit: i64) -> StoreResult<Vec<ActLine>> {
    Ok(listed(fetch_all!(tx, ActRow, REPLIED_WHOLE_BODY, body.to_string(), since.0, limit)?))
}

fn listed(rows: Vec<ActRow>) -> Vec<ActLine> {
    rows.into_iter().map(|row| StoredAct::from(row.listed()).line).collect()
}

#[derive(FromRow)]
struct PublicRow {
    #[sqlx(flatten)]
    line: LineRow,
    item_kind: Text<ItemKind>,
    public_id: Option<Text<ItemId>>,
}

impl From<PublicRow> for PublicAct {
    fn from(row: PublicRow) -> Self {
        Self { line: row.line.into(), kind: row.item_kind.0, item: row.public_id.map(|id| id.0) }
    }
}

/// What is published of the acts of a session, the newest first, after `cursor`.
pub async fn public(tx: &mut Tx, session: SessionId, cursor: Option<(Instant, DecisionId)>, limit: i64) -> StoreResult<Vec<PublicAct>> {
    let rows = match cursor {
        None => fetch_all!(tx, PublicRow, PUBLIC, session.to_string(), limit)?,
        Some((at, id)) => fetch_all!(tx, PublicRow, PUBLIC_AFTER, session.to_string(), limit, at.0, id.to_string())?,
    };
    Ok(rows.into_iter().map(PublicAct::from).collect())
}

/// How often something was done in a session, for which reason.
pub async fn figures(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<ModerationFigure>> {
    let rows = fetch_all!(tx, (Text<ModerationAct>, Option<Text<ReasonCode>>, i64, i64), FIGURES, session.to_string())?;
    let mut figures: Vec<_> = rows
        .into_iter()
        .map(|(act, code, count, undone)| ModerationFigure { act: act.0, code: code.map(|code| code.0), count, undone })
        .collect();
    figures.sort_by_key(|figure| (figure.act, figure.code));
    Ok(figures)
}
