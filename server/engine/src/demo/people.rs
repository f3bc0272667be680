//! The demonstration logins, the invented organisations and one contact point for each.

use super::{PASSWORD, SeedError, data};
use crate::portal::{ServerPortal, in_tx};
use crate::store::offices::NewOffice;
use crate::store::people::NewPerson;
use crate::store::{StoreError, bodies, members, offices, organisations, people, subgroups};
use model::domain::ids::{BodyId, MembershipId, OrganisationId, PersonId, RoleId};
use model::domain::organisation::Organisation;
use model::domain::person::Function;
use model::domain::role::Office;
use model::domain::time::{Instant, Span};
use std::sync::Arc;

/// How long ago the demonstration people registered.
const REGISTERED: Span = Span::DAY.times(10);
/// The term of the demonstration's moderators: it must not run out on anyone who shows the portal.
const TERM: Span = Span::DAY.times(5 * 365);

/// The address of the contact point of an invented organisation.
pub fn address_of(key: &str) -> String {
    match key {
        "demo-business" => "business@demo.example".to_owned(),
        "demo-ngo" => "ngo@demo.example".to_owned(),
        "demo-academia" => "academia@demo.example".to_owned(),
        other => format!("{other}@organisations.demo.example"),
    }
}

pub async fn seed(portal: &ServerPortal, now: Instant) -> Result<(), SeedError> {
    let organisations = data::organisations()?;
    let last = organisations.last().map(|organisation| address_of(&organisation.key)).unwrap_or_default();
    // Those an interrupted seeding has made are left as they are: each came with its organisation or its offices, or not at all. Those
    // that came into the demonstration later are added.
    let mut missing = Vec::new();
    for officer in officers(portal).await? {
        if !is_there(portal, officer.0).await? {
            missing.push(officer);
        }
    }
    let complete = is_there(portal, &last).await?;
    if complete && missing.is_empty() {
        return Ok(());
    }
    // One hash for all: the password is public, and hashing thirty times would only make the first start slow.
    let hash = portal.passwords.hash(PASSWORD).await.map_err(|error| SeedError::Password(error.to_string()))?;
    let then = now - REGISTERED;
    for (email, name, held) in missing {
        let new = Arc::new((PersonId(portal.ids.uuid(then)), email, name, hash.clone()));
        let held: Arc<Vec<_>> = Arc::new(held.into_iter().map(|office| (RoleId(portal.ids.uuid(then)), office)).collect());
        in_tx!(portal.db, [new, held], |tx| {
            let (id, email, name, hash) = &*new;
            add_person(tx, *id, email, name, hash, then).await?;
            for (role, office) in held.iter() {
                offices::insert(tx, &founding(*role, *id, *office, then)).await?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
    }
    for organisation in organisations {
        if is_there(portal, &address_of(&organisation.key)).await? {
            continue;
        }
        add_organisation(portal, organisation, &hash, then).await?;
    }
    Ok(())
}

async fn is_there(portal: &ServerPortal, email: &str) -> Result<bool, SeedError> {
    let mut tx = portal.db.read().await?;
    Ok(people::id_by_email(&mut tx, email).await?.is_some())
}

/// An office of the demonstration: granted by the operator, until it is ended. Moderators have a long term.
pub fn founding(id: RoleId, person: PersonId, office: Office, at: Instant) -> NewOffice {
    let until = matches!(office, Office::Moderator { .. }).then_some(at + TERM);
    NewOffice { id, person, office, from: at, until, reason: String::new(), by: None, at }
}

type Offices = Vec<Office>;

async fn officers(portal: &ServerPortal) -> Result<Vec<(&'static str, &'static str, Offices)>, SeedError> {
    let mut tx = portal.db.read().await?;
    let bodies = bodies::all(&mut tx).await?;
    let everywhere = |office: fn(BodyId) -> Office| bodies.iter().map(|body| office(body.id)).collect::<Offices>();
    let mut of_subgroup = Vec::new();
    for code in ["SG-RNP", "SG-CAP"] {
        let subgroup = subgroups::by_code(&mut tx, code).await?.ok_or_else(|| SeedError::Missing(code.to_owned()))?;
        of_subgroup.push(vec![Office::Moderator { subgroup: subgroup.id, body: subgroup.body }]);
    }
    let cap = of_subgroup.pop().unwrap_or_default();
    let rnp = of_subgroup.pop().unwrap_or_default();
    Ok(vec![
        ("chair@demo.example", "Chair (demonstration)", everywhere(Office::Chair)),
        ("secretariat@demo.example", "Secretariat (demonstration)", everywhere(Office::Secretariat)),
        ("moderator.rnp@demo.example", "Moderator SG-RNP (demonstration)", rnp),
        ("moderator.cap@demo.example", "Moderator SG-CAP (demonstration)", cap),
        ("admin@demo.example", "Administrator (demonstration)", vec![Office::Administrator]),
    ])
}

async fn add_person(tx: &mut crate::store::Tx, id: PersonId, email: &str, name: &str, hash: &str, at: Instant) -> Result<(), StoreError> {
    let person = NewPerson { id, email, full_name: name, password_hash: hash, confirmed_at: Some(at), locale: "en", created_at: at };
    people::insert(tx, &person).await
}

async fn add_organisation(portal: &ServerPortal, from: data::Organisation, hash: &str, at: Instant) -> Result<(), SeedError> {
    // The three demonstration logins are public from the start; the others become so with their first accepted input.
    let approved_at = from.key.starts_with("demo-").then_some(at);
    let organisation = Organisation::new(OrganisationId(portal.ids.uuid(at)), from.profile(), at);
    let organisation = Arc::new(Organisation { approved_at, ..organisation });
    let contact =
        data::Member { email: address_of(&from.key), name: format!("Contact point, {}", from.key), function: Function::ContactPoint };
    let people: Arc<Vec<_>> = Arc::new(
        std::iter::once(contact)
            .chain(from.members)
            .map(|member| (PersonId(portal.ids.uuid(at)), MembershipId(portal.ids.uuid(at)), member))
            .collect(),
    );
    let hash = hash.to_owned();
    in_tx!(portal.db, [organisation, people, hash], |tx| {
        organisations::insert(tx, &organisation).await?;
        for (person, membership, member) in people.iter() {
            add_person(tx, *person, &member.email, &member.name, &hash, at).await?;
            members::put(tx, *membership, organisation.id, *person, member.function, at).await?;
        }
        Ok::<_, StoreError>(())
    })
    .await
    .map_err(SeedError::from)
}
