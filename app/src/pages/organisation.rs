//! An organisation: who it is, what it was called, what it submitted and said, and what one can do with it.

use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::organisation::{ChangeKind, Office, Organisation, Profile};
use model::i18n::t::{accreditation, common, organisations as t};
use model::labels;
use model::portal::{CommentLine, InputCursors, OrganisationChange, OrganisationPage, Slice};
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `/organisations/{id}`
pub async fn page(cx: &Cx, id: OrganisationId, cursors: &InputCursors) -> PageResult {
    let page = cx.portal.organisation(&cx.ctx, id, cursors).await?;
    let l = cx.locale();
    let head = Head::new(page.organisation.profile.name.as_str()).crumb(t::organisations_title(l), routes::organisations(l));
    Ok(ui::page(cx, 200, head, || content(cx, &page, cursors)))
}

fn content(cx: &Cx, page: &OrganisationPage, cursors: &InputCursors) -> AnyView {
    let l = cx.locale();
    let profile = &page.organisation.profile;
    let unapproved = page
        .organisation
        .approved_at
        .is_none()
        .then(|| ui::notice(Notice::Info, view! { <p>{t::organisation_not_public(l)}</p> }.into_any()));
    let description = (!profile.description.is_empty()).then(|| paragraphs(&profile.description));
    let head = view! { {formerly(l, page)}{unapproved}{actions(cx, page)} };
    view! {
        {ui::page_head_with(Some(eyebrow(l, profile)), profile.name.as_str(), None, head.into_any())}
        <div class="columns">
            <div>
                {description}
                {papers(l, page, cursors)}
                {comments(l, page, cursors)}
            </div>
            <aside>
                <section class="section"><h2>{t::organisation_facts(l)}</h2>{facts(l, &page.organisation)}</section>
                {accreditations(l, page)}
                {subgroups(l, page)}
                {history(l, &page.history)}
            </aside>
        </div>
    }
    .into_any()
}

fn eyebrow(l: Locale, profile: &Profile) -> String {
    let kind = labels::stakeholder_type(l, profile.stakeholder_type);
    if profile.technical_community { format!("{kind} · {}", t::technical_community(l)) } else { kind.to_owned() }
}

/// Plain words: paragraphs apart by empty lines.
fn paragraphs(text: &str) -> AnyView {
    let paragraphs: Vec<_> = text.split("\n\n").map(|words| view! { <p dir="auto">{words.trim().to_owned()}</p> }).collect();
    view! { <div class="stack measure">{paragraphs}</div> }.into_any()
}

/// Its former names, so that who looks for one finds it.
fn formerly(l: Locale, page: &OrganisationPage) -> AnyView {
    let mut names: Vec<&str> = page.history.iter().filter(|c| c.kind != ChangeKind::ShortName).map(|c| c.old.as_str()).collect();
    names.dedup();
    if names.is_empty() {
        return ().into_any();
    }
    let list = names.join(t::list_separator(l));
    view! { <p class="meta">{t::organisation_formerly(l, list)}</p> }.into_any()
}

fn actions(cx: &Cx, page: &OrganisationPage) -> AnyView {
    let (l, id, standing) = (cx.locale(), page.organisation.id, page.standing);
    let mut links = Vec::new();
    if standing.may_edit {
        links.push((t::organisation_edit_link(l), routes::edit_organisation(l, id)));
    }
    if standing.may_read_members {
        links.push((t::organisation_members_link(l), routes::members(l, id)));
    }
    if standing.may_merge {
        links.push((t::organisation_merge_link(l), routes::merge_organisation(l, id)));
    }
    if standing.may_ask_to_join && !standing.asked {
        links.push((t::organisation_join_link(l), routes::join_organisation(l, id)));
    }
    let asked = standing.asked.then(|| view! { <p class="meta">{t::organisation_asked(l)}</p> });
    let links: Vec<_> = links.into_iter().map(|(label, href)| ui::link_button(label, href, Button::Secondary)).collect();
    let actions = (!links.is_empty()).then(|| view! { <div class="actions">{links}</div> });
    view! { {asked}{actions} }.into_any()
}

