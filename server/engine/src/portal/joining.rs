//! Finding one's organisation: suggestions, asking to join, founding; and the sign of when a form was shown.

use super::told::Told;
use super::{ServerPortal, actor_now, in_tx, permitted, person_of, require_person};
use crate::store::limits::Rate;
use crate::store::{StoreResult, Tx, audit, id_list, joining, members, organisation_lists, organisations};
use async_trait::async_trait;
use hmac::{Hmac, KeyInit, Mac};
use model::domain::audit::AuditAct;
use model::domain::ids::{JoinRequestId, MembershipId, OrganisationId};
use model::domain::likeness::{Name, telling_domain};
use model::domain::membership::RequestState;
use model::domain::organisation::{Organisation, Profile};
use model::domain::person::{Actor, Function, Membership, SignedIn};
use model::domain::time::{Instant, Span};
use model::error::{PortalError, PortalResult};
use model::policy::{self, AskToJoin};
use model::portal::{Ctx, FindOrganisation, Joining, Likeness, NewOrganisation, OrganisationTask, Suggestion};
use sha2::Sha256;

/// How many close names are shown.
const CLOSE_NAMES: usize = 5;
/// A domain with more organisations than this says nothing.
const DOMAIN_MATCHES: usize = 5;
/// How long a person sees that a request was declined.
const DECLINED_SHOWN: Span = Span::DAY.times(30);
/// People need longer than this for six fields.
const QUICK: Span = Span::SECOND.times(3);
/// A form older than this tells nothing any more.
const STALE: Span = Span::DAY;

const ASK_BY_PERSON: Rate = Rate { burst: 10, every: Span::MINUTE.times(10) };
const FOUND_BY_PERSON: Rate = Rate { burst: 5, every: Span::HOUR };

#[async_trait]
impl Joining for ServerPortal {
    async fn find_organisation(&self, ctx: &Ctx) -> PortalResult<FindOrganisation> {
        let person = require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let typed = joining::choice(&mut tx, person.person).await?;
        let mut suggestions =
            suggestions(&mut tx, typed.as_ref().map(|typed| typed.name.as_str()), &person.email, person.confirmed).await?;
        let requests = joining::own(&mut tx, person.person, ctx.now - DECLINED_SHOWN).await?;
        let open = |id| requests.iter().any(|r| r.organisation == id && r.state == RequestState::Open);
        suggestions.retain(|s| !ctx.actor.is_member(s.line.organisation.id) && !open(s.line.organisation.id));
        Ok(FindOrganisation { typed, suggestions, requests })
    }

    async fn found_organisation(&self, ctx: &Ctx, new: Option<NewOrganisation>) -> PortalResult<Option<OrganisationId>> {
        let person = require_person(ctx)?.person;
        self.limit(ctx, format!("found:{person}"), FOUND_BY_PERSON).await?;
        let has_to_choose = match &new {
            Some(new) => {
                let mut tx = self.db.read().await?;
                let close = suggestions(&mut tx, Some(&new.name), "", false).await?;
                close.iter().any(|suggestion| !ctx.actor.is_member(suggestion.line.organisation.id))
            }
            None => false,
        };
        let (id, membership) = (OrganisationId(self.ids.uuid(ctx.now)), MembershipId(self.ids.uuid(ctx.now)));
        let event = self.event(ctx, AuditAct::OrganisationRegistered, "organisation", id, serde_json::json!({}));
        in_tx!(self.db, [ctx, new, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let person = person_of(&actor)?;
            if let (true, Some(new)) = (has_to_choose, &new) {
                joining::put_choice(tx, person, new, ctx.now).await?;
                return Ok(None);
            }
            let typed = joining::choice(tx, person).await?;
            let Some(new) = new.clone().or(typed) else {
                // The same click again: the organisation is there.
                let first = actor.signed_in().and_then(|p| p.memberships.first());
                return first.map(|membership| Some(membership.organisation)).ok_or(PortalError::NotFound);
            };
            organisations::insert(
                tx,
                &Organisation::new(id, Profile::of_registration(new.name, new.stakeholder_type, new.region), ctx.now),
            )
            .await?;
            // The first person of an organisation is its contact point.
            members::put(tx, membership, id, person, Function::ContactPoint, ctx.now).await?;
            joining::delete_choice(tx, person).await?;
            audit::insert(tx, &event).await?;
            Ok(Some(id))
        })
        .await
    }

