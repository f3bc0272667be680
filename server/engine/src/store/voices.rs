//! What organisations say to the proposals of others.

use super::organisations::{OrganisationRow, to_ref};
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{CommentId, OrganisationId, PersonId, SessionId};
use model::domain::time::Instant;
use model::domain::voice::{Heard, Voice};
use sqlx::FromRow;
use std::collections::HashMap;

/// Whoever is not public yet speaks all the same, and is named once it is.
macro_rules! heard {
    ($rest:literal) => {
        concat!(
            "SELECT e.comment_id, e.voice, e.said_at, o.id, o.name, o.stakeholder_type, o.region FROM comment_voice e JOIN organisation o ON o.id = e.organisation_id AND o.approved_at IS NOT NULL ",
            $rest
        )
    };
}

statements! {
    SAY = "INSERT INTO comment_voice (comment_id, organisation_id, voice, said_at, said_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (comment_id, organisation_id) DO UPDATE SET voice = excluded.voice, said_at = excluded.said_at, said_by = excluded.said_by WHERE comment_voice.voice <> excluded.voice";
    TAKE_BACK = "DELETE FROM comment_voice WHERE comment_id = $1 AND organisation_id = $2";
    SPEAKERS = "SELECT organisation_id FROM comment_voice WHERE comment_id = $1 ORDER BY organisation_id LIMIT 5000";
    END = "DELETE FROM comment_voice WHERE comment_id = $1";
    OF_COMMENT = from heard "WHERE e.comment_id = $1 ORDER BY o.name_key, o.id LIMIT 5000";
    OF_COMMENTS = from heard ids "WHERE e.comment_id IN " " ORDER BY o.name_key, o.id, e.comment_id";
    OF_SESSION = from heard "WHERE e.comment_id IN (SELECT c.id FROM comment c JOIN round r ON r.id = c.round_id WHERE r.session_id = $1 AND c.state = 'accepted') ORDER BY o.name_key, o.id, e.comment_id";
    OF_ORGANISATIONS = ids "SELECT organisation_id, voice FROM comment_voice WHERE comment_id = $2 AND organisation_id IN " " ORDER BY organisation_id";
}

#[derive(FromRow)]
struct HeardRow {
    comment_id: Text<CommentId>,
    voice: Text<Voice>,
    said_at: i64,
    #[sqlx(flatten)]
    organisation: OrganisationRow,
}

fn by_comment(rows: Vec<HeardRow>) -> HashMap<CommentId, Vec<Heard>> {
    let mut heard: HashMap<CommentId, Vec<Heard>> = HashMap::new();
    for row in rows {
        let one = Heard { organisation: to_ref(row.organisation), voice: row.voice.0, said_at: Instant(row.said_at) };
        heard.entry(row.comment_id.0).or_default().push(one);
    }
    heard
}

/// Says it, instead of what was said before; answers whether that is something new.
pub async fn say(
    tx: &mut Tx,
    comment: CommentId,
    by: OrganisationId,
    voice: Voice,
    (person, at): (PersonId, Instant),
) -> StoreResult<bool> {
    Ok(execute!(tx, SAY, comment.to_string(), by.to_string(), voice.code(), at.0, person.to_string())? > 0)
}

/// Answers whether anything was said.
pub async fn take_back(tx: &mut Tx, comment: CommentId, by: OrganisationId) -> StoreResult<bool> {
    Ok(execute!(tx, TAKE_BACK, comment.to_string(), by.to_string())? > 0)
}

/// Ends all that was said to a comment; answers by whom.
pub async fn end(tx: &mut Tx, comment: CommentId) -> StoreResult<Vec<OrganisationId>> {
    let speakers = fetch_all!(tx, (Text<OrganisationId>,), SPEAKERS, comment.to_string())?;
    execute!(tx, END, comment.to_string())?;
    Ok(speakers.into_iter().map(|(id,)| id.0).collect())
}

/// What is said to a comment, by name.
pub async fn of_comment(tx: &mut Tx, comment: CommentId) -> StoreResult<Vec<Heard>> {
    let mut heard = by_comment(fetch_all!(tx, HeardRow, OF_COMMENT, comment.to_string())?);
    Ok(heard.remove(&comment).unwrap_or_default())
}

/// What is said to these comments.
pub async fn of_comments(tx: &mut Tx, comments: impl IntoIterator<Item = CommentId>) -> StoreResult<HashMap<CommentId, Vec<Heard>>> {
    fetch_all!(tx, HeardRow, OF_COMMENTS, id_list(comments)).map(by_comment)
}

/// What is said to the public comments of a session.
pub async fn of_session(tx: &mut Tx, session: SessionId) -> StoreResult<HashMap<CommentId, Vec<Heard>>> {
    fetch_all!(tx, HeardRow, OF_SESSION, session.to_string()).map(by_comment)
}

/// What these organisations (JSON list of ids) said to a comment.
pub async fn of_organisations(tx: &mut Tx, comment: CommentId, organisations: &str) -> StoreResult<HashMap<OrganisationId, Voice>> {
    let rows = fetch_all!(tx, (Text<OrganisationId>, Text<Voice>), OF_ORGANISATIONS, organisations, comment.to_string())?;
    Ok(rows.into_iter().map(|(id, voice)| (id.0, voice.0)).collect())
}
