//! Joint papers: who is invited, and what they confirmed.

use super::organisations::{OrganisationRow, to_ref};
use super::papers::one;
use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{ItemId, OrganisationId, PaperId, PersonId, ReceiptId, RoundId, SignatureId};
use model::domain::item::ItemState;
use model::domain::joint::{Answer, Confirmation, Invited};
use model::domain::language::Language;
use model::domain::organisation::OrganisationRef;
use model::domain::time::Instant;
use model::portal::OwnInvitation;
use sqlx::FromRow;

statements! {
    OF_PAPER = "SELECT o.id, o.name, o.stakeholder_type, o.region, j.asked_at, j.sha256, j.confirmed_at, j.voided_at, j.declined_at FROM joint_invitation j JOIN organisation o ON o.id = j.organisation_id WHERE j.paper_id = $1 ORDER BY o.name_key, o.id";
    INVITE = "INSERT INTO joint_invitation (paper_id, organisation_id, invited_at, invited_by, asked_at) VALUES ($1, $2, $3, $4, $3) ON CONFLICT (paper_id, organisation_id) DO UPDATE SET declined_at = NULL, declined_by = NULL, sha256 = NULL, confirmed_at = NULL, confirmed_by = NULL, ledger_entry_id = NULL, voided_at = NULL, invited_at = excluded.invited_at, invited_by = excluded.invited_by, asked_at = excluded.asked_at WHERE joint_invitation.declined_at IS NOT NULL";
    UNINVITE = "DELETE FROM joint_invitation WHERE paper_id = $1 AND organisation_id = $2";
    FORGET = "DELETE FROM joint_invitation WHERE paper_id = $1";
    CONFIRM = "UPDATE joint_invitation SET sha256 = $3, confirmed_at = $4, confirmed_by = $5, ledger_entry_id = $6, voided_at = NULL, declined_at = NULL, declined_by = NULL WHERE paper_id = $1 AND organisation_id = $2";
    DECLINE = "UPDATE joint_invitation SET declined_at = $3, declined_by = $4, sha256 = NULL, confirmed_at = NULL, confirmed_by = NULL, ledger_entry_id = NULL, voided_at = NULL WHERE paper_id = $1 AND organisation_id = $2 AND declined_at IS NULL";
    ASKED = ids "UPDATE joint_invitation SET asked_at = $3 WHERE paper_id = $2 AND organisation_id IN " "";
    VOID = "UPDATE joint_invitation SET voided_at = $2 WHERE paper_id = $1 AND confirmed_at IS NOT NULL AND voided_at IS NULL RETURNING organisation_id";
    COPY = "INSERT INTO joint_invitation (paper_id, organisation_id, invited_at, invited_by, asked_at) SELECT $2, organisation_id, $3, invited_by, $3 FROM joint_invitation WHERE paper_id = $1 AND declined_at IS NULL";
    // A member of an invited organisation reads what it is asked to confirm, and what was submitted with its name.
    OF_PERSON = "SELECT j.paper_id, p.round_id, p.title, p.language, l.name AS lead, j.organisation_id, o.name AS organisation_name, p.state, j.confirmed_at, j.voided_at, j.declined_at FROM joint_invitation j JOIN paper p ON p.id = j.paper_id JOIN organisation l ON l.id = p.organisation_id JOIN organisation o ON o.id = j.organisation_id JOIN membership m ON m.organisation_id = j.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL AND (p.state IN ('draft', 'returned') OR p.state IN ('submitted', 'accepted', 'for_the_chair') AND EXISTS (SELECT 1 FROM co_signature c WHERE c.paper_id = p.id AND c.round_id = p.round_id AND c.organisation_id = j.organisation_id AND c.taken_back_at IS NULL)) ORDER BY j.invited_at DESC, j.paper_id LIMIT 100";
    // Of what was submitted before and came back to be revised.
    END_SIGNED = "UPDATE co_signature SET taken_back_at = $3 WHERE paper_id = $1 AND round_id = $2 AND taken_back_at IS NULL";
    SIGN = "INSERT INTO co_signature (id, round_id, paper_id, organisation_id, receipt_id, signed_at, ledger_entry_id, signed_by) SELECT $1, $2, j.paper_id, j.organisation_id, $3, j.confirmed_at, j.ledger_entry_id, j.confirmed_by FROM joint_invitation j WHERE j.paper_id = $4 AND j.organisation_id = $5 AND j.confirmed_at IS NOT NULL ON CONFLICT (paper_id, organisation_id) WHERE taken_back_at IS NULL DO NOTHING";
    SIGNED = "SELECT c.id FROM co_signature c JOIN paper p ON p.id = c.paper_id AND p.round_id = c.round_id WHERE c.paper_id = $1 AND c.organisation_id = $2 AND c.taken_back_at IS NULL";
    JOINT_AUTHORS = "SELECT o.id, o.name, o.stakeholder_type, o.region FROM co_signature c JOIN paper p ON p.id = c.paper_id AND p.round_id = c.round_id JOIN organisation o ON o.id = c.organisation_id WHERE c.paper_id = $1 AND c.taken_back_at IS NULL ORDER BY o.name_key, o.id";
    WITH_NAME_OF = ids "SELECT DISTINCT c.paper_id FROM co_signature c JOIN paper p ON p.id = c.paper_id AND p.round_id = c.round_id JOIN membership m ON m.organisation_id = c.organisation_id AND m.person_id = $2 AND m.ended_at IS NULL WHERE c.taken_back_at IS NULL AND c.paper_id IN " " ORDER BY c.paper_id";
    OF_RECEIPT = "SELECT o.id, o.name, o.stakeholder_type, o.region FROM co_signature c JOIN paper p ON p.id = c.paper_id AND p.round_id = c.round_id JOIN organisation o ON o.id = c.organisation_id WHERE c.paper_id = $1 AND c.receipt_id = $2 ORDER BY o.name_key, o.id";
}

