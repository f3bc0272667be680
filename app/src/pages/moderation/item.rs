//! One item before its decision: left the queue, right the item in its context, below it the decision.

use super::super::paper::{length, title_or_untitled};
use super::super::parts::{self, TagsIn, asking};
use super::{Asked, redact};
use crate::render::Cx;
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::draft::Level;
use model::domain::ids::{ItemId, SubgroupId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::moderation::{ModerationAct, Outcome, REVISION_TIME};
use model::domain::queue_filter::QueueFilter;
use model::domain::redaction::MARK;
use model::domain::subgroup::Subgroup;
use model::domain::window::Phase;
use model::error::PortalError;
use model::forms::{DecisionForm, FormState, MoveForm};
use model::i18n::t::{acts, moderation as t, queues, redactions};
use model::labels;
use model::policy;
use model::portal::{Beside, CommentPage, DecisionLine, DecisionPage, ModerationItem, PaperPage, RoundLine, Tagging};
use model::routes;

/// What stands around an item.
pub struct Around<'a> {
    pub beside: &'a Beside,
    pub filter: QueueFilter,
    pub tagging: &'a Tagging,
    /// The act that led here.
    pub done: Option<&'a DecisionPage>,
    /// Where else a paper could go, and the form for it.
    pub others: &'a [Subgroup],
    pub moved: &'a FormState<MoveForm>,
}

/// What the decision needs to know of an item, whatever it is.
pub(super) struct Facts<'a> {
    pub kind: ItemKind,
    pub item: ItemId,
    pub subgroup: Option<SubgroupId>,
    pub state: ItemState,
    pub version: i64,
    pub line: &'a RoundLine,
    decisions: &'a [DecisionLine],
    /// Of the item, after the grants that serve it.
    phase: Phase,
}

pub(super) fn facts(item: &ModerationItem) -> Facts<'_> {
    match item {
        ModerationItem::Paper(page) => Facts {
            kind: ItemKind::Paper,
            item: page.paper.id.item(),
            subgroup: page.paper.content.subgroup,
            state: page.paper.state,
            version: page.paper.version,
            line: &page.line,
            decisions: &page.decisions,
            phase: page.phase,
        },
        ModerationItem::Comment(page) => Facts {
            kind: ItemKind::Comment,
            item: page.comment.id.item(),
            subgroup: Some(page.draft.subgroup),
            state: page.comment.state,
            version: page.comment.version,
            line: &page.line,
            decisions: &page.decisions,
            phase: page.phase,
        },
    }
}

/// The form as it is shown: the version read is the one decided on, also after someone else changed it.
pub fn prepared(item: &ModerationItem, state: Option<FormState<DecisionForm>>) -> FormState<DecisionForm> {
    let version = facts(item).version.to_string();
    let mut state = state.unwrap_or_else(|| FormState::fresh(DecisionForm { version: version.clone(), ..DecisionForm::default() }));
    if state.refusal == Some(PortalError::Conflict) {
        state.form.version = version;
    }
    state
}

pub fn title(l: Locale, item: &ModerationItem) -> String {
    match item {
        ModerationItem::Paper(page) => title_or_untitled(l, &page.paper.content.title),
        ModerationItem::Comment(page) => t::decision_comment_title(l, page.provision.citation.as_str()),
    }
}

/// The head of the page: below the queues.
pub fn head(l: Locale, item: &ModerationItem) -> Head {
    Head::new(title(l, item)).crumb(t::queue_title(l), routes::moderation(l))
}

