//! A form that waited while its sender proved who they are: as it was, one press from being sent. Papers, comments and decisions
//! come back on their own pages; every other form comes back here.

use crate::render::{Cx, Page};
use crate::ui::{self, Button, Head};
use leptos::prelude::*;
use model::forms::Pending;
use model::i18n::t::account as t;
use model::routes;

/// The form with its fields hidden, and the button that sends it to where it was going.
pub fn page(cx: &Cx, pending: &Pending) -> Page {
    let l = cx.locale();
    let action = routes::localized(l, &pending.path);
    ui::page(cx, 200, Head::new(t::resume_title(l)), || {
        let fields: Vec<_> = pending.fields.iter().map(|(name, value)| ui::hidden(name.as_str(), value.as_str())).collect();
        view! {
            {ui::page_head(None, t::resume_title(l), Some(t::resume_lede(l).to_owned()))}
            <form class="actions" method="post" action=action.clone()>
                {fields}
                {ui::button(t::resume_button(l), Button::Primary, None)}
                <a href=action.clone()>{t::resume_back(l)}</a>
            </form>
        }
        .into_any()
    })
}
