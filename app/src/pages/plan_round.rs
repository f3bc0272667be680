//! The chair's forms of a round: calling one, changing one as far as it can still be changed, withdrawing one.

use super::parts;
use crate::calendar;
use crate::domain::ids::{RoundId, SessionId};
use crate::domain::language::{Language, Locale};
use crate::domain::plan::{MAX_QUESTIONS, RoundTemplate};
use crate::domain::round::{Round, RoundKind};
use crate::domain::window::Phase;
use crate::error::PortalError;
use crate::forms::{FormState, ReasonForm, RoundForm, RoundScope};
use crate::i18n::t::{planning as t, rounds};
use crate::policy::Denied;
use crate::portal::RoundEditor;
use crate::render::{Cx, Page, PageResult};
use crate::routes;
use crate::ui::{self, Button, DeadlineStyle, FieldSpec, Head, labels};
use leptos::prelude::*;

/// `/sessions/{id}/rounds/new`; `template`: the code of a usual closing that is filled in.
pub async fn new(cx: &Cx, session: SessionId, template: Option<&str>, state: Option<FormState<RoundForm>>) -> PageResult {
    let editor = cx.portal.new_round(&cx.ctx, session).await?;
    let chosen = template.and_then(RoundTemplate::from_code);
    let closing = chosen.and_then(|template| calendar::usual_closing(&editor.session, template));
    let state = state.unwrap_or_else(|| FormState::fresh(RoundForm::fresh(&editor.session.time_zone, closing)));
    let l = cx.locale();
    let head = parts::head_in_session(l, t::plan_round_new(l), &editor.body, &editor.session);
    Ok(render(cx, head, &editor, &state, routes::new_round(l, session), routes::session(l, session)))
}

/// How much of a round can be changed now.
fn scope(cx: &Cx, round: &Round, in_use: bool) -> RoundScope {
    match round.window.public_phase(cx.ctx.now) {
        Phase::Upcoming { .. } if in_use => RoundScope::Begun,
        Phase::Upcoming { .. } => RoundScope::Whole,
        Phase::Open { .. } | Phase::Closed { .. } => RoundScope::Words,
    }
}

/// `/rounds/{id}/edit`
pub async fn edit(cx: &Cx, id: RoundId, state: Option<FormState<RoundForm>>) -> PageResult {
    let editor = cx.portal.round_editor(&cx.ctx, id).await?;
    let line = editor.line.as_ref().ok_or(PortalError::NotFound)?;
    let scope = scope(cx, &line.round, editor.in_use);
    let stored = || RoundForm::from_round(&line.round, editor.version, scope);
    let mut state = state.unwrap_or_else(|| FormState::fresh(stored()));
    // It may have opened since the form was filled: then the rest is not asked for any more.
    state.form.scope = scope;
    if matches!(state.refusal, Some(PortalError::Conflict)) {
        state.form.version = editor.version.to_string();
    }
    let l = cx.locale();
    let head = parts::head_in_round(l, t::plan_round_edit(l), line);
    Ok(render(cx, head, &editor, &state, routes::edit_round(l, id), routes::round(l, id)))
}

fn names(l: Locale) -> [(&'static str, &'static str); 13] {
    [
        (RoundForm::KIND, rounds::round_fact_kind(l)),
        (RoundForm::TITLE, t::plan_title(l)),
        (RoundForm::TITLE_AR, t::plan_title_ar(l)),
        (RoundForm::CALL, t::plan_call(l)),
        (RoundForm::CALL_AR, t::plan_call_ar(l)),
        (RoundForm::QUESTIONS, t::plan_questions(l)),
        (RoundForm::QUESTIONS_AR, t::plan_questions_ar(l)),
        (RoundForm::DRAFT_VERSION, rounds::round_fact_text(l)),
        (RoundForm::SUBGROUP, t::plan_subgroup(l)),
        (RoundForm::OPENS_AT, t::plan_opens_at(l)),
        (RoundForm::CLOSES_AT, rounds::move_closes_at(l)),
        (RoundForm::TIME_ZONE, rounds::move_time_zone(l)),
        (RoundForm::REASON, rounds::move_reason(l)),
    ]
}

