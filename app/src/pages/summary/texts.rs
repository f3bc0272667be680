//! The comments of a session, by text and paragraph.

use super::super::parts;
use super::not_shown;
use crate::ui;
use leptos::prelude::*;
use model::domain::language::{Language, Locale};
use model::i18n::t::{late, summary as t};
use model::labels;
use model::portal::{ProvisionSummary, Summary, SummaryComment, TextSummary};
use model::routes;

/// Every text with its paragraphs and what was accepted on them.
pub fn by_paragraph(l: Locale, summary: &Summary) -> AnyView {
    summary.texts.iter().enumerate().map(|(at, text)| one_text(l, summary, at, text)).collect_view().into_any()
}

fn one_text(l: Locale, summary: &Summary, at: usize, text: &TextSummary) -> AnyView {
    let heading = t::summary_text_heading(l, text.draft.label.get(l), text.draft.title.get(l));
    let spoken: Vec<_> = text.provisions.iter().filter(|line| line.counts.total() > 0).collect();
    let silent: Vec<_> = text
        .provisions
        .iter()
        .filter(|line| line.accepted.is_empty() && line.provision.level.is_numbered())
        .map(|line| line.provision.citation.as_str())
        .collect();
    let body = if spoken.is_empty() {
        ui::empty(t::summary_none(l), view! { <p>{t::summary_none_what(l)}</p> }.into_any())
    } else {
        spoken.into_iter().map(|line| one_provision(l, summary, text, line)).collect_view().into_any()
    };
    let silent = (!silent.is_empty() && silent.len() < text.provisions.len())
        .then(|| view! { <p class="meta">{t::summary_no_comments_on(l, silent.join("; "))}</p> });
    view! { <section class="section" id=format!("text-{at}")><h2>{heading}</h2>{body}{silent}</section> }.into_any()
}

fn one_provision(l: Locale, summary: &Summary, text: &TextSummary, line: &ProvisionSummary) -> AnyView {
    let citation = line.provision.citation.as_str();
    let caption = format!("c-{}", line.provision.id);
    let rows: Vec<_> = line.accepted.iter().map(|comment| row(l, summary, comment, text.draft.language)).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <div class="table-wrap" tabindex="0" role="region" aria-labelledby=caption.clone()>
                <table>
                    <caption id=caption.clone() class="visually-hidden">{t::summary_comments_of(l, citation)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t::summary_proponent(l)}</th>
                            <th scope="col">{t::summary_stance(l)}</th>
                            <th scope="col">{t::summary_operation(l)}</th>
                            <th scope="col">{t::summary_proposal(l)}</th>
                            <th scope="col">{t::summary_reason(l)}</th>
                            <th scope="col">{t::summary_source(l)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <section class="stack">
            <h3><a href=routes::provision(l, line.provision.id)>{t::summary_paragraph(l, citation)}</a></h3>
            {parts::provision_quote(l, &line.provision, text.draft.language)}
            {table}
            {not_shown(l, line.counts)}
        </section>
    }
    .into_any()
}

/// `of`: the language of the text.
fn row(l: Locale, summary: &Summary, comment: &SummaryComment, of: Language) -> AnyView {
    let (content, organisation) = (&comment.content, &comment.organisation);
    let (lang, dir) = (content.language.code(), content.language.direction().as_str());
    let standing = summary.standings.get(&organisation.id).copied();
    let kind = format!("{} · {}", labels::stakeholder_type(l, organisation.stakeholder_type), labels::region(l, organisation.region));
    let stance = format!("stance stance--{}", content.stance.code().replace('_', "-"));
    let late = comment.late.then(|| view! { <p>{ui::badge(late::late_mark(l))}</p> });
    view! {
        <tr>
            <th scope="row"><bdi>{organisation.name.clone()}</bdi>{ui::standing(l, standing)}<p class="meta">{kind}</p></th>
            <td><span class=stance>{labels::stance(l, content.stance)}</span></td>
            <td>{labels::operation(l, content.operation)}" "{ui::comment_kind(l, content)}</td>
            <td>{ui::quoted(l, content, of)}<p lang=lang dir=dir>{content.proposed_text.clone()}</p>{ui::voices_line(l, &comment.heard)}</td>
            <td><p lang=lang dir=dir>{content.reason.clone()}</p>{ui::supporting_link(l, content)}</td>
            <td><a class="citation" href=routes::comment(l, comment.id)><bdi dir="ltr">{comment.receipt.clone()}</bdi></a>{late}</td>
        </tr>
    }
    .into_any()
}
