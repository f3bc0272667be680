//! Rounds, called, changed and withdrawn by the chair of their body.

use super::ledger::{Beside, add_entry};
use super::planning::session_and_body;
use super::submission::DOUBLE_CLICK;
use super::{ServerPortal, actor_now, in_tx, permitted};
use crate::store::{Tx, audit, drafts, planning, rounds, sessions, subgroups};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::body::Session;
use model::domain::ids::{BodyId, LedgerEntryId, RoundId, SessionId};
use model::domain::plan::{RoundAbout, RoundWindow};
use model::domain::role::RoleName;
use model::domain::round::{LedgerEntry, LedgerKind, Round};
use model::domain::time::{Instant, Span};
use model::domain::validate::Fault;
use model::domain::window::Window;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::RoundForm;
use model::policy::{self, CallRound, EditRound, ManageRounds, WithdrawRound};
use model::portal::{Ctx, NewRound, RoundChange, RoundEditor, RoundLine, RoundPlanning};

#[async_trait]
impl RoundPlanning for ServerPortal {
    async fn new_round(&self, ctx: &Ctx, session: SessionId) -> PortalResult<RoundEditor> {
        let mut tx = self.db.read().await?;
        let (session, body) = session_and_body(&mut tx, session).await?;
        policy::check(&ctx.actor, &CallRound { session: session.id, body: body.id }, ctx.now)?;
        let drafts = drafts::of_body(&mut tx, body.id).await?;
        let subgroups = subgroups::of_body(&mut tx, body.id).await?;
        Ok(RoundEditor { session, body, line: None, version: 0, in_use: false, drafts, subgroups })
    }

    async fn round_editor(&self, ctx: &Ctx, id: RoundId) -> PortalResult<RoundEditor> {
        let mut tx = self.db.read().await?;
        // Before the row: words that are newer than the version meet a conflict, and never overwrite what they do not show.
        let version = planning::round_version(&mut tx, id).await?.unwrap_or_default();
        let line = rounds::by_id(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &ManageRounds { body: line.body.id }, ctx.now)?;
        let (session, body) = (line.session.clone(), line.body.clone());
        let in_use = planning::in_use(&mut tx, id).await?;
        let drafts = drafts::of_body(&mut tx, body.id).await?;
        let subgroups = subgroups::of_body(&mut tx, body.id).await?;
        Ok(RoundEditor { session, body, line: Some(line), version, in_use, drafts, subgroups })
    }

    async fn call_round(&self, ctx: &Ctx, session: SessionId, new: NewRound) -> PortalResult<RoundId> {
        self.limit_planning(ctx).await?;
        let id = RoundId(self.ids.uuid(ctx.now));
        let entry_id = LedgerEntryId(self.ids.uuid(ctx.now));
        let event = self.event(ctx, AuditAct::RoundMade, "round", id, window_detail(&new.window));
        in_tx!(self.db, [ctx, new, event], |tx| {
            // Of two clicks the second waits for what the first one makes.
            sessions::lock(tx, session).await?;
            let (session, body) = session_and_body(tx, session).await?;
            let actor = actor_now(tx, &ctx).await?;
            let call = permitted(&actor, CallRound { session: session.id, body: body.id }, ctx.now)?;
            check_about(tx, call.body, &new.about).await?;
            let opens_at = check_window(&new.window, ctx.now)?;
            let round = round_of(id, entry_id, &session, &new, opens_at);
            // The same form again, pressed twice: the round it made.
            let made = rounds::made_since(tx, call.session, ctx.now - DOUBLE_CLICK).await?;
            let opens_at = new.window.opens_at;
            if let Some(twin) = made.into_iter().find(|line| is_same(&line.round, &round, opens_at)) {
                return Ok(twin.round.id);
            }
            rounds::insert(tx, &round, ctx.now).await?;
            rounds::insert_entry(tx, &entry_of(&round, 1, LedgerKind::Opened, &new.reason, ctx.now)).await?;
            audit::insert(tx, &event).await?;
            Ok(id)
        })
        .await
    }

