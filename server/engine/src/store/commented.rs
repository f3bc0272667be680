//! What is said on a text in public, by what is asked for: counted by provision, and in pages on one.

use super::row::Text;
use super::sql::{fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::collision::Proposal;
use model::domain::comment::{CommentKind, Operation, Stance};
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::{CommentId, DraftVersionId, ProvisionId};
use model::domain::language::Language;
use model::domain::organisation::{Region, StakeholderType};
use sqlx::FromRow;
use std::collections::HashMap;

/// Whether a comment `c` of an organisation `o` is let through by the filter that is bound to `$2` … `$7`, as [`Asked`] gives it.
macro_rules! asked_for {
    () => {
        "($2 = '' OR c.stance = $2) AND ($3 = '' OR c.kind = $3) AND ($4 = '' OR o.stakeholder_type = $4) AND ($5 = '' OR o.region = $5) AND ($6 = '' OR c.language = $6) AND ($7 = '' OR (o.approved_at IS NOT NULL AND EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.organisation_id = c.organisation_id AND m.subgroup_id = $7 AND m.joined_at IS NOT NULL AND m.ended_at IS NULL)))"
    };
}

/// Comments that stand at provisions of the version `$1`: those made on it, and those on earlier versions that stand there.
macro_rules! standing {
    () => {
        "(SELECT x.id AS comment_id, x.provision_id FROM comment x JOIN provision p ON p.id = x.provision_id WHERE p.draft_version_id = $1 UNION ALL SELECT y.comment_id, y.provision_id FROM comment_anchor y WHERE y.draft_version_id = $1 AND y.state IN ('exact', 'moved', 'placed'))"
    };
}

/// Runs a statement with what it is about as `$1`, the filter as `$2` … `$7`, and the rest from `$8` on.
macro_rules! fetch_asked {
    ($fetch:ident, $tx:expr, $row:ty, $sql:expr, $about:expr, $filter:expr $(, $rest:expr)* $(,)?) => {{
        let asked = $crate::store::commented::Asked::from($filter);
        $fetch!(
            $tx,
            $row,
            $sql,
            $about,
            asked.stance,
            asked.kind,
            asked.stakeholder_type,
            asked.region,
            asked.language,
            asked.subgroup.as_str()
            $(, $rest)*
        )
    }};
}

pub(super) use {asked_for, fetch_asked, standing};

macro_rules! counted {
    ($rest:literal) => {
        concat!(
            "SELECT s.provision_id, CAST(SUM(CASE WHEN ",
            asked_for!(),
            " THEN 1 ELSE 0 END) AS BIGINT), COUNT(*) FROM ",
            standing!(),
            " s JOIN comment c ON c.id = s.comment_id JOIN organisation o ON o.id = c.organisation_id ",
            $rest
        )
    };
}

macro_rules! light {
    ($rest:literal) => {
        concat!(
            "SELECT c.id, c.operation, c.quote, CASE WHEN c.operation = 'comment_only' THEN '' ELSE c.proposed_text END AS proposed_text, CAST(CASE WHEN ",
            asked_for!(),
            " THEN 1 ELSE 0 END AS BIGINT) AS asked_for FROM comment c JOIN organisation o ON o.id = c.organisation_id ",
            $rest
        )
    };
}

macro_rules! counted_earlier {
    ($rest:literal) => {
        concat!(
            "SELECT CAST(COALESCE(SUM(CASE WHEN ",
            asked_for!(),
            " THEN 1 ELSE 0 END), 0) AS BIGINT), COUNT(*) FROM comment_anchor a JOIN comment c ON c.id = a.comment_id JOIN organisation o ON o.id = c.organisation_id ",
            $rest
        )
    };
}

statements! {
    COUNTS = from counted "WHERE c.state = 'accepted' GROUP BY s.provision_id ORDER BY s.provision_id";
    // Where nothing is asked for, the indexes alone say it.
    ALL_COUNTS = "SELECT x.provision_id, COUNT(*) FROM comment x JOIN provision p ON p.id = x.provision_id WHERE p.draft_version_id = $1 AND x.state = 'accepted' GROUP BY x.provision_id UNION ALL SELECT a.provision_id, COUNT(*) FROM comment_anchor a JOIN comment y ON y.id = a.comment_id WHERE a.draft_version_id = $1 AND a.state IN ('exact', 'moved', 'placed') AND y.state = 'accepted' GROUP BY a.provision_id ORDER BY 1";
    OF_PROVISION = from light "WHERE c.provision_id = $1 AND c.state = 'accepted' ORDER BY c.submitted_at, c.id LIMIT 20000";
    EARLIER = from counted_earlier "WHERE a.provision_id = $1 AND a.state IN ('exact', 'moved', 'placed') AND c.state = 'accepted'";
}

/// A filter as it is bound: an empty text asks for nothing.
pub(super) struct Asked {
    pub stance: &'static str,
    pub kind: &'static str,
    pub stakeholder_type: &'static str,
    pub region: &'static str,
    pub language: &'static str,
    pub subgroup: String,
}

impl From<CommentFilter> for Asked {
    fn from(filter: CommentFilter) -> Self {
        Self {
            stance: filter.stance.map_or("", Stance::code),
            kind: filter.kind.map_or("", CommentKind::code),
            stakeholder_type: filter.stakeholder_type.map_or("", StakeholderType::code),
            region: filter.region.map_or("", Region::code),
            language: filter.language.map_or("", Language::code),
            subgroup: filter.subgroup.map(|id| id.to_string()).unwrap_or_default(),
        }
    }
}

/// How many comments are asked for, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    pub asked_for: i64,
    pub all: i64,
}