pub fn content(cx: &Cx, item: &ModerationItem, around: &Around<'_>, state: &FormState<DecisionForm>) -> AnyView {
    let l = cx.locale();
    let facts = facts(item);
    let name = parts::queue_name(l, &around.beside.queue);
    let (heading, eyebrow) = match item {
        ModerationItem::Paper(page) => {
            (ui::paper_title(l, &page.paper.content.title, page.paper.content.language).into_any(), t::decision_eyebrow_paper(l, name))
        }
        ModerationItem::Comment(_) => (title(l, item).into_any(), t::decision_eyebrow_comment(l, name)),
    };
    let language = match item {
        ModerationItem::Paper(page) => page.paper.content.language,
        ModerationItem::Comment(page) => page.comment.content.language,
    };
    let words = words(cx, item);
    // One form, so that nothing typed into it is lost when the themes are saved.
    let tags_in = if decides(cx, item, &facts) { TagsIn::Form(DecisionForm::OUTCOME) } else { TagsIn::Page };
    view! {
        <header class="page-head"><p class="eyebrow">{eyebrow}</p><h1>{heading}</h1></header>
        {around.done.map(|done| {
            let then = match done.act.line.act {
                ModerationAct::Redact => redactions::redact_done(l, MARK),
                _ if done.act.line.apart => redactions::undo_what_redaction(l).to_owned(),
                _ if done.item == facts.item => queues::done_again(l).to_owned(),
                _ => queues::done_next(l).to_owned(),
            };
            parts::act_done(l, done, then)
        })}
        <div class="queue">
            {parts::queue_list(l, around.beside, facts.item, around.filter)}
            <div class="queue__item">
                {words}
                {parts::alike(l, around.beside.alike.as_ref(), facts.item, language)}
                {parts::same_author(l, &around.beside.same_author)}
                {parts::tagging(l, around.tagging, None, &around.filter.pairs(), tags_in)}
                {redact_link(cx, item, &facts)}
                {decision(cx, item, &facts, around, state)}
                {go_on(l, around)}
                {parts::decisions(
                    l,
                    t::decision_history(l),
                    facts.decisions,
                    (facts.state, facts.phase),
                    &facts.line.round.time_zone,
                )}
                <p><a href=asking(&routes::moderation(l), &around.filter.pairs()) data-queue-up>{t::queue_back(l)}</a></p>
                {ui::queue_keys(l)}
            </div>
        </div>
    }
    .into_any()
}

/// The words of an item, with what they are about.
pub fn words(cx: &Cx, item: &ModerationItem) -> AnyView {
    match item {
        ModerationItem::Paper(page) => paper(cx, page),
        ModerationItem::Comment(page) => comment(cx.locale(), page),
    }
}

fn about(l: Locale, line: &RoundLine, mut pairs: Vec<(String, AnyView)>) -> AnyView {
    let round = view! { <a href=routes::round(l, line.round.id)>{parts::local(l, &line.round.title)}</a> };
    pairs.push((t::decision_round(l).to_owned(), round.into_any()));
    ui::facts(pairs)
}

fn paper(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let words = &page.paper.content;
    let mut pairs = vec![
        (t::decision_organisation(l).to_owned(), parts::paper_names(l, page)),
        (t::decision_language(l).to_owned(), labels::language_name(l, words.language).into_any()),
        (t::decision_length(l).to_owned(), length(l, &words.all_words(), words.language).into_any()),
    ];
    let received = page.receipts.first().map(|receipt| ui::time(l, receipt.received_at.to_second(), &page.line.round.time_zone));
    pairs.extend(received.map(|time| (model::i18n::t::papers::paper_fact_received(l).to_owned(), time)));
    view! {
        {about(l, &page.line, pairs)}
        {paper_words(l, page)}
        {parts::replaces(cx, page)}
        {parts::redactions(l, &page.redactions, &page.decisions, &page.line.round.time_zone)}
    }
    .into_any()
}

/// What a paper says below its title.
pub(super) fn paper_words(l: Locale, page: &PaperPage) -> AnyView {
    let words = &page.paper.content;
    view! {
        <section class="section"><h2 class="visually-hidden">{model::i18n::t::papers::editor_text(l)}</h2>{ui::prose(&words.text, words.language)}</section>
        {parts::answers_of(l, &page.line.round, words)}
        {parts::recommendations_of(l, &page.recommendations, words.language)}
    }
    .into_any()
}

/// What a comment says.
pub(super) fn comment_words(l: Locale, page: &CommentPage) -> AnyView {
    let words = &page.comment.content;
    view! {
        <section class="section">
            <h2>{t::decision_comment(l)}</h2>
            {parts::comment_words(l, words, parts::original_for(words, &page.provision.text), page.draft.language)}
        </section>
    }
    .into_any()
}

