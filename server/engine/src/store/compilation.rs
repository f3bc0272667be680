//! What a compilation by paragraph is made of: comments with their newest receipts, where they stand in a version.

use super::commented::{Asked, Count, asked_for, standing};
use super::content::{ContentRow, content};
use super::row::Text;
use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::comment::CommentContent;
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::{CommentId, DraftVersionId, OrganisationId, ProvisionId};
use model::domain::item::ItemState;
use model::domain::language::LocalizedText;
use model::domain::organisation::{OrganisationRef, Region, StakeholderType};
use model::domain::time::Instant;
use model::portal::{CompiledComment, SummaryComment};
use sqlx::FromRow;

/// Which comments a compilation holds; `$8`: also those that are not public.
macro_rules! held {
    () => {
        "(c.state = 'accepted' OR ($8 AND c.state IN ('submitted', 'returned', 'declined')))"
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
            "SELECT c.id, w.id AS stands_at, c.state, ",
            content!(),
            // What is returned may be at work: what was sent is read.
            ", CASE WHEN c.state = 'returned' THEN t.content ELSE '' END AS sent, t.number, t.received_at, c.received_late, o.id AS organisation_id, COALESCE(c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region, CASE WHEN q.draft_version_id = $1 THEN '{}' ELSE v.label END AS made_on FROM ",
            standing!(),
            " s JOIN provision w ON w.id = s.provision_id AND w.position > $9 AND w.position <= $10 JOIN comment c ON c.id = s.comment_id JOIN organisation o ON o.id = c.organisation_id JOIN provision q ON q.id = c.provision_id JOIN draft_version v ON v.id = q.draft_version_id JOIN receipt t ON t.item_id = c.id AND t.received_at = c.submitted_at WHERE ",
            held!(),
            " AND ",
            asked_for!(),
            $rest
        )
    };
}

statements! {
    COUNTS = from counted " GROUP BY w.id, w.position ORDER BY w.position, w.id";
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
    let f = Asked::from(filter);
    let rows = fetch_all!(
        tx,
        (Text<ProvisionId>, i64, i64, i64),
        COUNTS,
        version.to_string(),
        f.stance,
        f.kind,
        f.stakeholder_type,
        f.region,
        f.language,
        f.subgroup,
        full
    )?;
    let spoken = |(id, position, asked_for, all): (Text<ProvisionId>, i64, i64, i64)| Spoken {
        provision: id.0,
        position,
        count: Count { asked_for, all },
    };
    Ok(rows.into_iter().map(spoken).collect())
}

#[derive(FromRow)]
struct Row {
    id: Text<CommentId>,
    stands_at: Text<ProvisionId>,
    state: Text<ItemState>,
    #[sqlx(flatten)]
    content: ContentRow,
    sent: String,
    number: String,
    received_at: i64,
    received_late: bool,
    organisation_id: Text<OrganisationId>,
    organisation_name: String,
    stakeholder_type: Text<StakeholderType>,
    region: Text<Region>,
    made_on: Text<LocalizedText>,
}

impl Row {
    fn read(self) -> (ProvisionId, CompiledComment) {
        let stored: CommentContent = self.content.into();
        let content = if self.sent.is_empty() { stored } else { serde_json::from_str(&self.sent).unwrap_or(stored) };
        let comment = SummaryComment {
            id: self.id.0,
            receipt: self.number,
            organisation: OrganisationRef {
                id: self.organisation_id.0,
                name: self.organisation_name,
                stakeholder_type: self.stakeholder_type.0,
                region: self.region.0,
            },
            content,
            received_at: Instant(self.received_at),
            late: self.received_late,
            heard: Vec::new(),
        };
        let made_on = Some(self.made_on.0).filter(|label| *label != LocalizedText::default());
        (self.stands_at.0, CompiledComment { comment, state: self.state.0, made_on })
    }
}

/// Comments that stand at the provisions of a version after one position and up to another, in their order, each with its provision.
pub async fn comments(
    tx: &mut Tx,
    version: DraftVersionId,
    filter: CommentFilter,
    full: bool,
    (after, up_to): (i64, i64),
) -> StoreResult<Vec<(ProvisionId, CompiledComment)>> {
    let f = Asked::from(filter);
    let rows = fetch_all!(
        tx,
        Row,
        COMMENTS,
        version.to_string(),
        f.stance,
        f.kind,
        f.stakeholder_type,
        f.region,
        f.language,
        f.subgroup,
        full,
        after,
        up_to
    )?;
    Ok(rows.into_iter().map(Row::read).collect())
}
