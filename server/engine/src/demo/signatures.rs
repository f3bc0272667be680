//! Invented co-signatures, made through the portal's own use cases: two papers are open, one of them with three names.

use super::input::ctx_of;
use super::{SeedError, people};
use crate::portal::ServerPortal;
use crate::store::receipts;
use model::domain::ids::{PaperId, RoundId};
use model::domain::item::ItemState;
use model::domain::time::{Instant, Span};
use model::portal::{CoSigning as _, Ctx, NewSigningAct, Papers as _, SigningAct};

/// Whose papers are open, and who has signed each.
const OPEN: [(&str, &[&str]); 2] = [("harbour-csirt", &["kilima-payments", "atoll-network", "reseau-baobab"]), ("fair-signal", &[])];

pub async fn seed(portal: &ServerPortal, round: RoundId, now: Instant) -> Result<(), SeedError> {
    for (author, signers) in OPEN {
        let at = now - Span::DAY.times(2);
        let ctx = ctx_of(portal, &people::address_of(author), at).await?;
        let Some(paper) = first_public(portal, &ctx).await? else { continue };
        act(portal, &ctx, round, paper, SigningAct::Offer).await?;
        for (n, signer) in (1..).zip(signers) {
            let ctx = ctx_of(portal, &people::address_of(signer), at + Span::HOUR.times(n * 5)).await?;
            act(portal, &ctx, round, paper, SigningAct::Sign).await?;
        }
    }
    Ok(())
}

async fn first_public(portal: &ServerPortal, ctx: &Ctx) -> Result<Option<PaperId>, SeedError> {
    let papers = portal.own_input(ctx).await?.papers;
    Ok(papers.into_iter().find(|paper| paper.state == ItemState::Accepted).map(|paper| paper.id))
}

/// What is done already, after an interruption, is the same request.
async fn act(portal: &ServerPortal, ctx: &Ctx, round: RoundId, paper: PaperId, act: SigningAct) -> Result<(), SeedError> {
    let receipt = {
        let mut tx = portal.db.read().await?;
        receipts::latest_of_item(&mut tx, paper.item()).await?
    };
    let sha256 = receipt.map(|receipt| receipt.sha256).unwrap_or_default();
    Ok(portal.co_signing_act(ctx, NewSigningAct { round, paper, organisation: None, act, sha256 }).await?)
}