fn render(cx: &Cx, head: Head, editor: &RoundEditor, state: &FormState<RoundForm>, here: String, back: String) -> Page {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let (title, zone) = (head.title.clone(), editor.session.time_zone.as_str());
    let round = editor.line.as_ref().map(|line| &line.round);
    let deadline = round.map(|round| view! { <div class="page-head__deadline">{ui::deadline(l, round, now, DeadlineStyle::Full)}</div> });
    let lede = match (round, state.form.scope) {
        (Some(_), RoundScope::Words) => Some(t::plan_round_lede_words(l)),
        (Some(_), RoundScope::Begun) => Some(t::plan_round_lede_begun(l)),
        _ => None,
    };
    ui::page(cx, parts::status_of_form(state), head, || {
        view! {
            {ui::page_head_with(Some(editor.session.title.get(l).to_owned()), title, lede.map(str::to_owned), deadline.into_any())}
            <div class="columns">
                <div>
                    {parts::trouble(l, state, &names(l), zone)}
                    {round.is_none().then(|| templates(cx, editor))}
                    {form(l, editor, state, here, back)}
                </div>
                <aside>
                    {round.map(|round| stored(l, editor, round))}
                    {round.map(|round| withdrawal(l, round, editor.in_use, state.form.scope))}
                    <section class="section">
                        <h2>{t::plan_rules(l)}</h2>
                        <ul class="stack">
                            <li>{t::plan_round_rule_upcoming(l)}</li>
                            <li>{t::plan_round_rule_open(l)}</li>
                            <li>{t::plan_round_rule_begun(l)}</li>
                            <li>{t::plan_round_rule_subgroup(l)}</li>
                        </ul>
                    </section>
                </aside>
            </div>
        }
        .into_any()
    })
}

/// Links that fill in a usual closing, as far as it lies ahead.
fn templates(cx: &Cx, editor: &RoundEditor) -> AnyView {
    let (l, session) = (cx.locale(), &editor.session);
    let links: Vec<_> = RoundTemplate::ALL
        .iter()
        .filter_map(|template| {
            let at = calendar::usual_closing(session, *template).filter(|at| *at > cx.ctx.now)?;
            let words = match template {
                RoundTemplate::Weeks8 => t::plan_template_weeks_8(l),
                RoundTemplate::Weeks4 => t::plan_template_weeks_4(l),
                RoundTemplate::Weeks2 => t::plan_template_weeks_2(l),
                RoundTemplate::LastDay => t::plan_template_last_day(l),
            };
            let href = routes::new_round_by(l, session.id, template.code());
            Some(view! { <li><a href=href>{words}</a>" "<span class="meta">{calendar::full(l, at, &session.time_zone)}</span></li> })
        })
        .collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="section">
            <h2>{t::plan_templates(l)}</h2>
            <p class="hint">{t::plan_templates_what(l)}</p>
            <ul class="stack">{links}</ul>
        </section>
    }
    .into_any()
}

/// What is stored: the form may hold something else by now, and does not hold what stays.
fn stored(l: Locale, editor: &RoundEditor, round: &Round) -> AnyView {
    let subgroup = round.subgroup.and_then(|id| editor.subgroups.iter().find(|subgroup| subgroup.id == id));
    let draft = round.draft_version.and_then(|id| editor.drafts.iter().find(|draft| draft.id == id));
    let mut facts = vec![
        (rounds::round_fact_kind(l).to_owned(), labels::round_kind(l, round.kind).into_any()),
        (t::plan_title(l).to_owned(), parts::local(l, &round.title)),
        (rounds::round_fact_opens(l).to_owned(), ui::time(l, round.window.opens_at, &round.time_zone)),
        (rounds::round_fact_closes(l).to_owned(), ui::time(l, round.window.closes_at, &round.time_zone)),
    ];
    if let Some(draft) = draft {
        facts.push((rounds::round_fact_text(l).to_owned(), parts::local(l, &draft.title)));
    }
    if round.kind == RoundKind::PositionPapers {
        facts.push((t::plan_subgroup(l).to_owned(), parts::subgroup_name(l, subgroup).into_any()));
        facts.push((t::plan_questions_count(l).to_owned(), round.questions.len().to_string().into_any()));
    }
    view! { <section class="section"><h2>{t::plan_stored(l)}</h2>{ui::facts(facts)}</section> }.into_any()
}

