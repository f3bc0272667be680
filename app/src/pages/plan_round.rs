//! The chair's forms of a round: calling one, changing one as far as it can still be changed, withdrawing one.

mod stored;
mod usual;
mod withdraw;

pub use withdraw::withdraw;

use super::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Head};
use leptos::prelude::*;
use model::calendar;
use model::domain::accreditation::Reach;
use model::domain::ids::{BodyId, RoundId, SessionId};
use model::domain::language::{Language, Locale};
use model::domain::plan::{MAX_QUESTIONS, RoundTemplate};
use model::domain::round::{Round, RoundKind};
use model::error::PortalError;
use model::forms::{FormState, RoundForm, RoundScope};
use model::i18n::t::{accreditation, planning as t, rounds};
use model::labels;
use model::policy::{self, EditRound, WithdrawRound};
use model::portal::RoundEditor;
use model::routes;

/// `/sessions/{id}/rounds/new`; `template`: the code of a usual closing that is filled in.
pub async fn new(cx: &Cx, session: SessionId, template: Option<&str>, state: Option<FormState<RoundForm>>) -> PageResult {
    let editor = cx.portal.new_round(&cx.ctx, session).await?;
    let usual = if state.is_some() { Usual::Buttons } else { Usual::Links };
    let chosen = template.and_then(RoundTemplate::from_code);
    let closing = chosen.and_then(|template| calendar::usual_closing(&editor.session, template));
    let state = state.unwrap_or_else(|| FormState::fresh(RoundForm::fresh(&editor.session.time_zone, closing)));
    Ok(render_new(cx, &editor, &state, usual))
}

/// The same page with a usual closing filled in and everything else as it was typed.
pub async fn filled(cx: &Cx, session: SessionId, template: RoundTemplate, form: RoundForm) -> PageResult {
    let editor = cx.portal.new_round(&cx.ctx, session).await?;
    let closing = calendar::usual_closing(&editor.session, template);
    let state = FormState::fresh(form.closing(&editor.session.time_zone, closing));
    Ok(render_new(cx, &editor, &state, Usual::Buttons))
}

fn render_new(cx: &Cx, editor: &RoundEditor, state: &FormState<RoundForm>, usual: Usual) -> Page {
    let (l, session) = (cx.locale(), editor.session.id);
    let head = parts::head_in_session(l, t::plan_round_new(l), &editor.body, &editor.session);
    let shown = Shown { usual, sent: RoundScope::Whole, withdrawable: false };
    render(cx, head, editor, state, &shown, routes::new_round(l, session), routes::session(l, session))
}

/// How usual closings are offered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Usual {
    /// On a page nobody has typed on yet.
    Links,
    /// Within the form: what was typed stays.
    Buttons,
}

/// What the page shows besides the form.
struct Shown {
    usual: Usual,
    /// How much the form held that was sent.
    sent: RoundScope,
    withdrawable: bool,
}

/// How much of a round the reader can change now.
fn scope(cx: &Cx, round: &Round, body: BodyId, in_use: bool) -> RoundScope {
    let offered = |about: bool| {
        let (window, new_closes_at) = (round.window.clone(), Some(round.window.closes_at));
        policy::offers(&cx.ctx.actor, &EditRound { round: round.id, body, window, about, new_closes_at, in_use }, cx.ctx.now)
    };
    match (offered(true), offered(false)) {
        (true, _) => RoundScope::Whole,
        (false, true) => RoundScope::Begun,
        (false, false) => RoundScope::Words,
    }
}

/// The act of withdrawing a round, as the law judges it.
fn withdrawal(round: &Round, body: BodyId, in_use: bool) -> WithdrawRound {
    WithdrawRound { round: round.id, body, window: round.window.clone(), in_use }
}

