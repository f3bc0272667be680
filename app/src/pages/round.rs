//! A round of consultation: what is asked for, the deadline with its ledger, and what came of it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::domain::language::{Language, Locale};
use model::domain::paper;
use model::domain::round::RoundKind;
use model::domain::window::Phase;
use model::i18n::t::{accreditation, co_signing, consents, grants, late, planning, rehearsals, rounds as t, speakers};
use model::labels;
use model::portal::{FIRST_PAPERS, PaperLine, RoundPage};
use model::routes;

/// `/rounds/{id}`
pub async fn page(cx: &Cx, id: RoundId) -> PageResult {
    let page = cx.portal.round(&cx.ctx, id).await?;
    let l = cx.locale();
    let head = parts::head_in_session(l, page.line.round.title.get(l), &page.line.body, &page.line.session);
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
}

fn content(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let (round, line) = (&page.line.round, &page.line);
    let eyebrow = t::round_eyebrow(l, labels::round_kind(l, round.kind), line.session.title.get(l));
    let demonstration = round.demonstration.then(|| view! { <p>{ui::demonstration_badge(l)}</p> });
    let more = view! {
        {demonstration}
        {parts::round_deadline(cx, line)}
        {actions(cx, page)}
    };
    view! {
        {ui::page_head_with(Some(eyebrow), round.title.get(l), Some(round.call.get(l).to_owned()), more.into_any())}
        <div class="columns">
            <div>
                {parts::unsubmitted(l, round, &page.unsubmitted, now)}
                {parts::questions(l, round)}
                {rules(cx, round.kind)}
                {parts::ledger(l, round, &page.ledger, page.entries)}
                {match round.kind {
                    RoundKind::PositionPapers => papers(cx, page),
                    RoundKind::Speakers => speaking(cx, page),
                    RoundKind::Accreditation => accredited(cx, page),
                    RoundKind::CoSigning => offered(cx, page),
                    RoundKind::Comments => ().into_any(),
                }}
            </div>
            <aside>
                <section class="section"><h2>{t::round_facts(l)}</h2>{facts(cx, page)}</section>
                {page.may_change.then(|| chair(cx, page))}
            </aside>
        </div>
    }
    .into_any()
}

/// What there is to do. Who is on the list of speakers, or has applied, has done it, and is led to what they said; after the closing, those who hold a
/// grant are still led to what they can do.
fn actions(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, round, now) = (cx.locale(), &page.line.round, cx.ctx.now);
    let own = match round.kind {
        RoundKind::Speakers if page.speakers.own => Some((speakers::round_own_speaker(l), routes::speak(l, round.id))),
        RoundKind::Accreditation if page.accreditation.own => Some((accreditation::round_own_application(l), routes::apply(l, round.id))),
        _ => None,
    };
    if let Some((words, href)) = own {
        let own = ui::link_button(words, href, Button::Secondary);
        return view! { <div class="actions">{own}</div> }.into_any();
    }
    let closed = matches!(round.window.public_phase(now), Phase::Closed { .. });
    let granted = cx.signed_in().is_some_and(|person| parts::is_open_for(round, person, now));
    let step = if closed && granted { parts::open_step(l, round) } else { None };
    let step = step.map(|(words, href)| ui::link_button(words, href, Button::Primary));
    parts::call_actions(l, round, now, step.into_any())
}

fn rules(cx: &Cx, kind: RoundKind) -> AnyView {
    let l = cx.locale();
    let rules = match kind {
        RoundKind::PositionPapers | RoundKind::Comments => {
            vec![t::round_rule_clock(l), t::round_rule_grace(l), t::round_rule_draft(l), t::round_rule_change(l), late::round_rule_late(l)]
        }
        RoundKind::CoSigning => vec![
            co_signing::co_sign_rule_author(l),
            co_signing::co_sign_rule_contact(l),
            co_signing::round_rule_co_sign_clock(l),
            co_signing::co_sign_rule_back(l),
            co_signing::co_sign_rule_once(l),
        ],
        RoundKind::Accreditation => vec![
            accreditation::apply_rule_ecosoc(l),
            accreditation::apply_rule_circulated(l),
            accreditation::round_rule_apply_late(l),
            accreditation::apply_rule_writing(l),
            accreditation::apply_rule_public(l),
        ],
        RoundKind::Speakers => vec![
            speakers::speak_rule_one(l),
            speakers::round_rule_speak_clock(l),
            speakers::round_rule_speak_late(l),
            speakers::speak_rule_public(l),
        ],
    };
    let rules: Vec<_> = rules.into_iter().map(|rule| view! { <li>{rule}</li> }).collect();
    view! {
        <section class="section">
            <h2>{t::round_rules(l)}</h2>
            <ul class="stack measure">{rules}</ul>
        </section>
    }
    .into_any()
}

