//! What is public about moderation: its rules with the list of reasons, and the ledger of each session.

use super::super::parts::{PageWords, pagination, with_query};
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Column, Head};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::SessionId;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::moderation::{APPEAL_TIME, ModerationAct, Outcome, ReasonCode};
use model::domain::redaction::MARK;
use model::i18n::t::{acts, appeals as t, moderation as m, redactions as r, replies};
use model::labels;
use model::portal::{ModerationFigure, ModerationLedger, PublicAct};
use model::routes;

/// `/moderation/rules`
pub fn rules(cx: &Cx) -> Page {
    let l = cx.locale();
    ui::page(cx, 200, Head::new(t::rules_title(l)), || {
        view! {
            {ui::page_head(None, t::rules_title(l), Some(t::rules_lede(l).to_owned()))}
            {part(t::rules_who(l), t::rules_who_what(l).to_owned())}
            <section class="section">
                <h2>{t::rules_reasons(l)}</h2>
                <p class="measure">{t::rules_reasons_what(l)}</p>
                {reasons(l)}
            </section>
            {part(r::rules_redaction(l), r::rules_redaction_what(l, MARK))}
            {part(t::rules_undo(l), t::rules_undo_what(l).to_owned())}
            {part(replies::rules_reply(l), replies::rules_reply_what(l).to_owned())}
            {part(t::rules_appeal(l), t::rules_appeal_what(l, calendar::span_in_words(l, APPEAL_TIME)))}
            {part(t::rules_ledger(l), t::rules_ledger_what(l).to_owned())}
        }
        .into_any()
    })
}

fn part(title: &'static str, words: String) -> AnyView {
    view! { <section class="section"><h2>{title}</h2><p class="measure">{words}</p></section> }.into_any()
}

fn reasons(l: Locale) -> AnyView {
    let yes = |serves: bool| if serves { t::rules_yes(l) } else { t::rules_no(l) };
    let rows = ReasonCode::ALL
        .iter()
        .map(|code| {
            view! {
                <tr>
                    <th scope="row">{labels::reason_code(l, *code)}</th>
                    <td>{labels::reason_words(l, *code)}</td>
                    <td>{yes(code.serves(Outcome::Return))}</td>
                    <td>{yes(code.serves(Outcome::Decline))}</td>
                    <td>{yes(code.serves_redaction())}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns = [t::mod_ledger_reason(l), acts::decision_code_list(l), t::rules_return(l), t::rules_decline(l), r::rules_redact(l)];
    ui::table(t::rules_reasons(l), columns.map(Column::of), rows)
}

/// `/sessions/{id}/moderation`; the acts after `cursor`.
pub async fn ledger(cx: &Cx, session: SessionId, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.moderation_ledger(&cx.ctx, session, cursor).await?;
    let l = cx.locale();
    let head = Head::new(t::mod_ledger_title(l))
        .crumb(page.body.short_name.get(l), routes::body(l, &page.body.code))
        .crumb(page.session.title.get(l), routes::session(l, page.session.id));
    Ok(ui::page(cx, 200, head, || content(l, &page, cursor.is_some())))
}

fn content(l: Locale, page: &ModerationLedger, further: bool) -> AnyView {
    let address = routes::moderation_ledger(l, page.session.id);
    let list = if page.lines.rows.is_empty() {
        ui::empty(t::mod_ledger_none(l), view! { <p>{t::mod_ledger_none_what(l)}</p> }.into_any())
    } else {
        lines(l, page)
    };
    let words = PageWords { label: t::mod_ledger_pages(l), first: t::mod_ledger_first(l), next: t::mod_ledger_older(l) };
    let next = page.lines.next.as_ref().map(|cursor| with_query(&address, &[("after", cursor)]));
    view! {
        {ui::page_head(Some(t::mod_ledger_of(l, page.session.title.get(l))), t::mod_ledger_title(l), Some(t::mod_ledger_lede(l).to_owned()))}
        {(!page.figures.is_empty()).then(|| figures(l, &page.figures))}
        <section class="section">
            <h2>{t::mod_ledger_lines(l)}</h2>
            {list}
            {pagination(&words, t::mod_ledger_title(l), further.then(|| address.clone()), next)}
        </section>
        <p class="section"><a href=routes::moderation_rules(l)>{t::rules_link(l)}</a></p>
    }
    .into_any()
}

fn figures(l: Locale, figures: &[ModerationFigure]) -> AnyView {
    let rows = figures
        .iter()
        .map(|figure| {
            view! {
                <tr>
                    <th scope="row">{labels::moderation_act(l, figure.act)}</th>
                    <td>{reason(l, figure.act, figure.code)}</td>
                    <td class="number">{figure.count}</td>
                    <td class="number">{figure.undone}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let columns = [
        Column::of(t::mod_ledger_act(l)),
        Column::of(t::mod_ledger_reason(l)),
        Column::number(t::mod_ledger_count(l)),
        Column::number(t::mod_ledger_undone_count(l)),
    ];
    view! {
        <section class="section">
            <h2>{t::mod_ledger_figures(l)}</h2>
            {ui::table(t::mod_ledger_figures(l), columns, rows)}
        </section>
    }
    .into_any()
}

/// Decisions that need one and have none were made before there was a list.
const fn reason(l: Locale, act: ModerationAct, code: Option<ReasonCode>) -> &'static str {
    match (code, act) {
        (Some(code), _) => labels::reason_code(l, code),
        (None, ModerationAct::Return | ModerationAct::Decline) => labels::reason_code(l, ReasonCode::Other),
        (None, _) => t::mod_ledger_no_reason(l),
    }
}

fn lines(l: Locale, page: &ModerationLedger) -> AnyView {
    let rows = page.lines.rows.iter().map(|act| line(l, act, &page.session.time_zone)).collect();
    let columns = [t::mod_ledger_when(l), t::mod_ledger_who(l), t::mod_ledger_act(l), t::mod_ledger_reason(l), t::mod_ledger_input(l)];
    ui::table(t::mod_ledger_lines(l), columns.map(Column::of), rows)
}

fn line(l: Locale, act: &PublicAct, zone: &str) -> AnyView {
    let line = &act.line;
    let undone = line.undone.then(|| view! { " · "{t::mod_ledger_undone(l)} });
    let moved = (line.act == ModerationAct::Move).then(|| {
        let to = line.moved_to.as_ref().map_or_else(|| m::queue_whole_body(l), |name| name.get(l));
        view! { <br/>{acts::decision_moved_to(l, to)} }
    });
    let kind = match act.kind {
        ItemKind::Paper => t::mod_ledger_paper(l),
        ItemKind::Comment => t::mod_ledger_comment(l),
    };
    let input = match act.item.map(|id| routes::input(l, act.kind, id)) {
        Some(href) => view! { <a href=href>{kind}</a> }.into_any(),
        None => kind.into_any(),
    };
    view! {
        <tr id=format!("act-{}", line.id)>
            <td>{ui::time(l, line.decided_at.to_second(), zone)}</td>
            <td>{labels::moderation_office(l, line.role, line.queue.as_ref())}</td>
            <td>{labels::moderation_act(l, line.act)}{undone}{moved}</td>
            <td>{reason(l, line.act, line.code)}</td>
            <td>{input}</td>
        </tr>
    }
    .into_any()
}
