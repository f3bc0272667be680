//! Persons, their memberships and roles, and the confirmation of their address.

use super::row::{Text, id_list};
use super::sql::{execute, fetch_all, fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};
use model::domain::ids::{BodyId, OrganisationId, PersonId, SubgroupId};
use model::domain::language::Locale;
use model::domain::person::{Function, Membership, SignedIn};
use model::domain::role::{Role, RoleName, Scope};
use model::domain::time::Instant;
use sqlx::FromRow;
use std::collections::HashMap;

statements! {
    INSERT = "INSERT INTO person (id, email, full_name, password_hash, confirmed_at, locale, created_at, search_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    EMAIL_TAKEN = "SELECT id FROM person WHERE email = $1";
    CREDENTIALS = "SELECT id, password_hash FROM person WHERE email = $1";
    BY_ID = "SELECT id, email, full_name, confirmed_at, locale FROM person WHERE id = $1";
    BY_IDS = ids "SELECT id, email, full_name, confirmed_at, locale FROM person WHERE deleted_at IS NULL AND id IN " " ORDER BY id";
    MEMBERSHIPS = "SELECT m.organisation_id, o.name, m.function FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = $1 AND m.ended_at IS NULL ORDER BY m.acted_at DESC, m.created_at, m.id";
    ROLES = "SELECT name, scope_kind, scope_id, valid_from, valid_until FROM role WHERE person_id = $1 AND ended_at IS NULL ORDER BY id";
    PUT_CONFIRMATION = "INSERT INTO confirmation (person_id, code_hash, token_hash, expires_at, attempts) VALUES ($1, $2, $3, $4, 0) ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, token_hash = excluded.token_hash, expires_at = excluded.expires_at, attempts = 0";
    CONFIRMATION = "SELECT person_id, code_hash, expires_at, attempts FROM confirmation WHERE person_id = $1";
    CONFIRMATION_BY_TOKEN = "SELECT person_id, code_hash, expires_at, attempts FROM confirmation WHERE token_hash = $1";
    COUNT_ATTEMPT = "UPDATE confirmation SET attempts = attempts + 1 WHERE person_id = $1";
    DELETE_CONFIRMATION = "DELETE FROM confirmation WHERE person_id = $1";
    CONFIRM = "UPDATE person SET confirmed_at = $2 WHERE id = $1 AND confirmed_at IS NULL";
    CONTACT_POINTS = ids "SELECT m.organisation_id, p.id, p.email, p.full_name, p.confirmed_at, p.locale FROM person p JOIN membership m ON m.person_id = p.id WHERE m.ended_at IS NULL AND m.function = 'contact_point' AND m.organisation_id IN " " ORDER BY m.created_at, m.id";
    OF_ORGANISATIONS = ids "SELECT m.organisation_id, p.id, p.email, p.full_name, p.confirmed_at, p.locale FROM person p JOIN membership m ON m.person_id = p.id WHERE m.ended_at IS NULL AND m.organisation_id IN " " ORDER BY m.created_at, m.id";
    OF_ORGANISATION = "SELECT p.id, p.email, p.full_name, p.confirmed_at, p.locale FROM person p JOIN membership m ON m.person_id = p.id WHERE m.organisation_id = $1 AND m.ended_at IS NULL ORDER BY m.created_at, m.id";
}

/// A person to be stored.
#[derive(Debug)]
pub struct NewPerson<'a> {
    pub id: PersonId,
    pub email: &'a str,
    pub full_name: &'a str,
    pub password_hash: &'a str,
    pub confirmed_at: Option<Instant>,
    pub locale: &'a str,
    pub created_at: Instant,
}

/// A person as mails and sessions know them.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub full_name: String,
    pub confirmed: bool,
    pub locale: String,
}

/// The columns of [`Person`].
#[derive(FromRow)]
pub(super) struct PersonRow {
    id: Text<PersonId>,
    email: String,
    full_name: String,
    confirmed_at: Option<i64>,
    locale: String,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self { id: row.id.0, email: row.email, full_name: row.full_name, confirmed: row.confirmed_at.is_some(), locale: row.locale }
    }
}

/// # Errors
/// `Conflict` when the address is taken.
pub async fn insert(tx: &mut Tx, person: &NewPerson<'_>) -> StoreResult<()> {
    execute!(
        tx,
        INSERT,
        person.id.to_string(),
        person.email,
        person.full_name,
        person.password_hash,
        person.confirmed_at.map(|at| at.0),
        person.locale,
        person.created_at.0,
        super::files::person_key(person.full_name, person.email),
    )
    .map(|_| ())
}

pub async fn id_by_email(tx: &mut Tx, email: &str) -> StoreResult<Option<PersonId>> {
    Ok(fetch_optional!(tx, (Text<PersonId>,), EMAIL_TAKEN, email)?.map(|(id,)| id.0))
}

/// Id and password hash, for signing in.
pub async fn credentials(tx: &mut Tx, email: &str) -> StoreResult<Option<(PersonId, String)>> {
    Ok(fetch_optional!(tx, (Text<PersonId>, String), CREDENTIALS, email)?.map(|(id, hash)| (id.0, hash)))
}

pub async fn by_id(tx: &mut Tx, id: PersonId) -> StoreResult<Option<Person>> {
    Ok(fetch_optional!(tx, PersonRow, BY_ID, id.to_string())?.map(Person::from))
}

/// The persons of a JSON list of ids who have not deleted their accounts, for mails.
pub async fn by_ids(tx: &mut Tx, ids: &str) -> StoreResult<Vec<Person>> {
    Ok(fetch_all!(tx, PersonRow, BY_IDS, ids)?.into_iter().map(Person::from).collect())
}

