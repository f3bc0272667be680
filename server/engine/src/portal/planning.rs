//! Sessions, made and changed by the chair of their body.

use super::{ServerPortal, actor_now, in_tx, permitted};
use crate::store::limits::Rate;
use crate::store::{Tx, audit, bodies, planning, sessions};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::body::{Body, Session};
use model::domain::ids::{BodyId, SessionId};
use model::domain::plan::SessionPlan;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::SessionForm;
use model::policy::{self, KeepSession};
use model::portal::{Ctx, SessionEditor, SessionPlanning};

/// Sessions and rounds that one person makes: lists of them are read whole, so nobody fills them without end.
pub(super) const MADE_BY_PERSON: Rate = Rate { burst: 40, every: Span::MINUTE.times(30) };

#[async_trait]
impl SessionPlanning for ServerPortal {
    async fn new_session(&self, ctx: &Ctx, body: &str) -> PortalResult<SessionEditor> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, body).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &KeepSession { body: body.id }, ctx.now)?;
        Ok(SessionEditor { body, session: None, version: 0, code_fixed: false })
    }

    async fn session_editor(&self, ctx: &Ctx, id: SessionId) -> PortalResult<SessionEditor> {
        let mut tx = self.db.read().await?;
        // Before the row: words that are newer than the version meet a conflict, and never overwrite what they do not show.
        let version = planning::session_version(&mut tx, id).await?.unwrap_or_default();
        let (session, body) = session_and_body(&mut tx, id).await?;
        policy::check(&ctx.actor, &KeepSession { body: body.id }, ctx.now)?;
        let code_fixed = planning::code_in_use(&mut tx, id).await?;
        Ok(SessionEditor { body, session: Some(session), version, code_fixed })
    }

    async fn make_session(&self, ctx: &Ctx, body: &str, plan: SessionPlan) -> PortalResult<SessionId> {
        self.limit_planning(ctx).await?;
        let id = SessionId(self.ids.uuid(ctx.now));
        let event = self.event(ctx, AuditAct::SessionMade, "session", id, detail(&plan));
        let (body, demonstration) = (body.to_owned(), self.settings.demonstration);
        in_tx!(self.db, [ctx, body, plan, event], |tx| {
            let body = bodies::by_code(tx, &body).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            let keep = permitted(&actor, KeepSession { body: body.id }, ctx.now)?;
            // The same form again, pressed twice: the session it made.
            if let Some(twin) = code_taken(tx, keep.body, &plan, None).await? {
                return if twin.title == plan.title && twin.starts_on == plan.starts_on { Ok(twin.id) } else { Err(taken()) };
            }
            planning::insert_session(tx, &session_of(id, keep.body, plan, demonstration)).await?;
            audit::insert(tx, &event).await?;
            Ok(id)
        })
        .await
    }

    async fn change_session(&self, ctx: &Ctx, id: SessionId, version: i64, plan: SessionPlan) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::SessionChanged, "session", id, detail(&plan));
        in_tx!(self.db, [ctx, plan, event], |tx| {
            let stored = planning::session_version(tx, id).await?;
            let (session, body) = session_and_body(tx, id).await?;
            let actor = actor_now(tx, &ctx).await?;
            let keep = permitted(&actor, KeepSession { body: body.id }, ctx.now)?;
            if stored != Some(version) {
                return Err(PortalError::Conflict);
            }
            if plan.code != session.code {
                if planning::code_in_use(tx, id).await? {
                    return Err(wrong_code(Fault::CodeInUse));
                }
                if code_taken(tx, keep.body, &plan, Some(id)).await?.is_some() {
                    return Err(taken());
                }
            }
            planning::change_session(tx, id, version, &plan).await?;
            Ok(audit::insert(tx, &event).await?)
        })
        .await
    }
}

impl ServerPortal {
    pub(super) async fn limit_planning(&self, ctx: &Ctx) -> PortalResult<()> {
        let person = super::require_person(ctx)?.person;
        self.limit(ctx, format!("planning:{person}"), MADE_BY_PERSON).await
    }
}

pub(super) async fn session_and_body(tx: &mut Tx, id: SessionId) -> PortalResult<(Session, Body)> {
    let session = sessions::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let body = bodies::by_id(tx, session.body).await?.ok_or(PortalError::NotFound)?;
    Ok((session, body))
}

fn detail(plan: &SessionPlan) -> serde_json::Value {
    serde_json::json!({ "code": plan.code, "starts_on": plan.starts_on, "ends_on": plan.ends_on, "time_zone": plan.time_zone })
}

/// Another session of the body with this code.
async fn code_taken(tx: &mut Tx, body: BodyId, plan: &SessionPlan, own: Option<SessionId>) -> PortalResult<Option<Session>> {
    let all = sessions::of_body(tx, body).await?;
    Ok(all.into_iter().find(|session| session.code == plan.code && Some(session.id) != own))
}

fn wrong_code(fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field: SessionForm::CODE, fault }])
}

fn taken() -> PortalError {
    wrong_code(Fault::CodeTaken)
}

fn session_of(id: SessionId, body: BodyId, plan: SessionPlan, demonstration: bool) -> Session {
    Session {
        id,
        body,
        code: plan.code,
        title: plan.title,
        starts_on: plan.starts_on,
        ends_on: plan.ends_on,
        city: plan.city,
        time_zone: plan.time_zone,
        mode: plan.mode,
        demonstration,
    }
}