fn comment(l: Locale, page: &CommentPage) -> AnyView {
    let words = &page.comment.content;
    // The text as a whole has no words that could be shown here.
    let paragraph = (page.provision.level != Level::Whole).then(|| view! { <h2>{t::decision_paragraph(l)}</h2> });
    let pairs = vec![
        (t::decision_organisation(l).to_owned(), ui::organisation(l, &page.organisation)),
        (t::decision_language(l).to_owned(), labels::language_name(l, words.language).into_any()),
    ];
    view! {
        {about(l, &page.line, pairs)}
        <section class="section">
            {paragraph}
            {parts::provision_quote(l, &page.provision, page.draft.language)}
        </section>
        {comment_words(l, page)}
        {parts::redactions(l, &page.redactions, &page.decisions, &page.line.round.time_zone)}
    }
    .into_any()
}

/// The way to redact words of it, for who may.
fn redact_link(cx: &Cx, item: &ModerationItem, facts: &Facts<'_>) -> Option<AnyView> {
    let l = cx.locale();
    let may = policy::check(&cx.ctx.actor, &redact::asked(item), cx.ctx.now).is_ok();
    may.then(|| view! { <p><a href=routes::redact(l, facts.kind, facts.item)>{redactions::redact_link(l)}</a></p> }.into_any())
}

fn is_own(cx: &Cx, item: &ModerationItem) -> bool {
    match item {
        ModerationItem::Paper(page) => parts::is_own(cx, page),
        ModerationItem::Comment(page) => cx.ctx.actor.is_member(page.comment.organisation),
    }
}

/// Whether the form of the decision is there.
fn decides(cx: &Cx, item: &ModerationItem, facts: &Facts<'_>) -> bool {
    facts.state.awaits_decision() && !is_own(cx, item)
}

/// Whether somebody has begun to move a paper.
pub fn is_move_begun(form: &MoveForm) -> bool {
    !form.to.is_empty() || !form.reason.trim().is_empty()
}

/// The form, or why there is none.
fn decision(cx: &Cx, item: &ModerationItem, facts: &Facts<'_>, around: &Around<'_>, state: &FormState<DecisionForm>) -> AnyView {
    let l = cx.locale();
    let instead = |title: &'static str, words: &'static str| {
        let notice = ui::notice(Notice::Info, view! { <h2>{title}</h2><p>{words}</p> }.into_any());
        view! { {notice}{parts::not_sent(l, state.is_refused(), &state.form.reason)} }.into_any()
    };
    if is_own(cx, item) {
        return instead(t::decision_own_title(l), t::decision_own(l));
    }
    if !decides(cx, item, facts) {
        let content = view! {
            <h2>{t::decision_done_title(l)}</h2>
            <p>{t::decision_done(l)}</p>
            {last(l, facts)}
            {taken_back(l, facts)}
        };
        let notice = ui::notice(Notice::Info, content.into_any());
        let moved = parts::refused(l, around.moved, &around.moved.form.reason, &facts.line.round.time_zone);
        return view! { {moved}{notice}{parts::not_sent(l, state.is_refused(), &state.form.reason)} }.into_any();
    }
    let action = routes::moderate(l, facts.kind, facts.item);
    // What led here is said again after a refusal.
    let done = around.done.map(|done| (Asked::DONE, done.act.line.id.to_string()));
    let pairs: Vec<_> = around.filter.pairs().into_iter().chain(done).collect();
    let action = asking(&action, &pairs);
    let changed = (state.refusal == Some(PortalError::Conflict)).then(|| {
        let content = view! { <h2>{t::decision_changed(l)}</h2><p>{acts::decision_changed_words(l)}</p>{last(l, facts)}<p>{t::decision_changed_what(l)}</p> };
        ui::notice(Notice::Warning, content.into_any())
    });
    let trouble = changed.is_none().then(|| {
        let fields = [
            (DecisionForm::CODE, acts::decision_code(l)),
            (DecisionForm::REASON, acts::decision_words(l)),
            (DecisionForm::OUTCOME, t::decision_heading(l)),
        ];
        parts::trouble(l, state, &fields, &facts.line.round.time_zone)
    });
    view! {
        {changed}
        {trouble}
        <form class="decision" id=DecisionForm::OUTCOME method="post" action=action novalidate>
            <h2>{t::decision_heading(l)}</h2>
            <p>{t::decision_what(l)}</p>
            {ui::hidden(DecisionForm::VERSION, state.form.version.as_str())}
            {parts::reason_fields(l, state)}
            <ul class="hint">
                <li>{t::decision_effect_accept(l)}</li>
                <li>{t::decision_effect_return(l, calendar::span_in_words(l, REVISION_TIME))}</li>
                <li>{t::decision_effect_decline(l)}</li>
            </ul>
            <div class="actions">
                {outcome(l, Outcome::Accept, Button::Primary)}
                {outcome(l, Outcome::Return, Button::Secondary)}
                {outcome(l, Outcome::Decline, Button::Danger)}
            </div>
            {move_part(l, item, facts, around)}
        </form>
    }
    .into_any()
}