    async fn change_round(&self, ctx: &Ctx, id: RoundId, version: i64, change: RoundChange) -> PortalResult<()> {
        let entries = [LedgerEntryId(self.ids.uuid(ctx.now)), LedgerEntryId(self.ids.uuid(ctx.now))];
        let event = self.event(ctx, AuditAct::RoundChanged, "round", id, serde_json::json!({}));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, change, event], |tx| { this.change_in(tx, &ctx, id, version, change, entries, event).await }).await
    }

    async fn withdraw_round(&self, ctx: &Ctx, id: RoundId, reason: &str) -> PortalResult<SessionId> {
        let event = self.event(ctx, AuditAct::RoundWithdrawn, "round", id, serde_json::json!({}));
        let reason = reason.to_owned();
        in_tx!(self.db, [ctx, event, reason], |tx| {
            rounds::lock(tx, id).await?;
            let line = rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let in_use = planning::in_use(tx, id).await?;
            let actor = actor_now(tx, &ctx).await?;
            let window = line.round.window.clone();
            permitted(&actor, WithdrawRound { round: id, body: line.body.id, window, in_use }, ctx.now)?;
            planning::withdraw(tx, &line.round, &reason, RoleName::Chair, ctx.now).await?;
            audit::insert(tx, &event).await?;
            Ok(line.session.id)
        })
        .await
    }
}

impl ServerPortal {
    #[expect(clippy::too_many_arguments, reason = "one change, with what was drawn for it before the transaction")]
    async fn change_in(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        id: RoundId,
        version: i64,
        change: RoundChange,
        [beside, set]: [LedgerEntryId; 2],
        mut event: audit::AuditEvent,
    ) -> PortalResult<()> {
        rounds::lock(tx, id).await?;
        let line = rounds::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
        let round = &line.round;
        let about = change.about.filter(|about| *about != about_of(round));
        let window = change.window.filter(|window| !is_window_of(window, round));
        let reworded = change.words.title != round.title || change.words.call != round.call;
        let edit = EditRound {
            round: id,
            body: line.body.id,
            window: round.window.clone(),
            about: about.is_some(),
            new_closes_at: window.as_ref().map(|window| window.closes_at),
            in_use: about.is_some() && planning::in_use(tx, id).await?,
        };
        let actor = actor_now(tx, ctx).await?;
        permitted(&actor, edit, ctx.now)?;
        if planning::round_version(tx, id).await? != Some(version) {
            return Err(PortalError::Conflict);
        }
        if let Some(about) = &about {
            check_about(tx, line.body.id, about).await?;
            planning::change_about(tx, id, about).await?;
        }
        if reworded {
            planning::change_words(tx, id, &change.words).await?;
        }
        let changes_about = about.is_some();
        if changes_about || reworded {
            // It was public: what is asked for does not change in silence.
            let closes_at = round.window.closes_at;
            let beside = Beside { id: beside, kind: LedgerKind::Reworded, closes_at, zone: &round.time_zone, reason: &change.reason };
            add_entry(tx, &line, beside, RoleName::Chair, ctx.now).await?;
        }
        if let Some(window) = &window {
            let opens_at = check_window(window, ctx.now)?;
            // As it is called now, and to whom; the window before, which the mail tells of too.
            let told = Round { title: change.words.title.clone(), ..round.clone() };
            let told = match about {
                Some(RoundAbout { kind, draft_version, subgroup, .. }) => Round { kind, draft_version, subgroup, ..told },
                None => told,
            };
            let window_set = Window { entry: set, opens_at, closes_at: window.closes_at, grants: Vec::new() };
            let number = rounds::last_number(tx, id).await? + 1;
            let changed = Round { window: window_set, time_zone: window.time_zone.clone(), ..told.clone() };
            let set = entry_of(&changed, number, LedgerKind::Set, &change.reason, ctx.now);
            rounds::insert_entry(tx, &set).await?;
            event.detail = window_detail(window);
            self.tell_of_deadline(tx, &RoundLine { round: told, ..line.clone() }, &set).await?;
        } else if !changes_about {
            event.act = AuditAct::RoundReworded;
        }
        if changes_about || window.is_some() || reworded {
            audit::insert(tx, &event).await?;
        }
        Ok(())
    }
}

