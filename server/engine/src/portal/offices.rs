//! Offices: reading them, appointing, ending.

use super::{ServerPortal, actor_now, in_tx, person_of, require_person};
use crate::store::limits::Rate;
use crate::store::{Tx, audit, bodies, credentials, id_list, mails, offices, people, subgroups};
use async_trait::async_trait;
use model::calendar;
use model::domain::audit::AuditAct;
use model::domain::body::Body;
use model::domain::ids::{MailId, RoleId};
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::role::{Office, RoleName, Scope};
use model::domain::time::{Instant, Span};
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::OfficeForm;
use model::i18n::t;
use model::labels;
use model::policy::{self, Administer, Appoint, EndOffice, GrantOffice, ReadOfficeHistory};
use model::portal::{Administration, Ctx, Mail, NewOffice, OfficeChoice, OfficeLine, Offices, OfficesPage};
use model::routes;

/// An appointment names an address, and its refusal says whether somebody has it: so not without end.
const GRANTS_BY_PERSON: Rate = Rate { burst: 30, every: Span::MINUTE.times(2) };

#[async_trait]
impl Offices for ServerPortal {
    async fn offices(&self, ctx: &Ctx, body: &str) -> PortalResult<OfficesPage> {
        let mut tx = self.db.read().await?;
        let body = bodies::by_code(&mut tx, body).await?.ok_or(PortalError::NotFound)?;
        let inside = policy::check(&ctx.actor, &ReadOfficeHistory { body: body.id }, ctx.now).is_ok();
        // Who chairs and who moderates is public; who works in the secretariat is not.
        let mut current = offices::current_of_body(&mut tx, body.id, ctx.now).await?;
        current.retain(|line| inside || line.office.name() != RoleName::Secretariat);
        let past = if inside { Some(offices::past_of_body(&mut tx, body.id, ctx.now).await?) } else { None };
        let grantable = grantable(&mut tx, ctx, &body).await?;
        Ok(OfficesPage { body, current, past, grantable })
    }

    async fn administration(&self, ctx: &Ctx) -> PortalResult<Administration> {
        policy::check(&ctx.actor, &Administer {}, ctx.now)?;
        let mut tx = self.db.read().await?;
        let bodies = bodies::all(&mut tx).await?;
        let current = offices::current_to_administer(&mut tx, ctx.now).await?;
        let with_factor = credentials::having_factor(&mut tx, &id_list(current.iter().map(|line| line.person))).await?;
        Ok(Administration { bodies, current, with_factor })
    }

    async fn office(&self, ctx: &Ctx, id: RoleId) -> PortalResult<OfficeLine> {
        require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let line = offices::by_id(&mut tx, id).await?.filter(|line| line.in_force(ctx.now)).ok_or(PortalError::NotFound)?;
        let end = EndOffice { person: line.person, office: line.office, last_administrator: false };
        policy::check(&ctx.actor, &end, ctx.now)?;
        Ok(line)
    }

    async fn ending_terms(&self, ctx: &Ctx) -> PortalResult<Vec<OfficeLine>> {
        require_person(ctx)?;
        self.terms_in_sight(ctx).await
    }

