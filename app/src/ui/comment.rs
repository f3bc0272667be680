//! A comment: who, for or against, the words proposed against those that stand, and why.

use super::diff::diff;
use super::facts::{badge, organisation, status};
use super::marked::{Marks, marked, put_in, taken_out};
use leptos::prelude::*;
use model::domain::comment::{CommentContent, CommentKind, Operation};
use model::domain::language::{Language, Locale};
use model::domain::redaction;
use model::domain::voice::{Heard, Voice, saying};
use model::i18n::t::organisations::list_separator;
use model::i18n::t::{common as t, late as texts, voices as v};
use model::labels;
use model::portal::CommentLine;
use model::routes;

/// A comment in a list. With the `original` words of the provision, a proposal shows what it puts in and takes out. `of`: the language of the
/// text; `heard`: what others say to it.
pub fn comment(l: Locale, line: &CommentLine, original: Option<&str>, of: Language, heard: &[Heard]) -> AnyView {
    let at = line.submitted_at.unwrap_or(line.updated_at).to_second();
    let content = &line.content;
    let (heading, heading_id) = (format!("c-{}", line.id), format!("c-{}", line.id));
    view! {
        <article class="comment" aria-labelledby=heading>
            <header class="comment__head">
                <h3 id=heading_id>{organisation(l, &line.organisation)}</h3>
                <span class=format!("stance stance--{}", content.stance.code().replace('_', "-"))>{labels::stance(l, content.stance)}</span>
                <span class="operation">{labels::operation(l, content.operation)}</span>
                {comment_kind(l, content)}
                {status(l, line.state)}
                {line.late.then(|| badge(texts::late_mark(l)))}
            </header>
            {quoted(l, content, of)}
            {proposal(l, content, original, of)}
            <p class="reason" lang=content.language.code() dir=content.language.direction().as_str()>{content.reason.clone()}</p>
            {supporting_link(l, content)}
            {voices_line(l, heard)}
            <footer class="comment__foot">
                <span>{t::comment_on(l, line.citation.as_str())}</span>
                {super::deadline::happened(l, at)}
                <a href=routes::comment(l, line.id)>{t::comment_open(l)}</a>
            </footer>
        </article>
    }
    .into_any()
}

/// Who proposes the same, and how many support and oppose it; nothing where nobody does.
pub fn voices_line(l: Locale, heard: &[Heard]) -> Option<AnyView> {
    let count = |voice| i64::try_from(saying(heard, voice).count()).unwrap_or(i64::MAX);
    let joined: Vec<_> = saying(heard, Voice::Join).map(|organisation| format!("\u{2068}{}\u{2069}", organisation.name)).collect();
    let joined = (!joined.is_empty()).then(|| v::voices_line_join(l, joined.join(list_separator(l))));
    let support = Some(count(Voice::Support)).filter(|count| *count > 0).map(|count| v::voices_line_support(l, count));
    let oppose = Some(count(Voice::Oppose)).filter(|count| *count > 0).map(|count| v::voices_line_oppose(l, count));
    let all: Vec<_> = [joined, support, oppose].into_iter().flatten().collect();
    let of = |voice| saying(heard, voice).count();
    let bar = super::sides(l, of(Voice::Join) + of(Voice::Support), of(Voice::Oppose));
    (!all.is_empty()).then(|| view! { {bar}<p class="meta">{all.join(" · ")}</p> }.into_any())
}

/// What a comment is about, where that is not what the provision says.
pub fn comment_kind(l: Locale, content: &CommentContent) -> Option<AnyView> {
    (content.kind != CommentKind::Substantive).then(|| badge(labels::comment_kind(l, content.kind)).into_any())
}

/// The words a comment is about, where it is not about all of the provision. `of`: the language of the text.
pub fn quoted(l: Locale, content: &CommentContent, of: Language) -> Option<AnyView> {
    let quote = (!content.quote.is_empty()).then(|| content.quote.clone())?;
    let words = view! {
        <p class="quoted">
            <span class="meta">{t::comment_on_words(l)}</span>
            " "
            <q lang=of.code() dir=of.direction().as_str()>{quote}</q>
        </p>
    };
    Some(words.into_any())
}

/// Where to read what supports a comment.
pub fn supporting_link(l: Locale, content: &CommentContent) -> Option<AnyView> {
    let link = (!content.link.is_empty()).then(|| content.link.clone())?;
    let shown = link.trim_start_matches("https://").to_owned();
    // Of a redacted address nothing is left that leads anywhere.
    if link.contains(redaction::MARK) {
        return Some(view! { <p class="meta">{t::comment_link(l)}" "<bdi dir="ltr">{shown}</bdi></p> }.into_any());
    }
    let words = view! {
        <p class="meta">{t::comment_link(l)}" "<a href=link rel="nofollow noopener external"><bdi dir="ltr">{shown}</bdi></a></p>
    };
    Some(words.into_any())
}

/// The proposal in a comment: insertions and deletions against the `original` words, where it is written in their language, `of`.
pub fn proposal(l: Locale, content: &CommentContent, original: Option<&str>, of: Language) -> AnyView {
    let proposed = content.proposed_text.trim();
    let same = content.language == of;
    let (words, language) = match (content.operation, original) {
        // What is to go is said in its own language.
        (Operation::Delete, Some(original)) => (taken_out(l, original, None), of),
        (Operation::Modify, Some(original)) if same && !proposed.is_empty() => {
            (marked(l, &diff(original, proposed), (of, of), Marks::Both).into_any(), of)
        }
        (Operation::Add, _) if !proposed.is_empty() => (put_in(l, proposed), content.language),
        _ if proposed.is_empty() => return ().into_any(),
        _ => (proposed.to_owned().into_any(), content.language),
    };
    let (lang, dir) = (language.code(), language.direction().as_str());
    view! {
        <p class="visually-hidden">{t::comment_proposed(l)}</p>
        <blockquote class="proposed" lang=lang dir=dir><p>{words}</p></blockquote>
    }
    .into_any()
}