fn papers(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, round) = (cx.locale(), page.line.round.id);
    let none = ui::empty(t::round_no_papers(l), view! { <p>{t::round_no_papers_what(l)}</p> }.into_any());
    let all = |papers: &[PaperLine], href: String, words: &'static str| {
        let full = i64::try_from(papers.len()).is_ok_and(|n| n >= FIRST_PAPERS);
        full.then(|| view! { <p class="hint"><a href=href>{words}</a></p> })
    };
    let late = (!page.late_papers.is_empty()).then(|| {
        view! {
            <section class="section" id="late">
                <h2>{late::round_late_papers(l)}</h2>
                <p>{late::round_late_papers_what(l)}</p>
                {ui::paper_rows(l, &page.late_papers, ().into_any())}
                {all(&page.late_papers, routes::round_late_papers(l, round), t::round_all_late_papers(l))}
            </section>
        }
    });
    view! {
        <section class="section">
            <h2>{t::round_papers(l)}</h2>
            {ui::paper_rows(l, &page.papers, none)}
            {all(&page.papers, routes::round_papers(l, round), t::round_all_papers(l))}
        </section>
        {late}
        {for_the_chair(l, page)}
    }
    .into_any()
}

/// The way to what is for the chair only, for those who read it.
fn for_the_chair(l: Locale, page: &RoundPage) -> AnyView {
    let Some(count) = page.for_the_chair else { return ().into_any() };
    view! {
        <section class="section">
            <h2>{consents::consent_papers(l)}</h2>
            <p>{consents::consent_papers_what(l)}</p>
            <p><a href=routes::round_chair_papers(l, page.line.round.id)>{consents::consent_papers_count(l, count)}</a></p>
        </section>
    }
    .into_any()
}

/// The list of speakers as everybody reads it: the organisations in their order.
fn speaking(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, list) = (cx.locale(), &page.speakers);
    let known = i64::try_from(list.organisations.len()).unwrap_or(i64::MAX);
    let rows: Vec<_> = list
        .organisations
        .iter()
        .map(|(position, organisation)| view! { <li value=*position>{ui::organisation(l, organisation)}</li> })
        .collect();
    let rows = (!rows.is_empty()).then(|| {
        view! { <p class="hint">{speakers::speakers_public_what(l)}</p><ol class="numbered">{rows}</ol> }
    });
    let others = (list.count > known).then(|| view! { <p>{speakers::speakers_not_public(l, list.count - known)}</p> });
    let all = list.may_read.then(|| view! { <p><a href=routes::speakers(l, page.line.round.id)>{speakers::speakers_chair(l)}</a></p> });
    view! {
        <section class="section" id="speakers">
            <h2>{speakers::speakers_public(l)}</h2>
            <p>{speakers::speakers_count(l, list.count)}</p>
            {rows}
            {others}
            {all}
        </section>
    }
    .into_any()
}

/// Who is accredited, as everybody reads it.
fn accredited(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, list) = (cx.locale(), &page.accreditation);
    let rows: Vec<_> = list
        .accredited
        .iter()
        .map(|(organisation, consultative)| {
            let held = consultative.is_held();
            let badge =
                held.then(|| view! { " "{ui::badge(accreditation::consultative_badge(l, labels::consultative(l, *consultative)))} });
            view! { <li>{ui::organisation(l, organisation)}{badge}</li> }
        })
        .collect();
    let rows = if rows.is_empty() {
        view! { <p>{accreditation::accredited_none(l)}</p> }.into_any()
    } else {
        view! { <ul class="stack">{rows}</ul> }.into_any()
    };
    let all = list.may_read.then(|| {
        let href = routes::applications(l, page.line.round.id);
        view! { <p><a href=href>{accreditation::applications_title(l)}</a>" · "{accreditation::applications_waiting(l, list.waiting)}</p> }
    });
    view! {
        <section class="section" id="accredited">
            <h2>{accreditation::accredited_title(l)}</h2>
            <p>{accreditation::applications_count(l, list.count)}</p>
            {rows}
            {all}
        </section>
    }
    .into_any()
}

