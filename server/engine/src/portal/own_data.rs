//! Everything about me, and the end of my account.

use super::{ServerPortal, actor_now, in_tx, incident, require_person};
use crate::proof::SignedReceipt;
use crate::store::limits::Rate;
use crate::store::{StoreResult, Tx, audit, mails, offices, organisations, own_data};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::PersonId;
use model::domain::person::{Actor, SignedIn};
use model::domain::time::{Instant, Span};
use model::error::{PortalError, PortalResult};
use model::i18n::t;
use model::policy::{self, DeleteAccount, ManageOwnAccount};
use model::portal::{Ctx, DeletionObstacles, Mail, OwnArchive, OwnData, OwnDataPage};
use serde_json::{Map, Value};

/// Packing an archive reads much: a few at once are enough.
const ARCHIVES: Rate = Rate { burst: 5, every: Span::HOUR };

#[async_trait]
impl OwnData for ServerPortal {
    async fn own_data(&self, ctx: &Ctx) -> PortalResult<OwnDataPage> {
        let person = require_person(ctx)?;
        policy::check(&ctx.actor, &ManageOwnAccount { person: person.person }, ctx.now)?;
        let mut tx = self.db.read().await?;
        let hand_over = own_data::sole_contact_of(&mut tx, person.person).await?;
        let held = offices::of_person(&mut tx, person.person).await?.into_iter().filter(|line| line.in_force(ctx.now)).collect();
        Ok(OwnDataPage { obstacles: DeletionObstacles { offices: held, hand_over } })
    }

    async fn own_archive(&self, ctx: &Ctx) -> PortalResult<OwnArchive> {
        let person = require_person(ctx)?;
        let permit = policy::permit(&ctx.actor, ManageOwnAccount { person: person.person }, ctx.now)?;
        let (id, email) = (permit.into_action().person, proved_address(person));
        self.limit(ctx, format!("own-data:{id}"), ARCHIVES).await?;
        let event = self.event(ctx, AuditAct::OwnDataDownloaded, "person", id, serde_json::json!({}));
        in_tx!(self.db, [event], |tx| { Ok::<_, PortalError>(audit::insert(tx, &event).await?) }).await?;
        let sections = {
            let mut tx = self.db.read().await?;
            own_data::everything(&mut tx, id, email).await?
        };
        let mut data = Map::new();
        data.insert("format".to_owned(), Value::from("openfloor-own-data-1"));
        data.insert("as_of".to_owned(), Value::from(calendar::iso(ctx.now)));
        let mut files = Vec::new();
        for (name, rows) in sections {
            let mut shown = Vec::with_capacity(rows.len());
            for mut row in rows {
                if name == "receipts"
                    && let (Some(number), Some(content)) = (row.text("number").map(str::to_owned), row.0.remove("content"))
                {
                    let file = format!("{number}.json");
                    row.0.insert("file".to_owned(), Value::from(file.as_str()));
                    files.push((file, content.as_str().unwrap_or_default().as_bytes().to_vec()));
                }
                if let Some((file, text)) = signed_receipt(&mut row.0) {
                    files.push((file, text.into_bytes()));
                }
                shown.push(Value::Object(with_times(row.0)));
            }
            data.insert(name.to_owned(), Value::Array(shown));
        }
        let data = serde_json::to_string_pretty(&data).map_err(|error| incident(&error))?;
        Ok(OwnArchive { data, files })
    }

    async fn delete_account(&self, ctx: &Ctx) -> PortalResult<()> {
        let person = require_person(ctx)?;
        let id = person.person;
        let event = self.event(ctx, AuditAct::AccountDeleted, "person", id, serde_json::json!({}));
        let l = person.mail_language;
        let paragraphs = [t::own_data::mail_deleted_text(l).to_owned(), t::own_data::mail_deleted_not_you(l).to_owned()];
        let letter = self.letter(ctx.now, l, &person.email, t::own_data::mail_deleted_subject(l).to_owned(), &paragraphs);
        in_tx!(self.db, [ctx, event, letter], |tx| {
            let actor = alone(tx, &ctx, id).await?;
            let delete = DeleteAccount {
                person: id,
                in_office: in_office(&actor, ctx.now),
                leaves_without_contact: !own_data::sole_contact_of(tx, id).await?.is_empty(),
            };
            let permit = policy::permit(&actor, delete, ctx.now)?;
            let at = permit.at();
            let person = actor.signed_in().ok_or(PortalError::NotFound)?;
            if !own_data::erase(tx, permit.into_action().person, proved_address(person), at).await? {
                return Err(PortalError::NotFound);
            }
            audit::insert(tx, &event).await?;
            // The last mail to an address that is no longer stored: it is removed like any other once it was sent long enough ago.
            Ok(mails::insert(tx, &Mail { recipient: person.email.clone(), ..letter }).await?)
        })
        .await
    }
}

/// The actor as they stand now, while nobody appoints them or changes the members of their organisations until the transaction ends:
/// two contact points who leave at the same moment would each count on the other.
async fn alone(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> StoreResult<Actor> {
    offices::lock_person(tx, person).await?;
    let before = actor_now(tx, ctx).await?;
    let mut organisations: Vec<_> =
        before.signed_in().map(|person| person.memberships.iter().map(|m| m.organisation).collect()).unwrap_or_default();
    // In one order for everybody: nobody waits for somebody who waits for them.
    organisations.sort_unstable();
    for organisation in organisations {
        organisations::lock(tx, organisation).await?;
    }
    actor_now(tx, ctx).await
}

/// The address the person has proved to be theirs.
fn proved_address(person: &SignedIn) -> Option<&str> {
    person.confirmed.then_some(person.email.as_str())
}

fn in_office(actor: &Actor, now: Instant) -> bool {
    actor.roles_in_force(now).next().is_some()
}

/// Takes the signed receipt out of a row that has one, as a file of its own.
fn signed_receipt(row: &mut Map<String, Value>) -> Option<(String, String)> {
    let mut taken = |name: &str| row.remove(name).and_then(|value| value.as_str().map(str::to_owned));
    let (payload, key, signature) = (taken("payload"), taken("key_id"), taken("signature"));
    let file = format!("{}.receipt.json", row.get("number")?.as_str()?);
    let text = SignedReceipt { payload: payload?, key: key?, signature: signature? }.to_file();
    row.insert("signed_receipt".to_owned(), Value::from(file.as_str()));
    Some((file, text))
}

/// Instants are stored as microseconds; people read dates.
fn with_times(row: Map<String, Value>) -> Map<String, Value> {
    row.into_iter()
        .map(|(name, value)| {
            let is_instant = name.ends_with("_at") || matches!(name.as_str(), "at" | "since" | "valid_from" | "valid_until");
            let value = match value.as_i64() {
                Some(micros) if is_instant => Value::from(calendar::iso_micros(Instant(micros))),
                _ => value,
            };
            (name, value)
        })
        .collect()
}
