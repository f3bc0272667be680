//! Invitations by mail: sent, sent again, revoked, accepted by somebody known or new.

use super::accounts::good_password;
use super::members::locked;
use super::told::Told;
use super::{ServerPortal, actor_now, in_tx, incident, permitted, person_of, require_person};
use crate::auth::sha256;
use crate::store::limits::Rate;
use crate::store::members::{Invitation, NewInvitation};
use crate::store::people::NewPerson;
use crate::store::{Tx, audit, credentials, joining, mails, members, organisations, people};
use model::domain::audit::AuditAct;
use model::domain::ids::{InvitationId, MembershipId, OrganisationId, PersonId};
use model::domain::language::Locale;
use model::domain::membership::{INVITATION_TIME, InvitationState};
use model::domain::person::Function;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::error::{FieldError, PortalError, PortalResult};
use model::forms::{InvitationForm, MembersForm};
use model::policy::{self, ManageMembers};
use model::portal::{Ctx, InvitationPage, InvitedPerson, NewLogin};

/// Mails to strangers, by organisation: a school class at once, then one every five minutes.
const INVITE_BY_ORGANISATION: Rate = Rate { burst: 25, every: Span::MINUTE.times(5) };
/// New accounts by invitation, by address.
const ACCEPT_BY_ADDRESS: Rate = Rate { burst: 40, every: Span::MINUTE };
/// How many may be open at once.
const MAX_OPEN: usize = 100;