/// Public comments by the provision of a version they stand at.
pub async fn counts(tx: &mut Tx, version: DraftVersionId, filter: CommentFilter) -> StoreResult<HashMap<ProvisionId, Count>> {
    if filter.is_empty() {
        let mut counts: HashMap<ProvisionId, Count> = HashMap::new();
        for (id, all) in fetch_all!(tx, (Text<ProvisionId>, i64), ALL_COUNTS, version.to_string())? {
            let count = counts.entry(id.0).or_default();
            (count.asked_for, count.all) = (count.asked_for + all, count.all + all);
        }
        return Ok(counts);
    }
    let rows = fetch_asked!(fetch_all, tx, (Text<ProvisionId>, i64, i64), COUNTS, version.to_string(), filter)?;
    Ok(rows.into_iter().map(|(id, asked_for, all)| (id.0, Count { asked_for, all })).collect())
}

/// A public comment as far as its place on a page depends on it.
#[derive(FromRow)]
struct LightRow {
    id: Text<CommentId>,
    operation: Text<Operation>,
    quote: String,
    proposed_text: String,
    asked_for: i64,
}

/// The same, read.
#[derive(Debug)]
pub struct Light {
    pub id: CommentId,
    pub asked_for: bool,
    operation: Operation,
    quote: String,
    proposed_text: String,
}

impl Light {
    pub fn proposal(&self) -> Proposal<'_> {
        Proposal { operation: self.operation, quote: &self.quote, proposed_text: &self.proposed_text }
    }
}

/// All public comments on a provision, in the order they came.
pub async fn of_provision(tx: &mut Tx, provision: ProvisionId, filter: CommentFilter) -> StoreResult<Vec<Light>> {
    let rows = fetch_asked!(fetch_all, tx, LightRow, OF_PROVISION, provision.to_string(), filter)?;
    let light = |row: LightRow| Light {
        id: row.id.0,
        asked_for: row.asked_for != 0,
        operation: row.operation.0,
        quote: row.quote,
        proposed_text: row.proposed_text,
    };
    Ok(rows.into_iter().map(light).collect())
}

/// Public comments on earlier versions that stand at a provision.
pub async fn count_earlier(tx: &mut Tx, provision: ProvisionId, filter: CommentFilter) -> StoreResult<Count> {
    let row = fetch_asked!(fetch_optional, tx, (i64, i64), EARLIER, provision.to_string(), filter)?;
    Ok(row.map(|(asked_for, all)| Count { asked_for, all }).unwrap_or_default())
}
