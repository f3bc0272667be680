//! The secretariat's desk.

use super::people::CONFIRMATION_TIME;
use super::{ServerPortal, actor_now, in_tx, paging, person_of};
use crate::auth::sha256;
use crate::store::limits::Rate;
use crate::store::{Tx, audit, credentials, files, id_list, mails, names, offices, organisation_lists, organisations, people};
use async_trait::async_trait;
use model::domain::audit::AuditAct;
use model::domain::ids::{OrganisationId, PersonId, ReviewId};
use model::domain::language::Locale;
use model::domain::likeness::{self, Name};
use model::domain::time::Span;
use model::domain::validate;
use model::error::{PortalError, PortalResult};
use model::i18n::t;
use model::policy::{self, KeepDesk, ResendConfirmation, ReviewOrganisation};
use model::portal::{Ctx, Found, Mail, OrganisationFile, OrganisationLine, PersonPage, Review, Secretariat, SecretariatDesk, Verdict};
use model::routes;

/// For one person, by whoever of the secretariat presses.
const RESEND_FOR_PERSON: Rate = Rate { burst: 3, every: Span::MINUTE.times(10) };

/// How many organisations with a close name the file of one shows.
const CLOSE_NAMES: usize = 10;

#[async_trait]
impl Secretariat for ServerPortal {
    async fn secretariat_desk(&self, ctx: &Ctx, cursor: Option<&str>) -> PortalResult<SecretariatDesk> {
        policy::check(&ctx.actor, &KeepDesk {}, ctx.now)?;
        let (at, id) = match cursor {
            None => (i64::MIN, String::new()),
            Some(text) => paging::parse_at_id::<OrganisationId>(text).map(|(at, id)| (at.0, id.to_string()))?,
        };
        let mut tx = self.db.read().await?;
        let rows = organisation_lists::waiting(&mut tx, (at, &id), paging::ASKED).await?;
        let waiting = paging::slice(rows, |row| Some(paging::at_id(row.created_at, row.organisation.id)));
        Ok(SecretariatDesk { waiting })
    }

    async fn find(&self, ctx: &Ctx, query: &str, people_after: Option<&str>, organisations_after: Option<&str>) -> PortalResult<Found> {
        policy::check(&ctx.actor, &KeepDesk {}, ctx.now)?;
        let key = validate::search_key(query);
        let people_after = people_after.map(paging::parse_id_text::<PersonId>).transpose()?;
        let organisations_after = organisations_after.map(paging::parse_name).transpose()?;
        let (person_id, person_key) = people_after.map_or((String::new(), ""), |(id, key)| (id.to_string(), key));
        let mut tx = self.db.read().await?;
        let people = files::people(&mut tx, &key, (person_key, &person_id), paging::ASKED).await?;
        let people = paging::slice(people, |(person, key)| Some(paging::id_text(person.id, key)));
        let people = model::portal::Slice { rows: people.rows.into_iter().map(|(person, _)| person).collect(), next: people.next };
        let key = likeness::fold(query);
        let organisations = if key.trim().is_empty() && !query.trim().is_empty() {
            // Signs alone are in no name.
            Vec::new()
        } else {
            organisation_lists::holding(&mut tx, &key, organisations_after.as_ref(), paging::ASKED).await?
        };
        Ok(Found { people, organisations: paging::by_name(organisations) })
    }

