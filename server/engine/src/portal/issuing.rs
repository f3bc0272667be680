//! Issuing a version: by the chair's button, or by itself at the time the chair has stated (ADR 0042).

use super::drafting::{change, own_preparation};
use super::{ServerPortal, actor_now, in_tx, permitted, person_of};
use crate::store::{Tx, anchors, audit, drafts, id_list, links, mails, offices, people, preparations, statuses};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::drafting::{Alignment, Hindrance, IssueTime, Outline, Preparation, StatedTime, Unit, outline};
use model::domain::ids::{DraftVersionId, PreparationId, ProvisionId};
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::role::RoleName;
use model::domain::time::Instant;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::IssueForm;
use model::i18n::t::{issuing as t, offices as office_texts};
use model::labels;
use model::policy::{self, Denied, IssueText, PrepareText};
use model::portal::Ctx;
use model::routes;

impl ServerPortal {
    pub(super) async fn issue_now(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<DraftVersionId> {
        let new = DraftVersionId(self.ids.uuid(ctx.now));
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = held(tx, &actor, &ctx, id).await?;
            permitted(&actor, change(&stored), ctx.now)?;
            if stored.version != version {
                return Err(PortalError::Conflict);
            }
            let base = base_of(tx, &stored).await?;
            let (act, read, alignment) = to_issue(tx, &stored, &base).await?;
            permitted(&actor, act, ctx.now)?;
            let alignment = alignment.ok_or(PortalError::Conflict)?;
            this.put_out(tx, ctx.now, &stored, new, &read, &base, &alignment).await?;
            this.note_text(tx, &ctx, AuditAct::VersionIssued, stored.draft, new).await?;
            Ok(new)
        })
        .await
    }

    pub(super) async fn state_time(&self, ctx: &Ctx, id: PreparationId, version: i64, time: StatedTime) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx, time], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = held(tx, &actor, &ctx, id).await?;
            // The same click again.
            if stored.standing_time().is_some_and(|standing| standing.stated == time) {
                return Ok(());
            }
            permitted(&actor, change(&stored), ctx.now)?;
            if stored.version != version {
                return Err(PortalError::Conflict);
            }
            // What could not be issued now is not left to a moment when nobody is there.
            let base = base_of(tx, &stored).await?;
            let (act, ..) = to_issue(tx, &stored, &base).await?;
            permitted(&actor, act, ctx.now)?;
            if time.at <= ctx.now {
                return Err(PortalError::Invalid(vec![FieldError { field: IssueForm::ISSUE_AT, fault: Fault::InThePast }]));
            }
            preparations::state_time(tx, id, version, &time, person_of(&actor)?, ctx.now).await?;
            // When it will be stands in the log once it is no secret any more: with what became of it.
            this.note_text(tx, &ctx, AuditAct::IssueTimeStated, stored.draft, id).await
        })
        .await
    }

    pub(super) async fn withdraw_time(&self, ctx: &Ctx, id: PreparationId, version: i64) -> PortalResult<()> {
        let this = self.clone();
        in_tx!(self.db, [this, ctx], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let stored = held(tx, &actor, &ctx, id).await?;
            // The same click again, or it was tried meanwhile: no time stands.
            let Some(time) = stored.standing_time() else { return Ok(()) };
            permitted(&actor, PrepareText { body: stored.body }, ctx.now)?;
            preparations::withdraw_time(tx, id, version).await?;
            this.note_time(tx, &ctx, AuditAct::IssueTimeWithdrawn, &stored, id, time).await
        })
        .await
    }

    /// Versions whose stated time has come, each with that time, the earliest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn texts_due(&self, now: Instant, limit: i64) -> PortalResult<Vec<(PreparationId, Instant)>> {
        let mut tx = self.db.read().await?;
        Ok(preparations::due(&mut tx, now, limit).await?)
    }

    /// Issues a version whose stated time has come, as its chair's button would, in one transaction; where that is not possible any more,
    /// notes why, and tells those who chair the body. Answers what was issued. Of two nodes at the same one, one commits.
    ///
    /// # Errors
    /// `Conflict` when another node was first: nothing is written then. The database cannot be read or written.
    pub async fn issue_due(&self, id: PreparationId, now: Instant) -> PortalResult<Option<DraftVersionId>> {
        let new = DraftVersionId(self.ids.uuid(now));
        let (this, nobody) = (self.clone(), Ctx::below_http(Actor::Anonymous, now));
        in_tx!(self.db, [this, nobody], |tx| {
            // Issued, dropped or withdrawn meanwhile.
            let Some(seen) = preparations::by_id(tx, id).await? else { return Ok(None) };
            drafts::lock(tx, seen.draft).await?;
            let Some(stored) = preparations::by_id(tx, id).await? else { return Ok(None) };
            let Some(time) = stored.issue_time.clone().filter(|time| time.is_due(now)) else { return Ok(None) };
            let base = base_of(tx, &stored).await?;
            let (act, read, alignment) = to_issue(tx, &stored, &base).await?;
            let why = match (policy::ready_to_issue(&act), alignment) {
                (Ok(()), Some(alignment)) => {
                    this.put_out(tx, now, &stored, new, &read, &base, &alignment).await?;
                    this.note_time(tx, &nobody, AuditAct::VersionIssued, &stored, new, &time).await?;
                    return Ok(Some(new));
                }
                (Err(Denied::NotTheNewest), _) => Hindrance::Overtaken,
                (Err(Denied::OriginsNotConfirmed), _) | (Ok(()), None) => Hindrance::Unconfirmed,
                (Err(_), _) => Hindrance::Flawed,
            };
            preparations::hinder(tx, &stored, why, now).await?;
            this.note_time(tx, &nobody, AuditAct::IssueHindered, &stored, id, &time).await?;
            this.tell_of_hindrance(tx, now, &stored, &time, why).await?;
            Ok(None)
        })
        .await
    }

    /// Notes an act by which a stated time has come to its end.
    async fn note_time(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        act: AuditAct,
        stored: &Preparation,
        which: impl ToString,
        time: &IssueTime,
    ) -> PortalResult<()> {
        let detail = serde_json::json!({ "which": which.to_string(), "stated_time": calendar::iso(time.stated.at) });
        Ok(audit::insert(tx, &self.event(ctx, act, "draft", stored.draft, detail)).await?)
    }

    /// Writes to those who chair the body now: to nobody else, since nobody else knows of the version.
    async fn tell_of_hindrance(
        &self,
        tx: &mut Tx,
        now: Instant,
        stored: &Preparation,
        time: &IssueTime,
        why: Hindrance,
    ) -> PortalResult<()> {
        let offices = offices::current_of_body(tx, stored.body, now).await?;
        let chairs = offices.iter().filter(|line| line.office.name() == RoleName::Chair && line.in_force(now)).map(|line| line.person);
        for person in people::by_ids(tx, &id_list(chairs)).await? {
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let (label, title) = (stored.words.label.get(l), stored.about.title.get(l));
            let paragraphs = [
                office_texts::office_mail_greeting(l, person.full_name.as_str()),
                t::hindered_mail_what(l, calendar::full(l, time.stated.at, &time.stated.time_zone), label, title),
                t::hindered_mail_reason(l, labels::hindrance(l, why)),
                t::hindered_mail_link(l, self.link(&routes::issue(l, stored.id))),
            ];
            mails::insert(tx, &self.letter(now, l, &person.email, t::hindered_mail_subject(l, label), &paragraphs)).await?;
        }
        Ok(())
    }

    /// Makes a version public: its provisions, what was said on the version before, how far its provisions have come.
    #[expect(clippy::too_many_arguments, reason = "one text, what it follows, and how the two belong together")]
    async fn put_out(
        &self,
        tx: &mut Tx,
        now: Instant,
        stored: &Preparation,
        new: DraftVersionId,
        read: &[Unit],
        base: &[Provision],
        alignment: &Alignment,
    ) -> PortalResult<()> {
        self.write_version(tx, now, stored, new, read, base, alignment).await?;
        if let Some(base) = stored.base {
            anchors::carry(tx, base, new, None).await?;
            statuses::carry(tx, base, new).await?;
            links::carry(tx, new).await?;
        }
        Ok(preparations::remove(tx, stored).await?)
    }

    /// Writes a version with its provisions, and where they come from.
    #[expect(clippy::too_many_arguments, reason = "one text, what it follows, and how the two belong together")]
    async fn write_version(
        &self,
        tx: &mut Tx,
        now: Instant,
        stored: &Preparation,
        id: DraftVersionId,
        read: &[Unit],
        base: &[Provision],
        alignment: &Alignment,
    ) -> PortalResult<()> {
        let number = i64::try_from(drafts::of_draft(tx, stored.draft).await?.len()).unwrap_or(i64::MAX) + 1;
        let version = DraftVersion {
            id,
            draft: stored.draft,
            body: stored.body,
            subgroup: stored.about.subgroup,
            title: stored.about.title.clone(),
            label: stored.words.label.clone(),
            language: stored.words.language,
            issued_at: now,
        };
        drafts::insert_version(tx, &version, number).await?;
        for (at, unit) in read.iter().enumerate() {
            let kept = alignment.same(at).map(|old| base[old].stable_id.clone());
            let provision = Provision {
                id: ProvisionId(self.ids.uuid(now)),
                draft_version: id,
                // What is new, merged or split is something of its own.
                stable_id: kept.unwrap_or_else(|| format!("v{number}-{}", at + 1)),
                position: i64::try_from(at).unwrap_or(i64::MAX) + 1,
                level: unit.level,
                label: unit.label.clone(),
                citation: unit.citation.clone(),
                text: unit.text.clone(),
            };
            drafts::insert_provision(tx, &provision).await?;
            for old in alignment.of(at) {
                drafts::add_origin(tx, provision.id, base[*old].id).await?;
            }
        }
        Ok(())
    }
}