/// `/rounds/{id}/edit`
pub async fn edit(cx: &Cx, id: RoundId, state: Option<FormState<RoundForm>>) -> PageResult {
    let editor = cx.portal.round_editor(&cx.ctx, id).await?;
    let line = editor.line.as_ref().ok_or(PortalError::NotFound)?;
    let scope = scope(cx, &line.round, line.body.id, editor.in_use);
    let stored = || RoundForm::from_round(&line.round, editor.version, scope);
    let mut state = state.unwrap_or_else(|| FormState::fresh(stored()));
    let withdraw = withdrawal(&line.round, line.body.id, editor.in_use);
    let withdrawable = policy::offers(&cx.ctx.actor, &withdraw, cx.ctx.now);
    let shown = Shown { usual: Usual::Buttons, sent: state.form.scope, withdrawable };
    // It may have opened since the form was filled: then the rest is not asked for any more.
    state.form.scope = scope;
    if matches!(state.refusal, Some(PortalError::Conflict)) {
        state.form.version = editor.version.to_string();
    }
    let l = cx.locale();
    let head = parts::head_in_round(l, t::round_edit(l), line);
    Ok(render(cx, head, &editor, &state, &shown, routes::edit_round(l, id), routes::round(l, id)))
}

fn names(l: Locale) -> [(&'static str, &'static str); 14] {
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
        (RoundForm::REACH, accreditation::plan_reach(l)),
        (RoundForm::OPENS_AT, t::plan_opens_at(l)),
        (RoundForm::CLOSES_AT, rounds::move_closes_at(l)),
        (RoundForm::TIME_ZONE, rounds::move_time_zone(l)),
        (RoundForm::REASON, rounds::move_reason(l)),
    ]
}

fn render(cx: &Cx, head: Head, editor: &RoundEditor, state: &FormState<RoundForm>, shown: &Shown, here: String, back: String) -> Page {
    let l = cx.locale();
    let (title, zone) = (head.title.clone(), editor.session.time_zone.as_str());
    let line = editor.line.as_ref();
    let deadline = line.map(|line| parts::round_deadline(cx, line));
    let lede = match (line, state.form.scope) {
        (Some(_), RoundScope::Words) => Some(t::plan_round_lede_words(l)),
        (Some(_), RoundScope::Begun) => Some(t::plan_round_lede_begun(l)),
        _ => None,
    };
    let compare = matches!(state.refusal, Some(PortalError::Conflict));
    ui::page(cx, parts::status_of_form(state), head, || {
        view! {
            {ui::page_head_with(Some(editor.session.title.get(l).to_owned()), title, lede.map(str::to_owned), deadline.into_any())}
            <div class="columns">
                <div>
                    {parts::trouble(l, state, &names(l), zone)}
                    {(line.is_none() && shown.usual == Usual::Links).then(|| usual::links(cx, editor))}
                    {form(cx, editor, state, shown, here, back)}
                </div>
                <aside>
                    {stored::gone(l, editor, state, shown.sent)}
                    {line.map(|line| stored::stored(l, editor, &line.round, compare))}
                    {line.filter(|_| shown.withdrawable).map(|line| {
                        let href = routes::withdraw_round(l, line.round.id);
                        view! { <section class="section"><p><a href=href>{t::withdraw_title(l)}</a></p></section> }
                    })}
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

fn form(cx: &Cx, editor: &RoundEditor, state: &FormState<RoundForm>, shown: &Shown, here: String, back: String) -> AnyView {
    let (l, form) = (cx.locale(), &state.form);
    let new = editor.line.is_none();
    let button = if new { t::plan_round_button(l) } else { t::plan_round_save(l) };
    let whole = form.scope == RoundScope::Whole;
    let field = |name, label, hint, value| spec(state, name, label, hint, value);
    let title = field(RoundForm::TITLE, t::plan_title(l), Some(t::plan_in_english(l)), &form.title);
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
            {(new && shown.usual == Usual::Buttons).then(|| usual::buttons(cx, editor))}
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
        RoundForm::REACH,
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

/// What only some kinds have.
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
    let reach = spec(state, RoundForm::REACH, accreditation::plan_reach(l), Some(accreditation::plan_reach_hint(l)), &form.reach);
    let mut reaches = vec![(String::new(), t::plan_no_draft(l).to_owned())];
    reaches.extend(labels::options(Reach::ALL, Reach::code, |reach| labels::reach(l, reach)));
    view! {
        {ui::text_area(l, questions, 5, None, false)}
        {ui::text_area(l, questions_ar, 5, Some(Language::Ar), false)}
        {ui::select(l, subgroup, &subgroups)}
        {ui::select(l, draft, &drafts)}
        {ui::select(l, reach, &reaches)}
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
