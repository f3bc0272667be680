//! Where comments stand in later versions of their text.

use super::commented::{asked_for, fetch_asked};
use super::comments::{LineRow, columns, tables};
use super::papers::one;
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::anchor::{self, Anchor, AnchorState, Placing};
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::{CommentId, DraftVersionId, PersonId, ProvisionId, SubgroupId};
use model::domain::language::{Language, LocalizedText};
use model::domain::time::Instant;
use model::portal::{CommentLine, EarlierComment, ToPlace};
use sqlx::FromRow;

/// A comment with its own provision `v`, and how it stands in a later version: at `n`.
macro_rules! earlier {
    ($rest:literal) => {
        concat!(
            columns!(),
            ", c.version, dv.id AS version_id, dv.label AS version_label, dv.language AS version_language, v.text AS original, a.state AS anchor, n.id AS place_id, n.citation AS place, COALESCE(n.text <> v.text, FALSE) AS changed",
            tables!(),
            "JOIN comment_anchor a ON a.comment_id = c.id JOIN draft_version dv ON dv.id = v.draft_version_id LEFT JOIN provision n ON n.id = a.provision_id ",
            $rest
        )
    };
}

/// The same, of those that are asked for.
macro_rules! asked_earlier {
    ($rest:literal) => {
        concat!(earlier!("WHERE "), asked_for!(), $rest)
    };
}

statements! {
    // Drafts go nowhere; what is declined later is not shown, nor what is returned: its authors may be at its words.
    CARRY = "INSERT INTO comment_anchor (comment_id, draft_version_id, provision_id, state) SELECT c.id, $1, n.id, CASE WHEN n.id IS NULL THEN 'open' ELSE 'exact' END FROM comment c JOIN provision p ON p.id = c.provision_id LEFT JOIN provision n ON n.draft_version_id = $1 AND n.stable_id = p.stable_id WHERE p.draft_version_id = $2 AND c.state IN ('submitted', 'accepted', 'returned') AND ($3 = '' OR c.id = $3) ON CONFLICT DO NOTHING";
    CARRY_ON = "INSERT INTO comment_anchor (comment_id, draft_version_id, provision_id, state) SELECT a.comment_id, $1, n.id, CASE WHEN n.id IS NULL THEN 'open' WHEN a.state = 'moved' THEN 'exact' ELSE a.state END FROM comment_anchor a LEFT JOIN provision p ON p.id = a.provision_id LEFT JOIN provision n ON n.draft_version_id = $1 AND n.stable_id = p.stable_id WHERE a.draft_version_id = $2 AND a.state <> 'stays' AND ($3 = '' OR a.comment_id = $3) ON CONFLICT DO NOTHING";
    // Those on words of a paragraph that reads otherwise now: whether they stand there still is for the words to say.
    QUOTED = "SELECT a.comment_id, c.quote, p.text, n.text FROM comment_anchor a JOIN comment c ON c.id = a.comment_id JOIN provision p ON p.id = c.provision_id JOIN provision n ON n.id = a.provision_id WHERE a.draft_version_id = $1 AND a.state = 'exact' AND c.quote <> '' AND n.text <> p.text AND ($2 = '' OR a.comment_id = $2) ORDER BY a.comment_id";
    MOVED = ids "UPDATE comment_anchor SET state = 'moved' WHERE draft_version_id = $2 AND comment_id IN " "";
    LOST = ids "UPDATE comment_anchor SET state = 'open', provision_id = NULL WHERE draft_version_id = $2 AND comment_id IN " "";
    FORGET = "DELETE FROM comment_anchor WHERE comment_id = $1 AND ($2 OR state NOT IN ('placed', 'stays'))";
    OPEN = from earlier "WHERE a.draft_version_id = $1 AND a.state = 'open' AND (c.state = 'accepted' OR ($2 AND c.state = 'submitted')) AND c.id > $3 ORDER BY c.id LIMIT $4";
    SAID = from earlier "WHERE a.draft_version_id = $1 AND a.state IN ('placed', 'stays') AND (c.state = 'accepted' OR ($2 AND c.state = 'submitted')) AND c.id > $3 ORDER BY c.id LIMIT $4";
    AT_PROVISION = from asked_earlier " AND a.provision_id = $1 AND a.state IN ('exact', 'moved', 'placed') AND c.state = 'accepted' AND ($8 = '' OR (c.submitted_at, c.id) > (SELECT z.submitted_at, z.id FROM comment z WHERE z.id = $8)) ORDER BY c.submitted_at, c.id LIMIT $9";
    COUNTED = "SELECT CAST(COALESCE(SUM(CASE WHEN a.state = 'placed' THEN 0 ELSE 1 END), 0) AS BIGINT), COUNT(*) FROM comment_anchor a JOIN comment c ON c.id = a.comment_id WHERE a.draft_version_id = $1 AND a.state NOT IN ('exact', 'moved') AND (c.state = 'accepted' OR ($2 AND c.state = 'submitted'))";
    TO_PLACE = ids "SELECT d.subgroup_id, v.id, d.title, v.label, COUNT(*) FROM comment_anchor a JOIN comment c ON c.id = a.comment_id JOIN draft_version v ON v.id = a.draft_version_id JOIN draft d ON d.id = v.draft_id WHERE a.state = 'open' AND c.state IN ('submitted', 'accepted') AND v.number = (SELECT MAX(x.number) FROM draft_version x WHERE x.draft_id = v.draft_id) AND d.subgroup_id IN " " GROUP BY d.subgroup_id, v.id, d.title, v.label ORDER BY v.id";
    OF_COMMENT = "SELECT state, provision_id FROM comment_anchor WHERE comment_id = $1 AND draft_version_id = $2";
    PLACE = "UPDATE comment_anchor SET provision_id = $3, state = $4, decided_at = $5, decided_by = $6 WHERE comment_id = $1 AND draft_version_id = $2 AND state = $7 AND COALESCE(provision_id, '') = $8";
}

