//! What was said on each paragraph of the texts of a session: a strip of the text, and a table behind it.

use super::{figure, in_time, inputs};
use crate::pages::parts;
use crate::ui::{self, Column};
use leptos::prelude::*;
use model::domain::comment::Stance;
use model::domain::draft::{DraftVersion, Provision};
use model::domain::input_filter::{InputFilter, Received};
use model::domain::language::Locale;
use model::domain::statistics::OnParagraph;
use model::i18n::t::statistics as t;
use model::i18n::t::summary as s;
use model::labels;
use model::portal::StatisticsPage;
use model::routes;

pub fn by_paragraph(l: Locale, page: &StatisticsPage) -> AnyView {
    page.texts.iter().map(|(draft, provisions)| text(l, page, draft, provisions)).collect_view().into_any()
}

fn text(l: Locale, page: &StatisticsPage, draft: &DraftVersion, provisions: &[Provision]) -> AnyView {
    let of = |provision: &Provision| page.statistics.by_paragraph.get(&provision.id).copied().unwrap_or_default();
    let said = |on: OnParagraph| on.comments + on.late;
    // What has no number is there where it is spoken on.
    let shown: Vec<_> = provisions
        .iter()
        .map(|provision| (provision, of(provision)))
        .filter(|(provision, on)| provision.level.is_numbered() || said(*on) > 0)
        .collect();
    let title = s::summary_text_heading(l, draft.label.get(l), draft.title.get(l));
    if shown.iter().all(|(_, on)| said(*on) == 0) {
        return ().into_any();
    }
    let counts: Vec<_> = shown.iter().map(|(_, on)| said(*on)).collect();
    let silent: Vec<_> =
        shown.iter().filter(|(_, on)| said(*on) == 0).map(|(provision, _)| format!("\u{2068}{}\u{2069}", provision.citation)).collect();
    let silent = (!silent.is_empty()).then(|| view! { <p>{t::stat_silent(l, silent.join(t::stat_separator(l)))}</p> });
    let rows = shown.iter().filter(|(_, on)| said(*on) > 0).map(|(provision, on)| row(l, page, provision, *on)).collect();
    let stances = Stance::ALL.iter().map(|stance| labels::stance(l, *stance));
    let numbers = std::iter::once(t::stat_comments(l)).chain(stances).chain([t::stat_proposals_of(l), t::stat_late(l)]);
    let columns = std::iter::once(Column::of(t::stat_paragraph(l))).chain(numbers.map(Column::number));
    view! {
        <section class="section stack">
            <h2><a href=routes::draft(l, draft.id)>{title.clone()}</a></h2>
            <div><figure class="chart">
                <figcaption>{t::stat_by_paragraph_caption(l)}</figcaption>
                {parts::strip_alone(l, &counts)}
                <details><summary>{t::stat_as_table(l)}</summary>{ui::table(title, columns, rows)}</details>
            </figure></div>
            {silent}
        </section>
    }
    .into_any()
}

fn row(l: Locale, page: &StatisticsPage, provision: &Provision, on: OnParagraph) -> AnyView {
    let all = InputFilter { provision: Some(provision.id), ..InputFilter::default() };
    let to = |filter: InputFilter| inputs(l, page, filter);
    let stances: Vec<_> = Stance::ALL
        .iter()
        .map(|stance| {
            view! { <td class="number">{figure(on.of(*stance), || to(in_time(InputFilter { stance: Some(*stance), ..all })))}</td> }
        })
        .collect();
    view! {
        <tr>
            <th scope="row"><a href=routes::provision(l, provision.id)>{labels::provision_name(l, provision)}</a></th>
            <td class="number">{figure(on.comments, || to(in_time(all)))}</td>
            {stances}
            <td class="number">{figure(on.proposals, || to(in_time(InputFilter { proposals: true, ..all })))}</td>
            <td class="number">{figure(on.late, || to(InputFilter { received: Some(Received::Late), ..all }))}</td>
        </tr>
    }
    .into_any()
}
