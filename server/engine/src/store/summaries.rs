//! What the consolidated summary is made of: accepted input with its newest receipt, and numbers by state.

use super::content::ContentRow;
use super::organisations::AuthorRow;
use super::row::Text;
use super::sql::{fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{CommentId, PaperId, ProvisionId, SessionId, SubgroupId};
use model::domain::item::ItemState;
use model::domain::language::{Language, LocalizedText};
use model::domain::paper::answered;
use model::domain::recommendation::Recommendation;
use model::domain::redaction::Redacted;
use model::domain::time::Instant;
use model::portal::{SummaryComment, SummaryPaper};
use sqlx::FromRow;

/// The columns of a comment `c` of the organisation `o` with its receipt `t`.
macro_rules! sourced {
    () => {
        concat!(
            "c.id, ",
            $crate::store::content::content!(),
            ", t.number, t.received_at, c.received_late, o.id AS organisation_id, COALESCE(c.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region"
        )
    };
}

pub(super) use sourced;

macro_rules! accepted_comment {
    ($rest:literal) => {
        concat!("SELECT c.provision_id, ", sourced!(), " FROM comment c ", $rest)
    };
}

statements! {
    COMMENTS = from accepted_comment "JOIN round r ON r.id = c.round_id JOIN organisation o ON o.id = c.organisation_id JOIN receipt t ON t.item_id = c.id AND t.received_at = c.submitted_at WHERE r.session_id = $1 AND c.state = 'accepted' ORDER BY t.received_at, t.number";
    COMMENT_COUNTS = "SELECT c.provision_id, c.state, COUNT(*) FROM comment c JOIN round r ON r.id = c.round_id WHERE r.session_id = $1 AND c.state IN ('submitted', 'accepted', 'returned', 'declined') GROUP BY c.provision_id, c.state ORDER BY c.provision_id, c.state";
    PAPERS = "SELECT p.id, p.subgroup_id, p.title, p.language, p.text, p.answers, p.recommendations, p.redacted, r.questions, t.number, t.received_at, p.received_late, o.id AS organisation_id, COALESCE(p.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM paper p JOIN round r ON r.id = p.round_id JOIN organisation o ON o.id = p.organisation_id JOIN receipt t ON t.item_id = p.id AND t.received_at = p.submitted_at WHERE r.session_id = $1 AND p.state = 'accepted' ORDER BY t.received_at, t.number";
    PAPER_COUNTS = "SELECT p.subgroup_id, p.state, COUNT(*) FROM paper p JOIN round r ON r.id = p.round_id WHERE r.session_id = $1 AND p.state IN ('submitted', 'accepted', 'returned', 'declined') GROUP BY p.subgroup_id, p.state ORDER BY p.subgroup_id, p.state";
}

/// A comment with its newest receipt, as other modules select it too.
#[derive(FromRow)]
pub(super) struct SourcedRow {
    id: Text<CommentId>,
    #[sqlx(flatten)]
    content: ContentRow,
    number: String,
    received_at: i64,
    received_late: bool,
    #[sqlx(flatten)]
    author: AuthorRow,
}

impl SourcedRow {
    pub(super) const fn redacted(&self) -> &Redacted {
        self.content.redacted()
    }
}

impl From<SourcedRow> for SummaryComment {
    fn from(row: SourcedRow) -> Self {
        Self {
            id: row.id.0,
            receipt: row.number,
            organisation: row.author.into(),
            is_redacted: !row.content.redacted().is_empty(),
            content: row.content.into(),
            received_at: Instant(row.received_at),
            late: row.received_late,
            heard: Vec::new(),
        }
    }
}

#[derive(FromRow)]
struct CommentRow {
    provision_id: Text<ProvisionId>,
    #[sqlx(flatten)]
    comment: SourcedRow,
}

#[derive(FromRow)]
struct PaperRow {
    id: Text<PaperId>,
    subgroup_id: Option<Text<SubgroupId>>,
    title: String,
    language: Text<Language>,
    text: String,
    answers: Text<Vec<String>>,
    recommendations: Text<Vec<Recommendation>>,
    redacted: Text<Redacted>,
    questions: Text<Vec<LocalizedText>>,
    number: String,
    received_at: i64,
    received_late: bool,
    #[sqlx(flatten)]
    author: AuthorRow,
}

/// Accepted comments of all rounds of a session, with their provisions, in the order they were received.
pub async fn comments(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<(ProvisionId, SummaryComment)>> {
    let rows = fetch_all!(tx, CommentRow, COMMENTS, session.to_string())?;
    Ok(rows.into_iter().map(|row| (row.provision_id.0, row.comment.into())).collect())
}

/// Numbers of comments by provision and state, drafts apart.
pub async fn comment_counts(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<(ProvisionId, ItemState, i64)>> {
    let rows = fetch_all!(tx, (Text<ProvisionId>, Text<ItemState>, i64), COMMENT_COUNTS, session.to_string())?;
    Ok(rows.into_iter().map(|(id, state, n)| (id.0, state.0, n)).collect())
}

/// An accepted paper with its recommendations as they are stored. `None`: to the whole body.
pub struct AcceptedPaper {
    pub subgroup: Option<SubgroupId>,
    /// Its signatories and recommendations are put beside it by the portal, which reads what they name once for the session.
    pub paper: SummaryPaper,
    pub recommendations: Vec<Recommendation>,
}

/// Accepted papers of all rounds of a session, in the order they were received.
pub async fn papers(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<AcceptedPaper>> {
    let rows = fetch_all!(tx, PaperRow, PAPERS, session.to_string())?;
    Ok(rows
        .into_iter()
        .map(|mut row| {
            let recommendations = row.recommendations.0.iter_mut().map(|one| &mut one.text);
            for text in [&mut row.title, &mut row.text].into_iter().chain(&mut row.answers.0).chain(recommendations) {
                row.redacted.0.hide(text);
            }
            let paper = SummaryPaper {
                id: row.id.0,
                receipt: row.number,
                organisation: row.author.into(),
                title: row.title,
                language: row.language.0,
                text: row.text,
                signatories: Vec::new(),
                recommendations: Vec::new(),
                answers: answered(&row.questions.0, &row.answers.0),
                received_at: Instant(row.received_at),
                late: row.received_late,
                is_redacted: !row.redacted.0.is_empty(),
            };
            AcceptedPaper { subgroup: row.subgroup_id.map(|id| id.0), paper, recommendations: row.recommendations.0 }
        })
        .collect())
}

/// Numbers of papers by subgroup and state, drafts apart.
pub async fn paper_counts(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<(Option<SubgroupId>, ItemState, i64)>> {
    let rows = fetch_all!(tx, (Option<Text<SubgroupId>>, Text<ItemState>, i64), PAPER_COUNTS, session.to_string())?;
    Ok(rows.into_iter().map(|(id, state, n)| (id.map(|id| id.0), state.0, n)).collect())
}