fn wrong(field: &'static str, fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field, fault }])
}

/// The full minute at or before an instant.
fn minute(at: Instant) -> Instant {
    Instant(at.0.div_euclid(Span::MINUTE.0) * Span::MINUTE.0)
}

fn window_detail(window: &RoundWindow) -> serde_json::Value {
    serde_json::json!({
        "opens_at": window.opens_at.map(calendar::iso),
        "closes_at": calendar::iso(window.closes_at),
        "time_zone": window.time_zone,
    })
}

/// When it opens, if the window can be set: at once is the minute that runs; nothing opens or closes in the past.
fn check_window(window: &RoundWindow, now: Instant) -> PortalResult<Instant> {
    let opens_at = window.opens_at.unwrap_or_else(|| minute(now));
    if opens_at < minute(now) {
        return Err(wrong(RoundForm::OPENS_AT, Fault::InThePast));
    }
    if window.closes_at <= opens_at {
        return Err(wrong(RoundForm::CLOSES_AT, Fault::ClosesBeforeItOpens));
    }
    if window.closes_at <= now {
        return Err(wrong(RoundForm::CLOSES_AT, Fault::InThePast));
    }
    Ok(opens_at)
}

/// The text and the subgroup must be the body's.
async fn check_about(tx: &mut Tx, body: BodyId, about: &RoundAbout) -> PortalResult<()> {
    if let Some(id) = about.draft_version {
        let draft = drafts::by_id(tx, id).await?.filter(|draft| draft.body == body);
        draft.ok_or_else(|| wrong(RoundForm::DRAFT_VERSION, Fault::NotAChoice))?;
    }
    if let Some(id) = about.subgroup {
        let subgroup = subgroups::by_id(tx, id).await?.filter(|subgroup| subgroup.body == body);
        subgroup.ok_or_else(|| wrong(RoundForm::SUBGROUP, Fault::NotAChoice))?;
    }
    Ok(())
}

fn about_of(round: &Round) -> RoundAbout {
    RoundAbout {
        kind: round.kind,
        draft_version: round.draft_version,
        subgroup: round.subgroup,
        reach: round.reach,
        questions: round.questions.clone(),
    }
}

fn is_window_of(window: &RoundWindow, round: &Round) -> bool {
    window.opens_at == Some(round.window.opens_at) && window.closes_at == round.window.closes_at && window.time_zone == round.time_zone
}

/// `opens_at`: where one was given; what opens at once may be a minute younger than its twin.
fn is_same(there: &Round, new: &Round, opens_at: Option<Instant>) -> bool {
    opens_at.is_none_or(|opens_at| there.window.opens_at == opens_at)
        && there.title == new.title
        && there.call == new.call
        && about_of(there) == about_of(new)
        && there.window.closes_at == new.window.closes_at
        && there.time_zone == new.time_zone
}

fn round_of(id: RoundId, entry: LedgerEntryId, session: &Session, new: &NewRound, opens_at: Instant) -> Round {
    Round {
        id,
        session: session.id,
        body: session.body,
        kind: new.about.kind,
        title: new.words.title.clone(),
        call: new.words.call.clone(),
        draft_version: new.about.draft_version,
        subgroup: new.about.subgroup,
        reach: new.about.reach,
        questions: new.about.questions.clone(),
        window: Window { entry, opens_at, closes_at: new.window.closes_at, grants: Vec::new() },
        time_zone: new.window.time_zone.clone(),
        demonstration: session.demonstration,
    }
}

/// An entry that sets the window of `round`, by the chair.
fn entry_of(round: &Round, number: i64, kind: LedgerKind, reason: &str, at: Instant) -> LedgerEntry {
    LedgerEntry {
        id: round.window.entry,
        round: round.id,
        number,
        kind,
        opens_at: round.window.opens_at,
        closes_at: round.window.closes_at,
        time_zone: round.time_zone.clone(),
        reason: reason.to_owned(),
        by: RoleName::Chair,
        recorded_at: at,
    }
}