    async fn grant_office(&self, ctx: &Ctx, body: Option<&str>, new: NewOffice) -> PortalResult<()> {
        let by = require_person(ctx)?.person;
        self.limit(ctx, format!("appoint:{by}"), GRANTS_BY_PERSON).await?;
        let (id, mail) = (RoleId(self.ids.uuid(ctx.now)), MailId(self.ids.uuid(ctx.now)));
        let event = self.event(ctx, AuditAct::RoleGranted, "role", id, serde_json::json!({}));
        let (this, body) = (self.clone(), body.map(str::to_owned));
        in_tx!(self.db, [this, ctx, new, event, body], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let office = office_of(tx, body.as_deref(), &new.choice).await?;
            // Who does not appoint learns nothing about addresses.
            policy::check(&actor, &Appoint { office }, ctx.now)?;
            let person = people::id_by_email(tx, &new.email).await?.ok_or_else(|| invalid(Fault::NoSuchPerson))?;
            offices::lock_person(tx, person).await?;
            // As they are now that nobody changes them: an account deleted in between has another address.
            let person = people::by_id(tx, person).await?.filter(|person| person.email == new.email);
            let person = person.ok_or_else(|| invalid(Fault::NoSuchPerson))?;
            let grant = GrantOffice { person: person.id, confirmed: person.confirmed, office, until: new.until };
            let permit = policy::permit(&actor, grant, ctx.now)?;
            if offices::holds(tx, person.id, office, ctx.now).await? {
                return Err(invalid(Fault::HoldsItAlready));
            }
            let at = permit.at();
            let grant = permit.into_action();
            let role = acting_as(&actor, grant.office, at);
            let stored = offices::NewOffice {
                id,
                person: grant.person,
                office: grant.office,
                from: at,
                until: grant.until,
                reason: new.reason.clone(),
                by: Some((person_of(&actor)?, role)),
                at,
            };
            offices::insert(tx, &stored).await?;
            let line = offices::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let letter = this.granted_letter(at, l, &person.email, &line);
            mails::insert(tx, &Mail { id: mail, ..letter }).await?;
            let mut event = event.clone();
            event.detail = detail_of(&line);
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn end_office(&self, ctx: &Ctx, id: RoleId, reason: &str) -> PortalResult<()> {
        require_person(ctx)?;
        let mail = MailId(self.ids.uuid(ctx.now));
        let event = self.event(ctx, AuditAct::RoleEnded, "role", id, serde_json::json!({}));
        let (this, reason) = (self.clone(), reason.to_owned());
        in_tx!(self.db, [this, ctx, reason, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let line = offices::by_id(tx, id).await?.ok_or(PortalError::NotFound)?;
            let last_administrator = line.office == Office::Administrator && offices::other_administrators(tx, id, ctx.now).await? == 0;
            let permit = policy::permit(&actor, EndOffice { person: line.person, office: line.office, last_administrator }, ctx.now)?;
            if !line.in_force(permit.at()) {
                return Err(PortalError::Conflict);
            }
            let role = appoints(&actor, line.office, ctx.now).then(|| acting_as(&actor, line.office, ctx.now));
            offices::end(tx, id, permit.at(), person_of(&actor)?, role, &reason).await?;
            let person = people::by_id(tx, line.person).await?.ok_or(PortalError::NotFound)?;
            let l = Locale::from_code(&person.locale).unwrap_or_default();
            let letter = this.ended_letter(permit.at(), l, &person.email, &line, &reason);
            mails::insert(tx, &Mail { id: mail, ..letter }).await?;
            let mut event = event.clone();
            event.detail = detail_of(&line);
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }
}

fn invalid(fault: Fault) -> PortalError {
    PortalError::Invalid(vec![FieldError { field: OfficeForm::EMAIL, fault }])
}

fn detail_of(line: &OfficeLine) -> serde_json::Value {
    serde_json::json!({
        "person": line.person,
        "office": line.office.name(),
        "body": line.body.as_ref().map(|(code, _)| code),
        "subgroup": line.subgroup.as_ref().map(|(code, _)| code),
        "until": line.until.map(calendar::iso),
    })
}

fn appoints(actor: &Actor, office: Office, now: Instant) -> bool {
    policy::check(actor, &Appoint { office }, now).is_ok()
}

/// The office in which an appointment is made.
fn acting_as(actor: &Actor, office: Office, now: Instant) -> RoleName {
    match office {
        Office::Moderator { body, .. } if actor.holds(RoleName::Chair, Scope::Body(body), now) => RoleName::Chair,
        Office::Moderator { .. } => RoleName::Secretariat,
        Office::Chair(_) | Office::Secretariat(_) | Office::Administrator => RoleName::Administrator,
    }
}

/// The office that is meant. One that is not of the body in the address does not exist there.
async fn office_of(tx: &mut Tx, body: Option<&str>, choice: &OfficeChoice) -> PortalResult<Office> {
    let Some(body) = body else {
        return if *choice == OfficeChoice::Administrator { Ok(Office::Administrator) } else { Err(PortalError::NotFound) };
    };
    let body = bodies::by_code(tx, body).await?.ok_or(PortalError::NotFound)?.id;
    match choice {
        OfficeChoice::Chair => Ok(Office::Chair(body)),
        OfficeChoice::Secretariat => Ok(Office::Secretariat(body)),
        OfficeChoice::Moderator(code) => {
            let subgroup = subgroups::by_code(tx, code).await?.filter(|subgroup| subgroup.body == body);
            let not_offered = FieldError { field: OfficeForm::OFFICE, fault: Fault::NotAChoice };
            let subgroup = subgroup.ok_or_else(|| PortalError::Invalid(vec![not_offered]))?;
            Ok(Office::Moderator { subgroup: subgroup.id, body })
        }
        OfficeChoice::Administrator => Err(PortalError::NotFound),
    }
}

/// The offices of a body that the actor may grant.
async fn grantable(tx: &mut Tx, ctx: &Ctx, body: &Body) -> PortalResult<Vec<(Office, Option<model::domain::subgroup::Subgroup>)>> {
    if ctx.actor.roles_in_force(ctx.now).next().is_none() {
        return Ok(Vec::new());
    }
    let of_body = [Office::Chair(body.id), Office::Secretariat(body.id)].into_iter().map(|office| (office, None));
    let groups = subgroups::of_body(tx, body.id).await?;
    let of_groups = groups.into_iter().map(|group| (Office::Moderator { subgroup: group.id, body: body.id }, Some(group)));
    Ok(of_body.chain(of_groups).filter(|(office, _)| appoints(&ctx.actor, *office, ctx.now)).collect())
}

impl ServerPortal {
    fn granted_letter(&self, now: Instant, l: Locale, recipient: &str, line: &OfficeLine) -> Mail {
        let office = labels::office(l, line);
        let office = office.as_str();
        let by = labels::by_office(l, line.granted_as);
        let term = match line.until {
            Some(until) => t::offices::office_mail_until(l, calendar::last_day(l, until)),
            None => t::offices::office_mail_no_end(l).to_owned(),
        };
        let paragraphs = [
            t::offices::office_mail_greeting(l, line.full_name.as_str()),
            t::offices::office_mail_granted(l, by, office),
            term,
            t::offices::office_mail_reason(l, line.reason.as_str()),
            t::offices::office_mail_desk(l, self.link(&routes::desk(l))),
        ];
        self.letter(now, l, recipient, t::offices::office_mail_granted_subject(l, office), &paragraphs)
    }

    fn ended_letter(&self, now: Instant, l: Locale, recipient: &str, line: &OfficeLine, reason: &str) -> Mail {
        let office = labels::office(l, line);
        let office = office.as_str();
        let at = calendar::full(l, now.to_second(), "UTC");
        let paragraphs = [
            t::offices::office_mail_greeting(l, line.full_name.as_str()),
            t::offices::office_mail_ended(l, at, office),
            t::offices::office_mail_reason(l, reason),
            t::offices::office_mail_account_stays(l).to_owned(),
        ];
        self.letter(now, l, recipient, t::offices::office_mail_ended_subject(l, office), &paragraphs)
    }
}
