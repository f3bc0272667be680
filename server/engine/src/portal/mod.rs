//! The portal over the store: each capability of `model::portal` in a file of its own.
//! A use case reads, asks `policy`, writes. May use: the store, auth, policy. Must not use: the web, Leptos.

mod accounts;
mod accreditations;
mod admitting;
mod anchors;
mod announcements;
mod appealing;
mod audit_chain;
mod bodies;
mod calendars;
mod calling;
mod changing;
mod claims;
mod co_signing;
mod comments;
mod compilations;
mod corrigenda;
mod counting;
mod deadlines;
mod deciding;
mod discarding;
mod drafting;
mod error;
mod first_administrator;
mod grants;
mod health;
mod invitations;
mod issuing;
mod joining;
mod joint;
mod joint_letters;
mod late;
mod ledger;
mod letters;
mod linking;
mod log_check;
mod mailing;
mod members;
mod moderation;
mod offices;
mod operations;
mod organisations;
mod outbox;
mod own_data;
mod paging;
mod papers;
mod people;
mod planning;
mod proofs;
mod proving;
mod queues;
mod recommending;
mod redacting;
mod rehearsal;
mod reminders;
mod repeats;
mod replying;
mod said;
mod saving;
mod sealing;
mod secretariat;
mod sentences;
mod sentencing;
mod speakers;
mod statuses;
mod subgroups;
mod submission;
mod submitting;
mod succeeding;
mod summaries;
mod tagging;
mod taking_place;
mod terms;
mod texts;
mod themes;
mod theming;
mod told;
mod translations;
mod undoing;
mod unkept;
mod voices;

pub use error::incident;
pub use health::Health;
pub use log_check::LogTrouble;
pub use proving::newest_key;
pub use rehearsal::{HeldInput, Rehearsal, WRITTEN_ONCE};

use crate::auth::{Passwords, SecondFactor};
use crate::clock::Ids;
use crate::proof::Keyring;
use crate::store::audit::AuditEvent;
use crate::store::{Db, StoreResult, Tx, people as person_store};
use model::domain::audit::AuditAct;
use model::domain::ids::{AuditEventId, OrganisationId, PersonId};
use model::domain::permit::Permit;
use model::domain::person::{Actor, SignedIn};
use model::domain::time::Instant;
use model::error::{PortalError, PortalResult};
use model::policy::{self, Denied, ItemFacts, visible};
use model::portal::Ctx;
use std::sync::Arc;
use uuid::Uuid;

/// The portal of this program.
#[derive(Clone)]
pub struct ServerPortal {
    pub(crate) db: Db,
    pub(crate) ids: Ids,
    pub(crate) passwords: Passwords,
    pub(crate) settings: Arc<PortalSettings>,
    /// Seals the sign of when a form was shown. Drawn anew at every start: a form of another node or of yesterday counts as quick.
    pub(crate) form_key: Arc<str>,
    /// What receipts are signed with.
    pub(crate) keys: Arc<Keyring>,
    health: Arc<Health>,
}

/// What the portal needs to know of its configuration.
#[derive(Debug, Clone)]
pub struct PortalSettings {
    /// Where people reach the portal, without a slash at the end; stands in mails.
    pub public_url: String,
    pub demonstration: bool,
    pub second_factor: SecondFactor,
}

/// Runs a block in one writing transaction; what it names is cloned for each run.
macro_rules! in_tx {
    ($db:expr, [$($name:ident),* $(,)?], |$tx:ident| $body:block) => {{
        $(let $name = $name.clone();)*
        $db.write_tx(move |$tx: &mut crate::store::Tx| {
            $(let $name = $name.clone();)*
            Box::pin(async move $body)
        })
    }};
}
pub(crate) use in_tx;

impl ServerPortal {
    pub fn new(db: Db, ids: Ids, passwords: Passwords, settings: PortalSettings, keys: Keyring) -> Self {
        let form_key = ids.token().into();
        Self { db, ids, passwords, settings: Arc::new(settings), form_key, keys: Arc::new(keys), health: Arc::default() }
    }

    /// An audit event of this request.
    pub(crate) fn event(
        &self,
        ctx: &Ctx,
        act: AuditAct,
        kind: &'static str,
        object: impl ToString,
        detail: serde_json::Value,
    ) -> AuditEvent {
        AuditEvent {
            id: AuditEventId(self.ids.uuid(ctx.now)),
            at: ctx.now,
            person: ctx.actor.signed_in().map(|p| p.person),
            act,
            object_kind: kind,
            object: object.to_string(),
            detail,
        }
    }
}

/// The signed-in person, or the denial that asks to sign in.
fn require_person(ctx: &Ctx) -> PortalResult<&SignedIn> {
    ctx.actor.signed_in().ok_or(PortalError::Denied(Denied::NotSignedIn))
}

/// The actor with roles and memberships as they stand inside this transaction. What the session has proved comes from the request.
async fn actor_now(tx: &mut Tx, ctx: &Ctx) -> StoreResult<Actor> {
    let Some(person) = ctx.actor.signed_in() else { return Ok(Actor::Anonymous) };
    let reloaded = person_store::reload(tx, person.person).await?;
    Ok(reloaded.map_or(Actor::Anonymous, |fresh| Actor::Person(Box::new(fresh.with_proofs_of(person)))))
}

/// Asks the law for an act that the store does by convention, not by proof (ADR 0009): answers what was permitted.
fn permitted<A: policy::Act>(actor: &Actor, act: A, now: Instant) -> Result<A, Denied> {
    policy::permit(actor, act, now).map(Permit::into_action)
}

/// Whom the actor writes for: the organisation asked for, otherwise the one acted for last.
fn writing_for(actor: &Actor, asked: Option<OrganisationId>) -> Result<OrganisationId, Denied> {
    let all = actor.writing_for();
    let found = match asked {
        Some(asked) => all.iter().find(|(id, _)| *id == asked),
        None => all.first(),
    };
    found.map(|(id, _)| *id).ok_or(Denied::NotAWriter)
}

/// What the actor may not see does not exist for them.
fn require_visible(ctx: &Ctx, facts: ItemFacts) -> PortalResult<()> {
    if visible(&ctx.actor, ctx.now).sees(facts) { Ok(()) } else { Err(PortalError::NotFound) }
}

/// The person behind an actor that policy has already found to be signed in.
fn person_of(actor: &Actor) -> PortalResult<PersonId> {
    actor.signed_in().map(|person| person.person).ok_or(PortalError::Denied(Denied::NotSignedIn))
}

impl ServerPortal {
    /// The database behind this portal.
    pub const fn database(&self) -> &Db {
        &self.db
    }

    /// What it knows of its configuration.
    pub fn settings(&self) -> &PortalSettings {
        &self.settings
    }

    /// What became of the jobs of this node.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// A key for the forms of one page.
    pub fn page_key(&self) -> String {
        self.ids.nonce()
    }

    /// A new identifier, for what is not stored: a request, an incident.
    pub fn fresh_id(&self, now: Instant) -> Uuid {
        self.ids.uuid(now)
    }
}
