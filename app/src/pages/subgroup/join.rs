//! Joining, asking, leaving, for each organisation one may act for; following, for oneself.

use super::super::parts;
use crate::render::Cx;
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::subgroup::{Joining, Standing};
use model::forms::JoinForm;
use model::i18n::t::{organisations as o, sessions as t, subgroups as s};
use model::portal::{OwnStanding, SubgroupPage};
use model::routes;

/// The hidden field of the form to follow: what will be.
const FOLLOW: &str = "follow";

/// Joining, for an organisation one may join for; otherwise how to get there. `typed`: what was chosen when it was refused.
pub fn section(cx: &Cx, page: &SubgroupPage, typed: &JoinForm) -> AnyView {
    let l = cx.locale();
    if cx.signed_in().is_none() {
        return view! {
            <p>{t::subgroup_join_register(l)}</p>
            <div class="actions">
                {ui::link_button(t::subgroup_register(l), routes::register(l), Button::Primary)}
                {ui::link_button(t::subgroup_sign_in(l), parts::sign_in_and_return(cx), Button::Quiet)}
            </div>
        }
        .into_any();
    }
    if page.own.is_empty() {
        return ui::notice(Notice::Info, view! { <p>{t::subgroup_no_organisation(l)}</p> }.into_any());
    }
    let what = match page.subgroup.joining {
        Joining::Open => t::subgroup_join_what(l),
        Joining::OnApproval => s::subgroup_ask_what(l),
    };
    let (outside, inside): (Vec<_>, Vec<_>) = page.own.iter().partition(|own| own.standing == Standing::Outside);
    let standings: Vec<_> = inside.into_iter().map(|own| standing(l, page, own)).collect();
    view! { <p>{what}</p>{standings}{form(l, page, &outside, typed)} }.into_any()
}

/// The one form to join: for the organisation that still can, or for one of several.
fn form(l: Locale, page: &SubgroupPage, outside: &[&OwnStanding], typed: &JoinForm) -> AnyView {
    let choice = match outside {
        [] => return ().into_any(),
        [one] => view! {
            {ui::hidden(JoinForm::ORGANISATION, one.organisation.to_string())}
            <p>{t::subgroup_join_for(l, one.name.as_str())}</p>
        }
        .into_any(),
        [first, ..] => {
            let options: Vec<_> = outside.iter().map(|own| (own.organisation.to_string(), own.name.clone())).collect();
            // The one acted for last is proposed.
            let chosen =
                options.iter().find(|(id, _)| *id == typed.organisation).map_or_else(|| first.organisation.to_string(), |o| o.0.clone());
            let spec = FieldSpec {
                name: JoinForm::ORGANISATION,
                label: o::writing_for(l),
                hint: Some(s::subgroup_join_several(l)),
                value: &chosen,
                required: true,
                ..FieldSpec::default()
            };
            ui::select(l, spec, &options)
        }
    };
    let words = match page.subgroup.joining {
        Joining::Open => t::subgroup_join(l),
        Joining::OnApproval => s::subgroup_ask(l),
    };
    view! {
        <form class="form" method="post" action=routes::join(l, page.subgroup.code.to_lowercase())>
            {choice}
            <div class="actions">{ui::button(words, Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

/// How an organisation stands that has joined or asked, and the way out.
fn standing(l: Locale, page: &SubgroupPage, own: &OwnStanding) -> AnyView {
    let code = page.subgroup.code.to_lowercase();
    let name = own.name.as_str();
    let leaving = |words: &'static str| {
        view! {
            <form method="post" action=routes::leave(l, &code)>
                {ui::hidden(JoinForm::ORGANISATION, own.organisation.to_string())}
                {ui::button(words, Button::Quiet, None)}
            </form>
        }
    };
    match own.standing {
        Standing::Member { .. } => view! {
            {ui::notice(Notice::Success, view! { <p>{t::subgroup_joined(l, name)}</p> }.into_any())}
            <details>
                <summary>{s::subgroup_leave(l)}</summary>
                <p>{s::subgroup_leave_what(l)}</p>
                {leaving(s::subgroup_leave(l))}
            </details>
        }
        .into_any(),
        Standing::Asked { .. } => view! {
            {ui::notice(Notice::Info, view! { <p>{s::subgroup_asked(l, name)}</p> }.into_any())}
            {leaving(s::subgroup_withdraw(l))}
        }
        .into_any(),
        Standing::Outside => ().into_any(),
    }
}

/// Following, for whoever is signed in.
pub fn follow(cx: &Cx, page: &SubgroupPage) -> AnyView {
    let l = cx.locale();
    if cx.signed_in().is_none() {
        return ().into_any();
    }
    let (words, button, value) = if page.follows {
        (s::subgroup_follows(l), s::subgroup_unfollow(l), "no")
    } else {
        (s::subgroup_follow_what(l), s::subgroup_follow(l), "yes")
    };
    view! {
        <form method="post" action=routes::follow(l, page.subgroup.code.to_lowercase())>
            {ui::hidden(FOLLOW, value)}
            <p class="meta">{words}</p>
            <div class="actions">{ui::button(button, Button::Secondary, None)}</div>
        </form>
    }
    .into_any()
}