    async fn person(&self, ctx: &Ctx, id: PersonId) -> PortalResult<PersonPage> {
        policy::check(&ctx.actor, &KeepDesk {}, ctx.now)?;
        let mut tx = self.db.read().await?;
        let person = files::person(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let signed_in = people::reload(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let offices = offices::of_person(&mut tx, id).await?;
        let mut mails = mails::states(&mut tx, &person.email).await?;
        for mail in &mut mails {
            mail.subject = without_codes(&mail.subject);
        }
        let former_names = names::former(&mut tx, id).await?;
        let factor_since = credentials::factor(&mut tx, id).await?.map(|factor| factor.enrolled_at);
        Ok(PersonPage { person, former_names, factor_since, memberships: signed_in.memberships, offices, mails })
    }

    async fn resend_for(&self, ctx: &Ctx, id: PersonId) -> PortalResult<()> {
        policy::check(&ctx.actor, &KeepDesk {}, ctx.now)?;
        self.limit(ctx, format!("resend-for:{id}"), RESEND_FOR_PERSON).await?;
        let (code, token) = (self.ids.code(), self.ids.token());
        let event = self.event(ctx, AuditAct::ConfirmationResent, "person", id, serde_json::json!({}));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, code, token, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let permit = policy::permit(&actor, ResendConfirmation { person: id }, ctx.now)?;
            // Who has deleted the account has no address to confirm.
            files::person(tx, permit.action().person).await?.ok_or(PortalError::NotFound)?;
            let person = people::by_id(tx, permit.action().person).await?.ok_or(PortalError::NotFound)?;
            if person.confirmed {
                return Ok(());
            }
            let at = permit.at();
            people::put_confirmation(tx, person.id, &sha256(&code), &sha256(&token), at + CONFIRMATION_TIME).await?;
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            mails::insert(tx, &this.confirmation_letter(at, l, &person.email, &person.full_name, &code, &token)).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn organisation_file(&self, ctx: &Ctx, id: OrganisationId) -> PortalResult<OrganisationFile> {
        policy::check(&ctx.actor, &KeepDesk {}, ctx.now)?;
        let mut tx = self.db.read().await?;
        let organisation = organisation_lists::state(&mut tx, id).await?.ok_or(PortalError::NotFound)?;
        let members = files::members(&mut tx, id).await?;
        let reviews = files::reviews(&mut tx, id).await?;
        let close = close_names(&mut tx, id).await?;
        Ok(OrganisationFile { organisation, members, reviews, close, own: ctx.actor.is_member(id) })
    }

    async fn review_organisation(&self, ctx: &Ctx, id: OrganisationId, verdict: Verdict, reason: &str) -> PortalResult<()> {
        let review_id = ReviewId(self.ids.uuid(ctx.now));
        let act = match verdict {
            Verdict::Approve => AuditAct::OrganisationApproved,
            Verdict::Decline => AuditAct::OrganisationDeclined,
        };
        let event = self.event(ctx, act, "organisation", id, serde_json::json!({ "by": "secretariat" }));
        let (this, reason) = (self.clone(), reason.to_owned());
        in_tx!(self.db, [this, ctx, reason, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            policy::check(&actor, &KeepDesk {}, ctx.now)?;
            organisations::lock(tx, id).await?;
            let file = organisation_lists::state(tx, id).await?.ok_or(PortalError::NotFound)?;
            let approved = file.approved_at.is_some();
            let permit = policy::permit(&actor, ReviewOrganisation { organisation: id, approved }, ctx.now)?;
            let at = permit.at();
            let id = permit.into_action().organisation;
            let review = Review { outcome: verdict, reason: reason.clone(), decided_at: at };
            files::insert_review(tx, review_id, id, person_of(&actor)?, &review).await?;
            if verdict == Verdict::Approve {
                organisations::approve(tx, id, at).await?;
            }
            for person in people::of_organisation(tx, id).await? {
                let l = Locale::from_code(&person.locale).unwrap_or_default();
                mails::insert(tx, &this.review_letter(&ctx, l, &person.email, &file.organisation.name, &review)).await?;
            }
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

/// Public organisations with a close name: the one looked at may be one of them, registered twice.
async fn close_names(tx: &mut Tx, id: OrganisationId) -> PortalResult<Vec<OrganisationLine>> {
    let organisation = organisations::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
    let name = Name::new(&organisation.profile.name, &organisation.profile.short_name);
    let close = organisation_lists::close_to(tx, &name, CLOSE_NAMES + 1).await?;
    let mut lines = organisation_lists::lines(tx, &id_list(close.into_iter().filter(|other| *other != id))).await?;
    lines.truncate(CLOSE_NAMES);
    Ok(lines)
}

/// The subject of a mail without the codes in it: a confirmation code is for its owner alone.
fn without_codes(subject: &str) -> String {
    let mut clean = String::with_capacity(subject.len());
    let mut digits = String::new();
    for c in subject.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        clean.push_str(if digits.len() >= 6 { "······" } else { &digits });
        digits.clear();
        clean.push(c);
    }
    clean.pop();
    clean
}

impl ServerPortal {
    fn review_letter(&self, ctx: &Ctx, l: Locale, recipient: &str, organisation: &str, review: &Review) -> Mail {
        let (subject, words, next) = match review.outcome {
            Verdict::Approve => (
                t::offices::review_mail_approved_subject(l, organisation),
                t::offices::review_mail_approved(l, organisation),
                t::offices::office_mail_desk(l, self.link(&routes::desk(l))),
            ),
            Verdict::Decline => (
                t::offices::review_mail_declined_subject(l, organisation),
                t::offices::review_mail_declined(l, organisation),
                t::offices::review_mail_contact(l, self.link(&routes::contact(l))),
            ),
        };
        let mut paragraphs = vec![words];
        if !review.reason.is_empty() {
            paragraphs.push(t::offices::office_mail_reason(l, review.reason.as_str()));
        }
        paragraphs.push(next);
        self.letter(ctx.now, l, recipient, subject, &paragraphs)
    }
}

#[cfg(test)]
mod tests {
    use super::without_codes;

    #[test]
    fn codes_are_blotted_out_and_numbers_stay() {
        assert_eq!(without_codes("Confirm your e-mail address: 482913"), "Confirm your e-mail address: ······");
        assert_eq!(without_codes("رمزك 482913."), "رمزك ······.");
        assert_eq!(without_codes("Received: STK-OEWG-S11-RNP-0017"), "Received: STK-OEWG-S11-RNP-0017");
        assert_eq!(without_codes(""), "");
    }
}
