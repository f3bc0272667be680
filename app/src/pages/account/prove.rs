//! `/account/prove`: who is there is asked again before a dangerous act.

use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::{FormState, ProveForm};
use model::i18n::t::account as t;
use model::policy::Denied;
use model::routes;

/// The form; a form that waits is carried in hidden fields.
pub async fn page(cx: &Cx, state: FormState<ProveForm>) -> PageResult {
    let person = cx.signed_in().ok_or(Denied::NotSignedIn)?;
    let with_code = cx.portal.account(&cx.ctx).await?.factor.is_some();
    let l = cx.locale();
    let kept = state.form.onward.pending.is_some();
    Ok(ui::page(cx, parts::status_of_form(&state), Head::new(t::prove_title(l)), || {
        let labels = [(ProveForm::PASSWORD, t::prove_password(l)), (ProveForm::CODE, t::prove_code(l))];
        let kept = kept.then(|| ui::notice(Notice::Info, view! { <p>{t::prove_kept(l)}</p> }.into_any()));
        view! {
            {ui::error_summary(l, &state, &labels)}
            {ui::page_head(None, t::prove_title(l), Some(t::prove_lede(l, person.full_name.as_str())))}
            {kept}
            {form(l, &state, with_code)}
        }
        .into_any()
    }))
}

fn form(l: Locale, state: &FormState<ProveForm>, with_code: bool) -> AnyView {
    let password = FieldSpec {
        name: ProveForm::PASSWORD,
        label: t::prove_password(l),
        fault: state.fault(ProveForm::PASSWORD),
        autocomplete: Some("current-password"),
        required: true,
        ..FieldSpec::default()
    };
    let code = FieldSpec {
        name: ProveForm::CODE,
        label: t::prove_code(l),
        hint: Some(t::code_hint(l)),
        fault: state.fault(ProveForm::CODE),
        required: true,
        ..FieldSpec::default()
    };
    let code = with_code.then(|| ui::factor_code_field(l, code));
    view! {
        <form class="form" method="post" action=routes::prove(l) novalidate>
            {parts::carried(&state.form.onward)}
            {ui::password_field(l, password)}
            {code}
            <div class="actions">{ui::button(t::continue_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}
