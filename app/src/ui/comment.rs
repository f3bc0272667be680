//! A comment: who, for or against, the words proposed against those that stand, and why.

use super::diff::diff;
use super::facts::{badge, organisation, status};
use super::marked::{Marks, marked, put_in, taken_out};
use leptos::prelude::*;
use model::domain::comment::{CommentContent, Operation};
use model::domain::language::Locale;
use model::i18n::t::{common as t, late as texts};
use model::labels;
use model::portal::CommentLine;
use model::routes;

/// A comment in a list. With the `original` words of the provision, a proposal shows what it puts in and takes out.
pub fn comment(l: Locale, line: &CommentLine, original: Option<&str>) -> AnyView {
    let at = line.submitted_at.unwrap_or(line.updated_at).to_second();
    let content = &line.content;
    let (heading, heading_id) = (format!("c-{}", line.id), format!("c-{}", line.id));
    view! {
        <article class="comment" aria-labelledby=heading>
            <header class="comment__head">
                <h3 id=heading_id>{organisation(l, &line.organisation)}</h3>
                <span class=format!("stance stance--{}", content.stance.code().replace('_', "-"))>{labels::stance(l, content.stance)}</span>
                <span class="operation">{labels::operation(l, content.operation)}</span>
                {status(l, line.state)}
                {line.late.then(|| badge(texts::late_mark(l)))}
            </header>
            {proposal(l, content, original)}
            <p class="reason" lang=content.language.code() dir=content.language.direction().as_str()>{content.reason.clone()}</p>
            <footer class="comment__foot">
                <span>{t::comment_on(l, line.citation.as_str())}</span>
                {super::deadline::happened(l, at)}
                <a href=routes::comment(l, line.id)>{t::comment_open(l)}</a>
            </footer>
        </article>
    }
    .into_any()
}

/// The proposal in a comment: insertions and deletions against `original` where that is known.
pub fn proposal(l: Locale, content: &CommentContent, original: Option<&str>) -> AnyView {
    let proposed = content.proposed_text.trim();
    let words = match (content.operation, original) {
        (Operation::Delete, Some(original)) => taken_out(l, original, None),
        (Operation::Modify, Some(original)) if !proposed.is_empty() => {
            marked(l, &diff(original, proposed), (content.language, content.language), Marks::Both).into_any()
        }
        (Operation::Add, _) if !proposed.is_empty() => put_in(l, proposed),
        _ if proposed.is_empty() => return ().into_any(),
        _ => proposed.to_owned().into_any(),
    };
    let (lang, dir) = (content.language.code(), content.language.direction().as_str());
    view! {
        <p class="visually-hidden">{t::comment_proposed(l)}</p>
        <blockquote class="proposed" lang=lang dir=dir><p>{words}</p></blockquote>
    }
    .into_any()
}
