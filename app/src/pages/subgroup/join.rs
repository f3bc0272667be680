//! Joining, asking, leaving, for each organisation one may act for; following, for oneself.

use super::super::parts;
use crate::domain::language::Locale;
use crate::domain::subgroup::{Joining, Standing};
use crate::i18n::t::{sessions as t, subgroups as s};
use crate::portal::{OwnStanding, SubgroupPage};
use crate::render::Cx;
use crate::routes;
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;

/// The hidden field of the forms to join and to leave.
const ORGANISATION: &str = "organisation";
/// The hidden field of the form to follow: what will be.
const FOLLOW: &str = "follow";

/// Joining, for each organisation one may join for; otherwise how to get there.
pub fn section(cx: &Cx, page: &SubgroupPage) -> AnyView {
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
    // One primary button a page: the first organisation that can still join has it.
    let first = page.own.iter().position(|own| own.standing == Standing::Outside);
    let forms: Vec<_> = page.own.iter().enumerate().map(|(at, own)| for_organisation(l, page, own, first == Some(at))).collect();
    view! { <p>{what}</p>{forms} }.into_any()
}

fn for_organisation(l: Locale, page: &SubgroupPage, own: &OwnStanding, first: bool) -> AnyView {
    let code = page.subgroup.code.to_lowercase();
    let name = own.name.as_str();
    let leaving = |words: &'static str| {
        view! {
            <form method="post" action=routes::leave(l, &code)>
                {ui::hidden(ORGANISATION, own.organisation.to_string())}
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
        Standing::Outside => {
            let kind = if first { Button::Primary } else { Button::Secondary };
            let words = match page.subgroup.joining {
                Joining::Open => t::subgroup_join(l),
                Joining::OnApproval => s::subgroup_ask(l),
            };
            view! {
                <form method="post" action=routes::join(l, &code)>
                    {ui::hidden(ORGANISATION, own.organisation.to_string())}
                    <p>{t::subgroup_join_for(l, name)}</p>
                    <div class="actions">{ui::button(words, kind, None)}</div>
                </form>
            }
            .into_any()
        }
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