fn facts(l: Locale, organisation: &Organisation) -> AnyView {
    let profile = &organisation.profile;
    let words = |text: &'static str| text.into_any();
    let listed = |names: Vec<&'static str>| names.join(t::list_separator(l)).into_any();
    let mut pairs = Vec::new();
    if !profile.short_name.is_empty() {
        pairs.push((t::organisation_short_name(l), view! { <bdi>{profile.short_name.clone()}</bdi> }.into_any()));
    }
    pairs.push((t::organisation_type(l), words(labels::stakeholder_type(l, profile.stakeholder_type))));
    if let Some(country) = profile.country {
        pairs.push((t::organisation_country(l), words(ui::country(l, country))));
    }
    pairs.push((t::organisation_region(l), words(labels::region(l, profile.region))));
    if !profile.affiliations.is_empty() {
        pairs.push((t::organisation_affiliations(l), listed(profile.affiliations.iter().map(|a| labels::affiliation(l, *a)).collect())));
    }
    if !profile.languages.is_empty() {
        pairs.push((t::organisation_languages(l), listed(profile.languages.iter().map(|a| labels::language_name(l, *a)).collect())));
    }
    if !profile.website.is_empty() {
        let address = profile.website.clone();
        let shown = address.trim_start_matches("https://").trim_end_matches('/').to_owned();
        pairs.push((
            t::organisation_website(l),
            view! { <a href=address rel="nofollow noopener external"><bdi dir="ltr">{shown}</bdi></a> }.into_any(),
        ));
    }
    if !profile.ecosoc.is_empty() {
        pairs.push((t::organisation_ecosoc(l), view! { <bdi>{profile.ecosoc.clone()}</bdi> }.into_any()));
    }
    ui::facts(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn subgroups(l: Locale, page: &OrganisationPage) -> AnyView {
    if page.subgroups.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = page
        .subgroups
        .iter()
        .map(|subgroup| {
            let href = routes::subgroup(l, subgroup.code.to_lowercase());
            view! { <li><a href=href>{super::parts::local(l, &subgroup.name)}</a></li> }
        })
        .collect();
    view! { <section class="section"><h2>{t::organisation_subgroups(l)}</h2><ul class="stack">{items}</ul></section> }.into_any()
}

fn accreditations(l: Locale, page: &OrganisationPage) -> AnyView {
    if page.accreditations.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = page
        .accreditations
        .iter()
        .map(|line| {
            let href = routes::round(l, line.round);
            view! {
                <li>
                    <p><a href=href>{super::parts::local(l, &line.of)}</a>{ui::standing(l, Some(line.standing))}</p>
                    <p class="meta">{ui::happened(l, line.since.to_second())}</p>
                </li>
            }
        })
        .collect();
    view! { <section class="section"><h2>{accreditation::organisation_accreditations(l)}</h2><ul class="stack">{items}</ul></section> }
        .into_any()
}

fn papers(l: Locale, page: &OrganisationPage, cursors: &InputCursors) -> AnyView {
    let none = ui::empty(t::organisation_no_papers(l), view! { <p>{t::organisation_no_papers_what(l)}</p> }.into_any());
    let next = page.papers.next.as_deref().map(|next| more(l, page.organisation.id, Some(next), cursors.comments.as_deref(), "papers"));
    view! {
        <section class="section" id="papers">
            <h2>{t::organisation_papers(l)}</h2>
            {ui::paper_rows(l, &page.papers.rows, none)}
            {next}
        </section>
    }
    .into_any()
}

fn comments(l: Locale, page: &OrganisationPage, cursors: &InputCursors) -> AnyView {
    let next = page.comments.next.as_deref().map(|next| more(l, page.organisation.id, cursors.papers.as_deref(), Some(next), "comments"));
    view! { <section class="section" id="comments"><h2>{t::organisation_comments(l)}</h2>{comment_rows(l, &page.comments)}{next}</section> }
        .into_any()
}

fn comment_rows(l: Locale, comments: &Slice<CommentLine>) -> AnyView {
    if comments.rows.is_empty() {
        return ui::empty(t::organisation_no_comments(l), view! { <p>{t::organisation_no_comments_what(l)}</p> }.into_any());
    }
    let rows: Vec<_> = comments
        .rows
        .iter()
        .map(|line| {
            let at = line.submitted_at.unwrap_or(line.updated_at).to_second();
            view! {
                <li class="row">
                    <h3 class="row__title"><a href=routes::comment(l, line.id)>{common::comment_on(l, line.citation.as_str())}</a></h3>
                    <p class="row__meta">
                        <bdi>{line.organisation.name.clone()}</bdi>
                        <span>{labels::stance(l, line.content.stance)}</span>
                        <span>{labels::operation(l, line.content.operation)}</span>
                        {ui::happened(l, at)}
                    </p>
                </li>
            }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// The next page of one list; the other stays where it is.
fn more(l: Locale, id: OrganisationId, papers: Option<&str>, comments: Option<&str>, list: &'static str) -> AnyView {
    let pairs: Vec<String> = [("papers", papers), ("comments", comments)]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", utf8_percent_encode(value?, NON_ALPHANUMERIC))))
        .collect();
    let href = format!("{}?{}#{list}", routes::organisation(l, id), pairs.join("&"));
    let label = if list == "papers" { t::organisation_more_papers(l) } else { t::organisation_more_comments(l) };
    view! { <nav class="pagination" aria-label=label><a href=href rel="next">{label}</a></nav> }.into_any()
}

fn history(l: Locale, changes: &[OrganisationChange]) -> AnyView {
    if changes.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = changes
        .iter()
        .map(|change| {
            let (old, new) = (change.old.as_str(), change.new.as_str());
            let words = match change.kind {
                ChangeKind::Name => t::change_name(l, new, old),
                ChangeKind::ShortName => t::change_short_name(l, new, old),
                ChangeKind::Merged => t::change_merged(l, old),
            };
            let by = match change.by {
                Office::ContactPoint => labels::function(l, model::domain::person::Function::ContactPoint),
                Office::Secretariat => labels::role(l, model::domain::role::RoleName::Secretariat),
            };
            let at = change.at.to_second();
            view! {
                <li>
                    <p>{words}</p>
                    <p class="meta" dir="auto">{change.reason.clone()}</p>
                    <p class="meta">{ui::happened(l, at)}" · "{by}</p>
                </li>
            }
        })
        .collect();
    view! { <section class="section"><h2>{t::organisation_history(l)}</h2><ul class="stack">{items}</ul></section> }.into_any()
}
