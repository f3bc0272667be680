//! Members with their functions, requests to join, invitations.

use super::{View, folded};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::calendar;
use model::domain::person::Function;
use model::forms::MembersForm as F;
use model::i18n::t::members as t;
use model::labels;
use model::portal::{InvitationLine, MemberLine, RequestLine};

/// The members; a contact point changes their functions, hands over, removes.
pub fn members(view: &View<'_>) -> AnyView {
    let l = view.l;
    let rows: Vec<_> = view.page.members.iter().map(|member| member_row(view, member)).collect();
    view! { <section class="section"><h2>{t::members_list(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

fn member_row(view: &View<'_>, member: &MemberLine) -> AnyView {
    let l = view.l;
    let since = calendar::full(l, member.since.to_second(), "UTC");
    let own = view.cx.signed_in().is_some_and(|person| person.person == member.person);
    let change = (view.page.standing.may_manage).then(|| manage(view, member, own));
    view! {
        <li class="row">
            <h3 class="row__title"><bdi>{ui::person_name(l, &member.full_name)}</bdi></h3>
            <p class="row__meta">
                <bdi dir="ltr">{member.email.clone()}</bdi>
                <span>{t::member_since(l, since)}</span>
            </p>
            {change}
            <p class="row__aside">{ui::badge(labels::function(l, member.function))}</p>
        </li>
    }
    .into_any()
}

fn manage(view: &View<'_>, member: &MemberLine, own: bool) -> AnyView {
    let (l, target, name) = (view.l, member.person.to_string(), member.full_name.as_str());
    let target = target.as_str();
    let change = view.form(
        F::CHANGE,
        target,
        view.function(F::CHANGE, target, Some(member.function)),
        ui::button(t::member_change(l, name), Button::Secondary, None),
    );
    let others = (!own).then(|| {
        let give = (member.function != Function::ContactPoint).then(|| {
            view! {
                <p class="hint">{t::hand_over_hint(l)}</p>
                {view.press(F::HAND_OVER, target, t::hand_over_to(l, name), Button::Secondary)}
            }
        });
        view! { {give}{view.press(F::REMOVE, target, t::member_remove(l, name), Button::Danger)} }
    });
    let refused = [F::CHANGE, F::HAND_OVER, F::REMOVE].iter().any(|act| view.refused(act, target).is_some());
    let content = view! { {change}{others} };
    let details = folded(t::member_manage(l, name), refused, content.into_any());
    view! { <div>{details}</div> }.into_any()
}

/// Who asks to join.
pub fn requests(view: &View<'_>) -> AnyView {
    let l = view.l;
    if !view.page.standing.may_manage {
        return ().into_any();
    }
    let list = if view.page.requests.is_empty() {
        ui::empty(t::requests_none(l), view! { <p>{t::requests_none_what(l)}</p> }.into_any())
    } else {
        let rows: Vec<_> = view.page.requests.iter().map(|request| request_row(view, request)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <section class="section" id="requests"><h2>{t::requests_title(l)}</h2>{list}</section> }.into_any()
}

fn request_row(view: &View<'_>, request: &RequestLine) -> AnyView {
    let (l, target, name) = (view.l, request.id.to_string(), request.full_name.as_str());
    let target = target.as_str();
    let at = request.created_at.to_second();
    let message = (!request.message.is_empty()).then(|| view! { <blockquote dir="auto"><p>{request.message.clone()}</p></blockquote> });
    let confirmed = if request.confirmed { t::request_confirmed(l) } else { t::request_unconfirmed(l) };
    let accept = view.form(
        F::ACCEPT,
        target,
        view.function(F::ACCEPT, target, Some(Function::Drafter)),
        ui::button(t::request_accept(l, name), Button::Secondary, None),
    );
    let decline = view.form(
        F::DECLINE,
        target,
        view.reason(F::DECLINE, target, t::request_reason_hint(l)),
        ui::button(t::request_decline(l, name), Button::Danger, None),
    );
    let declining = view.refused(F::DECLINE, target).is_some();
    view! {
        <li class="row">
            <h3 class="row__title"><bdi>{request.full_name.clone()}</bdi></h3>
            <p class="row__meta">
                <bdi dir="ltr">{request.email.clone()}</bdi>
                <span>{confirmed}</span>
                <time datetime=calendar::iso(at)>{calendar::full(l, at, "UTC")}</time>
            </p>
            <div class="stack">
                {message}
                {accept}
                {folded(t::request_decline_summary(l, name), declining, decline)}
            </div>
        </li>
    }
    .into_any()
}

/// Who is invited, and the form that invites.
pub fn invitations(view: &View<'_>) -> AnyView {
    let l = view.l;
    if !view.page.standing.may_manage {
        return ().into_any();
    }
    let refused = view.refused(F::INVITE, "");
    let email = FieldSpec {
        name: F::EMAIL,
        label: t::invite_email(l),
        hint: Some(t::invite_email_hint(l)),
        value: refused.map_or("", |state| state.form.email.as_str()),
        fault: refused.and_then(|state| state.fault(F::EMAIL)),
        autocomplete: Some("off"),
        required: true,
        ..FieldSpec::default()
    };
    let fields = view! { {ui::email_field(l, email)}{view.function(F::INVITE, "", Some(Function::Drafter))} };
    let form = view.form(F::INVITE, "", fields.into_any(), ui::button(t::invite_button(l), Button::Primary, None));
    let rows: Vec<_> = view.page.invitations.iter().map(|invitation| invitation_row(view, invitation)).collect();
    let open = (!rows.is_empty()).then(|| view! { <h3>{t::invitations_open(l)}</h3><ul class="rows">{rows}</ul> });
    view! { <section class="section stack" id="invitations"><h2>{t::invite_title(l)}</h2>{form}{open}</section> }.into_any()
}

fn invitation_row(view: &View<'_>, invitation: &InvitationLine) -> AnyView {
    let (l, target, email) = (view.l, invitation.id.to_string(), invitation.email.as_str());
    let until = calendar::full(l, invitation.expires_at.to_second(), "UTC");
    let standing = if invitation.expires_at <= view.cx.ctx.now { t::invitation_expired(l, until) } else { t::invitation_until(l, until) };
    view! {
        <li class="row">
            <h4 class="row__title"><bdi dir="ltr">{email.to_owned()}</bdi></h4>
            <p class="row__meta"><span>{labels::function(l, invitation.function)}</span><span>{standing}</span></p>
            <div class="actions">
                {view.press(F::RESEND, &target, t::invitation_resend(l, email), Button::Quiet)}
                {view.press(F::REVOKE, &target, t::invitation_revoke(l, email), Button::Quiet)}
            </div>
        </li>
    }
    .into_any()
}

/// Leaving, for members.
pub fn leave(view: &View<'_>) -> AnyView {
    let l = view.l;
    if view.page.standing.function.is_none() {
        return ().into_any();
    }
    let content = view! { <p>{t::leave_what(l)}</p>{view.press(F::LEAVE, "", t::leave_button(l), Button::Danger)} };
    let refused = view.refused(F::LEAVE, "").is_some();
    view! { <section class="section"><h2>{t::leave_title(l)}</h2>{folded(t::leave_summary(l), refused, content.into_any())}</section> }
        .into_any()
}
