//! The organisations whose names a paper bears, before those who decide about it.

use crate::render::Cx;
use crate::ui;
use leptos::prelude::*;
use model::domain::language::Locale;
use model::portal::PaperPage;

/// All of them, the one that leads first.
pub fn paper_names(l: Locale, page: &PaperPage) -> AnyView {
    if page.joint.is_empty() {
        return ui::organisation(l, &page.organisation);
    }
    let names: Vec<_> =
        std::iter::once(&page.organisation).chain(&page.joint).map(|one| view! { <li>{ui::organisation(l, one)}</li> }).collect();
    view! { <ul class="stack">{names}</ul> }.into_any()
}

/// Whether one of them is the reader's own: then somebody else decides.
pub fn is_own(cx: &Cx, page: &PaperPage) -> bool {
    let member = |id| cx.ctx.actor.is_member(id);
    member(page.paper.organisation) || page.joint.iter().any(|one| member(one.id))
}
