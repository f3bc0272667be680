//! What a compilation by paragraph is made of: comments with their newest receipts, where they stand in a version.

use super::commented::{Count, asked_for, fetch_asked, standing};
use super::row::{FromText, Text};
use super::sql::{fetch_all, statements};
use super::summaries::{SourcedRow, sourced};
use super::{StoreResult, Tx};
use model::domain::comment::CommentContent;
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::{DraftVersionId, ProvisionId};
use model::domain::item::ItemState;
use model::domain::language::{Language, LocalizedText};
use model::portal::{CompiledComment, MadeOn, SummaryComment};
use sqlx::FromRow;

/// Which comments a compilation holds by their words; `$8`: also those that are not public. What is returned may be at work: it is held by
/// the words that were sent, which its receipt has.
macro_rules! held {
    () => {
        "(c.state = 'accepted' OR ($8 AND c.state IN ('submitted', 'declined')))"
    };
}

macro_rules! counted {
    ($rest:literal) => {
        concat!(
            "SELECT w.id, w.position, CAST(SUM(CASE WHEN ",
            asked_for!(),
            " THEN 1 ELSE 0 END) AS BIGINT), COUNT(*) FROM ",
            standing!(),
            " s JOIN provision w ON w.id = s.provision_id JOIN comment c ON c.id = s.comment_id JOIN organisation o ON o.id = c.organisation_id WHERE ",
            held!(),
            $rest
        )
    };
}

macro_rules! compiled {
    ($rest:literal) => {
        concat!(
            "SELECT w.id AS stands_at, c.state, ",
            "w.position, CASE WHEN c.state = 'returned' THEN t.content ELSE '' END AS sent, ",
            sourced!(),
            ", CASE WHEN q.draft_version_id = $1 THEN '{}' ELSE v.label END AS made_on, v.language AS made_in, q.text AS made_of FROM ",
            standing!(),
            " s JOIN provision w ON w.id = s.provision_id AND w.draft_version_id = $1 AND w.position > $9 AND w.position <= $10 JOIN comment c ON c.id = s.comment_id JOIN organisation o ON o.id = c.organisation_id JOIN provision q ON q.id = c.provision_id JOIN draft_version v ON v.id = q.draft_version_id JOIN receipt t ON t.item_id = c.id AND t.received_at = c.submitted_at WHERE (($11 AND c.state = 'returned') OR (NOT $11 AND ",
            held!(),
            ")) AND ",
            asked_for!(),
            $rest
        )
    };
}

statements! {
    COUNTS = from counted " GROUP BY w.id, w.position ORDER BY w.position, w.id";
    // `$11`: those that are returned, and no others.
    COMMENTS = from compiled " ORDER BY w.position, t.received_at, t.number";
}

/// What is said on one provision, in numbers.
#[derive(Debug, Clone, Copy)]
pub struct Spoken {
    pub provision: ProvisionId,
    pub position: i64,
    pub count: Count,
}

/// The provisions of a version that are spoken on, in their order. `full`: also by what is not public.
pub async fn spoken(tx: &mut Tx, version: DraftVersionId, filter: CommentFilter, full: bool) -> StoreResult<Vec<Spoken>> {
    let rows = fetch_asked!(fetch_all, tx, (Text<ProvisionId>, i64, i64, i64), COUNTS, version.to_string(), filter, full)?;
    let spoken = |(id, position, asked_for, all): (Text<ProvisionId>, i64, i64, i64)| Spoken {
        provision: id.0,
        position,
        count: Count { asked_for, all },
    };
    Ok(rows.into_iter().map(spoken).collect())
}

/// The words of a comment as its receipt holds them, where they are asked for.
struct Sent(Option<CommentContent>);

impl FromText for Sent {
    fn from_text(text: &str) -> Result<Self, String> {
        let read = (!text.is_empty()).then(|| serde_json::from_str(text)).transpose();
        read.map(Self).map_err(|error| format!("corrupt words in a receipt: {error}"))
    }
}

#[derive(FromRow)]
struct Row {
    stands_at: Text<ProvisionId>,
    state: Text<ItemState>,
    position: i64,
    sent: Text<Sent>,
    #[sqlx(flatten)]
    comment: SourcedRow,
    made_on: Text<LocalizedText>,
    made_in: Text<Language>,
    made_of: String,
}

/// A comment with the provision it stands at, and the position of that in the text.
#[derive(Debug)]
pub struct Compiled {
    pub provision: ProvisionId,
    pub position: i64,
    pub comment: CompiledComment,
}

impl From<Row> for Compiled {
    fn from(row: Row) -> Self {
        let redacted = row.comment.redacted().clone();
        let mut comment = SummaryComment::from(row.comment);
        if let Some(sent) = row.sent.0.0 {
            comment.content = sent;
            redacted.hide_in_comment(&mut comment.content);
        }
        let label = Some(row.made_on.0).filter(|label| *label != LocalizedText::default());
        let made_on = label.map(|label| MadeOn { label, language: row.made_in.0, text: row.made_of });
        Self { provision: row.stands_at.0, position: row.position, comment: CompiledComment { comment, state: row.state.0, made_on } }
    }
}

/// Comments that stand at the provisions of a version after one position and up to another, in their order. `full`: also those that are
/// not public, but for the returned ones.
pub async fn comments(
    tx: &mut Tx,
    version: DraftVersionId,
    filter: CommentFilter,
    full: bool,
    (after, up_to): (i64, i64),
) -> StoreResult<Vec<Compiled>> {
    let rows = fetch_asked!(fetch_all, tx, Row, COMMENTS, version.to_string(), filter, full, after, up_to, false)?;
    Ok(rows.into_iter().map(Compiled::from).collect())
}

/// All returned comments that stand in a version, by what was sent.
pub async fn returned(tx: &mut Tx, version: DraftVersionId, filter: CommentFilter) -> StoreResult<Vec<Compiled>> {
    let rows = fetch_asked!(fetch_all, tx, Row, COMMENTS, version.to_string(), filter.of_authors(), true, -1_i64, i64::MAX, true)?;
    Ok(rows.into_iter().map(Compiled::from).collect())
}
