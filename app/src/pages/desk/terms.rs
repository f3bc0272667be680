//! Terms of office that end soon: one's own, and those one appoints to.

use crate::pages::offices::place_of;
use crate::render::Cx;
use crate::ui;
use leptos::prelude::*;
use model::calendar;
use model::i18n::t::{offices, terms as t};
use model::labels;
use model::portal::OfficeLine;

/// The first to end first. Nothing where none does.
pub fn section(cx: &Cx, lines: &[OfficeLine]) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = lines.iter().map(|line| row(cx, line)).collect();
    let l = cx.locale();
    view! { <section class="section" id="terms"><h2>{t::desk_terms(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

fn row(cx: &Cx, line: &OfficeLine) -> impl IntoView + use<> {
    let l = cx.locale();
    let own = cx.signed_in().is_some_and(|person| person.person == line.person);
    let name = if own { t::desk_terms_you(l).to_owned() } else { ui::person_name(l, &line.full_name) };
    let id = format!("term-{}", line.id);
    let until = line.until.map(|until| offices::offices_until(l, calendar::last_day(l, until)));
    view! {
        <li class="row">
            <h3 class="row__title" id=id.clone()><bdi>{name}</bdi></h3>
            <p class="row__meta"><span>{labels::office(l, line)}</span><span>{until}</span></p>
            <p class="row__aside"><a href=place_of(l, line) aria-describedby=id>{t::desk_terms_offices(l)}</a></p>
        </li>
    }
}
