//! The members of an organisation: who they are, who asks, who is invited, and how the contact point changes hands.
//! Several small forms are posted to this one address; the one that was refused is shown with what is wrong.

mod claims;
mod people;

use super::parts::{self, trouble};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::domain::person::Function;
use model::forms::{FormState, MembersForm as F};
use model::i18n::t::{members as t, organisations as o};
use model::labels;
use model::portal::MembersPage;
use model::routes;

pub use claims::claim_state;

/// `/organisations/{id}/members`
pub async fn page(cx: &Cx, id: OrganisationId, state: Option<FormState<F>>) -> PageResult {
    let page = cx.portal.members(&cx.ctx, id).await?;
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let name = page.organisation.profile.name.clone();
    let head = Head::new(t::members_title(l))
        .crumb(o::organisations_title(l), routes::organisations(l))
        .crumb(name.as_str(), routes::organisation(l, id));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        let view = View { cx, l, page: &page, state: &state, action: routes::members(l, id) };
        let labels = [(F::EMAIL, t::invite_email(l)), (F::FUNCTION, t::invite_function(l)), (F::REASON, t::reason(l))];
        view! {
            {ui::page_head(Some(name), t::members_title(l), Some(t::members_lede(l).to_owned()))}
            {trouble(l, &state, &labels, "UTC")}
            {people::members(&view)}
            {people::requests(&view)}
            {people::invitations(&view)}
            {claims::section(&view)}
            {people::leave(&view)}
        }
        .into_any()
    }))
}

/// What the parts of this page share.
struct View<'a> {
    cx: &'a Cx,
    l: Locale,
    page: &'a MembersPage,
    state: &'a FormState<F>,
    action: String,
}

impl View<'_> {
    /// A form of this page: `act` about `target`, its fields, its button.
    fn form(&self, act: &'static str, target: &str, fields: AnyView, button: AnyView) -> AnyView {
        view! {
            <form class="form" method="post" action=self.action.clone() novalidate>
                {ui::hidden(F::ACT, act)}
                {ui::hidden(F::TARGET, target)}
                {fields}
                <div class="actions">{button}</div>
            </form>
        }
        .into_any()
    }

    /// What was typed into this form, if it is the one that was refused.
    fn refused(&self, act: &str, target: &str) -> Option<&FormState<F>> {
        Some(self.state).filter(|state| state.is_refused() && state.form.is(act, target))
    }

    /// The id of a field of a form: its name in the one that was refused, so that the summary links there; else one of its own.
    fn id(&self, act: &str, target: &str, name: &str) -> String {
        if self.refused(act, target).is_some() { name.to_owned() } else { format!("{name}-{act}-{target}") }
    }

    fn function(&self, act: &'static str, target: &str, current: Option<Function>) -> AnyView {
        let refused = self.refused(act, target);
        let value = refused.map_or_else(|| current.map_or("", Function::code).to_owned(), |state| state.form.function.clone());
        let spec = FieldSpec {
            name: F::FUNCTION,
            id: Some(&self.id(act, target, F::FUNCTION)),
            label: t::invite_function(self.l),
            hint: Some(t::invite_function_hint(self.l)),
            value: &value,
            fault: refused.and_then(|state| state.fault(F::FUNCTION)),
            required: true,
            ..FieldSpec::default()
        };
        let options = labels::options(Function::ALL, Function::code, |value| labels::function(self.l, value));
        ui::select(self.l, spec, &options)
    }

    fn reason(&self, act: &'static str, target: &str, hint: &'static str) -> AnyView {
        let refused = self.refused(act, target);
        let spec = FieldSpec {
            name: F::REASON,
            id: Some(&self.id(act, target, F::REASON)),
            label: t::reason(self.l),
            hint: Some(hint),
            value: refused.map_or("", |state| state.form.reason.as_str()),
            fault: refused.and_then(|state| state.fault(F::REASON)),
            required: true,
            ..FieldSpec::default()
        };
        ui::text_area(self.l, spec, 3, None, false)
    }

    /// A form that needs no more than one press.
    fn press(&self, act: &'static str, target: &str, label: impl Into<String>, kind: Button) -> AnyView {
        self.form(act, target, ().into_any(), ui::button(label, kind, None))
    }
}

/// What is folded away until it is wanted; open where something in it was refused.
fn folded(summary: impl Into<String>, open: bool, content: AnyView) -> AnyView {
    view! { <details open=open><summary>{summary.into()}</summary><div class="stack">{content}</div></details> }.into_any()
}
