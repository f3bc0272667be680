//! What frames every page: header with navigation, breadcrumb, footer.

use super::icons;
use super::layout::Crumb;
use crate::render::{Cx, Rehearsed};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::rehearsal::Moment;
use model::domain::role::RoleName;
use model::i18n::t::{account as account_words, common as t, offices, proofs, rehearsals};
use model::labels;
use model::routes;

/// The header: name, navigation, account, languages. Without a visitor's account it is the same for everyone.
pub fn header(cx: &Cx) -> AnyView {
    let l = cx.locale();
    let banner = cx.site.demonstration.then(|| {
        let optional = cx.site.factor_optional.then(|| view! { " "{account_words::banner_factor_optional(l)} });
        view! { <p class="demo-banner"><strong>{t::demo_banner_mark(l)}</strong>" "{t::demo_banner_text(l)}{optional}</p> }
    });
    view! {
        <header class="site-header">
            {banner}
            {cx.rehearsed.map(|rehearsed| rehearsal_banner(cx, rehearsed))}
            <div class="wrap">
                <a class="brand" href=routes::home(l)>{icons::brand()}<span>{t::site_name(l)}</span></a>
                {navigation(cx)}
                <div class="site-tools">{account(cx)}{languages(cx)}</div>
            </div>
        </header>
    }
    .into_any()
}

/// On a rehearsed page: that it is one, of which moment, and the ways to the other moments and back.
fn rehearsal_banner(cx: &Cx, rehearsed: Rehearsed) -> AnyView {
    let l = cx.locale();
    let moments = Moment::ALL.iter().map(|moment| {
        let current = (*moment == rehearsed.moment).then_some("true");
        let href = routes::rehearsed(l, rehearsed.round, moment.code(), rehearsed.sight.code());
        view! { <li><a href=href aria-current=current>{labels::rehearsed_moment(l, *moment)}</a></li> }
    });
    let moments: Vec<_> = moments.collect();
    view! {
        <div class="rehearsal-banner" role="region" aria-label=rehearsals::rehearsal_region(l)>
            <div class="wrap">
                <p><strong>{rehearsals::rehearsal_mark(l)}</strong>" "{rehearsals::rehearsal_nothing_real(l)}</p>
                <ul>{moments}<li><a href=routes::rehearsal(l, rehearsed.round)>{rehearsals::rehearsal_back(l)}</a></li></ul>
            </div>
        </div>
    }
    .into_any()
}

fn navigation(cx: &Cx) -> AnyView {
    let l = cx.locale();
    let signed_in = cx.signed_in().is_some();
    let mut links = vec![
        (t::nav_home(l), routes::pattern::HOME),
        (t::nav_papers(l), routes::pattern::PAPERS),
        (t::nav_organisations(l), routes::pattern::ORGANISATIONS),
        (t::nav_norms(l), routes::pattern::NORMS),
        (t::nav_help(l), routes::pattern::HELP),
    ];
    if signed_in {
        links.push((t::nav_desk(l), routes::pattern::DESK));
    }
    if moderates(cx) {
        links.push((t::nav_moderation(l), routes::pattern::MODERATION));
    }
    if holds(cx, RoleName::Secretariat) {
        links.push((offices::desk_secretariat_title(l), routes::pattern::SECRETARIAT));
    }
    if holds(cx, RoleName::Administrator) {
        links.push((offices::admin_title(l), routes::pattern::ADMIN));
    }
    let items: Vec<_> = links.into_iter().map(|(label, path)| view! { <li>{nav_link(cx, label, path)}</li> }).collect();
    view! { <nav class="site-nav" aria-label=t::nav_main(l)><ul>{items}</ul></nav> }.into_any()
}

fn nav_link(cx: &Cx, label: &'static str, path: &'static str) -> AnyView {
    let current = (cx.path == path).then_some("page");
    view! { <a href=routes::localized(cx.locale(), path) aria-current=current>{label}</a> }.into_any()
}

/// Holds this office, for the portal or any part of it.
fn holds(cx: &Cx, name: RoleName) -> bool {
    cx.ctx.actor.roles_in_force(cx.ctx.now).any(|role| role.name == name)
}

/// Holds an office that has a queue, or answers appeals.
fn moderates(cx: &Cx) -> bool {
    let mut roles = cx.ctx.actor.roles_in_force(cx.ctx.now);
    roles.any(|role| matches!(role.name, RoleName::Moderator | RoleName::Secretariat | RoleName::Chair))
}

fn account(cx: &Cx) -> AnyView {
    let l = cx.locale();
    match cx.signed_in() {
        Some(person) => view! {
            <span><span class="visually-hidden">{t::signed_in_as(l)}" "</span><bdi>{person.full_name.clone()}</bdi></span>
            {nav_link(cx, account_words::account_title(l), routes::pattern::ACCOUNT)}
            <form method="post" action=routes::sign_out(l)><button type="submit" class="link">{t::nav_sign_out(l)}</button></form>
        }
        .into_any(),
        None => view! {
            {nav_link(cx, t::nav_sign_in(l), routes::pattern::SIGN_IN)}
            {nav_link(cx, t::nav_register(l), routes::pattern::REGISTER)}
        }
        .into_any(),
    }
}

fn languages(cx: &Cx) -> AnyView {
    let l = cx.locale();
    let items: Vec<_> = Locale::ALL
        .into_iter()
        .map(|other| {
            let (code, name) = (other.code(), other.language().autonym());
            let current = (other == l).then_some("true");
            view! { <li><a lang=code hreflang=code href=in_language(other, &cx.path) aria-current=current>{name}</a></li> }
        })
        .collect();
    view! { <nav aria-label=t::nav_languages(l)><ul>{items}</ul></nav> }.into_any()
}

/// The same page in another language. The home page without a prefix sends readers to the language of their browser; who asks
/// for English says so.
fn in_language(l: Locale, path: &str) -> String {
    let address = routes::localized(l, path);
    if address == routes::pattern::HOME { format!("{address}?lang={}", l.code()) } else { address }
}

/// The way to the page, and the page itself at its end. Nothing for a page that stands at the top.
pub fn breadcrumb(l: Locale, crumbs: Vec<Crumb>, title: String) -> AnyView {
    if crumbs.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = crumbs.into_iter().map(|crumb| view! { <li><a href=crumb.href><bdi>{crumb.label}</bdi></a></li> }).collect();
    view! {
        <nav class="breadcrumb" aria-label=t::nav_here(l)>
            <ol>{items}<li aria-current="page"><bdi>{title}</bdi></li></ol>
        </nav>
    }
    .into_any()
}

/// The footer: who is responsible, and how to reach them.
pub fn footer(cx: &Cx) -> AnyView {
    let l = cx.locale();
    let source = cx.site.source.clone().map(|href| view! { <li><a href=href rel="external">{t::footer_source(l)}</a></li> });
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <nav aria-label=t::nav_about(l)>
                    <ul>
                        <li><a href=routes::privacy(l)>{t::footer_privacy(l)}</a></li>
                        <li><a href=routes::accessibility(l)>{t::footer_accessibility(l)}</a></li>
                        <li><a href=routes::contact(l)>{t::footer_contact(l)}</a></li>
                        <li><a href=routes::help(l)>{t::nav_help(l)}</a></li>
                        <li><a href=routes::verify(l)>{proofs::footer_verify(l)}</a></li>
                        <li><a href=routes::log(l)>{proofs::footer_log(l)}</a></li>
                        {source}
                    </ul>
                </nav>
                <p>{t::footer_note(l)}</p>
            </div>
        </footer>
    }
    .into_any()
}
