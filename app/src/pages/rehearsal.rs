//! The chair's rehearsal of a deadline: the moments around it, and the mails an author gets by then. Each of the other pages is the real
//! one, rendered over a portal whose doings vanish.

use super::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, DeadlineStyle};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::domain::language::{Language, Locale};
use model::domain::rehearsal::{Moment, Sight};
use model::domain::round::Round;
use model::i18n::t::rehearsals as t;
use model::labels;
use model::portal::{Mail, RoundLine, RoundPage};
use model::routes;

/// `/rounds/{id}/rehearsal`
pub async fn page(cx: &Cx, id: RoundId) -> PageResult {
    let page = cx.portal.round(&cx.ctx, id).await?;
    parts::for_the_chair(cx, &page)?;
    let head = parts::head_in_round(cx.locale(), t::rehearsal_title(cx.locale()), &page.line);
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
}

fn content(cx: &Cx, page: &RoundPage) -> AnyView {
    let (l, round) = (cx.locale(), &page.line.round);
    let moments: Vec<_> = Moment::ALL.iter().map(|moment| section(l, round, *moment)).collect();
    view! {
        {ui::page_head(Some(round.title.get(l).to_owned()), t::rehearsal_title(l), Some(t::rehearsal_lede(l).to_owned()))}
        <div class="columns">
            <div>{moments}</div>
            <aside>
                <section class="section">
                    <h2>{t::rehearsal_rules(l)}</h2>
                    <ul class="stack">
                        <li>{t::rehearsal_rule_invented(l)}</li>
                        <li>{t::rehearsal_rule_vanishes(l)}</li>
                        <li>{t::rehearsal_rule_reminders(l)}</li>
                        <li>{t::rehearsal_rule_still(l)}</li>
                    </ul>
                    <p><a href=routes::round(l, round.id)>{t::rehearsal_to_round(l)}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// A moment: when it is, how the deadline stands then, and what can be looked at.
fn section(l: Locale, round: &Round, moment: Moment) -> AnyView {
    let at = moment.at(round.window.closes_at);
    let mut then = round.clone();
    then.window.closes_at = moment.closing(round.window.closes_at);
    let links: Vec<_> = Sight::ALL
        .iter()
        .map(|sight| {
            let href = routes::rehearsed(l, round.id, moment.code(), sight.code());
            view! { <li><a href=href>{labels::rehearsed_sight(l, *sight)}</a></li> }
        })
        .collect();
    view! {
        <section class="section" id=moment.code()>
            <h2>{labels::rehearsed_moment(l, moment)}</h2>
            <p class="meta">{ui::time(l, at, &round.time_zone)}</p>
            {ui::deadline(l, &then, at, DeadlineStyle::Full)}
            <ul class="stack" aria-label=labels::rehearsed_moment(l, moment)>{links}</ul>
        </section>
    }
    .into_any()
}

/// The mails the invented author has by the moment, the first one first. `line`: the round as it stands then; `told`: how many real people
/// an extension would be written to.
pub fn mails(cx: &Cx, line: &RoundLine, mails: &[Mail], told: Option<usize>) -> Page {
    let l = cx.locale();
    let head = parts::head_in_round(l, t::rehearsal_mails(l), line);
    ui::page(cx, 200, head, || {
        let all: Vec<_> = mails.iter().map(|mail| letter(l, mail, &line.round.time_zone)).collect();
        let shown = if all.is_empty() {
            ui::empty(t::rehearsal_no_mails(l), view! { <p>{t::rehearsal_no_mails_what(l)}</p> }.into_any())
        } else {
            all.into_any()
        };
        view! {
            {ui::page_head(Some(line.round.title.get(l).to_owned()), t::rehearsal_mails(l), Some(t::rehearsal_mails_lede(l).to_owned()))}
            {told.map(|count| view! { <p>{t::rehearsal_told(l, count)}</p> })}
            {shown}
        }
        .into_any()
    })
}

fn letter(l: Locale, mail: &Mail, zone: &str) -> AnyView {
    let language = Language::from_code(&mail.language).unwrap_or(Language::En);
    let (lang, dir) = (language.code(), language.direction().as_str());
    view! {
        <article class="mail section">
            <header>
                <h2><bdi lang=lang>{mail.subject.clone()}</bdi></h2>
                <p class="meta">{ui::time(l, mail.written_at, zone)}</p>
            </header>
            <div lang=lang dir=dir><pre>{mail.body.clone()}</pre></div>
        </article>
    }
    .into_any()
}
