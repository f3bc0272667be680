//! What was said on a provision as a table: who, for or against, what, why, and the source one can check.

use super::comment_words::original_for;
use crate::ui;
use leptos::prelude::*;
use model::domain::accreditation::Standing;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::OrganisationId;
use model::domain::item::ItemState;
use model::domain::language::{Locale, LocalizedText};
use model::i18n::t::{compilation, late, summary as t};
use model::labels;
use model::portal::SummaryComment;
use model::routes;
use std::collections::HashMap;

/// One line of the table.
pub struct SaidRow<'a> {
    pub comment: &'a SummaryComment,
    pub standings: &'a HashMap<OrganisationId, Standing>,
    /// Said where it is not accepted.
    pub state: Option<ItemState>,
    /// The earlier version it was made on.
    pub made_on: Option<&'a LocalizedText>,
}

/// The table; nothing without lines. `id`: of its caption, one for each on a page.
pub fn said_table(l: Locale, id: String, on: (&DraftVersion, &Provision), rows: &[SaidRow<'_>]) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = rows.iter().map(|one| row(l, on, one)).collect();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-labelledby=id.clone()>
            <table>
                <caption id=id.clone() class="visually-hidden">{t::summary_comments_of(l, on.1.citation.as_str())}</caption>
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
    .into_any()
}

fn row(l: Locale, (draft, provision): (&DraftVersion, &Provision), row: &SaidRow<'_>) -> AnyView {
    let comment = row.comment;
    let (content, organisation) = (&comment.content, &comment.organisation);
    let (lang, dir) = (content.language.code(), content.language.direction().as_str());
    let standing = row.standings.get(&organisation.id).copied();
    let kind = format!("{} · {}", labels::stakeholder_type(l, organisation.stakeholder_type), labels::region(l, organisation.region));
    let stance = format!("stance stance--{}", content.stance.code().replace('_', "-"));
    let late = comment.late.then(|| view! { <p>{ui::badge(late::late_mark(l))}</p> });
    let state = row.state.filter(|state| *state != ItemState::Accepted).map(|state| view! { <p>{ui::status(l, state)}</p> });
    let made_on = row.made_on.map(|label| view! { <p class="meta">{compilation::compilation_made_on(l, label.get(l))}</p> });
    // What was said on other words is not held against these.
    let original = original_for(content, draft, provision).filter(|_| row.made_on.is_none());
    view! {
        <tr>
            <th scope="row"><bdi>{organisation.name.clone()}</bdi>{ui::standing(l, standing)}<p class="meta">{kind}</p></th>
            <td><span class=stance>{labels::stance(l, content.stance)}</span>{state}</td>
            <td>{labels::operation(l, content.operation)}" "{ui::comment_kind(l, content)}{made_on}</td>
            <td>{ui::quoted(l, content, draft.language)}{ui::proposal(l, content, original)}{ui::voices_line(l, &comment.heard)}</td>
            <td><p lang=lang dir=dir>{content.reason.clone()}</p>{ui::supporting_link(l, content)}</td>
            <td><a class="citation" href=routes::comment(l, comment.id)><bdi dir="ltr">{comment.receipt.clone()}</bdi></a>{late}</td>
        </tr>
    }
    .into_any()
}