fn withdrawal(l: Locale, round: &Round, in_use: bool, scope: RoundScope) -> AnyView {
    let (upcoming, href) = (scope != RoundScope::Words, routes::withdraw_round(l, round.id));
    (upcoming && !in_use).then(|| view! { <section class="section"><p><a href=href>{t::withdraw_title(l)}</a></p></section> }).into_any()
}

fn form(l: Locale, editor: &RoundEditor, state: &FormState<RoundForm>, here: String, back: String) -> AnyView {
    let form = &state.form;
    let new = editor.line.is_none();
    let button = if new { t::plan_round_button(l) } else { t::plan_round_save(l) };
    let whole = form.scope == RoundScope::Whole;
    let field = |name, label, hint, value| spec(state, name, label, hint, value);
    let title = field(RoundForm::TITLE, t::plan_title(l), Some(t::plan_title_hint(l)), &form.title);
    let title_ar = field(RoundForm::TITLE_AR, t::plan_title_ar(l), None, &form.title_ar);
    let call = field(RoundForm::CALL, t::plan_call(l), Some(t::plan_call_hint(l)), &form.call);
    let call_ar = field(RoundForm::CALL_AR, t::plan_call_ar(l), None, &form.call_ar);
    let reason = field(RoundForm::REASON, rounds::move_reason(l), Some(rounds::move_reason_hint(l)), &form.reason);
    view! {
        <form class="form" method="post" action=here novalidate>
            {ui::hidden(RoundForm::VERSION, form.version.as_str())}
            {ui::hidden(RoundForm::SCOPE, form.scope.code())}
            {whole.then(|| kind_field(l, state))}
            {ui::text_field(l, title)}
            {ui::text_field(l, title_ar)}
            {ui::text_area(l, call, 6, None, false)}
            {ui::text_area(l, call_ar, 6, Some(Language::Ar), false)}
            {whole.then(|| about_fields(l, editor, state))}
            {(form.scope != RoundScope::Words).then(|| window_fields(l, editor, state))}
            {ui::text_area(l, reason, 3, None, false)}
            <div class="actions">
                {ui::button(button, Button::Primary, None)}
                <a href=back>{rounds::move_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

fn spec<'a>(state: &FormState<RoundForm>, name: &'static str, label: &'a str, hint: Option<&'a str>, value: &'a str) -> FieldSpec<'a> {
    let optional = [
        RoundForm::TITLE_AR,
        RoundForm::CALL_AR,
        RoundForm::QUESTIONS,
        RoundForm::QUESTIONS_AR,
        RoundForm::DRAFT_VERSION,
        RoundForm::OPENS_AT,
    ];
    FieldSpec {
        name,
        label,
        hint,
        value,
        fault: state.fault(name),
        required: !optional.contains(&name),
        autocomplete: Some("off"),
        ..FieldSpec::default()
    }
}

fn kind_field(l: Locale, state: &FormState<RoundForm>) -> AnyView {
    let kind = spec(state, RoundForm::KIND, rounds::round_fact_kind(l), Some(t::plan_kind_hint(l)), &state.form.kind);
    ui::select(l, kind, &labels::options(RoundKind::ALL, RoundKind::code, |kind| labels::round_kind(l, kind)))
}

/// What only one of the two kinds has.
fn about_fields(l: Locale, editor: &RoundEditor, state: &FormState<RoundForm>) -> AnyView {
    let form = &state.form;
    let questions_hint = t::plan_questions_hint(l, MAX_QUESTIONS);
    let questions = spec(state, RoundForm::QUESTIONS, t::plan_questions(l), Some(&questions_hint), &form.questions);
    let in_arabic = Some(t::plan_questions_ar_hint(l));
    let questions_ar = spec(state, RoundForm::QUESTIONS_AR, t::plan_questions_ar(l), in_arabic, &form.questions_ar);
    let draft = spec(state, RoundForm::DRAFT_VERSION, rounds::round_fact_text(l), Some(t::plan_draft_hint(l)), &form.draft_version);
    let mut drafts = vec![(String::new(), t::plan_no_draft(l).to_owned())];
    drafts.extend(editor.drafts.iter().map(|draft| (draft.id.to_string(), format!("{} – {}", draft.title.get(l), draft.label.get(l)))));
    let subgroup = spec(state, RoundForm::SUBGROUP, t::plan_subgroup(l), Some(t::plan_subgroup_hint(l)), &form.subgroup);
    let mut subgroups = vec![(RoundForm::WHOLE_BODY.to_owned(), parts::subgroup_name(l, None))];
    subgroups.extend(editor.subgroups.iter().map(|subgroup| (subgroup.id.to_string(), parts::subgroup_name(l, Some(subgroup)))));
    view! {
        {ui::text_area(l, questions, 5, None, false)}
        {ui::text_area(l, questions_ar, 5, Some(Language::Ar), false)}
        {ui::select(l, subgroup, &subgroups)}
        {ui::select(l, draft, &drafts)}
    }
    .into_any()
}

fn window_fields(l: Locale, editor: &RoundEditor, state: &FormState<RoundForm>) -> AnyView {
    let form = &state.form;
    let opens = spec(state, RoundForm::OPENS_AT, t::plan_opens_at(l), Some(t::plan_opens_at_hint(l)), &form.opens_at);
    let closes_hint = Some(rounds::move_closes_at_hint(l));
    let closes = spec(state, RoundForm::CLOSES_AT, rounds::move_closes_at(l), closes_hint, &form.closes_at);
    let zone = spec(state, RoundForm::TIME_ZONE, rounds::move_time_zone(l), Some(t::plan_round_zone_hint(l)), &form.time_zone);
    view! {
        {ui::local_time_field(l, opens, RoundForm::OPENS_AT_CHOICE, &form.time_zone, &form.opens_at_choice)}
        {ui::local_time_field(l, closes, RoundForm::CLOSES_AT_CHOICE, &form.time_zone, &form.closes_at_choice)}
        {ui::select(l, zone, &parts::zones(l, &[&editor.session.time_zone, &form.time_zone]))}
    }
    .into_any()
}

/// `/rounds/{id}/withdraw`
pub async fn withdraw(cx: &Cx, id: RoundId, state: Option<FormState<ReasonForm>>) -> PageResult {
    let editor = cx.portal.round_editor(&cx.ctx, id).await?;
    let line = editor.line.as_ref().ok_or(PortalError::NotFound)?;
    let state = state.unwrap_or_default();
    let against = match scope(cx, &line.round, editor.in_use) {
        RoundScope::Whole => None,
        RoundScope::Begun => Some(Denied::RoundInUse),
        RoundScope::Words => Some(Denied::AlreadyOpen { since: line.round.window.opens_at }),
    };
    if let (Some(denied), None) = (against, &state.refusal) {
        return Err(denied.into());
    }
    let l = cx.locale();
    let head = parts::head_in_round(l, t::withdraw_title(l), line);
    let (title, zone) = (line.round.title.get(l).to_owned(), line.round.time_zone.clone());
    Ok(ui::page(cx, parts::status_of_form(&state), head, || {
        let value = state.form.reason.clone();
        let reason = FieldSpec {
            name: ReasonForm::REASON,
            label: rounds::move_reason(l),
            hint: Some(t::withdraw_reason_hint(l)),
            value: &value,
            fault: state.fault(ReasonForm::REASON),
            required: true,
            ..FieldSpec::default()
        };
        let form = against.is_none().then(|| {
            view! {
                <form class="form" method="post" action=routes::withdraw_round(l, id) novalidate>
                    {ui::text_area(l, reason, 3, None, false)}
                    <div class="actions">
                        {ui::button(t::withdraw_button(l), Button::Danger, None)}
                        <a href=routes::round(l, id)>{rounds::move_cancel(l)}</a>
                    </div>
                </form>
            }
        });
        view! {
            {ui::page_head(Some(title), t::withdraw_title(l), Some(t::withdraw_lede(l).to_owned()))}
            {parts::trouble(l, &state, &[(ReasonForm::REASON, rounds::move_reason(l))], &zone)}
            {form}
        }
        .into_any()
    }))
}
