//! What provisions point to, and what is said about a norm.

use super::drafts::ProvisionRow;
use super::like;
use super::organisations::AuthorRow;
use super::row::Text;
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::draft::DraftVersion;
use model::domain::ids::{BodyId, DraftId, DraftVersionId, PaperId, PersonId, ProvisionId, SubgroupId};
use model::domain::language::{Language, LocalizedText};
use model::domain::provision_link::{LinkKind, Links};
use model::domain::recommendation::{About, Recommendation};
use model::domain::redaction::Redacted;
use model::domain::time::Instant;
use model::portal::{AboutNorm, PointingLine};
use sqlx::FromRow;

macro_rules! about {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.title, p.language, p.recommendations, p.redacted, p.submitted_at, o.id AS organisation_id, COALESCE(p.submitted_as, o.name) AS organisation_name, o.stakeholder_type, o.region FROM paper p JOIN organisation o ON o.id = p.organisation_id WHERE p.state = 'accepted' AND p.recommendations LIKE $1 ESCAPE '!' ",
            $rest
        )
    };
}

/// A provision with its version, and the number of public comments that stand at it.
macro_rules! pointing {
    ($rest:literal) => {
        concat!(
            "SELECT ",
            $crate::store::drafts::provision_columns!(),
            ", v.id AS version_id, v.draft_id, d.body_id, d.subgroup_id, d.title, v.label AS version_label, v.language, v.issued_at, (SELECT COUNT(*) FROM comment x WHERE x.provision_id = p.id AND x.state = 'accepted') + (SELECT COUNT(*) FROM comment_anchor a JOIN comment y ON y.id = a.comment_id WHERE a.provision_id = p.id AND a.state IN ('exact', 'moved', 'placed') AND y.state = 'accepted') AS comments FROM provision_link l JOIN provision p ON p.id = l.provision_id JOIN draft_version v ON v.id = p.draft_version_id JOIN draft d ON d.id = v.draft_id ",
            $rest
        )
    };
}

statements! {
    OF_PROVISION = "SELECT kind, target FROM provision_link WHERE provision_id = $1 ORDER BY kind, target";
    CLEAR = "DELETE FROM provision_link WHERE provision_id = $1";
    ADD = "INSERT INTO provision_link (provision_id, kind, target, set_by, set_at) VALUES ($1, $2, $3, $4, $5)";
    // Whatever goes on points to what it comes from pointed to.
    CARRY = "INSERT INTO provision_link (provision_id, kind, target, set_by, set_at) SELECT o.provision_id, l.kind, l.target, l.set_by, l.set_at FROM provision_link l JOIN provision_origin o ON o.origin_id = l.provision_id JOIN provision n ON n.id = o.provision_id WHERE n.draft_version_id = $1 AND n.level NOT IN ('heading', 'note', 'whole') ON CONFLICT DO NOTHING";
    POINTING = from pointing "WHERE l.kind = 'norm' AND l.target = $1 AND v.number = (SELECT MAX(z.number) FROM draft_version z WHERE z.draft_id = v.draft_id) ORDER BY v.issued_at DESC, v.id, p.position, p.id LIMIT 500";
    ABOUT_FIRST = from about "ORDER BY p.submitted_at DESC, p.id DESC LIMIT $2";
    ABOUT_AFTER = from about "AND (p.submitted_at, p.id) < ($3, $4) ORDER BY p.submitted_at DESC, p.id DESC LIMIT $2";
}

/// What a provision points to.
pub async fn of_provision(tx: &mut Tx, provision: ProvisionId) -> StoreResult<Links> {
    let mut links = Links::default();
    for (kind, target) in fetch_all!(tx, (Text<LinkKind>, String), OF_PROVISION, provision.to_string())? {
        match kind.0 {
            LinkKind::Norm => links.norms.push(target),
            LinkKind::Text => links.texts.push(target),
        }
    }
    Ok(links.sorted())
}

/// Puts these in the place of what a provision pointed to.
pub async fn set(tx: &mut Tx, provision: ProvisionId, links: &Links, (by, at): (PersonId, Instant)) -> StoreResult<()> {
    execute!(tx, CLEAR, provision.to_string())?;
    let norms = links.norms.iter().map(|code| (LinkKind::Norm, code));
    for (kind, target) in norms.chain(links.texts.iter().map(|text| (LinkKind::Text, text))) {
        execute!(tx, ADD, provision.to_string(), kind.code(), target.as_str(), by.to_string(), at.0)?;
    }
    Ok(())
}

/// Carries over what the provisions pointed to that those of a version come from.
pub async fn carry(tx: &mut Tx, to: DraftVersionId) -> StoreResult<()> {
    execute!(tx, CARRY, to.to_string()).map(|_| ())
}

#[derive(FromRow)]
struct PointingRow {
    #[sqlx(flatten)]
    provision: ProvisionRow,
    version_id: Text<DraftVersionId>,
    draft_id: Text<DraftId>,
    body_id: Text<BodyId>,
    subgroup_id: Text<SubgroupId>,
    title: Text<LocalizedText>,
    version_label: Text<LocalizedText>,
    language: Text<Language>,
    issued_at: i64,
    comments: i64,
}

/// Provisions of the newest versions of their texts that point to a norm, the text that was issued last first.
pub async fn pointing(tx: &mut Tx, norm: &str) -> StoreResult<Vec<PointingLine>> {
    let read = |row: PointingRow| PointingLine {
        provision: row.provision.into(),
        draft: DraftVersion {
            id: row.version_id.0,
            draft: row.draft_id.0,
            body: row.body_id.0,
            subgroup: row.subgroup_id.0,
            title: row.title.0,
            label: row.version_label.0,
            language: row.language.0,
            issued_at: Instant(row.issued_at),
        },
        comments: row.comments,
    };
    Ok(fetch_all!(tx, PointingRow, POINTING, norm)?.into_iter().map(read).collect())
}

#[derive(FromRow)]
struct AboutRow {
    id: Text<PaperId>,
    title: String,
    language: Text<Language>,
    recommendations: Text<Vec<Recommendation>>,
    redacted: Text<Redacted>,
    submitted_at: i64,
    #[sqlx(flatten)]
    author: AuthorRow,
}

/// Public papers with recommendations about a norm, the newest first, after `cursor`.
pub async fn about_norm(tx: &mut Tx, norm: &str, cursor: Option<(Instant, PaperId)>, limit: i64) -> StoreResult<Vec<AboutNorm>> {
    let about = About::Norm(norm.to_owned());
    let pattern = like::anywhere(&format!("\"{}\"", about.code()));
    let rows = match cursor {
        None => fetch_all!(tx, AboutRow, ABOUT_FIRST, pattern, limit),
        Some((at, id)) => fetch_all!(tx, AboutRow, ABOUT_AFTER, pattern, limit, at.0, id.to_string()),
    }?;
    let read = |mut row: AboutRow| {
        let redacted = row.redacted.0;
        redacted.hide(&mut row.title);
        let about = (1..).zip(row.recommendations.0).filter(|(_, one)| one.about.as_ref() == Some(&about));
        AboutNorm {
            paper: row.id.0,
            title: row.title,
            language: row.language.0,
            organisation: row.author.into(),
            submitted_at: Instant(row.submitted_at),
            recommendations: about.map(|(at, one)| (at, redacted.shown(&one.text))).collect(),
        }
    };
    Ok(rows.into_iter().map(read).collect())
}