#[derive(FromRow)]
struct EarlierRow {
    #[sqlx(flatten)]
    line: LineRow,
    version: i64,
    version_id: Text<DraftVersionId>,
    version_label: Text<LocalizedText>,
    version_language: Text<Language>,
    original: String,
    anchor: Text<AnchorState>,
    place_id: Option<Text<ProvisionId>>,
    place: Option<String>,
    changed: bool,
}

type ToPlaceRow = (Text<SubgroupId>, Text<DraftVersionId>, Text<LocalizedText>, Text<LocalizedText>, i64);

/// `placing`: is said by whoever knows the actor.
fn earlier(row: EarlierRow) -> EarlierComment {
    EarlierComment {
        line: CommentLine::from(row.line),
        at: row.version,
        version: row.version_id.0,
        label: row.version_label.0,
        language: row.version_language.0,
        original: row.original,
        state: row.anchor.0,
        place: row.place_id.map(|id| id.0).zip(row.place),
        changed: row.changed,
        placing: EarlierComment::NOT_ASKED,
    }
}

/// Carries what was said on `from`, or stands there, over to the version after it; `comment`: this one only.
pub async fn carry(tx: &mut Tx, from: DraftVersionId, to: DraftVersionId, comment: Option<CommentId>) -> StoreResult<()> {
    let only = comment.map(|id| id.to_string()).unwrap_or_default();
    execute!(tx, CARRY, to.to_string(), from.to_string(), only.as_str())?;
    execute!(tx, CARRY_ON, to.to_string(), from.to_string(), only.as_str())?;
    let quoted = fetch_all!(tx, (Text<CommentId>, String, String, String), QUOTED, to.to_string(), only.as_str())?;
    let (mut moved, mut lost) = (Vec::new(), Vec::new());
    for (comment, quote, original, there) in quoted {
        match anchor::stands(&quote, &original, &there) {
            AnchorState::Moved => moved.push(comment.0),
            AnchorState::Open => lost.push(comment.0),
            _ => {}
        }
    }
    for (sql, comments) in [(MOVED, moved), (LOST, lost)] {
        if !comments.is_empty() {
            execute!(tx, sql, id_list(comments), to.to_string())?;
        }
    }
    Ok(())
}

