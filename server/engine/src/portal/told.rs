//! What members and those who want to become members are told by mail.

use super::ServerPortal;
use crate::store::merging::Ended;
use crate::store::people::Person;
use model::calendar;
use model::domain::language::Locale;
use model::domain::organisation::Organisation;
use model::domain::person::Function;
use model::domain::time::Instant;
use model::i18n::t::members as t;
use model::labels;
use model::portal::{Ctx, Mail};
use model::routes;

/// One thing to tell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Told<'a> {
    /// To contact points: someone is a member now.
    Joined {
        name: &'a str,
        function: Function,
    },
    /// To contact points: someone asks.
    Asked {
        name: &'a str,
        email: &'a str,
        message: &'a str,
    },
    /// To who asked.
    Accepted {
        function: Function,
    },
    Declined {
        reason: &'a str,
    },
    /// To the member.
    Changed {
        function: Function,
    },
    Removed,
    /// To contact points.
    Left {
        name: &'a str,
    },
    /// To all members.
    HandedOver {
        from: &'a str,
        to: &'a str,
    },
    /// To all members; `until`: the contact point can object.
    Claimed {
        name: &'a str,
        reason: &'a str,
        until: Option<Instant>,
    },
    Objected {
        name: &'a str,
        reason: &'a str,
    },
    Confirmed {
        name: &'a str,
        reason: &'a str,
    },
    ClaimDeclined {
        name: &'a str,
        reason: &'a str,
    },
    /// To the members of both.
    Merged {
        from: &'a str,
        reason: &'a str,
        ended: Ended,
    },
}

impl ServerPortal {
    /// A mail to a person in their language.
    pub(super) fn tell(&self, ctx: &Ctx, person: &Person, organisation: &Organisation, told: &Told<'_>) -> Mail {
        let l = Locale::from_code(&person.locale).unwrap_or_default();
        let name = organisation.profile.name.as_str();
        let mut paragraphs = vec![t::mail_member_greeting(l, person.full_name.as_str()), sentence(l, name, told)];
        paragraphs.extend(more(l, told));
        let path = match told {
            Told::Declined { .. } | Told::Removed => routes::organisation(l, organisation.id),
            Told::Accepted { .. } => routes::desk(l),
            _ => routes::members(l, organisation.id),
        };
        paragraphs.push(t::mail_member_link(l, self.link(&path)));
        self.letter(ctx.now, l, &person.email, t::mail_member_subject(l, name), &paragraphs)
    }

    /// The mail with the secret of an invitation, to somebody who may not be known here.
    pub(super) fn invitation_letter(
        &self,
        ctx: &Ctx,
        l: Locale,
        recipient: &str,
        organisation: &Organisation,
        function: Function,
        link: (&str, Instant),
    ) -> Mail {
        let by = ctx.actor.signed_in().map_or("", |person| person.full_name.as_str());
        let name = organisation.profile.name.as_str();
        let (token, until) = link;
        let paragraphs = [
            t::mail_invitation_intro(l, by, labels::function(l, function), name),
            t::mail_invitation_link(l, self.link(&routes::invitation(l, token))),
            t::mail_invitation_until(l, calendar::full(l, until.to_second(), "UTC")),
            t::mail_invitation_unexpected(l).to_owned(),
        ];
        self.letter(ctx.now, l, recipient, t::mail_invitation_subject(l, name), &paragraphs)
    }
}

/// What has happened.
fn sentence(l: Locale, organisation: &str, told: &Told<'_>) -> String {
    match *told {
        Told::Joined { name, function } => t::mail_joined(l, labels::function(l, function), name, organisation),
        Told::Asked { name, email, .. } => t::mail_asked(l, email, name, organisation),
        Told::Accepted { function } => t::mail_accepted(l, labels::function(l, function), organisation),
        Told::Declined { .. } => t::mail_declined(l, organisation),
        Told::Changed { function } => t::mail_changed(l, labels::function(l, function), organisation),
        Told::Removed => t::mail_removed(l, organisation),
        Told::Left { name } => t::mail_left(l, name, organisation),
        Told::HandedOver { from, to } => t::mail_handed_over(l, from, organisation, to),
        Told::Claimed { name, .. } => t::mail_claimed(l, name, organisation),
        Told::Objected { name, .. } => t::mail_objected(l, name, organisation),
        Told::Confirmed { name, .. } => t::mail_confirmed(l, name, organisation),
        Told::ClaimDeclined { name, .. } => t::mail_claim_declined(l, name, organisation),
        Told::Merged { from, .. } => t::mail_merged(l, from, organisation),
    }
}

/// What belongs to it: the reason, the time to object.
fn more(l: Locale, told: &Told<'_>) -> Vec<String> {
    let reason = match *told {
        Told::Asked { message, .. } => message,
        Told::Declined { reason }
        | Told::Claimed { reason, .. }
        | Told::Objected { reason, .. }
        | Told::Confirmed { reason, .. }
        | Told::ClaimDeclined { reason, .. }
        | Told::Merged { reason, .. } => reason,
        _ => "",
    };
    let mut more: Vec<String> = Vec::new();
    if let Told::Merged { ended, .. } = told {
        if ended.speakers + ended.applications > 0 {
            more.push(t::mail_merged_one_stays(l).to_owned());
        }
        if ended.signatures > 0 {
            more.push(t::mail_merged_signatures(l).to_owned());
        }
    }
    if !reason.is_empty() {
        more.push(match told {
            Told::Asked { .. } => t::mail_member_message(l, reason),
            _ => t::mail_member_reason(l, reason),
        });
    }
    if let Told::Claimed { until: Some(until), .. } = told {
        more.push(t::mail_claimed_until(l, calendar::full(l, until.to_second(), "UTC")));
    }
    more
}
