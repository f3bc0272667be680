//! `/sign-in/code`: the second factor.

use super::parts::{self, status_of_form};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::forms::{FactorCodeForm, FormState};
use model::i18n::t::account as t;
use model::routes;

/// The form; whoever comes here without having entered a password is sent to sign in by the handler.
pub async fn page(cx: &Cx, state: FormState<FactorCodeForm>) -> PageResult {
    let l = cx.locale();
    Ok(ui::page(cx, status_of_form(&state), Head::new(t::code_title(l)), || {
        let kept = state.form.onward.pending.is_some().then(|| ui::notice(Notice::Info, view! { <p>{t::prove_kept(l)}</p> }.into_any()));
        let code = FieldSpec {
            name: FactorCodeForm::CODE,
            label: t::prove_code(l),
            hint: Some(t::code_hint(l)),
            fault: state.fault(FactorCodeForm::CODE),
            required: true,
            ..FieldSpec::default()
        };
        view! {
            {ui::error_summary(l, &state, &[(FactorCodeForm::CODE, t::prove_code(l))])}
            {ui::page_head(None, t::code_title(l), Some(t::code_lede(l).to_owned()))}
            {kept}
            <form class="form" method="post" action=routes::sign_in_code(l) novalidate>
                {parts::carried(&state.form.onward)}
                {ui::factor_code_field(l, code)}
                <div class="actions">{ui::button(t::continue_button(l), Button::Primary, None)}</div>
            </form>
            <section class="section">
                <h2>{t::code_lost(l)}</h2>
                <p class="measure">{t::code_lost_text(l)}</p>
                <p><a href=routes::contact(l)>{model::i18n::t::errors::do_contact(l)}</a></p>
            </section>
        }
        .into_any()
    }))
}
