//! The head of a page on which something is done for an organisation: for which one, and until when.

use super::own_deadline;
use crate::render::Cx;
use crate::ui::{self, DeadlineStyle};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::round::Round;
use model::i18n::t::common as t;

/// For whom, with the way to the others; the deadline of the round, and the own one where that is another.
pub fn acting_head(
    cx: &Cx,
    round: &Round,
    chosen: OrganisationId,
    all: &[(OrganisationId, String)],
    to: impl Fn(OrganisationId) -> String,
) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let phase = round.window.phase(chosen, None, now);
    let name = all.iter().find(|(id, _)| *id == chosen).map_or("", |(_, name)| name.as_str());
    view! {
        {for_whom(l, chosen, all, to)}
        <div class="page-head__deadline">{ui::deadline(l, round, now, DeadlineStyle::Live)}</div>
        {(phase != round.window.public_phase(now)).then(|| own_deadline(l, name, phase, &round.time_zone, now))}
    }
    .into_any()
}

/// The one it is done for, with the way to the others, where there is a choice. `all`: whom the person acts for.
fn for_whom(l: Locale, chosen: OrganisationId, all: &[(OrganisationId, String)], to: impl Fn(OrganisationId) -> String) -> AnyView {
    let name = all.iter().find(|(id, _)| *id == chosen).map(|(_, name)| view! { <p>{t::for_organisation(l, name.as_str())}</p> });
    let others: Vec<_> = all
        .iter()
        .filter(|(id, _)| *id != chosen)
        .map(|(id, name)| view! { <li><a href=to(*id)>{t::for_organisation(l, name.as_str())}</a></li> })
        .collect();
    let others = (!others.is_empty()).then(|| view! { <ul class="meta">{others}</ul> });
    view! { {name}{others} }.into_any()
}
