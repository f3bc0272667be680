//! Everything about me, and the end of my account.

use super::{ServerPortal, actor_now, in_tx, incident, require_person};
use crate::store::limits::Rate;
use crate::store::{audit, mails, own_data};
use app::calendar;
use app::domain::audit::AuditAct;
use app::domain::person::Actor;
use app::domain::time::{Instant, Span};
use app::error::{PortalError, PortalResult};
use app::i18n::t;
use app::policy::{self, DeleteAccount, ManageOwnAccount};
use app::portal::{Ctx, DeletionObstacles, OwnArchive, OwnData, OwnDataPage};
use async_trait::async_trait;
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
        Ok(OwnDataPage { email: person.email.clone(), obstacles: DeletionObstacles { offices: offices(&ctx.actor, ctx.now), hand_over } })
    }

    async fn own_archive(&self, ctx: &Ctx) -> PortalResult<OwnArchive> {
        let person = require_person(ctx)?;
        let permit = policy::permit(&ctx.actor, ManageOwnAccount { person: person.person }, ctx.now)?;
        let (id, email) = (permit.into_action().person, person.email.clone());
        self.limit(ctx, format!("own-data:{id}"), ARCHIVES).await?;
        let event = self.event(ctx, AuditAct::OwnDataDownloaded, "person", id, serde_json::json!({}));
        in_tx!(self.db, [event], |tx| { Ok::<_, PortalError>(audit::insert(tx, &event).await?) }).await?;
        let sections = {
            let mut tx = self.db.read().await?;
            own_data::everything(&mut tx, id, &email).await?
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
                shown.push(Value::Object(with_times(row.0)));
            }
            data.insert(name.to_owned(), Value::Array(shown));
        }
        let data = serde_json::to_string_pretty(&data).map_err(|error| incident(&error))?;
        Ok(OwnArchive { data, files })
    }

    async fn delete_account(&self, ctx: &Ctx) -> PortalResult<()> {
        let person = require_person(ctx)?;
        let (id, email) = (person.person, person.email.clone());
        let event = self.event(ctx, AuditAct::AccountDeleted, "person", id, serde_json::json!({}));
        let l = person.mail_language;
        let paragraphs = [t::own_data::mail_deleted_text(l).to_owned(), t::own_data::mail_deleted_not_you(l).to_owned()];
        let letter = self.letter(ctx.now, l, &email, t::own_data::mail_deleted_subject(l).to_owned(), &paragraphs);
        in_tx!(self.db, [ctx, email, event, letter], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let delete = DeleteAccount {
                person: id,
                in_office: offices(&actor, ctx.now) > 0,
                leaves_without_contact: !own_data::sole_contact_of(tx, id).await?.is_empty(),
            };
            let permit = policy::permit(&actor, delete, ctx.now)?;
            let at = permit.at();
            if !own_data::erase(tx, permit.into_action().person, &email, at).await? {
                return Err(PortalError::NotFound);
            }
            audit::insert(tx, &event).await?;
            // The last mail to an address that is no longer stored: it is removed like any other once it was sent long enough ago.
            Ok(mails::insert(tx, &letter).await?)
        })
        .await
    }
}

fn offices(actor: &Actor, now: Instant) -> usize {
    actor.roles_in_force(now).count()
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
