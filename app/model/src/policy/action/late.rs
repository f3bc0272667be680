//! What is done with what came late.

use super::{Act, Action};
use crate::domain::ids::{BodyId, LateAttemptId, OrganisationId};
use crate::domain::late::LateState;

acts! {
    /// The late inbox of a round is read: whose attempts, when, how large. Never their words.
    ReadLate { body: BodyId }

    /// A late attempt is admitted or declined.
    DecideLate { attempt: LateAttemptId, body: BodyId, organisation: OrganisationId, state: LateState }

    /// The receipt of a refusal is read.
    ReadRefusal { organisation: OrganisationId }
}