#[derive(FromRow)]
struct InvitedRow {
    #[sqlx(flatten)]
    organisation: OrganisationRow,
    asked_at: i64,
    sha256: Option<String>,
    confirmed_at: Option<i64>,
    voided_at: Option<i64>,
    declined_at: Option<i64>,
}

impl From<InvitedRow> for Invited {
    fn from(row: InvitedRow) -> Self {
        Self {
            organisation: to_ref(row.organisation),
            asked_at: Instant(row.asked_at),
            confirmed: row.confirmed_at.map(Instant).zip(row.sha256),
            voided_at: row.voided_at.map(Instant),
            declined_at: row.declined_at.map(Instant),
        }
    }
}

/// Who is invited to a paper, by name.
pub async fn of_paper(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<Invited>> {
    Ok(fetch_all!(tx, InvitedRow, OF_PAPER, paper.to_string())?.into_iter().map(Invited::from).collect())
}

/// Invites an organisation; answers whether it was not invited, or had declined.
pub async fn invite(tx: &mut Tx, paper: PaperId, organisation: OrganisationId, by: PersonId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, INVITE, paper.to_string(), organisation.to_string(), at.0, by.to_string())? > 0)
}

/// Takes an invitation back; answers whether there was one.
pub async fn uninvite(tx: &mut Tx, paper: PaperId, organisation: OrganisationId) -> StoreResult<bool> {
    Ok(execute!(tx, UNINVITE, paper.to_string(), organisation.to_string())? > 0)
}

/// Takes all invitations to a paper back.
pub async fn forget(tx: &mut Tx, paper: PaperId) -> StoreResult<()> {
    execute!(tx, FORGET, paper.to_string()).map(|_| ())
}

/// # Errors
/// `Conflict` when the invitation was taken back.
pub async fn set_confirmed(tx: &mut Tx, confirmation: &Confirmation, by: PersonId) -> StoreResult<()> {
    one(execute!(
        tx,
        CONFIRM,
        confirmation.paper().to_string(),
        confirmation.organisation().to_string(),
        confirmation.sha256(),
        confirmation.at().0,
        by.to_string(),
        confirmation.judged_by().to_string(),
    )?)
}

/// Notes that an organisation does not want to be named; answers whether it had not said so before.
pub async fn decline(tx: &mut Tx, paper: PaperId, organisation: OrganisationId, by: PersonId, at: Instant) -> StoreResult<bool> {
    Ok(execute!(tx, DECLINE, paper.to_string(), organisation.to_string(), at.0, by.to_string())? > 0)
}

