//! Co-signing: papers offered for it, and the organisations that put their names to them.

use super::{Ctx, PaperLine, RoundLine};
use crate::domain::co_signing::Signature;
use crate::domain::ids::{OrganisationId, PaperId, RoundId};
use crate::domain::organisation::OrganisationRef;
use crate::domain::paper::Paper;
use crate::error::PortalResult;
use async_trait::async_trait;

/// A paper that is open for co-signing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedPaper {
    pub paper: PaperLine,
    /// How many organisations have put their names to it.
    pub signatories: i64,
}

/// A round of co-signing as everybody reads it; empty in rounds of another kind.
#[derive(Debug, Clone, Default)]
pub struct RoundCoSigning {
    /// The newest offer first, at most [`MAX_SHOWN`](crate::domain::co_signing::MAX_SHOWN).
    pub papers: Vec<OfferedPaper>,
    /// Public papers of the session by the actor's organisations that are not offered.
    pub own: Vec<PaperLine>,
}

/// A paper before an organisation that may put its name to it, or before its author who may offer it.
#[derive(Debug)]
pub struct CoSigningPage {
    /// The round of co-signing, with the grants of the organisation.
    pub line: RoundLine,
    pub paper: Paper,
    pub author: OrganisationRef,
    /// Of the words that are signed; `None` where the reader may not read all of them.
    pub sha256: Option<String>,
    /// Words of the paper are redacted.
    pub is_redacted: bool,
    pub offered: bool,
    /// The name of the organisation stands under it since it was submitted as a joint paper.
    pub named: bool,
    /// By name.
    pub signatories: Vec<OrganisationRef>,
    /// For whom the actor acts here.
    pub organisation: OrganisationId,
    pub organisation_name: String,
    /// Whom the person can act for, where there is a choice.
    pub organisations: Vec<(OrganisationId, String)>,
    /// The signature of that organisation.
    pub own: Option<Signature>,
}

/// What is done with a paper in a round of co-signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SigningAct {
    /// The author opens it.
    Offer,
    /// The author closes it; the signatures stay.
    Close,
    /// The words with this receipt are signed.
    Sign,
    TakeBack,
}

/// An act to be done.
#[derive(Debug, Clone)]
pub struct NewSigningAct {
    pub round: RoundId,
    pub paper: PaperId,
    /// `None`: the organisation acted for last.
    pub organisation: Option<OrganisationId>,
    pub act: SigningAct,
    /// SHA-256 of the words that were read.
    pub sha256: String,
}

/// A signature of an organisation of the reader, for their desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSignature {
    pub round: RoundId,
    pub paper: PaperId,
    pub organisation: OrganisationId,
}

/// Offering papers, and putting names to them.
#[async_trait]
pub trait CoSigning {
    /// A paper in a round of co-signing. `organisation`: for whom; `None`: the one acted for last.
    async fn co_signing(
        &self,
        ctx: &Ctx,
        round: RoundId,
        paper: PaperId,
        organisation: Option<OrganisationId>,
    ) -> PortalResult<CoSigningPage>;
    /// Offers a paper, closes it, signs it, or takes a signature back. What is done already is the same request.
    async fn co_signing_act(&self, ctx: &Ctx, new: NewSigningAct) -> PortalResult<()>;
}
