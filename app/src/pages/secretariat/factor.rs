//! Removing the second factor of somebody who has lost it: what it does in words, a reason, one button.

use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::PersonId;
use model::forms::{FormState, ReasonForm};
use model::i18n::t::{offices, rounds, secretariat as t};
use model::policy::{self, KeepDesk};
use model::portal::LostFactor;
use model::routes;

/// `/secretariat/people/{id}/second-factor`
pub async fn remove_factor(cx: &Cx, id: PersonId, state: Option<FormState<ReasonForm>>) -> PageResult {
    let lost = cx.portal.lost_factor(&cx.ctx, id).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = Head::new(t::remove_factor_title(l));
    let head = if keeps_desk(cx) {
        let name = ui::person_name(l, &lost.full_name);
        head.crumb(offices::desk_secretariat_title(l), routes::secretariat(l)).crumb(name, routes::person_file(l, id))
    } else {
        head.crumb(offices::admin_title(l), routes::admin(l))
    };
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &lost, &state)))
}

/// An administrator may remove a lost factor too, but keeps no files of persons.
fn keeps_desk(cx: &Cx) -> bool {
    policy::check(&cx.ctx.actor, &KeepDesk {}, cx.ctx.now).is_ok()
}

/// Said in the query of the page one goes on to.
pub const REMOVED: &str = "factor-removed";

/// Where one goes on to once it is removed.
pub fn after(cx: &Cx, id: PersonId) -> String {
    let l = cx.locale();
    let place = if keeps_desk(cx) { routes::person_file(l, id) } else { routes::admin(l) };
    format!("{place}?{REMOVED}")
}

fn content(cx: &Cx, lost: &LostFactor, state: &FormState<ReasonForm>) -> AnyView {
    let l = cx.locale();
    let facts = vec![
        (offices::end_office_person(l).to_owned(), view! { <bdi>{ui::person_name(l, &lost.full_name)}</bdi> }.into_any()),
        (offices::person_file_address(l).to_owned(), view! { <bdi>{lost.email.clone()}</bdi> }.into_any()),
        (t::person_file_factor(l).to_owned(), t::person_file_factor_since(l, time(l, lost.enrolled_at)).into_any()),
    ];
    let effects = [
        t::remove_factor_effect_password(l),
        t::remove_factor_effect_office(l),
        t::remove_factor_effect_sessions(l),
        t::remove_factor_effect_mail(l),
    ];
    let effects: Vec<_> = effects.into_iter().map(|words| view! { <li>{words}</li> }).collect();
    let reason = FieldSpec {
        name: ReasonForm::REASON,
        label: rounds::move_reason(l),
        hint: Some(t::remove_factor_reason_hint(l)),
        value: &state.form.reason,
        fault: state.fault(ReasonForm::REASON),
        required: true,
        ..FieldSpec::default()
    };
    let back = if keeps_desk(cx) { routes::person_file(l, lost.person) } else { routes::admin(l) };
    view! {
        {parts::trouble(l, state, &[(ReasonForm::REASON, rounds::move_reason(l))], "UTC")}
        {ui::page_head(None, t::remove_factor_title(l), Some(t::remove_factor_lede(l).to_owned()))}
        <div class="stack">
            {ui::facts(facts)}
            {ui::notice(Notice::Warning, view! { <h2>{t::remove_factor_effects(l)}</h2><ul>{effects}</ul> }.into_any())}
            <form class="form" method="post" action=routes::person_factor(l, lost.person) novalidate>
                {ui::text_area(l, reason, 3, None, false)}
                <div class="actions">
                    {ui::button(t::remove_factor_button(l), Button::Danger, None)}
                    <a href=back>{t::remove_factor_cancel(l)}</a>
                </div>
            </form>
        </div>
    }
    .into_any()
}

fn time(l: model::domain::language::Locale, at: model::domain::time::Instant) -> String {
    model::calendar::full(l, at.to_second(), "UTC")
}
