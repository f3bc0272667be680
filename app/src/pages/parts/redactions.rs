//! That words of an input are redacted, for whoever reads it.

use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::redaction::{MARK, Redacted};
use model::i18n::t::{acts, appeals, redactions as t};
use model::labels;
use model::portal::DecisionLine;
use model::routes;

/// For which reason, by which office and when; its authors and those in office read which words. `decisions`: those whose page the reader
/// can open. Nothing where there is no redaction.
pub fn redactions(l: Locale, lines: &[DecisionLine], decisions: &[DecisionLine], zone: &str) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let known = lines.iter().any(|line| !line.redacted.is_empty());
    let what = if known { t::redacted_known(l, MARK) } else { t::redacted_public(l, MARK) };
    let opens = |line: &DecisionLine| decisions.iter().any(|one| one.id == line.id);
    let rows: Vec<_> = lines.iter().map(|line| row(l, line, opens(line), zone)).collect();
    let content = view! {
        <h2>{t::redacted_title(l)}</h2>
        <p>{what}</p>
        <ul>{rows}</ul>
        <p><a href=routes::moderation_rules(l)>{appeals::rules_link(l)}</a></p>
    };
    ui::notice(Notice::Info, content.into_any())
}

fn row(l: Locale, line: &DecisionLine, opens: bool, zone: &str) -> AnyView {
    let reason = line.code.map_or_else(|| labels::moderation_act(l, line.act), |code| labels::reason_code(l, code));
    let office = labels::moderation_office(l, line.role, line.queue.as_ref());
    let because = t::redacted_because(l, office, reason, calendar::full(l, line.decided_at.to_second(), zone));
    let known = (!line.redacted.is_empty()).then(|| {
        let way = opens.then(|| view! { <a href=routes::decision(l, line.id)>{acts::decision_link(l)}</a> });
        view! { {passages(&line.redacted)}{way} }
    });
    view! { <li>{because}{known}</li> }.into_any()
}

/// The passages themselves.
pub fn passages(redacted: &Redacted) -> AnyView {
    let one = |passage: &String| view! { <li><bdi class="words">{passage.clone()}</bdi></li> };
    view! { <ul>{redacted.passages().iter().map(one).collect_view()}</ul> }.into_any()
}
