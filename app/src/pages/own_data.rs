//! `/account/data`: everything about me as a file, and deleting my account.

use super::offices::place_of;
use super::parts::{self, status_of_form};
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::{DeleteAccountForm, FormState};
use model::i18n::t::account;
use model::i18n::t::own_data as t;
use model::labels;
use model::portal::DeletionObstacles;
use model::routes;

/// The page, or again after the deletion was refused.
pub async fn page(cx: &Cx, state: Option<FormState<DeleteAccountForm>>) -> PageResult {
    let data = cx.portal.own_data(&cx.ctx).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = Head::new(t::own_data_title(l)).crumb(account::account_title(l), routes::account(l));
    Ok(ui::page(cx, status_of_form(&state), head, || {
        let delete = if data.obstacles.none() { form(l, &state) } else { obstacles(l, &data.obstacles) };
        view! {
            {parts::trouble(l, &state, &[(DeleteAccountForm::EMAIL, t::delete_email(l))], "UTC")}
            {ui::page_head(None, t::own_data_title(l), Some(t::own_data_lede(l).to_owned()))}
            <section class="section prose">
                <h2>{t::own_data_download_title(l)}</h2>
                <p>{t::own_data_download_what(l)}</p>
                <form method="post" action=routes::own_archive(l)>
                    <div class="actions">{ui::button(t::own_data_download(l), Button::Primary, None)}</div>
                </form>
                <p><a href=format!("{}#time", routes::privacy(l))>{t::own_data_kept(l)}</a></p>
            </section>
            <section class="section prose" id="delete">
                <h2>{t::delete_title(l)}</h2>
                <ul>
                    <li>{t::delete_what_goes(l)}</li>
                    <li>{t::delete_what_stays(l)}</li>
                    <li>{t::delete_drafts(l)}</li>
                    <li>{t::delete_no_way_back(l)}</li>
                </ul>
                {delete}
            </section>
        }
        .into_any()
    }))
}

/// What has to be done first, each with the way there.
fn obstacles(l: Locale, obstacles: &DeletionObstacles) -> AnyView {
    let offices: Vec<_> = obstacles
        .offices
        .iter()
        .map(|line| view! { <li><a href=place_of(l, line)>{t::delete_office_named(l, labels::office(l, line))}</a></li> })
        .collect();
    let organisations: Vec<_> = obstacles
        .hand_over
        .iter()
        .map(|(id, name)| view! { <li><a href=routes::members(l, *id)>{t::delete_hand_over_first(l, name.as_str())}</a></li> })
        .collect();
    ui::notice(Notice::Warning, view! { <p>{t::delete_first(l)}</p><ul>{offices}{organisations}</ul> }.into_any())
}

fn form(l: Locale, state: &FormState<DeleteAccountForm>) -> AnyView {
    let email = FieldSpec {
        name: DeleteAccountForm::EMAIL,
        label: t::delete_email(l),
        hint: Some(t::delete_email_hint(l)),
        value: &state.form.email,
        fault: state.fault(DeleteAccountForm::EMAIL),
        autocomplete: Some("off"),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::own_data(l) novalidate>
            {ui::email_field(l, email)}
            <div class="actions">{ui::button(t::delete_button(l), Button::Danger, None)}</div>
        </form>
    }
    .into_any()
}

/// What stands there afterwards, to nobody in particular any more.
pub fn gone(cx: &Cx) -> Page {
    let l = cx.locale();
    ui::page(cx, 200, Head::new(t::deleted_title(l)), || {
        view! {
            {ui::page_head(None, t::deleted_title(l), Some(t::deleted_lede(l).to_owned()))}
            <div class="actions">{ui::link_button(t::deleted_home(l), routes::home(l), Button::Primary)}</div>
        }
        .into_any()
    })
}
