//! Members of organisations, and invitations to become one.

use super::papers::one;
use super::row::Text;
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreResult, Tx};
use model::domain::ids::{InvitationId, MembershipId, OrganisationId, PersonId};
use model::domain::membership::InvitationState;
use model::domain::person::Function;
use model::domain::time::Instant;
use model::portal::{InvitationLine, MemberLine};

statements! {
    PUT = "INSERT INTO membership (id, organisation_id, person_id, function, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person_id, organisation_id) DO UPDATE SET function = excluded.function, created_at = excluded.created_at, ended_at = NULL WHERE membership.ended_at IS NOT NULL";
    OF = "SELECT m.person_id, p.full_name, p.email, m.function, m.created_at FROM membership m JOIN person p ON p.id = m.person_id WHERE m.organisation_id = $1 AND m.ended_at IS NULL ORDER BY m.created_at, m.id LIMIT 500";
    SET_FUNCTION = "UPDATE membership SET function = $3 WHERE organisation_id = $1 AND person_id = $2 AND ended_at IS NULL";
    END = "UPDATE membership SET ended_at = $3 WHERE organisation_id = $1 AND person_id = $2 AND ended_at IS NULL";
    ACTED = "UPDATE membership SET acted_at = $3 WHERE organisation_id = $1 AND person_id = $2 AND ended_at IS NULL";
    INSERT_INVITATION = "INSERT INTO invitation (id, organisation_id, email, function, token_hash, locale, sent_at, expires_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')";
    RENEW_INVITATION = "UPDATE invitation SET token_hash = $3, sent_at = $4, expires_at = $5 WHERE id = $1 AND organisation_id = $2 AND state = 'open'";
    CLOSE_INVITATION = "UPDATE invitation SET state = $2 WHERE id = $1 AND state = 'open'";
    OPEN_INVITATIONS = "SELECT id, email, function, sent_at, expires_at FROM invitation WHERE organisation_id = $1 AND state = 'open' ORDER BY sent_at DESC, id DESC LIMIT 200";
    INVITATION = "SELECT i.id, i.organisation_id, o.name, i.email, i.function, i.expires_at FROM invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.token_hash = $1 AND i.state = 'open' AND o.merged_into IS NULL";
}

/// Makes a person a member; a former member becomes one again. Answers whether they were not a member.
pub async fn put(
    tx: &mut Tx,
    id: MembershipId,
    organisation: OrganisationId,
    person: PersonId,
    function: Function,
    at: Instant,
) -> StoreResult<bool> {
    Ok(execute!(tx, PUT, id.to_string(), organisation.to_string(), person.to_string(), function.code(), at.0)? == 1)
}

/// The members, the oldest first.
pub async fn of(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<MemberLine>> {
    let rows = fetch_all!(tx, (Text<PersonId>, String, String, Text<Function>, i64), OF, organisation.to_string())?;
    Ok(rows
        .into_iter()
        .map(|(person, full_name, email, function, since)| MemberLine {
            person: person.0,
            full_name,
            email,
            function: function.0,
            since: Instant(since),
        })
        .collect())
}

/// # Errors
/// `Conflict` when the person is no member any more.
pub async fn set_function(tx: &mut Tx, organisation: OrganisationId, person: PersonId, function: Function) -> StoreResult<()> {
    one(execute!(tx, SET_FUNCTION, organisation.to_string(), person.to_string(), function.code())?)
}

/// Ends a membership. What the person wrote stays.
///
/// # Errors
/// `Conflict` when the person is no member any more.
pub async fn end(tx: &mut Tx, organisation: OrganisationId, person: PersonId, at: Instant) -> StoreResult<()> {
    one(execute!(tx, END, organisation.to_string(), person.to_string(), at.0)?)
}

/// Notes that a person acted for this organisation: it is the one offered first from now on.
pub async fn note_act(tx: &mut Tx, organisation: OrganisationId, person: PersonId, at: Instant) -> StoreResult<()> {
    execute!(tx, ACTED, organisation.to_string(), person.to_string(), at.0).map(|_| ())
}

/// An invitation as its link finds it.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub id: InvitationId,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub email: String,
    pub function: Function,
    pub expires_at: Instant,
}

/// A new invitation; `token_hash` is the SHA-256 of the secret in the mail.
#[derive(Debug, Clone)]
pub struct NewInvitation<'a> {
    pub id: InvitationId,
    pub organisation: OrganisationId,
    pub email: &'a str,
    pub function: Function,
    pub token_hash: &'a str,
    /// The language it is written in.
    pub locale: &'a str,
    pub at: Instant,
    pub expires_at: Instant,
}

pub async fn insert_invitation(tx: &mut Tx, new: &NewInvitation<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT_INVITATION,
        new.id.to_string(),
        new.organisation.to_string(),
        new.email,
        new.function.code(),
        new.token_hash,
        new.locale,
        new.at.0,
        new.expires_at.0,
    )
    .map(|_| ())
}

/// A new secret for an open invitation; the old one is void.
///
/// # Errors
/// `Conflict` when it is not open any more.
pub async fn renew_invitation(
    tx: &mut Tx,
    id: InvitationId,
    organisation: OrganisationId,
    token_hash: &str,
    at: Instant,
    expires_at: Instant,
) -> StoreResult<()> {
    one(execute!(tx, RENEW_INVITATION, id.to_string(), organisation.to_string(), token_hash, at.0, expires_at.0)?)
}

/// # Errors
/// `Conflict` when it is not open any more.
pub async fn close_invitation(tx: &mut Tx, id: InvitationId, state: InvitationState) -> StoreResult<()> {
    one(execute!(tx, CLOSE_INVITATION, id.to_string(), state.code())?)
}

/// The open invitations of an organisation, the newest first; those too old to be accepted are among them and can be sent again.
pub async fn open_invitations(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<InvitationLine>> {
    let rows = fetch_all!(tx, (Text<InvitationId>, String, Text<Function>, i64, i64), OPEN_INVITATIONS, organisation.to_string())?;
    Ok(rows
        .into_iter()
        .map(|(id, email, function, sent_at, expires_at)| InvitationLine {
            id: id.0,
            email,
            function: function.0,
            sent_at: Instant(sent_at),
            expires_at: Instant(expires_at),
        })
        .collect())
}

/// The open invitation with this secret, whatever its age.
pub async fn invitation(tx: &mut Tx, token_hash: &str) -> StoreResult<Option<Invitation>> {
    type Row = (Text<InvitationId>, Text<OrganisationId>, String, String, Text<Function>, i64);
    Ok(fetch_optional!(tx, Row, INVITATION, token_hash)?.map(|(id, organisation, name, email, function, expires_at)| Invitation {
        id: id.0,
        organisation: organisation.0,
        organisation_name: name,
        email,
        function: function.0,
        expires_at: Instant(expires_at),
    }))
}
