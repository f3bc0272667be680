//! Requests of which nothing is kept when they are refused: asking to speak, applying for accreditation, co-signing.

use super::submission::refusal_detail;
use super::{ServerPortal, actor_now, writing_for};
use crate::store::{Tx, audit, organisations, rounds};
use model::domain::audit::AuditAct;
use model::domain::ids::OrganisationId;
use model::domain::person::Actor;
use model::error::{PortalError, PortalResult};
use model::policy::Denied;
use model::portal::{Ctx, RoundLine};

/// Who acts, and for which organisation: as it stands once other writers of that organisation, a merger among them, have ended.
pub(super) async fn acting_for(tx: &mut Tx, ctx: &Ctx, asked: Option<OrganisationId>) -> PortalResult<(Actor, OrganisationId)> {
    let actor = actor_now(tx, ctx).await?;
    actor.signed_in().ok_or(Denied::NotSignedIn)?;
    let organisation = writing_for(&actor, asked)?;
    organisations::lock(tx, organisation).await?;
    Ok((actor_now(tx, ctx).await?, organisation))
}

/// Runs a request; where another one came in between, most likely the same click or an extension, once more on what is there now. What
/// `once` answers is why it was refused, written down already.
pub(super) async fn decided<F>(once: impl Fn() -> F) -> PortalResult<()>
where
    F: Future<Output = PortalResult<Option<Denied>>>,
{
    let mut refused = once().await;
    if matches!(refused, Err(PortalError::Conflict)) {
        refused = once().await;
    }
    refused?.map_or(Ok(()), |denied| Err(denied.into()))
}

impl ServerPortal {
    /// Writes a refusal down, like an acceptance with the entry it was judged by, so that it commits. `more`: what it was about.
    ///
    /// # Errors
    /// `Conflict` where the round was extended meanwhile: that counts in favour of the request, which is then decided again.
    pub(super) async fn refuse_unkept(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        (line, organisation): (&RoundLine, OrganisationId),
        denied: Denied,
        act: AuditAct,
        more: &[(&str, String)],
    ) -> PortalResult<Option<Denied>> {
        let round = line.round.id;
        if matches!(denied, Denied::Closed { .. }) {
            rounds::lock(tx, round).await?;
            let again = rounds::for_organisation(tx, round, organisation).await?.ok_or(PortalError::NotFound)?;
            if again.round.window.phase(organisation, None, ctx.now).is_open() {
                return Err(PortalError::Conflict);
            }
        }
        let mut detail = refusal_detail(denied, line.round.window.judged_by(organisation, None, ctx.now), ctx.now);
        detail["organisation"] = organisation.to_string().into();
        for (name, value) in more {
            detail[*name] = value.as_str().into();
        }
        audit::insert(tx, &self.event(ctx, act, "round", round, detail)).await?;
        Ok(Some(denied))
    }
}