/// What was done last, by whom; nothing where nobody decided.
fn last(l: Locale, facts: &Facts<'_>) -> Option<AnyView> {
    let newest = facts.decisions.iter().find(|line| !line.apart)?;
    let time = calendar::full(l, newest.decided_at.to_second(), &facts.line.round.time_zone);
    let office = labels::moderation_office(l, newest.role, newest.queue.as_ref());
    let who = newest.by.as_ref().map_or_else(|| office.clone(), |name| format!("{office} ({name})"));
    let words = acts::decision_last(l, labels::moderation_act(l, newest.act), who, time);
    Some(view! { <p>{words}</p> }.into_any())
}

/// The next input that waits.
fn go_on(l: Locale, around: &Around<'_>) -> Option<AnyView> {
    let (kind, id) = around.beside.next?;
    let href = routes::moderate(l, kind, id);
    Some(view! { <p><a href=asking(&href, &around.filter.pairs()) rel="next">{queues::queue_next(l)}</a></p> }.into_any())
}

/// The way to take the newest decision back.
fn taken_back(l: Locale, facts: &Facts<'_>) -> Option<AnyView> {
    // What stands beside the decisions holds none of them up.
    let newest = facts.decisions.iter().find(|line| !line.apart)?;
    let stands = newest.act.can_be_undone() && !newest.undone && newest.act.leads_to() == Some(facts.state);
    if !stands {
        return None;
    }
    Some(view! { <p><a href=routes::decision(l, newest.id)>{acts::decision_link_undo(l)}</a></p> }.into_any())
}

/// The move of a paper to another queue, folded away until it is asked for: a part of the form of the decision, so that nothing typed there
/// is lost with it.
fn move_part(l: Locale, item: &ModerationItem, facts: &Facts<'_>, around: &Around<'_>) -> AnyView {
    let ModerationItem::Paper(page) = item else { return ().into_any() };
    // Papers of a round for one subgroup go nowhere else.
    if facts.line.round.subgroup.is_some() {
        return ().into_any();
    }
    let state = around.moved;
    let whole_body = facts.subgroup.is_some().then(|| (MoveForm::WHOLE_BODY.to_owned(), acts::queue_move_whole_body(l).to_owned()));
    let groups = around.others.iter().map(|group| (group.id.to_string(), group.name.get(l).to_owned()));
    let choices: Vec<_> = groups.chain(whole_body).collect();
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let to = spec(MoveForm::TO, acts::queue_move_to(l), None, &state.form.to).optional();
    let reason = spec(MoveForm::REASON, acts::queue_move_reason(l), Some(acts::queue_move_reason_hint(l)), &state.form.reason).optional();
    let fields = [(MoveForm::TO, acts::queue_move_to(l)), (MoveForm::REASON, acts::queue_move_reason(l))];
    let action = asking(&routes::move_paper(l, page.paper.id), &around.filter.pairs());
    view! {
        <details open=state.is_refused() || is_move_begun(&state.form)>
            <summary>{acts::queue_move_title(l)}</summary>
            <div class="stack">
                {parts::trouble(l, state, &fields, &facts.line.round.time_zone)}
                <p>{acts::queue_move_what(l)}</p>
                {ui::select(l, to, &choices)}
                {ui::text_area(l, reason, 3, None, false)}
                <div class="actions"><button type="submit" class="button button--secondary" formaction=action>{acts::queue_move_button(l)}</button></div>
            </div>
        </details>
    }
    .into_any()
}

fn outcome(l: Locale, outcome: Outcome, kind: Button) -> AnyView {
    ui::button(labels::outcome_button(l, outcome), kind, Some((DecisionForm::OUTCOME, outcome.code())))
}