/// The papers that are open for co-signing, and what the reader could open.
fn offered(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, list, round) = (cx.locale(), &page.co_signing, page.line.round.id);
    let row = |paper: &PaperLine, signatories: Option<i64>| {
        let count = signatories.map(|count| view! { <span>{co_signing::offered_count(l, count)}</span> });
        view! {
            <li class="row">
                <h3 class="row__title">
                    <a href=routes::co_sign(l, round, paper.id)>{ui::paper_title(l, &paper.title, paper.language)}</a>
                </h3>
                <p class="row__meta">{ui::organisation_name(l, &paper.organisation)}{count}</p>
            </li>
        }
    };
    let rows: Vec<_> = list.papers.iter().map(|offered| row(&offered.paper, Some(offered.signatories))).collect();
    let rows = if rows.is_empty() {
        ui::empty(co_signing::offered_none(l), view! { <p>{co_signing::offered_none_what(l)}</p> }.into_any())
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let own: Vec<_> = list.own.iter().map(|paper| row(paper, None)).collect();
    let own = (!own.is_empty()).then(|| {
        view! { <section class="section"><h2>{co_signing::offered_own(l)}</h2><ul class="rows">{own}</ul></section> }
    });
    view! { <section class="section" id="offered"><h2>{co_signing::offered_title(l)}</h2>{rows}</section>{own} }.into_any()
}

fn facts(cx: &Cx, page: &RoundPage) -> AnyView {
    let l = cx.locale();
    let (round, line) = (&page.line.round, &page.line);
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let session = view! { <a href=routes::session(l, line.session.id)>{parts::local(l, &line.session.title)}</a> };
    let body = view! { <a href=routes::body(l, &line.body.code)>{parts::local(l, &line.body.short_name)}</a> };
    let mut facts = vec![
        fact(t::round_fact_kind(l), labels::round_kind(l, round.kind).into_any()),
        fact(t::round_fact_body(l), body.into_any()),
        fact(t::round_fact_session(l), session.into_any()),
        fact(t::round_fact_opens(l), ui::time(l, round.window.opens_at, &round.time_zone)),
        fact(t::round_fact_closes(l), ui::time(l, round.window.closes_at, &round.time_zone)),
    ];
    if let Some(reach) = round.reach {
        facts.push(fact(accreditation::plan_reach(l), labels::reach(l, reach).into_any()));
    }
    if let Some(subgroup) = &page.subgroup {
        let link = view! { <a href=routes::subgroup(l, subgroup.code.to_lowercase())>{parts::subgroup_name(l, Some(subgroup))}</a> };
        facts.push(fact(planning::plan_subgroup(l), link.into_any()));
    }
    if let Some(draft) = &page.draft {
        let link = view! { <a href=routes::draft(l, draft.id)>{parts::local(l, &draft.title)}</a>", "{parts::local(l, &draft.label)} };
        facts.push(fact(t::round_fact_text(l), link.into_any()));
    }
    if round.kind == RoundKind::PositionPapers {
        let limit = t::round_fact_limit_words(l, paper::limit(Language::Zh), paper::limit(Language::En));
        facts.push(fact(t::round_fact_limit(l), limit.into_any()));
    }
    ui::facts(facts)
}

fn chair(cx: &Cx, page: &RoundPage) -> AnyView {
    let l = cx.locale();
    view! {
        <section class="section">
            <h2>{t::round_chair(l)}</h2>
            <div class="actions">
                {ui::link_button(t::round_change_deadline(l), routes::deadline(l, page.line.round.id), Button::Secondary)}
            </div>
            <ul class="stack">
                {parts::office_list(l, &page.line.round).map(|(words, href)| view! { <li><a href=href>{words}</a></li> })}
                <li><a href=routes::edit_round(l, page.line.round.id)>{planning::round_edit(l)}</a></li>
                <li><a href=routes::grants(l, page.line.round.id)>{grants::grants_title(l)}</a></li>
                {page.line.round.kind
                    .keeps_late()
                    .then(|| view! { <li><a href=routes::late_inbox(l, page.line.round.id)>{late::late_inbox_count(l, page.late)}</a></li> })}
                <li><a href=routes::rehearsal(l, page.line.round.id)>{rehearsals::rehearsal_title(l)}</a></li>
            </ul>
        </section>
    }
    .into_any()
}