/// Notes that these organisations were asked to confirm.
pub async fn set_asked(tx: &mut Tx, paper: PaperId, organisations: &[OrganisationId], at: Instant) -> StoreResult<()> {
    execute!(tx, ASKED, id_list(organisations), paper.to_string(), at.0).map(|_| ())
}

/// Ends what was confirmed; answers whose confirmations ended.
pub async fn void(tx: &mut Tx, paper: PaperId, at: Instant) -> StoreResult<Vec<OrganisationId>> {
    let ended = fetch_all!(tx, (Text<OrganisationId>,), VOID, paper.to_string(), at.0)?;
    Ok(ended.into_iter().map(|(id,)| id.0).collect())
}

/// Invites those of one paper to another: a new version of it. Nothing is confirmed of that yet.
pub async fn copy(tx: &mut Tx, from: PaperId, to: PaperId, at: Instant) -> StoreResult<()> {
    execute!(tx, COPY, from.to_string(), to.to_string(), at.0).map(|_| ())
}

#[derive(FromRow)]
struct OwnRow {
    paper_id: Text<PaperId>,
    round_id: Text<RoundId>,
    title: String,
    language: Text<Language>,
    lead: String,
    organisation_id: Text<OrganisationId>,
    organisation_name: String,
    state: Text<ItemState>,
    confirmed_at: Option<i64>,
    voided_at: Option<i64>,
    declined_at: Option<i64>,
}

/// What the organisations of a person are invited to and is not submitted without them, the newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> StoreResult<Vec<OwnInvitation>> {
    let own = |row: OwnRow| OwnInvitation {
        answer: Answer::of(row.declined_at.map(Instant), row.confirmed_at.map(Instant), row.voided_at.map(Instant)),
        // Of what cannot be edited only what bears the name is read.
        signed: !row.state.0.is_editable(),
        paper: row.paper_id.0,
        round: row.round_id.0,
        title: row.title,
        language: row.language.0,
        lead: row.lead,
        organisation: row.organisation_id.0,
        organisation_name: row.organisation_name,
    };
    Ok(fetch_all!(tx, OwnRow, OF_PERSON, person.to_string())?.into_iter().map(own).collect())
}

/// Puts the names of organisations that have confirmed to what was submitted; those of an earlier submission end.
pub async fn sign(
    tx: &mut Tx,
    (paper, round, receipt): (PaperId, RoundId, ReceiptId),
    named: impl IntoIterator<Item = (SignatureId, OrganisationId)>,
    at: Instant,
) -> StoreResult<()> {
    execute!(tx, END_SIGNED, paper.to_string(), round.to_string(), at.0)?;
    for (id, organisation) in named {
        execute!(tx, SIGN, id.to_string(), round.to_string(), receipt.to_string(), paper.to_string(), organisation.to_string())?;
    }
    Ok(())
}

/// Whether the name of an organisation stands under a joint paper that was submitted.
pub async fn is_signed(tx: &mut Tx, paper: PaperId, organisation: OrganisationId) -> StoreResult<bool> {
    Ok(fetch_optional!(tx, (String,), SIGNED, paper.to_string(), organisation.to_string())?.is_some())
}

/// The organisations whose names stand under a joint paper that was submitted, by name; without the one that leads.
pub async fn authors(tx: &mut Tx, paper: PaperId) -> StoreResult<Vec<OrganisationRef>> {
    Ok(fetch_all!(tx, OrganisationRow, JOINT_AUTHORS, paper.to_string())?.into_iter().map(to_ref).collect())
}

/// Of these papers (a JSON list of ids) those that bear the name of an organisation this person is a member of, beside that of their authors.
pub async fn with_name_of(tx: &mut Tx, papers: &str, person: PersonId) -> StoreResult<Vec<PaperId>> {
    let rows = fetch_all!(tx, (Text<PaperId>,), WITH_NAME_OF, papers, person.to_string())?;
    Ok(rows.into_iter().map(|(id,)| id.0).collect())
}

/// The organisations whose names a receipt bears beside the one that submitted, by name; also of names that were taken back since.
pub async fn of_receipt(tx: &mut Tx, item: ItemId, receipt: ReceiptId) -> StoreResult<Vec<OrganisationRef>> {
    Ok(fetch_all!(tx, OrganisationRow, OF_RECEIPT, item.to_string(), receipt.to_string())?.into_iter().map(to_ref).collect())
}
