//! What does not stand in the way of submitting a paper, but its authors may regret.

use crate::ui::{self, Doubt, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::{checks as t, papers};
use model::portal::PaperPage;
use model::routes;

/// For the check before submitting; nothing where there is nothing to look at.
pub fn worth_a_look(l: Locale, page: &PaperPage) -> AnyView {
    let content = &page.paper.content;
    let mut items: Vec<String> = content.wording().parts().flat_map(ui::doubts).map(|doubt| words(l, &doubt)).collect();
    let questions = page.line.round.questions.len();
    let answered = |at: &usize| content.answers.get(*at).is_some_and(|answer| !answer.trim().is_empty());
    // Whoever answers none writes a free text.
    if (0..questions).any(|at| answered(&at)) {
        items.extend((0..questions).filter(|at| !answered(at)).map(|at| t::check_question(l, at + 1)));
    }
    if items.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = items.into_iter().map(|words| view! { <li dir="auto">{words}</li> }).collect();
    let content = view! {
        <h2>{t::check_look(l)}</h2>
        <p>{t::check_look_what(l)}</p>
        <ul>{items}</ul>
        <p><a href=routes::edit_paper(l, page.paper.id)>{papers::submit_fix_text(l)}</a></p>
    };
    ui::notice(Notice::Info, content.into_any())
}

fn words(l: Locale, doubt: &Doubt) -> String {
    match doubt {
        Doubt::LinkNowhere(words) => t::check_link(l, words.as_str()),
        Doubt::EmptyHeading(words) => t::check_heading(l, words.as_str()),
        Doubt::Picture(words) => t::check_picture(l, words.as_str()),
        Doubt::Html(words) => t::check_html(l, words.as_str()),
    }
}
