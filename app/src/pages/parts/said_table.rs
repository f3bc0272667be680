//! What was said on a provision as a table: who, for or against, what, why, and the source one can check.

use super::comment_words::original_for;
use crate::ui;
use leptos::prelude::*;
use model::domain::accreditation::Standing;
use model::domain::comment::Operation;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::ids::OrganisationId;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::i18n::t::{compilation, late, summary as t};
use model::labels;
use model::portal::{MadeOn, SummaryComment};
use model::routes;
use std::collections::HashMap;

/// One line of the table.
pub struct SaidRow<'a> {
    pub comment: &'a SummaryComment,
    pub standings: &'a HashMap<OrganisationId, Standing>,
    /// Said where it is not accepted.
    pub state: Option<ItemState>,
    /// What it was made on, on an earlier version.
    pub made_on: Option<&'a MadeOn>,
}

/// The table; nothing without lines. `id`: of its caption, one for each on a page. On a narrow screen its cells stand below each other,
/// each with its head.
pub fn said_table(l: Locale, id: String, on: (&DraftVersion, &Provision), rows: &[SaidRow<'_>]) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = rows.iter().map(|one| row(l, on, one)).collect();
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-labelledby=id.clone()>
            <table class="said">
                <caption id=id.clone() class="visually-hidden">{compilation::compilation_caption(l, labels::provision_name(l, on.1))}</caption>
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
    let made_on = row.made_on.map(|there| view! { <p class="meta">{compilation::compilation_made_on(l, there.label.get(l))}</p> });
    let (text, of) = row.made_on.map_or((provision.text.as_str(), draft.language), |there| (there.text.as_str(), there.language));
    let proposes = !matches!(content.operation, Operation::CommentOnly | Operation::Keep);
    let proposal = if proposes {
        ui::proposal(l, content, original_for(content, text), of)
    } else {
        view! { <span class="meta">{compilation::compilation_no_words(l)}</span> }.into_any()
    };
    view! {
        <tr>
            <th scope="row"><bdi>{organisation.name.clone()}</bdi>{ui::standing(l, standing)}<p class="meta">{kind}</p></th>
            <td data-head=t::summary_stance(l)><span class=stance>{labels::stance(l, content.stance)}</span>{state}</td>
            <td data-head=t::summary_operation(l)>{labels::operation(l, content.operation)}" "{ui::comment_kind(l, content)}{made_on}</td>
            <td data-head=t::summary_proposal(l)>{ui::quoted(l, content, of)}{proposal}{ui::voices_line(l, &comment.heard)}</td>
            <td data-head=t::summary_reason(l)><p lang=lang dir=dir>{content.reason.clone()}</p>{ui::supporting_link(l, content)}</td>
            <td data-head=t::summary_source(l)><a class="citation" href=routes::comment(l, comment.id)><bdi dir="ltr">{comment.receipt.clone()}</bdi></a>{late}</td>
        </tr>
    }
    .into_any()
}
