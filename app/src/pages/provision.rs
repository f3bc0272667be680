//! One paragraph of a draft text: its words, what is said on it in public, one's own comments, and the form.

use super::parts::{self, CommentFormParts, CommentStage};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::CommentContent;
use model::domain::draft::{Level, Provision};
use model::domain::ids::{CommentId, OrganisationId, ProvisionId};
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::late::Refusal;
use model::domain::window::Phase;
use model::error::{FieldError, PortalError};
use model::forms::{CommentForm, FormState};
use model::i18n::t::{comment_ends as ends, comments as tc, drafts as t, statuses};
use model::labels;
use model::policy::Denied;
use model::portal::{CommentLine, CommentPage, ProvisionPage, SaidQuery};
use model::routes;

/// What the form holds and what stands beside it.
struct Writing {
    state: FormState<CommentForm>,
    organisation_name: String,
    /// Whom a new comment may be made for, where there is a choice.
    organisations: Vec<(OrganisationId, String)>,
    zone: String,
    /// The own comment the form is about, when it is not a new one.
    revising: Option<(CommentId, ItemState)>,
    /// What is stored, when someone else changed it meanwhile.
    stored: Option<CommentContent>,
    /// The receipts of its refusals, the newest first.
    refusals: Vec<Refusal>,
    /// Of the round, for what is written.
    phase: Phase,
    stage: CommentStage,
    /// By a grant, and not said in the head of the page.
    granted: bool,
    /// It was refused just now, and kept sealed.
    sealed_now: bool,
}

/// `/provisions/{id}`. Without a state the form holds the own comment that waits to be sent again, if there is one; a fresh
/// empty state (`?new`) asks for a new comment in any case.
pub async fn page(cx: &Cx, id: ProvisionId, asked: SaidQuery, state: Option<FormState<CommentForm>>) -> PageResult {
    let page = cx.portal.provision(&cx.ctx, id, asked).await?;
    let writing = writing(cx, &page, state).await;
    let l = cx.locale();
    let status = writing.as_ref().map_or(200, |writing| parts::status_of_form(&writing.state));
    let draft = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, labels::provision_name(l, &page.provision), &page.body).crumb(draft, routes::draft(l, page.draft.id));
    let head = if writing.is_some() { head.with_islands() } else { head };
    Ok(ui::page(cx, status, head, || content(cx, &page, writing.as_ref())))
}

/// Whether the form says this, quoted as the words stand in the provision.
fn says(form: &CommentForm, content: &CommentContent, provision: &Provision) -> bool {
    let typed = form.parse().map(|values| values.content);
    typed.is_ok_and(|mut typed| typed.quote_from(&provision.text).is_ok() && typed == *content)
}

