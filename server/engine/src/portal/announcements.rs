//! Announcements: written as a draft, looked at, sent. Sending publishes at once; a job then writes the mails in batches.

use super::subgroups::{frame, require_in_charge};
use super::{ServerPortal, actor_now, in_tx, person_of, require_person};
use crate::store::announcements::{self, Author, Recipient};
use crate::store::limits::{self, Rate};
use crate::store::{Tx, audit, bodies, mails, subgroups};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::AnnouncementId;
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::role::{RoleName, Scope};
use model::domain::subgroup::Subgroup;
use model::domain::time::{Instant, Span};
use model::error::{PortalError, PortalResult};
use model::i18n::t;
use model::policy::{self, Announce};
use model::portal::{Announcement, AnnouncementPage, AnnouncementWords, Announcements, Ctx, Mail};
use model::routes;

/// Three announcements of a subgroup at once, then one every eight hours: three a day.
const SENT_BY_SUBGROUP: Rate = Rate { burst: 3, every: Span::HOUR.times(8) };
const WRITTEN_BY_PERSON: Rate = Rate { burst: 30, every: Span::MINUTE.times(2) };

#[async_trait]
impl Announcements for ServerPortal {
    async fn write_announcement(&self, ctx: &Ctx, code: &str, words: AnnouncementWords) -> PortalResult<AnnouncementId> {
        let person = require_person(ctx)?.person;
        self.limit(ctx, format!("announcements:{person}"), WRITTEN_BY_PERSON).await?;
        let id = AnnouncementId(self.ids.uuid(ctx.now));
        let code = code.to_owned();
        in_tx!(self.db, [ctx, code, words], |tx| {
            let (subgroup, _) = frame(tx, &code).await?;
            let actor = actor_now(tx, &ctx).await?;
            require_in_charge(&actor, &ctx, &subgroup)?;
            let permit = policy::permit(&actor, Announce { body: subgroup.body, subgroup: subgroup.id }, ctx.now)?;
            let author = author(&actor, &subgroup, permit.at())?;
            announcements::insert(tx, id, permit.into_action().subgroup, &words, author).await?;
            Ok(id)
        })
        .await
    }

