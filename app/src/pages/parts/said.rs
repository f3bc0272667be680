//! What is said on a provision in public: in the order it came, but proposals that exclude each other stand together.

use crate::ui;
use leptos::prelude::*;
use model::domain::collision::collisions;
use model::domain::language::Locale;
use model::domain::quotation::readable;
use model::i18n::t::{drafts as t, voices};
use model::portal::{CommentLine, ProvisionPage};

/// The section of a provision's page; nothing where all that is said comes from earlier versions.
pub fn said(l: Locale, page: &ProvisionPage) -> AnyView {
    if page.comments.is_empty() && !page.earlier.is_empty() {
        return ().into_any();
    }
    let lines = if page.comments.is_empty() {
        ui::empty(t::provision_no_comments(l), view! { <p>{t::provision_no_comments_what(l)}</p> }.into_any())
    } else {
        in_groups(l, page).into_any()
    };
    let count = i64::try_from(page.comments.len()).unwrap_or(i64::MAX);
    view! { <section class="section" id="comments"><h2>{t::provision_comments_count(l, count)}</h2>{lines}</section> }.into_any()
}

/// Each group stands where its first comment does.
fn in_groups(l: Locale, page: &ProvisionPage) -> Vec<AnyView> {
    let contents: Vec<_> = page.comments.iter().map(|line| &line.content).collect();
    let groups = collisions(&readable(&page.provision.text), &contents);
    let mut shown = Vec::new();
    for (at, line) in page.comments.iter().enumerate() {
        match groups.iter().find(|group| group.contains(&at)) {
            None => shown.push(comment(l, page, line)),
            Some(group) if group[0] == at => shown.push(together(l, page, group)),
            Some(_) => {}
        }
    }
    shown
}

fn together(l: Locale, page: &ProvisionPage, group: &[usize]) -> AnyView {
    let comments: Vec<_> = group.iter().filter_map(|at| page.comments.get(*at)).map(|line| comment(l, page, line)).collect();
    let count = i64::try_from(group.len()).unwrap_or(i64::MAX);
    let id = page.comments.get(group[0]).map(|line| format!("x-{}", line.id));
    let heading = id.clone();
    view! {
        <div class="collision" role="group" aria-labelledby=id>
            <p class="collision__head"><strong id=heading>{voices::voices_collide(l, count)}</strong>" "{voices::voices_collide_what(l)}</p>
            {comments}
        </div>
    }
    .into_any()
}

fn comment(l: Locale, page: &ProvisionPage, line: &CommentLine) -> AnyView {
    let original = super::original_for(&line.content, &page.draft, &page.provision);
    let heard = page.heard.get(&line.id).map(Vec::as_slice).unwrap_or_default();
    ui::comment(l, line, original, page.draft.language, heard)
}
