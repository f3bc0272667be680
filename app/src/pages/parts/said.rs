//! What is said on a provision in public: in the order it came, but proposals that exclude each other stand together.

use super::comment_filters::{comment_filters, filtered_with};
use super::paging::{PageWords, pagination};
use crate::ui;
use leptos::prelude::*;
use model::domain::ids::CommentId;
use model::domain::language::Locale;
use model::i18n::t::{drafts as t, filters as f, voices};
use model::portal::{CommentLine, ProvisionPage, SaidBlock, SaidQuery};
use model::routes;

/// The section of a provision's page; nothing where all that is said comes from earlier versions.
pub fn said(l: Locale, page: &ProvisionPage, asked: &SaidQuery) -> AnyView {
    if page.said.all == 0 && page.earlier.all > 0 {
        return ().into_any();
    }
    let path = routes::provision(l, page.provision.id);
    let filter = filters(l, page, asked, &path);
    let lines = if page.said.all == 0 {
        ui::empty(t::provision_no_comments(l), view! { <p>{t::provision_no_comments_what(l)}</p> }.into_any())
    } else if page.said.matching == 0 {
        ui::empty(f::filter_none(l), view! { <p>{f::filter_none_what(l)}</p> }.into_any())
    } else {
        page.said.rows.iter().map(|block| one(l, page, block)).collect_view().into_any()
    };
    let words = PageWords { label: f::said_pages(l), first: f::said_first(l), next: f::said_next(l) };
    let title = t::provision_comments_count(l, page.said.matching);
    let way = pages(&words, &title, asked, page.said.next, |asked, after| SaidQuery { after, ..asked }, (&path, "#comments"));
    view! { <section class="section" id="comments"><h2>{title}</h2>{filter}{lines}{way}</section> }.into_any()
}

/// The form of what is asked for, over all that is said on the provision; where the section of its own version is not shown, the other
/// one has it.
pub fn filters(l: Locale, page: &ProvisionPage, asked: &SaidQuery, path: &str) -> AnyView {
    let numbers = (page.said.matching + page.earlier.matching, page.said.all + page.earlier.all);
    comment_filters(l, (path, "#comments"), &asked.filter, &page.subgroups, numbers, &[])
}

/// The way through the pages of one of the lists, the other staying where it is.
pub fn pages(
    words: &PageWords,
    title: &str,
    asked: &SaidQuery,
    next: Option<CommentId>,
    at: impl Fn(SaidQuery, Option<CommentId>) -> SaidQuery,
    (path, place): (&str, &str),
) -> AnyView {
    let link = |asked: SaidQuery| format!("{}{place}", address(path, &asked));
    let first = (at(*asked, None) != *asked).then(|| link(at(*asked, None)));
    pagination(words, title, first, next.map(|next| link(at(*asked, Some(next)))))
}

fn address(path: &str, asked: &SaidQuery) -> String {
    let (after, earlier) = (asked.after.map(|id| id.to_string()), asked.earlier.map(|id| id.to_string()));
    let more = [(SaidQuery::AFTER, after.as_deref()), (SaidQuery::EARLIER, earlier.as_deref())];
    let more: Vec<_> = more.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    filtered_with(path, &asked.filter, &more)
}

fn one(l: Locale, page: &ProvisionPage, block: &SaidBlock) -> AnyView {
    let Some(first) = block.comments.first() else { return ().into_any() };
    if block.of < 2 {
        return comment(l, page, first);
    }
    let comments: Vec<_> = block.comments.iter().map(|line| comment(l, page, line)).collect();
    let (shown, count) = (number(block.comments.len()), number(block.of));
    let head = if shown == count { voices::voices_collide(l, count) } else { f::said_collide_part(l, count, shown) };
    let rest = (shown < count).then(|| view! { " "<span class="meta">{f::said_collide_part_what(l)}</span> });
    let id = format!("x-{}", first.id);
    let heading = id.clone();
    view! {
        <div class="collision" role="group" aria-labelledby=id>
            <p class="collision__head"><strong id=heading>{head}</strong>" "{voices::voices_collide_what(l)}{rest}</p>
            {comments}
        </div>
    }
    .into_any()
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn comment(l: Locale, page: &ProvisionPage, line: &CommentLine) -> AnyView {
    let original = super::original_for(&line.content, &page.draft, &page.provision);
    let heard = page.heard.get(&line.id).map(Vec::as_slice).unwrap_or_default();
    ui::comment(l, line, original, page.draft.language, heard)
}
