//! One decision on several inputs: what was chosen, the form, and what became of each.

use super::super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::moderation::{ModerationAct, Outcome};
use model::error::PortalError;
use model::forms::{BulkForm, BulkTagForm, ChosenItem, DecisionForm, FormState};
use model::i18n::t::{acts, moderation as m, queues as t, themes as h};
use model::labels;
use model::portal::{BulkLine, QueueLine, ThemeChoices};
use model::routes;

/// `/moderation/several`
pub async fn page(cx: &Cx, form: BulkForm, refused: Option<PortalError>) -> PageResult {
    let pairs: Vec<_> = form.items.iter().map(|(kind, item, _)| (*kind, *item)).collect();
    let lines = cx.portal.chosen(&cx.ctx, &pairs).await?;
    let items = form.items;
    let state = match refused {
        Some(error) => FormState::refused(form.decision, error),
        None => FormState::fresh(form.decision),
    };
    let themes = cx.portal.theme_choices(&cx.ctx, None).await?;
    let l = cx.locale();
    let head = Head::new(t::bulk_title(l)).crumb(m::queue_title(l), routes::moderation(l));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &items, &lines, &themes, &state)))
}

fn content(l: Locale, items: &[ChosenItem], lines: &[QueueLine], themes: &[ThemeChoices], state: &FormState<DecisionForm>) -> AnyView {
    let (own, open): (Vec<&QueueLine>, Vec<&QueueLine>) = lines.iter().partition(|line| line.own);
    let form = if !open.is_empty() {
        form(l, items, &open, state)
    } else if items.is_empty() {
        let none = ui::empty(t::bulk_none(l), view! { <p>{t::bulk_none_what(l)}</p> }.into_any());
        view! { <h2 class="visually-hidden">{t::bulk_chosen(l)}</h2>{none} }.into_any()
    } else {
        parts::refused(l, state, &state.form.reason, "UTC")
    };
    let own: Vec<_> = own.iter().map(|line| row(l, line, Some(t::bulk_own(l).to_owned()))).collect();
    let own =
        (!own.is_empty()).then(|| view! { <section class="section"><h2>{t::bulk_own_title(l)}</h2><ul class="rows">{own}</ul></section> });
    view! {
        {ui::page_head(None, t::bulk_title(l), (!open.is_empty()).then(|| t::bulk_lede(l, count(open.len()))))}
        {gone(l, items.len().saturating_sub(lines.len()))}
        {form}
        {add_theme(l, &open, themes, state)}
        {own}
        <p><a href=routes::moderation(l)>{t::bulk_back(l)}</a></p>
    }
    .into_any()
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How many do not wait any more.
fn gone(l: Locale, n: usize) -> AnyView {
    if n == 0 { ().into_any() } else { ui::notice(Notice::Warning, view! { <p>{t::bulk_gone(l, count(n))}</p> }.into_any()) }
}

fn row(l: Locale, line: &QueueLine, aside: Option<String>) -> AnyView {
    let aside = aside.map(|words| view! { <p class="row__aside">{words}</p> });
    view! {
        <li class="row">
            <h3 class="row__title"><a href=parts::address(l, line)>{parts::title(l, line)}</a></h3>
            <p class="row__meta">
                <span>{ui::organisation(l, &line.organisation)}</span>
                <span>{parts::queue_kind(l, line)}</span>
                <span>{labels::language_name(l, line.language)}</span>
            </p>
            {aside}
        </li>
    }
    .into_any()
}

fn form(l: Locale, items: &[ChosenItem], open: &[&QueueLine], state: &FormState<DecisionForm>) -> AnyView {
    let rows: Vec<_> = open.iter().map(|line| row(l, line, None)).collect();
    // The version that was read when they were chosen: what changed since is refused by itself.
    let hidden: Vec<_> = items
        .iter()
        .filter_map(|(kind, item, version)| {
            let line = open.iter().find(|line| (line.kind, line.item) == (*kind, *item))?;
            let version = if *version == BulkForm::AS_SHOWN { line.version } else { *version };
            Some(ui::hidden(BulkForm::ITEM, BulkForm::item(*kind, *item, version)))
        })
        .collect();
    let fields = [
        (DecisionForm::CODE, acts::decision_code(l)),
        (DecisionForm::REASON, acts::decision_words(l)),
        (DecisionForm::OUTCOME, m::decision_heading(l)),
        (BulkTagForm::THEME, h::tags_several_field(l)),
    ];
    let outcome =
        |outcome: Outcome, kind| ui::button(labels::outcome_button(l, outcome), kind, Some((DecisionForm::OUTCOME, outcome.code())));
    view! {
        <h2 class="visually-hidden">{t::bulk_chosen(l)}</h2>
        <ul class="rows">{rows}</ul>
        {parts::trouble(l, state, &fields, "UTC")}
        <form class="decision" id=DecisionForm::OUTCOME method="post" action=routes::bulk(l) novalidate>
            <h2>{m::decision_heading(l)}</h2>
            {hidden}
            {parts::reason_fields(l, state)}
            <div class="actions">
                {outcome(Outcome::Accept, Button::Primary)}
                {outcome(Outcome::Return, Button::Secondary)}
                {outcome(Outcome::Decline, Button::Danger)}
            </div>
        </form>
    }
    .into_any()
}

/// The form that puts a theme to all of them; nothing where there are no themes.
fn add_theme(l: Locale, open: &[&QueueLine], themes: &[ThemeChoices], state: &FormState<DecisionForm>) -> AnyView {
    let options = parts::theme_choices(l, themes);
    if open.is_empty() || options.is_empty() {
        return ().into_any();
    }
    let hidden: Vec<_> = open.iter().map(|line| ui::hidden(BulkForm::ITEM, BulkForm::item(line.kind, line.item, line.version))).collect();
    let spec = FieldSpec::of(state, BulkTagForm::THEME, h::tags_several_field(l), Some(h::tags_several_what(l)), "");
    view! {
        <form class="form section" method="post" action=routes::tag_several(l) novalidate>
            <h2>{h::tags_several_title(l)}</h2>
            {hidden}
            {ui::select(l, spec, &options)}
            <div class="actions">{ui::button(h::tags_several_button(l), Button::Secondary, None)}</div>
        </form>
    }
    .into_any()
}

/// What became of each; `chosen`: how many there were; `outcome`: what was decided.
pub fn done(cx: &Cx, lines: &[BulkLine], chosen: usize, outcome: Outcome) -> crate::render::Page {
    let l = cx.locale();
    let (good, bad): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.outcome.is_ok());
    let title = if good.is_empty() { t::bulk_not_done(l) } else { t::bulk_done_title(l) };
    let head = Head::new(title).crumb(m::queue_title(l), routes::moderation(l));
    ui::page(cx, 200, head, || {
        let rows: Vec<_> = good.iter().filter_map(|line| done_row(l, line)).collect();
        let act = labels::moderation_act(l, ModerationAct::from(outcome));
        let rows = (!rows.is_empty()).then(|| {
            view! { <section class="section"><h2>{t::bulk_done_act(l, act, count(rows.len()))}</h2><ul class="rows">{rows}</ul></section> }
        });
        let refused: Vec<_> = bad
            .iter()
            .filter_map(|line| {
                let error = line.outcome.as_ref().err()?;
                Some(row(l, &line.line, Some(ui::refusal_words(l, error, "UTC").0)))
            })
            .collect();
        let refused = (!refused.is_empty()).then(|| {
            view! { <section class="section"><h2>{t::bulk_not_done(l)}</h2><ul class="rows">{refused}</ul></section> }
        });
        view! {
            {ui::page_head(None, title, None)}
            {gone(l, chosen.saturating_sub(lines.len()))}
            {rows}
            {refused}
            <p class="section"><a href=routes::moderation(l)>{t::bulk_back(l)}</a></p>
        }
        .into_any()
    })
}

/// One that was decided on, with the way to take that back.
fn done_row(l: Locale, line: &BulkLine) -> Option<impl IntoView + use<>> {
    let id = line.outcome.as_ref().ok()?;
    let label = t::done_undo_of(l, parts::words(l, &line.line));
    Some(view! {
        <li class="row">
            <h3 class="row__title">{parts::title(l, &line.line)}</h3>
            <p class="row__meta"><a href=routes::decision(l, id) aria-label=label>{t::done_undo(l)}</a></p>
        </li>
    })
}
