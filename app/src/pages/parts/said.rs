//! What is said on a provision in public: in the order it came, but proposals that exclude each other stand together.

use super::comment_filters::comment_filters;
use super::paging::{PageWords, asking, pagination};
use crate::ui;
use leptos::prelude::*;
use model::domain::ids::CommentId;
use model::domain::language::Locale;
use model::i18n::t::{drafts as t, filters as f, voices};
use model::portal::{CommentLine, ProvisionPage, SaidBlock, SaidQuery};
use model::routes;

/// The section of a provision's page; nothing where all that is said comes from earlier versions.
pub fn said(l: Locale, page: &ProvisionPage) -> AnyView {
    if page.said.all == 0 && page.earlier.all > 0 {
        return ().into_any();
    }
    let filter = filters(l, page);
    let lines = if page.said.all == 0 {
        ui::empty(t::provision_no_comments(l), view! { <p>{t::provision_no_comments_what(l)}</p> }.into_any())
    } else if page.said.matching == 0 && page.earlier.matching > 0 {
        view! { <p><a href="#earlier">{f::said_only_earlier(l)}</a></p> }.into_any()
    } else if page.said.matching == 0 {
        ui::empty(f::filter_none(l), view! { <p>{f::filter_none_what(l)}</p> }.into_any())
    } else {
        page.said.rows.iter().map(|block| one(l, page, block)).collect_view().into_any()
    };
    let words = PageWords { label: f::said_pages(l), first: f::said_first(l), next: f::said_next(l) };
    let title = t::provision_comments_count(l, page.said.matching);
    let way = pages(l, page, (&words, &title, "#comments"), page.said.next, |asked, after| SaidQuery { after, ..asked });
    view! { <section class="section" id="comments"><h2>{title}</h2>{filter}{lines}{way}</section> }.into_any()
}

/// The page of a provision, asking for this.
pub fn provision_asking(l: Locale, page: &ProvisionPage, asked: &SaidQuery) -> String {
    asking(&routes::provision(l, page.provision.id), &asked.pairs())
}

/// The form of what is asked for, over all that is said on the provision; where the section of its own version is not shown, the other
/// one has it.
pub fn filters(l: Locale, page: &ProvisionPage) -> AnyView {
    let numbers = (page.said.matching + page.earlier.matching, page.said.all + page.earlier.all);
    let kept = SaidQuery { language: page.asked.language, ..SaidQuery::default() };
    let path = routes::provision(l, page.provision.id);
    comment_filters(l, (&path, "#comments"), &page.asked.filter, &page.subgroups, numbers, &kept.pairs())
}

/// The way through the pages of one of the lists, the other staying where it is.
pub fn pages(
    l: Locale,
    page: &ProvisionPage,
    (words, title, place): (&PageWords, &str, &str),
    next: Option<CommentId>,
    at: impl Fn(SaidQuery, Option<CommentId>) -> SaidQuery,
) -> AnyView {
    let link = |asked: SaidQuery| format!("{}{place}", provision_asking(l, page, &asked));
    let first = (at(page.asked, None) != page.asked).then(|| link(at(page.asked, None)));
    pagination(words, title, first, next.map(|next| link(at(page.asked, Some(next)))))
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
    let original = super::original_for(&line.content, &page.provision.text);
    let heard = page.heard.get(&line.id).map(Vec::as_slice).unwrap_or_default();
    ui::comment(l, line, original, page.draft.language, heard)
}
