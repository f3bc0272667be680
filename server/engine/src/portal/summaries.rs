//! The consolidated summary of a session, put together from what the store holds.

use super::{ServerPortal, in_tx, recommending};
use crate::store::summaries::AcceptedPaper;
use crate::store::{Tx, accreditations, audit, bodies, co_signing, drafts, sessions, subgroups, summaries, voices};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::SessionId;
use model::domain::item::ItemState;
use model::error::{PortalError, PortalResult};
use model::policy::{self, ReadSummary};
use model::portal::{Ctx, ProvisionSummary, StateCounts, SubgroupSummary, Summaries, Summary, TextSummary};
use std::collections::HashMap;
use std::hash::Hash;

#[async_trait]
impl Summaries for ServerPortal {
    async fn summary(&self, ctx: &Ctx, id: SessionId) -> PortalResult<Summary> {
        let mut tx = self.db.read().await?;
        let session = sessions::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &ReadSummary { body: session.body }, ctx.now)?;
        let body = bodies::by_id(&mut tx, session.body).await?.ok_or(PortalError::NotFound)?;
        let standings = accreditations::standings(&mut tx, session.body, id).await?;
        let (texts, comment_counts) = texts(&mut tx, id).await?;
        let mut counts = tally(summaries::paper_counts(&mut tx, id).await?);
        let paper_counts = sum(counts.values());
        let mut signatories = group(co_signing::of_session(&mut tx, id).await?);
        let accepted = summaries::papers(&mut tx, id).await?;
        let targets = recommending::targets(&mut tx, accepted.iter().flat_map(|one| &one.recommendations)).await?;
        let mut accepted = group(
            accepted
                .into_iter()
                .map(|AcceptedPaper { subgroup, mut paper, recommendations }| {
                    paper.signatories = signatories.remove(&paper.id).unwrap_or_default();
                    paper.recommendations = recommending::numbered(&recommendations, &targets);
                    (subgroup, paper)
                })
                .collect(),
        );
        let mut papers = Vec::new();
        for subgroup in subgroups::of_body(&mut tx, session.body).await? {
            let key = Some(subgroup.id);
            papers.push(SubgroupSummary {
                subgroup: Some(subgroup),
                accepted: accepted.remove(&key).unwrap_or_default(),
                counts: counts.remove(&key).unwrap_or_default(),
            });
        }
        papers.push(SubgroupSummary {
            subgroup: None,
            accepted: accepted.remove(&None).unwrap_or_default(),
            counts: counts.remove(&None).unwrap_or_default(),
        });
        papers.retain(|group| group.counts.total() > 0);
        Ok(Summary { session, body, standings, as_of: ctx.now, texts, papers, comment_counts, paper_counts })
    }

    async fn note_export(&self, ctx: &Ctx, session: SessionId, format: &str) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::SummaryExported, "session", session, serde_json::json!({ "format": format }));
        in_tx!(self.db, [event], |tx| { Ok(audit::insert(tx, &event).await?) }).await
    }
}

async fn texts(tx: &mut Tx, session: SessionId) -> PortalResult<(Vec<TextSummary>, StateCounts)> {
    let mut heard = voices::of_session(tx, session).await?;
    let mut comments = summaries::comments(tx, session).await?;
    for (_, comment) in &mut comments {
        comment.heard = heard.remove(&comment.id).unwrap_or_default();
    }
    let mut accepted = group(comments);
    let mut counts = tally(summaries::comment_counts(tx, session).await?);
    let total = sum(counts.values());
    let mut provisions = group(
        drafts::provisions_of_session(tx, session)
            .await?
            .into_iter()
            .map(|provision| {
                let accepted = accepted.remove(&provision.id).unwrap_or_default();
                let counts = counts.remove(&provision.id).unwrap_or_default();
                (provision.draft_version, ProvisionSummary { accepted, counts, provision })
            })
            .collect(),
    );
    let texts = drafts::of_session(tx, session)
        .await?
        .into_iter()
        .map(|draft| TextSummary { provisions: provisions.remove(&draft.id).unwrap_or_default(), draft })
        .collect();
    Ok((texts, total))
}

fn group<K: Eq + Hash, V>(rows: Vec<(K, V)>) -> HashMap<K, Vec<V>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in rows {
        groups.entry(key).or_default().push(value);
    }
    groups
}

fn tally<K: Eq + Hash>(rows: Vec<(K, ItemState, i64)>) -> HashMap<K, StateCounts> {
    let mut counts: HashMap<K, StateCounts> = HashMap::new();
    for (key, state, n) in rows {
        let entry = counts.entry(key).or_default();
        match state {
            ItemState::Accepted => entry.accepted += n,
            ItemState::Submitted => entry.submitted += n,
            ItemState::Returned => entry.returned += n,
            ItemState::Declined => entry.declined += n,
            ItemState::Draft | ItemState::Withdrawn | ItemState::Replaced | ItemState::ForTheChair => {}
        }
    }
    counts
}

fn sum<'a>(counts: impl Iterator<Item = &'a StateCounts>) -> StateCounts {
    counts.fold(StateCounts::default(), |a, b| StateCounts {
        accepted: a.accepted + b.accepted,
        submitted: a.submitted + b.submitted,
        returned: a.returned + b.returned,
        declined: a.declined + b.declined,
    })
}
