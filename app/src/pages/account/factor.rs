//! `/account/second-factor` and `/account/recovery-codes`: setting the second factor up, turning it off, codes for the day it is lost.

use super::{fresh, head, instant};
use crate::pages::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::{FactorCodeForm, FormState, Onward};
use model::i18n::t::account as t;
use model::portal::{FactorOffer, FactorState};
use model::routes;

/// The value of the button that turns the second factor off.
pub const OFF: (&str, &str) = ("action", "off");

/// What is set up, and how to set it up (anew).
pub async fn page(cx: &Cx, state: FormState<FactorCodeForm>) -> PageResult {
    fresh(cx)?;
    let offer = cx.portal.factor_offer(&cx.ctx).await?;
    let l = cx.locale();
    let title = t::factor_title(l);
    Ok(ui::page(cx, parts::status_of_form(&state), head(l, title), || {
        let needed = (offer.required && offer.replaces.is_none())
            .then(|| ui::notice(Notice::Warning, view! { <p>{t::factor_needed(l)}</p> }.into_any()));
        let kept = state.form.onward.pending.is_some().then(|| ui::notice(Notice::Info, view! { <p>{t::prove_kept(l)}</p> }.into_any()));
        let now = offer.replaces.map(|factor| current(l, factor, offer.required));
        let heading = if offer.replaces.is_some() { t::factor_replace(l) } else { t::factor_set_up(l) };
        view! {
            {ui::error_summary(l, &state, &[(FactorCodeForm::CODE, t::factor_code(l))])}
            {ui::page_head(None, title, Some(t::factor_lede(l).to_owned()))}
            {needed}
            {kept}
            {now}
            <section class="section">
                <h2>{heading}</h2>
                {set_up(l, &offer, &state)}
            </section>
        }
        .into_any()
    }))
}

fn current(l: Locale, factor: FactorState, required: bool) -> impl IntoView + use<> {
    let off_hint = if required { t::factor_off_required(l) } else { t::factor_off_hint(l) };
    view! {
        <section class="section">
            <h2>{t::factor_current(l)}</h2>
            <p>{t::factor_since(l, instant(l, factor.enrolled_at))}</p>
            <p>{t::factor_codes_left(l, factor.recovery_codes_left)}</p>
            <form class="actions" method="post" action=routes::recovery_codes(l)>
                {ui::button(t::factor_new_codes(l), Button::Secondary, None)}
            </form>
            <p class="hint">{off_hint}</p>
            <form class="actions" method="post" action=routes::second_factor(l)>
                {ui::button(t::factor_turn_off(l), Button::Danger, Some(OFF))}
            </form>
        </section>
    }
}

fn set_up(l: Locale, offer: &FactorOffer, state: &FormState<FactorCodeForm>) -> AnyView {
    let code = FieldSpec {
        name: FactorCodeForm::CODE,
        label: t::factor_code(l),
        hint: Some(t::factor_code_hint(l)),
        value: "",
        fault: state.fault(FactorCodeForm::CODE),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <ol class="stack">
            <li>{t::factor_step_app(l)}</li>
            <li class="stack">
                <p>{t::factor_step_scan(l)}</p>
                {ui::qr_code(&offer.uri, t::factor_qr(l))}
                <p>{t::factor_secret(l)}" "<span class="mono" dir="ltr" id="secret">{grouped(&offer.secret)}</span></p>
            </li>
            <li>{t::factor_step_code(l)}</li>
        </ol>
        <form class="form" method="post" action=routes::second_factor(l) novalidate>
            {parts::carried(&state.form.onward)}
            {ui::code_field(l, code)}
            <div class="actions">{ui::button(t::factor_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

/// Groups of four: what people can copy by hand.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The recovery codes, shown once; `fresh_factor` right after the second factor was set up.
pub fn codes(cx: &Cx, codes: &[String], onward: &Onward, fresh_factor: bool) -> Page {
    let l = cx.locale();
    ui::page(cx, 200, head(l, t::codes_title(l)), || {
        let done = fresh_factor.then(|| ui::notice(Notice::Success, view! { <p>{t::factor_done(l)}</p> }.into_any()));
        let rows: Vec<_> = codes.iter().map(|code| view! { <li><code class="mono" dir="ltr">{code.clone()}</code></li> }).collect();
        let next = match (&onward.pending, onward.next.as_str()) {
            (Some(_), _) => view! {
                <form class="actions" method="post" action=routes::resume(l)>
                    {parts::carried(onward)}
                    {ui::button(t::codes_kept_button(l), Button::Primary, None)}
                </form>
            }
            .into_any(),
            (None, "") => {
                view! { <p class="actions">{ui::link_button(t::codes_kept_button(l), routes::account(l), Button::Primary)}</p> }.into_any()
            }
            (None, next) => view! { <p class="actions">{ui::link_button(t::codes_kept_button(l), next, Button::Primary)}</p> }.into_any(),
        };
        view! {
            {ui::page_head(None, t::codes_title(l), Some(t::codes_lede(l).to_owned()))}
            {done}
            <ul class="codes">{rows}</ul>
            <p>{t::codes_once(l)}</p>
            {next}
        }
        .into_any()
    })
}
