//! Merging a duplicate organisation into another: everything that names the one names the other afterwards.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::OrganisationId;
use model::domain::time::Instant;

statements! {
    // Who had left the one and is in the other comes back with the other's function.
    FORGET_ENDED = "DELETE FROM membership WHERE organisation_id = $2 AND ended_at IS NOT NULL AND person_id IN (SELECT person_id FROM membership WHERE organisation_id = $1 AND ended_at IS NULL)";
    // The contact points of the duplicate don't take the other organisation over: they become drafters where it has one of its own.
    SOFTEN = "UPDATE membership SET function = 'drafter' WHERE organisation_id = $1 AND function = 'contact_point' AND EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = $2 AND m.function = 'contact_point' AND m.ended_at IS NULL)";
    MOVE_MEMBERS = "UPDATE membership SET organisation_id = $2 WHERE organisation_id = $1 AND person_id NOT IN (SELECT person_id FROM membership WHERE organisation_id = $2)";
    END_MEMBERS = "UPDATE membership SET ended_at = $2 WHERE organisation_id = $1 AND ended_at IS NULL";
    // A member of the one is a member of the other: a request of the other that still waits has its answer.
    APPROVE_SUBGROUPS = "UPDATE subgroup_membership SET joined_at = $3 WHERE organisation_id = $2 AND joined_at IS NULL AND ended_at IS NULL AND subgroup_id IN (SELECT g.subgroup_id FROM subgroup_membership g WHERE g.organisation_id = $1 AND g.joined_at IS NOT NULL AND g.ended_at IS NULL)";
    MOVE_SUBGROUPS = "UPDATE subgroup_membership SET organisation_id = $2 WHERE organisation_id = $1 AND ended_at IS NULL AND subgroup_id NOT IN (SELECT g.subgroup_id FROM subgroup_membership g WHERE g.organisation_id = $2 AND g.ended_at IS NULL)";
    // What is past stays with the name it was under.
    END_SUBGROUPS = "UPDATE subgroup_membership SET ended_at = $2, ending = 'left' WHERE organisation_id = $1 AND ended_at IS NULL";
    MOVE_PAPERS = "UPDATE paper SET submitted_as = CASE WHEN state = 'draft' THEN NULL ELSE COALESCE(submitted_as, $3) END, organisation_id = $2 WHERE organisation_id = $1";
    MOVE_COMMENTS = "UPDATE comment SET submitted_as = CASE WHEN state = 'draft' THEN NULL ELSE COALESCE(submitted_as, $3) END, organisation_id = $2 WHERE organisation_id = $1";
    MOVE_GRANTS = "UPDATE time_grant SET organisation_id = $2 WHERE organisation_id = $1";
    // Whoever may read the draft may read the receipt of its refusal. Receipts of what was taken keep their organisation.
    MOVE_LATE = "UPDATE late_attempt SET organisation_id = $2 WHERE organisation_id = $1";
    // One speaker of the two that are one now: the other's own, where it has one.
    FORGET_WITHDRAWN = "DELETE FROM inscription WHERE organisation_id = $2 AND withdrawn_at IS NOT NULL AND round_id IN (SELECT x.round_id FROM inscription x WHERE x.organisation_id = $1 AND x.withdrawn_at IS NULL)";
    MOVE_INSCRIPTIONS = "UPDATE inscription SET organisation_id = $2 WHERE organisation_id = $1 AND round_id NOT IN (SELECT y.round_id FROM inscription y WHERE y.organisation_id = $2)";
    END_INSCRIPTIONS = "UPDATE inscription SET speaker = '', capacity = '', subject = '', withdrawn_at = $2, place = NULL, version = version + 1 WHERE organisation_id = $1 AND withdrawn_at IS NULL";
    // Whoever decides on one of them meanwhile finds another version.
    HOLD_APPLICATIONS = "UPDATE accreditation SET version = version + 1 WHERE organisation_id IN ($1, $2)";
    // One application of the two that are one now: one that was objected to, since only the chair lifts that; then one that is accredited;
    // then the other's own. What ends stays as a record.
    YIELD_APPLICATIONS = "UPDATE accreditation SET status = 'withdrawn', version = version + 1, updated_at = $3 WHERE organisation_id = $2 AND status NOT IN ('withdrawn', 'objected') AND round_id IN (SELECT x.round_id FROM accreditation x WHERE x.organisation_id = $1 AND (x.status = 'objected' OR (x.status = 'accredited' AND accreditation.status <> 'accredited')))";
    END_APPLICATIONS = "UPDATE accreditation SET status = 'withdrawn', version = version + 1, updated_at = $3 WHERE organisation_id = $1 AND status <> 'withdrawn' AND round_id IN (SELECT y.round_id FROM accreditation y WHERE y.organisation_id = $2 AND y.status <> 'withdrawn')";
    MOVE_APPLICATIONS = "UPDATE accreditation SET organisation_id = $2 WHERE organisation_id = $1";
    // One name under a paper, and none under the own one: what ends stays as a record.
    END_SIGNATURES = "UPDATE co_signature SET taken_back_at = $3 WHERE organisation_id = $1 AND taken_back_at IS NULL AND (paper_id IN (SELECT y.paper_id FROM co_signature y WHERE y.organisation_id = $2 AND y.taken_back_at IS NULL) OR paper_id IN (SELECT p.id FROM paper p WHERE p.organisation_id = $2))";
    END_OWN_SIGNATURES = "UPDATE co_signature SET taken_back_at = $2 WHERE organisation_id = $1 AND taken_back_at IS NULL AND paper_id IN (SELECT p.id FROM paper p WHERE p.organisation_id = $1)";
    MOVE_SIGNATURES = "UPDATE co_signature SET organisation_id = $2 WHERE organisation_id = $1";
    // One invitation to a paper, and none to the own one.
    END_JOINT = "DELETE FROM joint_invitation WHERE organisation_id = $1 AND (paper_id IN (SELECT y.paper_id FROM joint_invitation y WHERE y.organisation_id = $2) OR paper_id IN (SELECT p.id FROM paper p WHERE p.organisation_id = $2))";
    END_OWN_JOINT = "DELETE FROM joint_invitation WHERE organisation_id = $1 AND paper_id IN (SELECT p.id FROM paper p WHERE p.organisation_id = $1)";
    MOVE_JOINT = "UPDATE joint_invitation SET organisation_id = $2 WHERE organisation_id = $1";
    // One voice on a proposal, and none on the own one. The comments have moved already.
    END_VOICES = "DELETE FROM comment_voice WHERE organisation_id = $1 AND comment_id IN (SELECT y.comment_id FROM comment_voice y WHERE y.organisation_id = $2)";
    MOVE_VOICES = "UPDATE comment_voice SET organisation_id = $2 WHERE organisation_id = $1";
    END_OWN_VOICES = "DELETE FROM comment_voice WHERE organisation_id = $1 AND comment_id IN (SELECT c.id FROM comment c WHERE c.organisation_id = $1)";
    MOVE_REPLIES = "UPDATE decision_reply SET organisation_id = $2 WHERE organisation_id = $1";
    MOVE_APPEALS = "UPDATE appeal SET organisation_id = $2 WHERE organisation_id = $1";
    CLOSE_INVITATIONS = "UPDATE invitation SET state = 'revoked' WHERE organisation_id = $1 AND state = 'open'";
    MOVE_REQUESTS = "UPDATE join_request SET organisation_id = $2 WHERE organisation_id = $1 AND state = 'open'";
    CLOSE_CLAIMS = "UPDATE contact_claim SET state = 'withdrawn', answered_at = $2 WHERE organisation_id = $1 AND state IN ('open', 'objected')";
    MOVE_HISTORY = "UPDATE organisation_change SET organisation_id = $2 WHERE organisation_id = $1";
    POINT = "UPDATE organisation SET merged_into = $2 WHERE id = $1 AND merged_into IS NULL";
    POINT_ON = "UPDATE organisation SET merged_into = $2 WHERE merged_into = $1";
    MERGED_INTO = "SELECT merged_into FROM organisation WHERE id = $1 AND merged_into IS NOT NULL";
}