    async fn rewrite_announcement(&self, ctx: &Ctx, id: AnnouncementId, version: i64, words: AnnouncementWords) -> PortalResult<()> {
        in_tx!(self.db, [ctx, words], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (stored, subgroup) = draft_of(tx, &ctx, &actor, id).await?;
            if stored.sent_at.is_some() {
                return Err(PortalError::Conflict);
            }
            let permit = policy::permit(&actor, Announce { body: subgroup.body, subgroup: subgroup.id }, ctx.now)?;
            let author = author(&actor, &subgroup, permit.at())?;
            announcements::rewrite(tx, id, version, &words, author).await?;
            Ok(())
        })
        .await
    }

    async fn announcement(&self, ctx: &Ctx, id: AnnouncementId) -> PortalResult<AnnouncementPage> {
        let mut tx = self.db.read().await?;
        let (announcement, subgroup) = stored(&mut tx, id).await?;
        let recipients = if announcement.sent_at.is_none() {
            require_in_charge(&ctx.actor, ctx, &subgroup)?;
            announcements::count_recipients(&mut tx, subgroup.id).await?
        } else {
            0
        };
        let body = bodies::by_id(&mut tx, subgroup.body).await?.ok_or(PortalError::NotFound)?;
        Ok(AnnouncementPage { announcement, subgroup, body, recipients })
    }

    async fn send_announcement(&self, ctx: &Ctx, id: AnnouncementId, version: i64) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::AnnouncementSent, "announcement", id, serde_json::json!({}));
        in_tx!(self.db, [ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (stored, subgroup) = draft_of(tx, &ctx, &actor, id).await?;
            if stored.sent_at.is_some() {
                // The same click again.
                return Ok(());
            }
            let permit = policy::permit(&actor, Announce { body: subgroup.body, subgroup: subgroup.id }, ctx.now)?;
            let at = permit.at();
            let taken = limits::take(tx, &format!("announce:{}", permit.into_action().subgroup), SENT_BY_SUBGROUP, at).await?;
            taken.map_err(|retry_after| PortalError::TooMany { retry_after })?;
            announcements::set_sent(tx, id, version, at).await?;
            let mut event = event.clone();
            event.detail = serde_json::json!({ "subgroup": subgroup.code });
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

async fn stored(tx: &mut Tx, id: AnnouncementId) -> PortalResult<(Announcement, Subgroup)> {
    let stored = announcements::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let subgroup = subgroups::by_id(tx, stored.subgroup).await?.ok_or(PortalError::NotFound)?;
    Ok((stored.announcement, subgroup))
}

/// An announcement for those in charge of its subgroup.
async fn draft_of(tx: &mut Tx, ctx: &Ctx, actor: &Actor, id: AnnouncementId) -> PortalResult<(Announcement, Subgroup)> {
    let (announcement, subgroup) = stored(tx, id).await?;
    require_in_charge(actor, ctx, &subgroup)?;
    Ok((announcement, subgroup))
}

/// Who writes, in which office: the nearest one to the subgroup.
fn author(actor: &Actor, subgroup: &Subgroup, now: Instant) -> PortalResult<Author> {
    let nearest = [(RoleName::Moderator, Scope::Subgroup(subgroup.id)), (RoleName::Chair, Scope::Body(subgroup.body))];
    let held = nearest.into_iter().find(|(name, scope)| actor.holds(*name, *scope, now));
    let role = held.map_or(RoleName::Secretariat, |(name, _)| name);
    Ok(Author { person: person_of(actor)?, role, at: now })
}

impl ServerPortal {
    /// Writes the mails of the next batch of an announcement that was sent; answers how many. The batch and the note of how far it went
    /// are one transaction: of two nodes that write the same batch, one commits. Batches are small, so that no one waits behind them.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn spread_announcements(&self, now: Instant, batch: i64) -> PortalResult<usize> {
        let mut tx = self.db.read().await?;
        let Some(stored) = announcements::to_spread(&mut tx).await? else { return Ok(0) };
        let subgroup = subgroups::by_id(&mut tx, stored.subgroup).await?.ok_or(PortalError::NotFound)?;
        let recipients = announcements::recipients(&mut tx, subgroup.id, &stored.last_person, batch).await?;
        drop(tx);
        let letters: Vec<Mail> = recipients.iter().map(|to| self.announcement_letter(now, to, &stored.announcement, &subgroup)).collect();
        let count = letters.len();
        let more = i64::try_from(count).is_ok_and(|n| n >= batch);
        let last = recipients.last().map_or_else(|| stored.last_person.clone(), |to| to.id.to_string());
        in_tx!(self.db, [stored, letters, last], |tx| {
            for letter in &letters {
                mails::insert(tx, letter).await?;
            }
            let done = if more { None } else { Some(now) };
            let written = i64::try_from(letters.len()).unwrap_or(i64::MAX);
            announcements::advance(tx, &stored, written, &last, done).await?;
            Ok::<_, PortalError>(())
        })
        .await?;
        Ok(count)
    }

    fn announcement_letter(&self, now: Instant, to: &Recipient, announcement: &Announcement, subgroup: &Subgroup) -> Mail {
        let l = Locale::from_code(&to.locale).unwrap_or_default();
        let words = &announcement.words;
        let by = model::labels::role(l, announcement.by);
        let paragraphs = [
            t::subgroups::announcement_mail_intro(l, by, subgroup.name.get(l)),
            words.text.clone(),
            t::subgroups::announcement_mail_link(l, self.link(&routes::announcement(l, announcement.id))),
            t::subgroups::announcement_mail_why(l, self.link(&routes::subgroup(l, subgroup.code.to_lowercase()))),
        ];
        let subject = t::subgroups::announcement_mail_subject(l, subgroup.code.as_str(), words.subject.as_str());
        self.letter(now, l, &to.email, subject, &paragraphs)
    }
}