    async fn ask_to_join(&self, ctx: &Ctx, organisation: OrganisationId, message: &str) -> PortalResult<()> {
        let person = require_person(ctx)?.person;
        self.limit(ctx, format!("ask:{person}"), ASK_BY_PERSON).await?;
        let id = JoinRequestId(self.ids.uuid(ctx.now));
        let event = self.event(ctx, AuditAct::JoinRequested, "organisation", organisation, serde_json::json!({ "request": id }));
        let (this, message) = (self.clone(), message.to_owned());
        in_tx!(self.db, [this, ctx, message, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let asking = actor.signed_in().ok_or(policy::Denied::NotSignedIn)?;
            organisations::lock(tx, organisation).await?;
            let of = findable(tx, &actor, asking, organisation, ctx.now).await?;
            permitted(&actor, AskToJoin { organisation }, ctx.now)?;
            joining::delete_choice(tx, person).await?;
            if joining::has_asked(tx, organisation, person).await? {
                return Ok(());
            }
            joining::insert(tx, id, organisation, person, &message, ctx.now).await?;
            let told = Told::Asked { name: &asking.full_name, email: &asking.email, message: &message };
            this.tell_contact_points(tx, &ctx, &of, &told).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    async fn organisation_tasks(&self, ctx: &Ctx) -> PortalResult<Vec<OrganisationTask>> {
        let person = require_person(ctx)?;
        let mut tx = self.db.read().await?;
        let waiting = joining::waiting(&mut tx, &id_list(person.memberships.iter().map(|m| m.organisation))).await?;
        let task = |m: &Membership| {
            let (requests, claims) = waiting.iter().find(|w| w.0 == m.organisation).map_or((0, 0), |w| (w.1, w.2));
            OrganisationTask {
                organisation: m.organisation,
                name: m.organisation_name.clone(),
                function: m.function,
                requests: if m.function == Function::ContactPoint { requests } else { 0 },
                claims,
            }
        };
        Ok(person.memberships.iter().map(task).collect())
    }

    async fn withdraw_request(&self, ctx: &Ctx, request: JoinRequestId) -> PortalResult<()> {
        require_person(ctx)?;
        let event = self.event(ctx, AuditAct::JoinDecided, "join_request", request, serde_json::json!({ "withdrawn": true }));
        in_tx!(self.db, [ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let (_, person) = joining::open_by_id(tx, request).await?.ok_or(PortalError::NotFound)?;
            if person != person_of(&actor)? {
                return Err(PortalError::NotFound);
            }
            joining::answer(tx, request, RequestState::Withdrawn, "").await?;
            Ok(audit::insert(tx, &event).await?)
        })
        .await
    }

    async fn form_stamp(&self, ctx: &Ctx) -> PortalResult<String> {
        let at = ctx.now.0.to_string();
        Ok(format!("{at}.{}", self.seal(&at)))
    }
}

impl ServerPortal {
    fn seal(&self, at: &str) -> String {
        match Hmac::<Sha256>::new_from_slice(self.form_key.as_bytes()) {
            Ok(mut mac) => {
                mac.update(at.as_bytes());
                crate::auth::hex(&mac.finalize().into_bytes())
            }
            Err(_) => String::new(),
        }
    }

    /// Whether a form came back faster than people type, or without our sign of when it was shown.
    pub(super) fn came_quickly(&self, stamp: &str, now: Instant) -> bool {
        let Some((at, seal)) = stamp.split_once('.') else { return true };
        let Ok(shown) = at.parse::<i64>() else { return true };
        let age = now - Instant(shown);
        !crate::auth::equal(&self.seal(at), seal) || age < QUICK || age > STALE
    }
}

/// An organisation one may ask: a public one, or one where colleagues are, for whose domain one's own confirmed address speaks.
async fn findable(tx: &mut Tx, actor: &Actor, person: &SignedIn, id: OrganisationId, now: Instant) -> PortalResult<Organisation> {
    match super::organisations::readable(tx, actor, id, now).await {
        Err(PortalError::NotFound) if person.confirmed => {
            let colleagues = by_domain(tx, &person.email, true).await?;
            let found = organisations::by_id(tx, id).await?.filter(|o| o.merged_into.is_none() && colleagues.contains(&o.id));
            found.ok_or(PortalError::NotFound)
        }
        other => other,
    }
}

/// The organisations with members at the domain of this address: public ones, and for a confirmed address the others too.
async fn by_domain(tx: &mut Tx, email: &str, confirmed: bool) -> StoreResult<Vec<OrganisationId>> {
    let Some(domain) = telling_domain(email) else { return Ok(Vec::new()) };
    let found = joining::of_domain(tx, domain).await?;
    if found.len() > DOMAIN_MATCHES {
        return Ok(Vec::new());
    }
    Ok(found.into_iter().filter(|(_, public)| *public || confirmed).map(|(id, _)| id).collect())
}

/// Organisations that may be the one of a person: close names first, then those where the domain is the same.
pub(super) async fn suggestions(tx: &mut Tx, name: Option<&str>, email: &str, confirmed: bool) -> StoreResult<Vec<Suggestion>> {
    let close = match name {
        Some(name) => organisation_lists::close_to(tx, &Name::new(name, ""), CLOSE_NAMES).await?,
        None => Vec::new(),
    };
    let mut wanted: Vec<(OrganisationId, Likeness)> = close.into_iter().map(|id| (id, Likeness::Name)).collect();
    for id in by_domain(tx, email, confirmed).await? {
        if !wanted.iter().any(|(known, _)| *known == id) {
            wanted.push((id, Likeness::Domain));
        }
    }
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines = organisation_lists::lines(tx, &id_list(wanted.iter().map(|(id, _)| id))).await?;
    let take = |(id, why): (OrganisationId, Likeness)| {
        let at = lines.iter().position(|line| line.organisation.id == id)?;
        Some(Suggestion { line: lines.swap_remove(at), why })
    };
    Ok(wanted.into_iter().filter_map(take).collect())
}
