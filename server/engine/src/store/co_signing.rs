//! Co-signing: offers and signatures. The lists of papers themselves are in `paper_lists`.

use super::organisations::{OrganisationRow, to_ref};
use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::co_signing::{MAX_SHOWN, Signature, Signed};
use model::domain::ids::{LedgerEntryId, OrganisationId, PaperId, PersonId, RoundId, SessionId, SignatureId};
use model::domain::organisation::OrganisationRef;
use model::domain::time::Instant;
use model::portal::OwnSignature;
use sqlx::FromRow;

statements! {
    OFFER = "INSERT INTO co_signing_offer (round_id, paper_id, offered_at, offered_by) VALUES ($1, $2, $3, $4) ON CONFLICT (round_id, paper_id) DO NOTHING";
    CLOSE = "DELETE FROM co_signing_offer WHERE round_id = $1 AND paper_id = $2";
    OFFERED = "SELECT 1 FROM co_signing_offer WHERE round_id = $1 AND paper_id = $2";
    COUNTS = "SELECT f.paper_id, (SELECT COUNT(*) FROM co_signature c JOIN paper p ON p.id = c.paper_id AND p.round_id <> c.round_id WHERE c.paper_id = f.paper_id AND c.taken_back_at IS NULL) FROM co_signing_offer f WHERE f.round_id = $1 ORDER BY f.paper_id";
    SIGN = "INSERT INTO co_signature (id, round_id, paper_id, organisation_id, receipt_id, signed_at, ledger_entry_id, signed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (paper_id, organisation_id) WHERE taken_back_at IS NULL DO NOTHING";
    SIGNED_BY = "SELECT DISTINCT c.organisation_id FROM co_signature c WHERE c.paper_id = $1 AND c.taken_back_at IS NULL ORDER BY c.organisation_id LIMIT 500";
    END_OFFERS = "DELETE FROM co_signing_offer WHERE paper_id = $1";
    END_SIGNATURES = "UPDATE co_signature SET taken_back_at = $2 WHERE paper_id = $1 AND taken_back_at IS NULL";
    // One of an organisation that others have become one with meanwhile, and none under its own paper.
    REINSTATE = "UPDATE co_signature SET taken_back_at = NULL WHERE paper_id = $1 AND taken_back_at = $2 AND organisation_id <> (SELECT p.organisation_id FROM paper p WHERE p.id = $1) AND NOT EXISTS (SELECT 1 FROM co_signature o WHERE o.paper_id = $1 AND o.organisation_id = co_signature.organisation_id AND (o.taken_back_at IS NULL OR (o.taken_back_at = $2 AND o.id < co_signature.id)))";
    TAKE_BACK = "UPDATE co_signature SET taken_back_at = $2 WHERE id = $1 AND taken_back_at IS NULL";
    OWN = "SELECT c.id, c.round_id, c.paper_id, c.organisation_id, r.sha256, c.signed_at, c.ledger_entry_id FROM co_signature c JOIN receipt r ON r.id = c.receipt_id WHERE c.paper_id = $1 AND c.organisation_id = $2 AND c.taken_back_at IS NULL";
    // Whoever is not public yet signs all the same, and is named once it is.
    SIGNATORIES = "SELECT o.id, o.name, o.stakeholder_type, o.region FROM co_signature c JOIN paper p ON p.id = c.paper_id AND p.round_id <> c.round_id JOIN organisation o ON o.id = c.organisation_id WHERE c.paper_id = $1 AND c.taken_back_at IS NULL AND o.approved_at IS NOT NULL ORDER BY o.name_key, o.id LIMIT $2";
    OF_SESSION = "SELECT c.paper_id, o.id, o.name, o.stakeholder_type, o.region FROM co_signature c JOIN paper p ON p.id = c.paper_id JOIN round n ON n.id = p.round_id JOIN organisation o ON o.id = c.organisation_id WHERE n.session_id = $1 AND c.taken_back_at IS NULL AND o.approved_at IS NOT NULL ORDER BY o.name_key, o.id, c.paper_id";
    OF_PERSON = "SELECT c.round_id, c.paper_id, c.organisation_id FROM co_signature c JOIN membership m ON m.organisation_id = c.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND c.taken_back_at IS NULL ORDER BY c.signed_at DESC, c.id LIMIT 500";
}

#[derive(FromRow)]
struct SignatureRow {
    id: Text<SignatureId>,
    round_id: Text<RoundId>,
    paper_id: Text<PaperId>,
    organisation_id: Text<OrganisationId>,
    sha256: String,
    signed_at: i64,
    ledger_entry_id: Text<LedgerEntryId>,
}

fn most() -> i64 {
    i64::try_from(MAX_SHOWN).unwrap_or(i64::MAX)
}