/// The form, for those who may write; `None` for all others and where comments are not called for.
async fn writing(cx: &Cx, page: &ProvisionPage, given: Option<FormState<CommentForm>>) -> Option<Writing> {
    let actor = &cx.ctx.actor;
    let (person, now) = (cx.signed_in()?, cx.ctx.now);
    let round = &parts::round_for(&page.rounds, Some(person), now)?.round;
    // Whoever writes for several begins with the one that still has time.
    let writes = || person.memberships.iter().filter(|membership| actor.writes_for(membership.organisation));
    let in_time = writes().find(|membership| round.window.phase(membership.organisation, None, now).is_open());
    let membership = in_time.or_else(|| writes().next())?;
    let fresh = given.is_none();
    let mut state = given.unwrap_or_default();
    if !state.errors.is_empty()
        && state.errors.iter().all(|error| error.field != CommentForm::QUOTE)
        && let Some(fault) = state.form.quote_fault(&page.provision.text)
    {
        // What is wrong with the other fields was found without the provision; all is said at once.
        state.errors.push(FieldError { field: CommentForm::QUOTE, fault });
        CommentForm::sort(&mut state.errors);
    }
    let waiting = if fresh { page.own.iter().filter(|line| line.state.is_editable()).max_by_key(|line| line.updated_at) } else { None };
    let known = waiting.map(|line| line.id).or_else(|| state.form.comment_id().ok().flatten());
    let about = match known {
        Some(id) => cx.portal.comment(&cx.ctx, id).await.ok().filter(|about| about.own && about.provision.id == page.provision.id),
        None => None,
    };
    let mut stored = None;
    if let Some(about) = &about {
        if fresh {
            state.form = CommentForm::from_content(&about.comment.content, about.comment.id, about.comment.version);
        } else if state.refusal == Some(PortalError::Conflict) {
            // Both are shown; sending again is then a choice.
            state.form.version = about.comment.version.to_string();
            stored = Some(about.comment.content.clone());
        } else if state.refusal.is_some() && says(&state.form, &about.comment.content, &page.provision) {
            // Saved, not sent: what is typed is what is stored, so the form goes on from there.
            state.form.version = about.comment.version.to_string();
        }
    }
    if state.form.round.is_empty() {
        state.form.round = about.as_ref().map_or(round.id, |about| about.comment.round).to_string();
    }
    if state.form.language.is_empty() && !state.is_refused() {
        page.draft.language.code().clone_into(&mut state.form.language);
    }
    let organisation_name =
        about.as_ref().map_or_else(|| membership.organisation_name.clone(), |about: &CommentPage| about.organisation.name.clone());
    let revising = about.as_ref().map(|about| (about.comment.id, about.comment.state));
    let writing_for = state.form.organisation.parse().ok().filter(|asked| actor.writes_for(*asked)).unwrap_or(membership.organisation);
    let phase = about.as_ref().map_or_else(|| round.window.phase(writing_for, None, now), |about| about.phase);
    // The head of the page says what its round has for everybody and for the reader's organisations. What it does not say is said here.
    let its_round = about.as_ref().map_or(round, |about| &about.line.round);
    let whose = about.as_ref().map_or(writing_for, |about| about.organisation.id);
    let said = if its_round.id == round.id { round.window.phase(whose, None, now) } else { its_round.window.public_phase(now) };
    let zone = its_round.time_zone.clone();
    let stage = about.as_ref().map_or(CommentStage::Unsent, |about| CommentStage::of(about.comment.state, &about.refusals));
    let closed = matches!(state.refusal, Some(PortalError::Denied(Denied::Closed { .. })));
    let sealed_now =
        closed && stage != CommentStage::Sent && about.as_ref().is_some_and(|about| about.comment.content.proposed_text_fault().is_none());
    let refusals = about.map(|about| about.refusals).unwrap_or_default();
    let organisations = if revising.is_none() { actor.writing_for() } else { Vec::new() };
    if organisations.len() > 1 && state.form.organisation.is_empty() {
        state.form.organisation = membership.organisation.to_string();
    }
    Some(Writing {
        state,
        organisation_name,
        organisations,
        zone,
        revising,
        stored,
        refusals,
        phase,
        stage,
        granted: phase != said,
        sealed_now,
    })
}

fn content(cx: &Cx, page: &ProvisionPage, writing: Option<&Writing>) -> AnyView {
    let l = cx.locale();
    let eyebrow = format!("{} · {}", page.draft.title.get(l), page.draft.label.get(l));
    let deadline = parts::own_head_deadline(cx, &page.rounds);
    // A form shown again comes first: what is wrong must not be looked for.
    let again = writing.is_some_and(|writing| writing.state.is_refused());
    let read = if page.provision.level == Level::Whole { t::provision_whole_read(l) } else { t::provision_in_context(l) };
    let kept = SaidQuery { after: None, earlier: None, ..page.asked };
    let context = format!("{}#{}", parts::asking(&routes::draft(l, page.draft.id), &kept.pairs()), parts::anchor(&page.provision));
    view! {
        {ui::page_head_with(Some(eyebrow), labels::provision_name(l, &page.provision), None, deadline)}
        {parts::provision_to_quote(l, &page.provision, page.draft.language)}
        {parts::provision_languages(l, page)}
        {status(l, page)}
        {parts::links(l, page)}
        <div class="actions">
            <a href=context>{read}</a>
            <a href="#comment">{form_title(l, page)}</a>
        </div>
        {again.then(|| form(cx, page, writing))}
        {parts::history(l, page)}
        {parts::said(l, page)}
        {parts::earlier_here(l, page)}
        {own(cx, page, writing)}
        {(!again).then(|| form(cx, page, writing))}
    }
    .into_any()
}

