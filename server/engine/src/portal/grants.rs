//! More time for one organisation: by the chair for a round, or by a moderator for one item.

use super::ledger::{Beside, add_entry};
use super::{ServerPortal, actor_now, in_tx};
use crate::store::{StoreResult, Tx, audit, grants, mails, organisations, people, rounds};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{GrantId, LedgerEntryId, RoundId};
use model::domain::language::Locale;
use model::domain::moderation::Ruling;
use model::domain::role::RoleName;
use model::domain::round::{LedgerKind, RoundKind};
use model::domain::time::Instant;
use model::domain::validate::Fault;
use model::domain::window::Grant;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::GrantForm;
use model::i18n::t::{accreditation, co_signing, grants as t, speakers};
use model::policy::{self, GiveGrant, ManageRounds};
use model::portal::{Ctx, Grants, GrantsPage, Mail, NewGrant, RoundLine};
use model::routes;

/// Organisations to choose from on one page.
const CHOICES: i64 = 50;

#[async_trait]
impl Grants for ServerPortal {
    async fn grants(&self, ctx: &Ctx, round: RoundId, search: &str) -> PortalResult<GrantsPage> {
        let mut tx = self.db.read().await?;
        let line = rounds::by_id(&mut tx, round).await?.ok_or(PortalError::NotFound)?;
        policy::check(&ctx.actor, &ManageRounds { body: line.body.id }, ctx.now)?;
        let given = grants::lines(&mut tx, round).await?;
        let mut organisations = if search.trim().is_empty() { grants::waiting(&mut tx, round).await? } else { Vec::new() };
        for found in grants::find(&mut tx, search, CHOICES).await? {
            if !organisations.iter().any(|known| known.id == found.id) {
                organisations.push(found);
            }
        }
        Ok(GrantsPage { line, grants: given, organisations })
    }

    async fn give_grant(&self, ctx: &Ctx, round: RoundId, new: NewGrant) -> PortalResult<()> {
        let detail = serde_json::json!({
            "organisation": new.organisation,
            "until": calendar::iso(new.until),
            "time_zone": new.time_zone,
        });
        let event = self.event(ctx, AuditAct::GrantGiven, "round", round, detail);
        let this = self.clone();
        in_tx!(self.db, [this, ctx, new, event], |tx| {
            rounds::lock(tx, round).await?;
            let line = rounds::for_organisation(tx, round, new.organisation).await?.ok_or(PortalError::NotFound)?;
            let actor = actor_now(tx, &ctx).await?;
            policy::check(&actor, &ManageRounds { body: line.body.id }, ctx.now)?;
            let wrong = |field, fault| PortalError::Invalid(vec![FieldError { field, fault }]);
            let known = organisations::by_id(tx, new.organisation).await?.filter(|found| found.merged_into.is_none());
            let organisation = known.ok_or_else(|| wrong(GrantForm::ORGANISATION, Fault::NotAChoice))?.id;
            let permit = policy::permit(&actor, GiveGrant { round, body: line.body.id, organisation }, ctx.now)?;
            // It must give something: an end in the future, and later than the one the organisation has already.
            if new.until <= permit.at() || !line.round.window.is_longer(organisation, None, new.until) {
                return Err(wrong(GrantForm::ENDS_AT, Fault::GivesNothing));
            }
            let at = permit.at();
            let given = permit.into_action();
            let grant =
                Grant { organisation: given.organisation, item: None, until: new.until, entry: LedgerEntryId(this.ids.uuid(ctx.now)) };
            let entry =
                Beside { id: grant.entry, kind: LedgerKind::Granted, closes_at: new.until, zone: &new.time_zone, reason: &new.reason };
            add_entry(tx, &line, entry, RoleName::Chair, at).await?;
            grants::insert(tx, GrantId(this.ids.uuid(ctx.now)), given.round, &grant, &new.reason, at).await?;
            audit::insert(tx, &event).await?;
            for person in people::of_organisation(tx, organisation).await? {
                let l = Locale::from_code(&person.locale).unwrap_or_default();
                mails::insert(tx, &this.grant_letter(at, l, &person.email, &line, &new)).await?;
            }
            Ok(())
        })
        .await
    }
}

/// Adds to rounds the grants that the reader's organisations hold in them.
pub(super) async fn add_own_grants(tx: &mut Tx, ctx: &Ctx, lines: &mut [RoundLine]) -> StoreResult<()> {
    let Some(person) = ctx.actor.signed_in() else { return Ok(()) };
    attach(lines, &grants::of_person(tx, person.person).await?);
    Ok(())
}

/// Gives each round those of the grants that were given in it.
pub(super) fn attach(lines: &mut [RoundLine], given: &[(RoundId, Grant)]) {
    for line in lines {
        let own = given.iter().filter(|(round, _)| *round == line.round.id).map(|(_, grant)| grant.clone());
        line.round.window.grants = own.collect();
    }
}

impl ServerPortal {
    /// The grant that comes with a request for revision; `None` where the author has that much time already. The moderator's reason is
    /// told to the author; the ledger says that a grant was given. `line`: with the grants of the organisation, read since it was locked.
    #[expect(clippy::too_many_arguments, reason = "the facts of one decision")]
    pub(super) async fn grant_revision(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        line: &RoundLine,
        ruling: &Ruling,
        until: Instant,
        by: RoleName,
        reason: &str,
    ) -> PortalResult<Option<Grant>> {
        if !line.round.window.is_longer(ruling.organisation(), Some(ruling.item()), until) {
            return Ok(None);
        }
        let id = LedgerEntryId(self.ids.uuid(ctx.now));
        let entry = Beside { id, kind: LedgerKind::Revision, closes_at: until, zone: &line.round.time_zone, reason: "" };
        add_entry(tx, line, entry, by, ruling.at()).await?;
        let grant = Grant { organisation: ruling.organisation(), item: Some(ruling.item()), until, entry: id };
        grants::insert(tx, GrantId(self.ids.uuid(ctx.now)), ruling.round(), &grant, reason, ruling.at()).await?;
        Ok(Some(grant))
    }

    fn grant_letter(&self, now: Instant, l: Locale, recipient: &str, line: &RoundLine, new: &NewGrant) -> Mail {
        let round = line.round.title.get(l);
        let paragraphs = [
            t::mail_grant_intro(l, round, calendar::full(l, new.until, &new.time_zone)),
            match line.round.kind {
                RoundKind::Speakers => speakers::mail_speakers_grant(l),
                RoundKind::CoSigning => co_signing::mail_co_signing_grant(l),
                RoundKind::Accreditation => accreditation::mail_application_grant(l),
                RoundKind::PositionPapers | RoundKind::Comments => t::mail_grant_covers(l),
            }
            .to_owned(),
            t::mail_grant_reason(l, new.reason.as_str()),
            t::mail_grant_link(l, self.link(&routes::round(l, line.round.id))),
        ];
        self.letter(now, l, recipient, t::mail_grant_subject(l, round), &paragraphs)
    }
}
