//! The list of speakers with names and subjects: the chair orders it, the secretariat reads it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, SpeakersForm};
use model::i18n::t::speakers as t;
use model::labels;
use model::portal::{SpeakerLine, SpeakersPage};
use model::routes;

/// `/rounds/{id}/speakers`
pub async fn page(cx: &Cx, id: RoundId, state: Option<FormState<SpeakersForm>>) -> PageResult {
    let page = cx.portal.speakers(&cx.ctx, id).await?;
    let mut state = state.unwrap_or_else(|| FormState::fresh(SpeakersForm::from_lines(&page.speakers, page.version)));
    if state.refusal == Some(PortalError::Conflict) {
        // The places as they are now stand beside those that were typed; sending these again is then a choice.
        state.form.version = page.version.to_string();
    }
    let head = parts::head_in_round(cx.locale(), t::speakers_title(cx.locale()), &page.line);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &SpeakersPage, state: &FormState<SpeakersForm>) -> AnyView {
    let l = cx.locale();
    let round = &page.line.round;
    let labels = [(SpeakersForm::NUMBERS, t::speakers_place(l))];
    let list = if page.speakers.is_empty() {
        ui::empty(t::speakers_none(l), view! { <p>{t::speakers_none_what(l)}</p> }.into_any())
    } else if page.may_order {
        order_form(l, page, state)
    } else {
        let rows: Vec<_> = page.speakers.iter().map(|line| placed_row(l, page, line)).collect();
        view! { <ol class="rows">{rows}</ol> }.into_any()
    };
    let deadline = view! {
        {parts::round_deadline(cx, &page.line)}<p>{t::speakers_count(l, page.count)}</p>
        <p class="hint"><a href=routes::round(l, round.id)>{t::speak_to_round(l)}</a></p>
    };
    view! {
        {ui::page_head_with(
            Some(round.title.get(l).to_owned()),
            t::speakers_title(l),
            Some(t::speakers_lede(l).to_owned()),
            deadline.into_any(),
        )}
        {parts::trouble(l, state, &labels, &round.time_zone)}
        <section class="section" id=SpeakersForm::NUMBERS aria-labelledby="speakers">
            <h2 id="speakers">{t::speakers_list(l)}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn order_form(l: Locale, page: &SpeakersPage, state: &FormState<SpeakersForm>) -> AnyView {
    let rows: Vec<_> = page.speakers.iter().map(|line| order_row(l, page, line, state)).collect();
    view! {
        <p class="hint measure">{t::speakers_order_what(l)}</p>
        <form method="post" action=routes::speakers(l, page.line.round.id) novalidate>
            {ui::hidden(SpeakersForm::VERSION, state.form.version.as_str())}
            <ol class="rows">{rows}</ol>
            <div class="actions">{ui::button(t::speakers_order_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn order_row(l: Locale, page: &SpeakersPage, line: &SpeakerLine, state: &FormState<SpeakersForm>) -> AnyView {
    let id = line.inscription.id;
    let (name, number) = (SpeakersForm::name(id), state.form.number(id));
    let stored = line.inscription.place.filter(|_| state.is_refused());
    let stored = stored.map(|place| view! { <p class="hint">{t::speakers_place_stored(l, place)}</p> });
    let title = title_id(line);
    let place = ui::place_field(
        l,
        FieldSpec {
            name: &name,
            label: t::speakers_place(l),
            value: number,
            fault: SpeakersForm::fault(number),
            beside: Some(&title),
            ..FieldSpec::default()
        },
    );
    view! { <li class="row row--placed"><div class="row__place">{place}</div><div>{speaker(l, page, line)}{stored}</div></li> }.into_any()
}

/// For those who read the list: the place as it is.
fn placed_row(l: Locale, page: &SpeakersPage, line: &SpeakerLine) -> AnyView {
    let place = line.inscription.place.map(|place| view! { <span class="visually-hidden">{t::speakers_place(l)}" "</span>{place} });
    view! { <li class="row row--placed"><div class="row__place">{place}</div><div>{speaker(l, page, line)}</div></li> }.into_any()
}

fn title_id(line: &SpeakerLine) -> String {
    format!("speaker-{}", line.inscription.id)
}

fn speaker(l: Locale, page: &SpeakersPage, line: &SpeakerLine) -> AnyView {
    let (content, zone) = (&line.inscription.content, &page.line.round.time_zone);
    let capacity = (!content.capacity.is_empty()).then(|| view! { " · "<bdi>{content.capacity.clone()}</bdi> });
    let said = if content.speaker.is_empty() {
        view! { <p class="hint">{t::speakers_forgotten(l)}</p> }.into_any()
    } else {
        view! {
            <p><strong><bdi>{content.speaker.clone()}</bdi></strong>{capacity}</p>
            <p><bdi lang=content.language.code()>{content.subject.clone()}</bdi></p>
        }
        .into_any()
    };
    view! {
        <h3 class="row__title" id=title_id(line)>{ui::organisation_name(l, &line.organisation)}{ui::standing(l, line.standing)}</h3>
        {said}
        <p class="row__meta">
            <span>{labels::stakeholder_type(l, line.organisation.stakeholder_type)}</span>
            <span>{labels::region(l, line.organisation.region)}</span>
            <span>{labels::language_name(l, content.language)}</span>
            <span>{t::speak_received(l)}" "{ui::time(l, line.inscription.received_at.to_second(), zone)}</span>
        </p>
    }
    .into_any()
}