impl ServerPortal {
    pub(super) async fn invite(&self, ctx: &Ctx, organisation: OrganisationId, email: &str, function: Function) -> PortalResult<()> {
        policy::check(&ctx.actor, &ManageMembers { organisation, last_contact_point: false }, ctx.now)?;
        self.limit(ctx, format!("invite:{organisation}"), INVITE_BY_ORGANISATION).await?;
        let (id, token, expires_at) = (InvitationId(self.ids.uuid(ctx.now)), self.ids.token(), ctx.now + INVITATION_TIME);
        let detail = serde_json::json!({ "invitation": id, "function": function });
        let event = self.event(ctx, AuditAct::MemberInvited, "organisation", organisation, detail);
        let (this, email) = (self.clone(), email.to_owned());
        in_tx!(self.db, [this, ctx, email, token, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            permitted(&actor, ManageMembers { organisation, last_contact_point: false }, ctx.now)?;
            let open = members::open_invitations(tx, organisation).await?;
            let known = open.iter().any(|i| i.email == email) || members::of(tx, organisation).await?.iter().any(|m| m.email == email);
            if known || open.len() >= MAX_OPEN {
                return Err(PortalError::Invalid(vec![FieldError { field: MembersForm::EMAIL, fault: Fault::AlreadyInvited }]));
            }
            let l = language_of(tx, &ctx, &email).await?;
            let new = NewInvitation {
                id,
                organisation,
                email: &email,
                function,
                token_hash: &sha256(&token),
                locale: l.code(),
                at: ctx.now,
                expires_at,
            };
            members::insert_invitation(tx, &new).await?;
            mails::insert(tx, &this.invitation_letter(&ctx, l, &email, &of, function, (&token, expires_at))).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    pub(super) async fn resend_invitation(&self, ctx: &Ctx, organisation: OrganisationId, id: InvitationId) -> PortalResult<()> {
        policy::check(&ctx.actor, &ManageMembers { organisation, last_contact_point: false }, ctx.now)?;
        self.limit(ctx, format!("invite:{organisation}"), INVITE_BY_ORGANISATION).await?;
        let (token, expires_at) = (self.ids.token(), ctx.now + INVITATION_TIME);
        let event = self.event(ctx, AuditAct::MemberInvited, "organisation", organisation, serde_json::json!({ "again": id }));
        let this = self.clone();
        in_tx!(self.db, [this, ctx, token, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let of = locked(tx, &ctx, &actor, organisation).await?;
            permitted(&actor, ManageMembers { organisation, last_contact_point: false }, ctx.now)?;
            let open = members::open_invitations(tx, organisation).await?;
            let line = open.iter().find(|line| line.id == id).ok_or(PortalError::NotFound)?;
            members::renew_invitation(tx, id, organisation, &sha256(&token), ctx.now, expires_at).await?;
            let l = language_of(tx, &ctx, &line.email).await?;
            let letter = this.invitation_letter(&ctx, l, &line.email, &of, line.function, (&token, expires_at));
            mails::insert(tx, &letter).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    pub(super) async fn revoke_invitation(&self, ctx: &Ctx, organisation: OrganisationId, id: InvitationId) -> PortalResult<()> {
        let event = self.event(ctx, AuditAct::InvitationRevoked, "organisation", organisation, serde_json::json!({ "invitation": id }));
        in_tx!(self.db, [ctx, event], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            locked(tx, &ctx, &actor, organisation).await?;
            permitted(&actor, ManageMembers { organisation, last_contact_point: false }, ctx.now)?;
            if !members::open_invitations(tx, organisation).await?.iter().any(|line| line.id == id) {
                return Err(PortalError::NotFound);
            }
            members::close_invitation(tx, id, InvitationState::Revoked).await?;
            audit::insert(tx, &event).await?;
            Ok(())
        })
        .await
    }

    pub(super) async fn read_invitation(&self, ctx: &Ctx, token: &str) -> PortalResult<InvitationPage> {
        let mut tx = self.db.read().await?;
        let invitation = valid(&mut tx, ctx, token).await?;
        let known = people::id_by_email(&mut tx, &invitation.email).await?.is_some();
        Ok(InvitationPage {
            organisation_name: invitation.organisation_name,
            email: invitation.email,
            function: invitation.function,
            expires_at: invitation.expires_at,
            known,
        })
    }

    /// Whoever has the secret of the mail is meant. If their address is the invited one, the link has confirmed it too.
    pub(super) async fn accept_as_known(&self, ctx: &Ctx, token: &str) -> PortalResult<OrganisationId> {
        require_person(ctx)?;
        let membership = MembershipId(self.ids.uuid(ctx.now));
        let (this, token) = (self.clone(), token.to_owned());
        in_tx!(self.db, [this, ctx, token], |tx| {
            let actor = actor_now(tx, &ctx).await?;
            let person = person_of(&actor)?;
            let invitation = valid(tx, &ctx, &token).await?;
            if actor.signed_in().is_some_and(|p| !p.confirmed && p.email == invitation.email) {
                people::confirm(tx, person, ctx.now).await?;
            }
            let name = actor.signed_in().map_or("", |p| p.full_name.as_str());
            this.admit(tx, &ctx, &invitation, (person, name), membership).await?;
            Ok(invitation.organisation)
        })
        .await
    }

    pub(super) async fn accept_as_new(&self, ctx: &Ctx, token: &str, person: InvitedPerson) -> PortalResult<NewLogin> {
        self.limit(ctx, format!("register:{}", ctx.address), ACCEPT_BY_ADDRESS).await?;
        let email = {
            let mut tx = self.db.read().await?;
            let email = valid(&mut tx, ctx, token).await?.email;
            // Before the password is hashed: an invitation to who has an account stays open, and would let a stranger ask for that work
            // again and again.
            if people::id_by_email(&mut tx, &email).await?.is_some() {
                return Err(PortalError::Conflict);
            }
            email
        };
        good_password(InvitationForm::PASSWORD, &person.password, &email, &person.full_name)?;
        let password_hash = self.passwords.hash(&person.password).await.map_err(|error| incident(&error))?;
        let (id, membership) = (PersonId(self.ids.uuid(ctx.now)), MembershipId(self.ids.uuid(ctx.now)));
        let login = self.draw_login(ctx.now);
        let mut event = self.event(ctx, AuditAct::Registered, "person", id, serde_json::json!({ "by": "invitation" }));
        event.person = Some(id);
        let (this, token) = (self.clone(), token.to_owned());
        in_tx!(self.db, [this, ctx, token, person, password_hash, login, event], |tx| {
            let invitation = valid(tx, &ctx, &token).await?;
            if people::id_by_email(tx, &invitation.email).await?.is_some() {
                return Err(PortalError::Conflict);
            }
            let new = NewPerson {
                id,
                email: &invitation.email,
                full_name: &person.full_name,
                password_hash: &password_hash,
                confirmed_at: Some(ctx.now),
                locale: ctx.locale.code(),
                created_at: ctx.now,
            };
            people::insert(tx, &new).await?;
            this.admit(tx, &ctx, &invitation, (id, &person.full_name), membership).await?;
            audit::insert(tx, &event).await?;
            this.open_login(tx, &ctx, id, &login).await
        })
        .await
    }

    /// Makes the person a member and uses the invitation up.
    async fn admit(
        &self,
        tx: &mut Tx,
        ctx: &Ctx,
        invitation: &Invitation,
        (person, name): (PersonId, &str),
        membership: MembershipId,
    ) -> PortalResult<()> {
        let organisation = invitation.organisation;
        let of = organisations::by_id(tx, organisation).await?.ok_or(PortalError::NotFound)?;
        members::close_invitation(tx, invitation.id, InvitationState::Accepted).await?;
        joining::close_of(tx, person, organisation).await?;
        joining::delete_choice(tx, person).await?;
        if members::put(tx, membership, organisation, person, invitation.function, ctx.now).await? {
            self.tell_contact_points(tx, ctx, &of, &Told::Joined { name, function: invitation.function }).await?;
        }
        let detail = serde_json::json!({ "invitation": invitation.id, "function": invitation.function });
        let mut event = self.event(ctx, AuditAct::InvitationAccepted, "organisation", organisation, detail);
        event.person = Some(person);
        audit::insert(tx, &event).await?;
        Ok(())
    }
}

/// The invitation behind a secret, while it can be accepted.
async fn valid(tx: &mut Tx, ctx: &Ctx, token: &str) -> PortalResult<Invitation> {
    let found = members::invitation(tx, &sha256(token)).await?;
    found.filter(|invitation| ctx.now < invitation.expires_at).ok_or(PortalError::NotFound)
}

/// The language to invite somebody in: their own if they have an account, otherwise that of the page of who invites.
async fn language_of(tx: &mut Tx, ctx: &Ctx, email: &str) -> PortalResult<Locale> {
    let known = credentials::by_email(tx, email).await?;
    Ok(known.and_then(|person| Locale::from_code(&person.locale)).unwrap_or(ctx.locale))
}