/// How far it has come, once anything was set; for the chair the way to set it.
fn status(l: Locale, page: &ProvisionPage) -> AnyView {
    let address = routes::provision_status(l, page.provision.id);
    let set = page.sets_status.then(|| view! { <a href=address.clone()>{statuses::provision_status_set(l)}</a> });
    let Some(entry) = &page.status else { return view! { {set.map(|set| view! { <p class="actions">{set}</p> })} }.into_any() };
    let date = calendar::full(l, entry.set_at.to_second(), "UTC");
    let since = statuses::provision_status_since(l, date, labels::role(l, entry.by));
    let note = (!entry.note.is_empty()).then(|| view! { <p dir="auto">{entry.note.clone()}</p> });
    view! {
        <section class="stack" id="status">
            <p>{ui::badge(labels::provision_status(l, entry.status))}" "<span class="meta">{since}</span></p>
            {note}
            <p class="actions"><a href=address.clone()>{statuses::provision_status_read(l)}</a>{set}</p>
        </section>
    }
    .into_any()
}

/// One's own comments in every state, each with what can be done; the one in the form stands there.
fn own(cx: &Cx, page: &ProvisionPage, writing: Option<&Writing>) -> AnyView {
    let l = cx.locale();
    let in_form = writing.and_then(|writing| writing.revising).map(|(id, _)| id);
    let rows: Vec<_> = page.own.iter().filter(|line| Some(line.id) != in_form).map(|line| own_row(cx, line)).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <section class="section"><h2>{t::provision_own(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

fn own_row(cx: &Cx, line: &CommentLine) -> AnyView {
    let l = cx.locale();
    let words = match line.state {
        ItemState::Draft => t::provision_own_finish(l),
        ItemState::Returned => t::provision_own_revise(l),
        ItemState::Submitted
        | ItemState::Accepted
        | ItemState::Declined
        | ItemState::Withdrawn
        | ItemState::Replaced
        | ItemState::ForTheChair => t::provision_own_open(l),
    };
    let (lang, dir) = (line.content.language.code(), line.content.language.direction().as_str());
    let said = line.content.reason.chars().take(160).collect::<String>();
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::comment(l, line.id)>{words}</a></h3>
            <p class="row__meta"><span lang=lang dir=dir>{said}</span></p>
            <p class="row__aside">{ui::status(l, line.state)}</p>
        </li>
    }
    .into_any()
}

const fn form_title(l: Locale, page: &ProvisionPage) -> &'static str {
    match page.provision.level {
        Level::Whole => tc::comment_form_title_whole(l),
        _ => tc::comment_form_title(l),
    }
}

fn form(cx: &Cx, page: &ProvisionPage, writing: Option<&Writing>) -> AnyView {
    let l = cx.locale();
    let section = |title: &'static str, content: AnyView| {
        view! { <section class="section" id="comment"><h2>{title}</h2>{content}</section> }.into_any()
    };
    if page.rounds.is_empty() {
        return section(
            tc::comment_form_no_round(l),
            ui::notice(Notice::Info, view! { <p>{tc::comment_form_no_round_what(l)}</p> }.into_any()),
        );
    }
    let Some(writing) = writing else {
        return section(tc::comment_form_sign_in_title(l), parts::invitation(cx));
    };
    let shown = CommentFormParts {
        state: &writing.state,
        provision: &page.provision,
        draft: &page.draft,
        organisation_name: &writing.organisation_name,
        organisations: &writing.organisations,
        zone: &writing.zone,
        confirmed: cx.signed_in().is_some_and(|person| person.confirmed),
        stored: writing.stored.as_ref(),
        phase: writing.phase,
        granted: writing.granted,
        stage: writing.stage,
    };
    let Some((id, state)) = writing.revising else {
        return section(form_title(l, page), parts::comment_form(cx, &shown));
    };
    if writing.stage == CommentStage::Sent {
        let back = view! { <p><a href=routes::comment(l, id)>{ends::change_comment_back(l)}</a></p> };
        return section(ends::change_comment_title(l), view! { {parts::comment_form(cx, &shown)}{back} }.into_any());
    }
    let new = format!("{}?new#comment", routes::provision(l, page.provision.id));
    let (words, reason) = if state == ItemState::Returned {
        (tc::comment_form_returned(l), Some(view! { <p><a href=routes::comment(l, id)>{tc::comment_form_returned_page(l)}</a></p> }))
    } else {
        (tc::comment_form_unsent(l), None)
    };
    let content = view! {
        {ui::notice(Notice::Warning, view! { <p>{words}</p>{reason} }.into_any())}
        {parts::kept_sealed(l, &writing.refusals, &writing.zone, writing.sealed_now)}
        {parts::comment_form(cx, &shown)}
        <p><a href=new>{tc::comment_form_new_instead(l)}</a></p>
    };
    section(tc::comment_form_revise_title(l), content.into_any())
}
