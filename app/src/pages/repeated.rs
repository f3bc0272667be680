//! A form that was sent once more, with other words: what was done first stands, and what was typed since is still here.

use crate::render::{Cx, Page};
use crate::ui::{self, Button, Head};
use leptos::prelude::*;
use model::forms::Pending;
use model::i18n::t::errors as t;
use model::routes;

/// `first`: where the form led when it was sent first.
pub fn page(cx: &Cx, pending: &Pending, first: &str) -> Page {
    let l = cx.locale();
    let action = routes::localized(l, &pending.path);
    ui::page(cx, 409, Head::new(t::repeated_title(l)), || {
        let fields: Vec<_> = pending.fields.iter().map(|(name, value)| ui::hidden(name.as_str(), value.as_str())).collect();
        view! {
            {ui::page_head(None, t::repeated_title(l), Some(t::repeated_lede(l).to_owned()))}
            <form class="actions" method="post" action=action>
                {fields}
                {ui::link_button(t::repeated_first(l), first.to_owned(), Button::Primary)}
                {ui::button(t::repeated_send(l), Button::Secondary, None)}
            </form>
            <p class="measure">{t::repeated_what(l)}</p>
        }
        .into_any()
    })
}