/// Opens a paper in a round; answers whether it was closed before.
pub async fn offer(tx: &mut Tx, round: RoundId, paper: PaperId, by: PersonId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, OFFER, round.to_string(), paper.to_string(), at.0, by.to_string())? > 0)
}

/// Closes a paper in a round; answers whether it was open. Signatures stay.
pub async fn close(tx: &mut Tx, round: RoundId, paper: PaperId) -> StoreResult<bool> {
    Ok(execute!(tx, CLOSE, round.to_string(), paper.to_string())? > 0)
}

/// Ends all offers and signatures of a paper; answers whose names stood under it.
pub async fn end(tx: &mut Tx, paper: PaperId, at: Instant) -> StoreResult<Vec<OrganisationId>> {
    let signed = signed_by(tx, paper).await?;
    execute!(tx, END_OFFERS, paper.to_string())?;
    execute!(tx, END_SIGNATURES, paper.to_string(), at.0)?;
    Ok(signed)
}

/// The organisations whose names stand under a paper.
pub async fn signed_by(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<OrganisationId>> {
    Ok(fetch_all!(tx, (Text<OrganisationId>,), SIGNED_BY, paper.to_string())?.into_iter().map(|(id,)| id.0).collect())
}

/// Puts names under a paper again that ended with it at `at`; answers whose names stand under it now.
pub async fn reinstate(tx: &mut Tx, paper: PaperId, at: Instant) -> StoreResult<Vec<OrganisationId>> {
    execute!(tx, REINSTATE, paper.to_string(), at.0)?;
    signed_by(tx, paper).await
}

pub async fn is_offered(tx: &mut Tx, round: RoundId, paper: PaperId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (i32,), OFFERED, round.to_string(), paper.to_string())?.is_some())
}

/// How many organisations have signed each paper that is offered in a round.
pub async fn counts(tx: &mut Tx, round: RoundId) -> StoreResult<Vec<(PaperId, i64)>> {
    let rows = fetch_all!(tx, (Text<PaperId>, i64), COUNTS, round.to_string())?;
    Ok(rows.into_iter().map(|(paper, count)| (paper.0, count)).collect())
}

/// Stores a signature; answers whether there was none before.
pub async fn sign(tx: &mut Tx, id: SignatureId, signed: &Signed, by: PersonId) -> StoreResult<bool> {
    let stored = execute!(
        tx,
        SIGN,
        id.to_string(),
        signed.round().to_string(),
        signed.paper().to_string(),
        signed.organisation().to_string(),
        signed.receipt().to_string(),
        signed.at().0,
        signed.judged_by().to_string(),
        by.to_string(),
    )?;
    Ok(stored > 0)
}

/// Takes a signature back.
///
/// # Errors
/// `Conflict` when it was taken back meanwhile.
pub async fn take_back(tx: &mut Tx, id: SignatureId, at: Instant) -> StoreResult<()> {
    one(execute!(tx, TAKE_BACK, id.to_string(), at.0)?)
}

/// The signature of an organisation under a paper.
pub async fn of_organisation(tx: &mut Tx, paper: PaperId, organisation: OrganisationId) -> StoreResult<Option<Signature>> {
    let row = fetch_optional!(tx, SignatureRow, OWN, paper.to_string(), organisation.to_string())?;
    Ok(row.map(|row| Signature {
        id: row.id.0,
        round: row.round_id.0,
        paper: row.paper_id.0,
        organisation: row.organisation_id.0,
        sha256: row.sha256,
        signed_at: Instant(row.signed_at),
        judged_by: row.ledger_entry_id.0,
    }))
}

/// Who has signed a paper since it was public, and is public, by name. With whom it was submitted: `joint`.
pub async fn signatories(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<OrganisationRef>> {
    Ok(fetch_all!(tx, OrganisationRow, SIGNATORIES, paper.to_string(), most())?.into_iter().map(to_ref).collect())
}

#[derive(FromRow)]
struct OfSessionRow {
    paper_id: Text<PaperId>,
    #[sqlx(flatten)]
    organisation: OrganisationRow,
}

/// Who has signed the papers of a session and is public, by name.
pub async fn of_session(tx: &mut Tx, session: SessionId) -> StoreResult<Vec<(PaperId, OrganisationRef)>> {
    let rows = fetch_all!(tx, OfSessionRow, OF_SESSION, session.to_string())?;
    Ok(rows.into_iter().map(|row| (row.paper_id.0, to_ref(row.organisation))).collect())
}

/// What the organisations of a person have signed.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<OwnSignature>> {
    let rows = fetch_all!(tx, (Text<RoundId>, Text<PaperId>, Text<OrganisationId>), OF_PERSON, person.to_string())?;
    let own = |(round, paper, organisation): (Text<RoundId>, Text<PaperId>, Text<OrganisationId>)| OwnSignature {
        round: round.0,
        paper: paper.0,
        organisation: organisation.0,
    };
    Ok(rows.into_iter().map(own).collect())
}