/// The members of an organisation, for mails.
pub async fn of_organisation(tx: &mut Tx, organisation: OrganisationId) -> StoreResult<Vec<Person>> {
    Ok(fetch_all!(tx, PersonRow, OF_ORGANISATION, organisation.to_string())?.into_iter().map(Person::from).collect())
}

#[derive(FromRow)]
struct MemberRow {
    organisation_id: Text<OrganisationId>,
    #[sqlx(flatten)]
    person: PersonRow,
}

/// The members of several organisations, for mails.
pub async fn of_organisations(
    tx: &mut Tx,
    organisations: impl IntoIterator<Item = OrganisationId>,
) -> StoreResult<HashMap<OrganisationId, Vec<Person>>> {
    let mut members: HashMap<_, Vec<Person>> = HashMap::new();
    for row in fetch_all!(tx, MemberRow, OF_ORGANISATIONS, id_list(organisations))? {
        members.entry(row.organisation_id.0).or_default().push(row.person.into());
    }
    Ok(members)
}

/// The contact points of several organisations, for mails.
pub async fn contact_points(
    tx: &mut Tx,
    organisations: impl IntoIterator<Item = OrganisationId>,
) -> StoreResult<Vec<(OrganisationId, Person)>> {
    let rows = fetch_all!(tx, MemberRow, CONTACT_POINTS, id_list(organisations))?;
    Ok(rows.into_iter().map(|row| (row.organisation_id.0, row.person.into())).collect())
}

/// A person with memberships and roles as they stand now.
pub async fn reload(tx: &mut Tx, id: PersonId) -> StoreResult<Option<SignedIn>> {
    match by_id(tx, id).await? {
        Some(person) => signed_in(tx, person).await.map(Some),
        None => Ok(None),
    }
}

/// A person with memberships and roles. What a session has proved is not known here.
pub(super) async fn signed_in(tx: &mut Tx, person: Person) -> StoreResult<SignedIn> {
    let id = person.id.to_string();
    let memberships = fetch_all!(tx, (Text<OrganisationId>, String, Text<Function>), MEMBERSHIPS, id.as_str())?
        .into_iter()
        .map(|(organisation, name, function)| Membership { organisation: organisation.0, organisation_name: name, function: function.0 })
        .collect();
    let roles = fetch_all!(tx, RoleRow, ROLES, id.as_str())?.into_iter().map(Role::try_from).collect::<Result<_, _>>()?;
    Ok(SignedIn {
        person: person.id,
        full_name: person.full_name,
        email: person.email,
        mail_language: Locale::from_code(&person.locale).unwrap_or_default(),
        confirmed: person.confirmed,
        memberships,
        roles,
        // Proofs are a session's: without one there are none.
        factor_satisfied: false,
        proved_at: None,
        login: None,
    })
}

#[derive(FromRow)]
struct RoleRow {
    name: Text<RoleName>,
    scope_kind: String,
    scope_id: String,
    valid_from: i64,
    valid_until: Option<i64>,
}

impl TryFrom<RoleRow> for Role {
    type Error = StoreError;

    fn try_from(row: RoleRow) -> StoreResult<Self> {
        let corrupt = || StoreError::corrupt("role", &row.scope_id, format!("scope {}", row.scope_kind));
        let scope = match row.scope_kind.as_str() {
            "portal" => Scope::Portal,
            "body" => Scope::Body(row.scope_id.parse::<BodyId>().map_err(|_| corrupt())?),
            "subgroup" => Scope::Subgroup(row.scope_id.parse::<SubgroupId>().map_err(|_| corrupt())?),
            _ => return Err(corrupt()),
        };
        Ok(Self { name: row.name.0, scope, valid_from: Instant(row.valid_from), valid_until: row.valid_until.map(Instant) })
    }
}

/// A confirmation that waits for its code or link.
#[derive(Debug, Clone)]
pub struct Confirmation {
    pub person: PersonId,
    pub code_hash: String,
    pub expires_at: Instant,
    pub attempts: i64,
}

type ConfirmationRow = (Text<PersonId>, String, i64, i64);

fn confirmation_of(row: ConfirmationRow) -> Confirmation {
    Confirmation { person: row.0.0, code_hash: row.1, expires_at: Instant(row.2), attempts: row.3 }
}

/// Sets the one confirmation of a person; an older one is void.
pub async fn put_confirmation(tx: &mut Tx, person: PersonId, code_hash: &str, token_hash: &str, expires_at: Instant) -> StoreResult<()> {
    execute!(tx, PUT_CONFIRMATION, person.to_string(), code_hash, token_hash, expires_at.0).map(|_| ())
}

pub async fn confirmation(tx: &mut Tx, person: PersonId) -> StoreResult<Option<Confirmation>> {
    Ok(fetch_optional!(tx, ConfirmationRow, CONFIRMATION, person.to_string())?.map(confirmation_of))
}

pub async fn confirmation_by_token(tx: &mut Tx, token_hash: &str) -> StoreResult<Option<Confirmation>> {
    Ok(fetch_optional!(tx, ConfirmationRow, CONFIRMATION_BY_TOKEN, token_hash)?.map(confirmation_of))
}

pub async fn count_attempt(tx: &mut Tx, person: PersonId) -> StoreResult<()> {
    execute!(tx, COUNT_ATTEMPT, person.to_string()).map(|_| ())
}

/// Marks the address as confirmed and removes the confirmation.
pub async fn confirm(tx: &mut Tx, person: PersonId, at: Instant) -> StoreResult<()> {
    execute!(tx, CONFIRM, person.to_string(), at.0)?;
    execute!(tx, DELETE_CONFIRMATION, person.to_string()).map(|_| ())
}
