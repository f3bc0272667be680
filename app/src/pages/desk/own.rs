//! One's own papers and comments, with what became of them.

use crate::pages::parts;
use crate::render::Cx;
use crate::ui::{self, DeadlineStyle};
use leptos::prelude::*;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::i18n::t::{common, desk as t, joint};
use model::labels;
use model::portal::{CommentLine, OwnInput, OwnInvitation, PaperLine};
use model::routes;

/// The papers of one's organisations.
pub fn papers(l: Locale, papers: &[PaperLine]) -> AnyView {
    let nothing = || ui::empty(t::desk_no_papers(l), view! { <p>{t::desk_no_papers_what(l)}</p> }.into_any());
    let list = if papers.is_empty() {
        nothing()
    } else {
        let rows: Vec<_> = papers.iter().map(|paper| paper_row(l, paper)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <section class="section"><h2>{t::desk_own_papers(l)}</h2>{list}</section> }.into_any()
}

fn paper_row(l: Locale, paper: &PaperLine) -> impl IntoView + use<> {
    let subgroup = paper.subgroup_code.clone().unwrap_or_else(|| common::whole_body(l).to_owned());
    let links = match paper.state {
        ItemState::Draft => vec![(t::desk_edit(l), routes::edit_paper(l, paper.id)), (t::desk_check(l), routes::submit_paper(l, paper.id))],
        ItemState::Returned => vec![(t::desk_reason(l), routes::paper(l, paper.id))],
        ItemState::Declined => vec![(t::desk_reason_declined(l), routes::paper(l, paper.id))],
        ItemState::Submitted | ItemState::Accepted | ItemState::ForTheChair => {
            vec![(t::desk_receipt(l), routes::paper_receipt(l, paper.id))]
        }
        ItemState::Withdrawn | ItemState::Replaced => vec![(t::desk_open(l), routes::paper(l, paper.id))],
    };
    let links: Vec<_> = links.into_iter().map(|(words, href)| view! { <a href=href>{words}</a> }).collect();
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::paper(l, paper.id)>{ui::paper_title(l, &paper.title, paper.language)}</a></h3>
            <p class="row__meta">
                <span>{subgroup}</span>
                <span>{labels::language_name(l, paper.language)}</span>
                {ui::happened(l, paper.updated_at)}
            </p>
            <p class="comment__foot">{links}</p>
            <p class="row__aside">{ui::status(l, paper.state)}</p>
        </li>
    }
}

/// The comments of one's organisations.
pub fn comments(l: Locale, comments: &[CommentLine]) -> AnyView {
    let list = if comments.is_empty() {
        ui::empty(t::desk_no_comments(l), view! { <p>{t::desk_no_comments_what(l)}</p> }.into_any())
    } else {
        let rows: Vec<_> = comments.iter().map(|comment| comment_row(l, comment)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! { <section class="section"><h2>{t::desk_own_comments(l)}</h2>{list}</section> }.into_any()
}

fn comment_row(l: Locale, comment: &CommentLine) -> impl IntoView + use<> {
    let at = comment.submitted_at.unwrap_or(comment.updated_at);
    let link = match comment.state {
        ItemState::Draft => Some((t::desk_edit(l), routes::provision(l, comment.provision))),
        ItemState::Returned => Some((t::desk_reason(l), routes::provision(l, comment.provision))),
        ItemState::Declined => Some((t::desk_reason_declined(l), routes::comment(l, comment.id))),
        ItemState::Submitted | ItemState::Accepted | ItemState::Withdrawn | ItemState::Replaced | ItemState::ForTheChair => {
            Some((t::desk_receipt(l), routes::comment_receipt(l, comment.id)))
        }
    };
    let link = link.map(|(words, href)| view! { <p class="comment__foot"><a href=href>{words}</a></p> });
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::comment(l, comment.id)>{common::comment_on(l, comment.citation.as_str())}</a></h3>
            <p class="row__meta">
                <span>{labels::stance(l, comment.content.stance)}</span>
                <span>{labels::operation(l, comment.content.operation)}</span>
                {ui::happened(l, at)}
            </p>
            {link}
            <p class="row__aside">{ui::status(l, comment.state)}</p>
        </li>
    }
}

/// The joint papers the person's organisations are invited to or named under, each with where that stands and until when.
pub fn invitations(cx: &Cx, own: &OwnInput) -> AnyView {
    if own.invitations.is_empty() {
        return ().into_any();
    }
    let l = cx.locale();
    let row = |one: &OwnInvitation| {
        let round = own.rounds.iter().find(|line| line.round.id == one.round).map(|line| &line.round);
        let deadline = round.map(|round| view! { <p>{ui::deadline(l, round, cx.ctx.now, DeadlineStyle::Compact)}</p> });
        let standing = if one.signed {
            view! { <span class="status status--accepted">{joint::joint_desk_signed(l)}</span> }.into_any()
        } else {
            parts::joint_answer(l, one.answer, round.map_or("UTC", |round| round.time_zone.as_str())).into_any()
        };
        view! {
            <li class="row">
                <h3 class="row__title">
                    <a href=routes::joint_request_for(l, one.paper, one.organisation)>{ui::paper_title(l, &one.title, one.language)}</a>
                </h3>
                <p class="row__meta">{joint::joint_desk_lead(l, one.lead.as_str(), one.organisation_name.as_str())}</p>
                {deadline}
                <p class="row__aside">{standing}</p>
            </li>
        }
    };
    let rows: Vec<_> = own.invitations.iter().map(row).collect();
    view! { <section class="section" id="joint"><h2>{joint::joint_desk_title(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}