/// A preparation of whose text nothing is issued until this transaction has ended. What is sent at the same time on the version before
/// comes first, or follows; and so does whoever issues this.
async fn held(tx: &mut Tx, actor: &Actor, ctx: &Ctx, id: PreparationId) -> PortalResult<Preparation> {
    let stored = own_preparation(tx, actor, ctx, id).await?;
    drafts::lock(tx, stored.draft).await?;
    own_preparation(tx, actor, ctx, id).await
}

/// The text of the version before; nothing for a first version.
async fn base_of(tx: &mut Tx, stored: &Preparation) -> PortalResult<Vec<Provision>> {
    match stored.base {
        Some(base) => Ok(drafts::provisions(tx, base).await?),
        None => Ok(Vec::new()),
    }
}

/// The act of issuing a preparation after `base`, with what would be issued.
pub(super) async fn to_issue(
    tx: &mut Tx,
    stored: &Preparation,
    base: &[Provision],
) -> PortalResult<(IssueText, Vec<Unit>, Option<Alignment>)> {
    let Outline { units: read, flaws, .. } = outline(&stored.words.source);
    let alignment = match stored.base {
        Some(_) => stored.confirmed(&Unit::all(base), &read),
        None => Alignment::new(vec![Vec::new(); read.len()], 0, read.len()),
    };
    let newest = drafts::newest(tx, stored.draft).await?.map(|version| version.id) == stored.base;
    let flawed = !flaws.is_empty() || read.is_empty();
    Ok((IssueText { body: stored.body, flawed, confirmed: alignment.is_some(), newest }, read, alignment))
}
