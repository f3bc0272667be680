//! What a refusal for lateness does: the attempt is kept sealed with a receipt.

use super::mailing::with_receipt;
use super::proving::Proof;
use super::submission::{Attempt, refusal_detail};
use super::{ServerPortal, person_of};
use crate::auth::sha256;
use crate::store::late::Sealed;
use crate::store::limits::{self, Rate};
use crate::store::{Tx, audit, comments, counters, late, mails, papers, people, rounds};
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::ids::{CommentId, ItemId, LateAttemptId, OrganisationId, PaperId, PersonId, SubgroupId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::late::{LateState, Refusal};
use model::domain::person::Actor;
use model::domain::receipt::refusal_number;
use model::domain::time::{Instant, Span};
use model::error::{PortalError, PortalResult};
use model::i18n::t::late as t;
use model::policy::Denied;
use model::portal::{Ctx, Mail, RoundLine};
use model::routes;

/// Late attempts with one paper or comment: each writes a mail.
const LATE_BY_ITEM: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };

/// A submission that policy refused.
pub(super) struct Refused<'a> {
    pub kind: ItemKind,
    pub item: ItemId,
    /// The version its words were read at.
    pub version: i64,
    pub organisation: OrganisationId,
    /// With the grants of the organisation.
    pub line: &'a RoundLine,
    pub subgroup: Option<SubgroupId>,
    /// The instant it was judged at.
    pub at: Instant,
    /// Nothing stands against it but the closing.
    pub whole: bool,
    pub words: usize,
    /// The bytes its receipt would have been made of.
    pub content: String,
}

/// What became of a late attempt.
enum Kept {
    /// The same words are kept already.
    Before(Refusal),
    Now(Refusal),
}

impl Kept {
    const fn refusal(&self) -> &Refusal {
        match self {
            Self::Before(refusal) | Self::Now(refusal) => refusal,
        }
    }
}

impl ServerPortal {
    /// Writes a refusal down, with the ledger entry it was judged by. What is late and otherwise whole is kept sealed.
    pub(super) async fn refuse(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        actor: &Actor,
        denied: Denied,
        refused: Refused<'_>,
    ) -> PortalResult<Attempt> {
        let judged_by = refused.line.round.window.judged_by(refused.organisation, Some(refused.item), refused.at);
        let mut detail = refusal_detail(denied, judged_by, refused.at);
        let (act, kind, item) = match refused.kind {
            ItemKind::Paper => (AuditAct::PaperRefused, refused.kind.code(), refused.item),
            ItemKind::Comment => (AuditAct::CommentRefused, refused.kind.code(), refused.item),
        };
        if let (Denied::Closed { since }, true) = (denied, refused.whole) {
            let (round, organisation, at) = (refused.line.round.id, refused.organisation, refused.at);
            // Whoever submits it in time at this moment comes before or after: nothing stays sealed beside what is submitted.
            match refused.kind {
                ItemKind::Paper => papers::hold(tx, PaperId(item.0), refused.version).await?,
                ItemKind::Comment => comments::hold(tx, CommentId(item.0), refused.version).await?,
            }
            let person = person_of(actor)?;
            let sealed = self.keep_sealed(tx, ctx, person, since, &refused).await?;
            detail["refusal"] = sealed.refusal().number.as_str().into();
            audit::insert(tx, &self.event(ctx, act, kind, item, detail)).await?;
            // An extension committed meanwhile counts in favour of the attempt: with the ledger held, it is looked at again. Last, so that
            // the many who come a second late do not wait for each other longer than they must.
            rounds::lock(tx, round).await?;
            let again = rounds::for_organisation(tx, round, organisation).await?.ok_or(PortalError::NotFound)?;
            if again.round.window.phase(organisation, Some(item), at).is_open() {
                return Err(PortalError::Conflict);
            }
            if let Kept::Now(refusal) = sealed {
                self.tell_of_refusal(tx, ctx.now, person, &refusal, refused.line).await?;
            }
            return Ok(Attempt::Refused(denied));
        }
        audit::insert(tx, &self.event(ctx, act, kind, item, detail)).await?;
        Ok(Attempt::Refused(denied))
    }

    /// Keeps an attempt sealed in the place of an earlier one. The same words again are the same attempt, with the receipt it has.
    async fn keep_sealed(&self, tx: &mut Tx, ctx: &Ctx, person: PersonId, closed_at: Instant, refused: &Refused<'_>) -> PortalResult<Kept> {
        let hash = sha256(&refused.content);
        if let Some(earlier) = late::sealed_of_item(tx, refused.item).await?
            && earlier.sha256 == hash
        {
            return Ok(Kept::Before(earlier));
        }
        let taken = limits::take(tx, &format!("late:{}", refused.item), LATE_BY_ITEM, ctx.now).await?;
        taken.map_err(|retry_after| PortalError::TooMany { retry_after })?;
        late::close(tx, refused.item, LateState::Replaced, ctx.now).await?;
        let (body, session) = (refused.line.body.code.as_str(), refused.line.session.code.as_str());
        let running = counters::next(tx, &format!("{body}/{session}/REF")).await?;
        let refusal = Refusal {
            id: LateAttemptId(self.ids.uuid(ctx.now)),
            number: refusal_number(body, session, running),
            round: refused.line.round.id,
            kind: refused.kind,
            item: refused.item,
            version: refused.version,
            organisation: refused.organisation,
            received_at: refused.at,
            closed_at,
            judged_by: refused.line.round.window.judged_by(refused.organisation, Some(refused.item), refused.at),
            sha256: hash,
            words: i64::try_from(refused.words).unwrap_or(i64::MAX),
            bytes: i64::try_from(refused.content.len()).unwrap_or(i64::MAX),
            state: LateState::Sealed,
            decided_at: None,
            decided_by: None,
            newer: None,
        };
        late::insert(tx, &refusal, &Sealed { person, subgroup: refused.subgroup, content: refused.content.clone() }).await?;
        Ok(Kept::Now(refusal))
    }

    /// Signs the receipt of a refusal and writes to who made the attempt.
    async fn tell_of_refusal(&self, tx: &mut Tx, now: Instant, person: PersonId, refusal: &Refusal, line: &RoundLine) -> PortalResult<()> {
        let by = people::by_id(tx, person).await?;
        let signed = self.prove(tx, &Proof::from(refusal)).await?;
        if let Some(by) = by {
            let l = Locale::from_code(&by.locale).unwrap_or_default();
            let letter = self.refusal_letter(now, l, &by.email, refusal, line);
            mails::insert(tx, &with_receipt(letter, &refusal.number, &signed)).await?;
        }
        Ok(())
    }

    /// Neither title nor text: who looks after mails must not read by them what is sealed.
    fn refusal_letter(&self, now: Instant, l: Locale, recipient: &str, refusal: &Refusal, line: &RoundLine) -> Mail {
        let zone = line.round.time_zone.as_str();
        let full = |at| calendar::full(l, at, zone);
        let paragraphs = [
            t::mail_refusal_intro(l, line.round.title.get(l)),
            t::mail_refusal_facts(
                l,
                full(refusal.closed_at),
                calendar::exact_span(l, refusal.late_by()),
                refusal.number.as_str(),
                full(refusal.received_at),
                refusal.sha256.as_str(),
            ),
            t::mail_refusal_kept(l).to_owned(),
            t::mail_refusal_link(l, self.link(&routes::refusal(l, refusal.id))),
        ];
        self.letter(now, l, recipient, t::mail_refusal_subject(l, refusal.number.as_str()), &paragraphs)
    }
}