/// What both had, so that one of the two had to end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ended {
    /// Places on lists of speakers.
    pub speakers: u64,
    /// Applications for accreditation.
    pub applications: u64,
    /// Names under papers: both had co-signed one, or one had co-signed what is the other's.
    pub signatures: u64,
}

/// Moves everything of `from` to `into` and lets the one lead to the other. `name` is what `from` was called: it stays beside what was
/// submitted under it.
///
/// # Errors
/// `Conflict` when `from` was merged meanwhile.
pub async fn merge(tx: &mut Tx, from: OrganisationId, into: OrganisationId, name: &str, at: Instant) -> StoreResult<Ended> {
    let (from, into) = (from.to_string(), into.to_string());
    let (from, into) = (from.as_str(), into.as_str());
    one(execute!(tx, POINT, from, into)?)?;
    execute!(tx, POINT_ON, from, into)?;
    execute!(tx, FORGET_ENDED, from, into)?;
    execute!(tx, SOFTEN, from, into)?;
    execute!(tx, MOVE_MEMBERS, from, into)?;
    execute!(tx, END_MEMBERS, from, at.0)?;
    execute!(tx, APPROVE_SUBGROUPS, from, into, at.0)?;
    execute!(tx, MOVE_SUBGROUPS, from, into)?;
    execute!(tx, END_SUBGROUPS, from, at.0)?;
    execute!(tx, MOVE_PAPERS, from, into, name)?;
    execute!(tx, MOVE_COMMENTS, from, into, name)?;
    execute!(tx, MOVE_GRANTS, from, into)?;
    execute!(tx, MOVE_LATE, from, into)?;
    execute!(tx, FORGET_WITHDRAWN, from, into)?;
    execute!(tx, MOVE_INSCRIPTIONS, from, into)?;
    let speakers = execute!(tx, END_INSCRIPTIONS, from, at.0)?;
    execute!(tx, HOLD_APPLICATIONS, from, into)?;
    let yielded = execute!(tx, YIELD_APPLICATIONS, from, into, at.0)?;
    let applications = yielded + execute!(tx, END_APPLICATIONS, from, into, at.0)?;
    execute!(tx, MOVE_APPLICATIONS, from, into)?;
    // The papers have moved already.
    let doubled = execute!(tx, END_SIGNATURES, from, into, at.0)?;
    execute!(tx, MOVE_SIGNATURES, from, into)?;
    let signatures = doubled + execute!(tx, END_OWN_SIGNATURES, into, at.0)?;
    execute!(tx, END_JOINT, from, into)?;
    execute!(tx, MOVE_JOINT, from, into)?;
    execute!(tx, END_OWN_JOINT, into)?;
    execute!(tx, END_VOICES, from, into)?;
    execute!(tx, MOVE_VOICES, from, into)?;
    execute!(tx, END_OWN_VOICES, into)?;
    execute!(tx, MOVE_REPLIES, from, into)?;
    execute!(tx, MOVE_APPEALS, from, into)?;
    execute!(tx, CLOSE_INVITATIONS, from)?;
    execute!(tx, MOVE_REQUESTS, from, into)?;
    execute!(tx, CLOSE_CLAIMS, from, at.0)?;
    // Written last, the merger itself is not among what moves: it is put into the history of `into` by the caller.
    execute!(tx, MOVE_HISTORY, from, into)?;
    Ok(Ended { speakers, applications, signatures })
}

/// The organisation this one was merged into.
pub async fn merged_into(tx: &mut Tx, id: OrganisationId) -> StoreResult<Option<OrganisationId>> {
    Ok(fetch_optional!(tx, (Text<OrganisationId>,), MERGED_INTO, id.to_string())?.map(|(id,)| id.0))
}