/// Takes a comment out of later versions, to be carried over anew. `all`: also where a moderator said its place.
pub async fn forget(tx: &mut Tx, comment: CommentId, all: bool) -> StoreResult<()> {
    execute!(tx, FORGET, comment.to_string(), all).map(|_| ())
}

/// Comments on earlier versions that do not stand in a version by themselves, after a cursor: those without a place, or those whose place was
/// said. `all`: also those that are not public.
pub async fn listed(
    tx: &mut Tx,
    version: DraftVersionId,
    (without_place, all): (bool, bool),
    after: Option<CommentId>,
    limit: i64,
) -> StoreResult<Vec<EarlierComment>> {
    let sql = if without_place { OPEN } else { SAID };
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    Ok(fetch_all!(tx, EarlierRow, sql, version.to_string(), all, after, limit)?.into_iter().map(earlier).collect())
}

/// Public comments on earlier versions that stand at a provision, in the order they came, after a cursor.
pub async fn at_provision(
    tx: &mut Tx,
    provision: ProvisionId,
    filter: CommentFilter,
    after: Option<CommentId>,
    limit: i64,
) -> StoreResult<Vec<EarlierComment>> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let rows = fetch_asked!(fetch_all, tx, EarlierRow, AT_PROVISION, provision.to_string(), filter, after, limit)?;
    Ok(rows.into_iter().map(earlier).collect())
}

/// How many of those that are listed have no place in a version, and how many there are. `all`: also those that are not public.
pub async fn counted(tx: &mut Tx, version: DraftVersionId, all: bool) -> StoreResult<(i64, i64)> {
    Ok(fetch_optional!(tx, (i64, i64), COUNTED, version.to_string(), all)?.unwrap_or_default())
}

/// The newest versions of texts of these subgroups (JSON list of ids) in which comments wait for a place.
pub async fn to_place(tx: &mut Tx, subgroups: &str) -> StoreResult<Vec<(SubgroupId, ToPlace)>> {
    let rows = fetch_all!(tx, ToPlaceRow, TO_PLACE, subgroups)?;
    let to_place = |(group, version, title, label, comments): ToPlaceRow| {
        (group.0, ToPlace { version: version.0, title: title.0, label: label.0, comments })
    };
    Ok(rows.into_iter().map(to_place).collect())
}

/// How a comment stands in a version; `None`: it does not come from an earlier one.
pub async fn of_comment(tx: &mut Tx, comment: CommentId, version: DraftVersionId) -> StoreResult<Option<Anchor>> {
    let row = fetch_optional!(tx, (Text<AnchorState>, Option<Text<ProvisionId>>), OF_COMMENT, comment.to_string(), version.to_string())?;
    Ok(row.map(|(state, at)| Anchor { state: state.0, at: at.map(|id| id.0) }))
}

/// # Errors
/// `Conflict` when it does not stand as `from` any more.
pub async fn place(
    tx: &mut Tx,
    (comment, version): (CommentId, DraftVersionId),
    from: Anchor,
    placing: Placing,
    (by, at): (PersonId, Instant),
) -> StoreResult<()> {
    one(execute!(
        tx,
        PLACE,
        comment.to_string(),
        version.to_string(),
        placing.provision().map(|id| id.to_string()),
        placing.state().code(),
        at.0,
        by.to_string(),
        from.state.code(),
        from.at.map(|id| id.to_string()).unwrap_or_default(),
    )?)
}
