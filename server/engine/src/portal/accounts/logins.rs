//! The own signed-in browsers.

use super::super::{ServerPortal, in_tx, require_person};
use super::permitted;
use crate::store::{audit, logins};
use model::domain::audit::AuditAct;
use model::domain::ids::LoginId;
use model::error::{PortalError, PortalResult};
use model::portal::{Ctx, LoginLine};

impl ServerPortal {
    pub(super) async fn list_logins(&self, ctx: &Ctx) -> PortalResult<Vec<LoginLine>> {
        let person = require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let line = |login: logins::Login| LoginLine {
            id: login.id,
            device: login.device,
            created_at: login.created_at,
            seen_at: login.seen_at,
            current: Some(login.id) == person.login,
        };
        Ok(logins::of_person(&mut tx, person.person, ctx.now).await?.into_iter().map(line).collect())
    }

    pub(super) async fn end_one_login(&self, ctx: &Ctx, login: LoginId) -> PortalResult<()> {
        let (person, _) = permitted(ctx)?;
        let id = person.person;
        let event = self.event(ctx, AuditAct::LoginsEnded, "login", login, serde_json::json!({ "which": "one" }));
        in_tx!(self.db, [event], |tx| {
            if logins::delete_one(tx, id, login).await? == 0 {
                return Err(PortalError::NotFound);
            }
            Ok(audit::insert(tx, &event).await?)
        })
        .await
    }

    pub(super) async fn end_logins_elsewhere(&self, ctx: &Ctx) -> PortalResult<()> {
        let (person, login) = permitted(ctx)?;
        let id = person.person;
        let event = self.event(ctx, AuditAct::LoginsEnded, "person", id, serde_json::json!({ "which": "all but this one" }));
        in_tx!(self.db, [event], |tx| {
            logins::delete_others(tx, id, login).await?;
            Ok::<_, PortalError>(audit::insert(tx, &event).await?)
        })
        .await
    }
}
