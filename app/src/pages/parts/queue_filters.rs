//! What is asked for of one's queues: its values live in the address, and can be kept as views.

use super::paging::asking;
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::domain::queue_filter::{OnlyAsked, QueueFilter, ThemeAsked};
use model::forms::{FormState, ViewForm};
use model::i18n::t::{filters, queues as t, themes};
use model::labels;
use model::portal::{QueueView, ThemeChoices};
use model::routes;

/// The themes of one's queues to choose from, with the queue where there are several.
pub fn theme_choices(l: Locale, choices: &[ThemeChoices]) -> Vec<(String, String)> {
    let of = |one: &ThemeChoices| {
        let queue = (choices.len() > 1).then(|| format!("{}: ", super::theme_queue(l, &one.queue)));
        let name = |(id, name): (String, String)| (id, format!("{}{name}", queue.as_deref().unwrap_or_default()));
        super::theme_options(&one.themes).into_iter().map(name).collect::<Vec<_>>()
    };
    choices.iter().flat_map(of).collect()
}

/// The form, folded while nothing is asked for, and what is asked for.
pub fn queue_filters(l: Locale, filter: QueueFilter, choices: &[ThemeChoices]) -> AnyView {
    let theme = filter.theme.map(ThemeAsked::code).unwrap_or_default();
    let without = (ThemeAsked::WITHOUT.to_owned(), themes::queue_filter_theme_none(l).to_owned());
    let by_theme: Vec<_> = [without].into_iter().chain(theme_choices(l, choices)).collect();
    let fields = [
        (
            QueueFilter::KIND,
            t::queue_filter_kind(l),
            filter.kind.map_or("", ItemKind::code),
            labels::options(ItemKind::ALL, ItemKind::code, |value| labels::item_kind(l, value)),
        ),
        (
            QueueFilter::STAKEHOLDER_TYPE,
            filters::filter_type(l),
            filter.stakeholder_type.map_or("", StakeholderType::code),
            labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value)),
        ),
        (
            QueueFilter::REGION,
            filters::filter_region(l),
            filter.region.map_or("", Region::code),
            labels::options(Region::ALL, Region::code, |value| labels::region(l, value)),
        ),
        (QueueFilter::LANGUAGE, filters::filter_language(l), filter.language.map_or("", |value| value.code()), labels::language_options(l)),
        (QueueFilter::THEME, themes::queue_filter_theme(l), theme.as_str(), by_theme.clone()),
        (
            QueueFilter::ONLY,
            t::queue_filter_only(l),
            filter.only.map_or("", OnlyAsked::code),
            labels::options(OnlyAsked::ALL, OnlyAsked::code, |value| labels::only_asked(l, value)),
        ),
    ];
    let fields: Vec<_> =
        fields.into_iter().map(|(name, label, value, options)| super::filter_field(l, name, label, value, options)).collect();
    let open = !filter.is_empty();
    let shown = open.then(|| {
        view! {
            <p class="filters__shown">
                <strong>{t::queue_filtered(l, asked(l, filter, &by_theme))}</strong>" "<a href=routes::moderation(l)>{t::queue_all(l)}</a>
            </p>
        }
    });
    view! {
        <details class="no-print" open=open>
            <summary>{t::queue_filter_title(l)}</summary>
            <form class="filters" method="get" action=routes::moderation(l) role="search">
                {fields}
                {ui::button(filters::filter_button(l), Button::Secondary, None)}
            </form>
        </details>
        {shown}
    }
    .into_any()
}

/// What is asked for, with the names of the fields.
fn asked(l: Locale, filter: QueueFilter, by_theme: &[(String, String)]) -> String {
    let theme = filter.theme.map(ThemeAsked::code);
    let theme = by_theme.iter().find(|(code, _)| Some(code) == theme.as_ref()).map(|(_, name)| name.trim_start_matches("– "));
    let all = [
        (t::queue_filter_kind(l), filter.kind.map(|value| labels::item_kind(l, value))),
        (filters::filter_type(l), filter.stakeholder_type.map(|value| labels::stakeholder_type(l, value))),
        (filters::filter_region(l), filter.region.map(|value| labels::region(l, value))),
        (filters::filter_language(l), filter.language.map(|value| labels::language_name(l, value))),
        (themes::queue_filter_theme(l), theme),
        (t::queue_filter_only(l), filter.only.map(|value| labels::only_asked(l, value))),
    ];
    let said: Vec<_> = all.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?))).collect();
    said.join("; ")
}

/// The views somebody keeps, and the form that keeps what is asked for now.
pub fn queue_views(l: Locale, views: &[QueueView], filter: QueueFilter, state: &FormState<ViewForm>) -> AnyView {
    if views.is_empty() && filter.is_empty() && !state.is_refused() {
        return ().into_any();
    }
    let rows: Vec<_> = views
        .iter()
        .map(|view| {
            let href = format!("{}?{}", routes::moderation(l), view.query);
            view! {
                <li class="row">
                    <p class="row__title"><a href=href><bdi>{view.name.clone()}</bdi></a></p>
                    <form class="row__aside" method="post" action=routes::queue_views(l)>
                        {ui::hidden(ViewForm::NAME, view.name.as_str())}
                        <button type="submit" class="link" name=ViewForm::ACT value=ViewForm::FORGET>{t::queue_view_forget(l, view.name.as_str())}</button>
                    </form>
                </li>
            }
        })
        .collect();
    let query = asking("", &filter.pairs());
    let query = if state.form.query.is_empty() { query.trim_start_matches('?').to_owned() } else { state.form.query.clone() };
    let keep = (!filter.is_empty() || state.is_refused()).then(|| {
        let name = FieldSpec::of(state, ViewForm::NAME, t::queue_view_name(l), Some(t::queue_view_what(l)), &state.form.name);
        view! {
            <form class="stack" method="post" action=routes::queue_views(l) novalidate>
                {ui::hidden(ViewForm::QUERY, query)}
                {ui::text_field(l, name)}
                <div class="actions">{ui::button(t::queue_view_keep(l), Button::Secondary, Some((ViewForm::ACT, ViewForm::KEEP)))}</div>
            </form>
        }
    });
    view! {
        <details class="no-print" open=state.is_refused()>
            <summary>{t::queue_views(l)}</summary>
            {super::trouble(l, state, &[(ViewForm::NAME, t::queue_view_name(l))], "UTC")}
            <ul class="rows">{rows}</ul>
            {keep}
        </details>
    }
    .into_any()
}
