//! Asking the contact points of an organisation to become a member.

use super::parts::{status_of_form, trouble};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::error::PortalError;
use model::forms::{AskForm, FormState};
use model::i18n::t::{members as m, organisations as t};
use model::policy::Denied;
use model::portal::InputCursors;
use model::routes;

/// `/organisations/{id}/join`
pub async fn page(cx: &Cx, id: OrganisationId, state: Option<FormState<AskForm>>) -> PageResult {
    if cx.signed_in().is_none() {
        return Err(Denied::NotSignedIn.into());
    }
    let l = cx.locale();
    // Colleagues by domain may ask an organisation whose page they cannot read yet: then its name is not shown here either.
    let name = match cx.portal.organisation(&cx.ctx, id, &InputCursors::default()).await {
        Ok(page) if page.standing.function.is_some() => return Err(Denied::AlreadyMember.into()),
        Ok(page) => Some(page.organisation.profile.name),
        Err(PortalError::NotFound) if state.is_some() => None,
        Err(error) => return Err(error),
    };
    let state = state.unwrap_or_default();
    let title = name.map_or_else(|| m::join_title_plain(l).to_owned(), |name| m::join_title(l, name));
    let head = Head::new(title.as_str()).crumb(t::organisations_title(l), routes::organisations(l));
    Ok(ui::page(cx, status_of_form(&state), head, || {
        let message = FieldSpec {
            name: AskForm::MESSAGE,
            label: m::join_message(l),
            hint: Some(m::join_message_hint(l)),
            value: &state.form.message,
            fault: state.fault(AskForm::MESSAGE),
            ..FieldSpec::default()
        };
        view! {
            {ui::page_head(None, title.as_str(), Some(m::join_lede(l).to_owned()))}
            {trouble(l, &state, &[(AskForm::MESSAGE, m::join_message(l))], "UTC")}
            <form class="form" method="post" action=routes::join_organisation(l, id) novalidate>
                {ui::text_area(l, message, 4, None, false)}
                <div class="actions">{ui::button(m::join_button(l), Button::Primary, None)}</div>
            </form>
        }
        .into_any()
    }))
}
