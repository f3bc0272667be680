//! Pages of the demonstration mode: the outbox, and every component in every state. Not found in production.

mod samples;
mod specimens;

use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::ids::MailId;
use model::domain::language::{Direction, Language, Locale};
use model::error::PortalError;
use model::i18n::t::dev as t;
use model::labels;
use model::portal::Mail;
use model::routes;

fn demonstration_only(cx: &Cx) -> Result<(), PortalError> {
    if cx.site.demonstration { Ok(()) } else { Err(PortalError::NotFound) }
}

/// The mails the portal has written.
pub async fn outbox(cx: &Cx) -> PageResult {
    demonstration_only(cx)?;
    let mails = cx.portal.mails(&cx.ctx).await?;
    let l = cx.locale();
    Ok(ui::page(cx, 200, Head::new(t::dev_outbox_title(l)), || {
        let rows: Vec<_> = mails.iter().map(|mail| row(l, mail)).collect();
        let list = if rows.is_empty() {
            ui::empty(t::dev_outbox_empty(l), view! { <p>{t::dev_outbox_empty_what(l)}</p> }.into_any())
        } else {
            view! { <ul class="rows">{rows}</ul> }.into_any()
        };
        let eyebrow = Some(t::dev_development(l).to_owned());
        view! { {ui::page_head(eyebrow, t::dev_outbox_title(l), Some(t::dev_outbox_lede(l).to_owned()))}{list} }.into_any()
    }))
}

fn row(l: Locale, mail: &Mail) -> impl IntoView + use<> {
    let language = Language::from_code(&mail.language).unwrap_or(Language::En);
    view! {
        <li class="row">
            <h2 class="row__title">
                <a href=routes::dev_mail(l, mail.id)><bdi lang=language.code()>{mail.subject.clone()}</bdi></a>
            </h2>
            <p class="row__meta"><bdi>{mail.recipient.clone()}</bdi>{ui::time(l, mail.written_at, "UTC")}</p>
        </li>
    }
}

/// One mail, as it was written; its links can be followed.
pub async fn mail(cx: &Cx, id: MailId) -> PageResult {
    demonstration_only(cx)?;
    let mail = cx.portal.mail(&cx.ctx, id).await?;
    let l = cx.locale();
    let head = Head::new(mail.subject.clone()).crumb(t::dev_outbox_title(l), routes::dev_outbox(l));
    Ok(ui::page(cx, 200, head, || {
        let language = Language::from_code(&mail.language).unwrap_or(Language::En);
        let sent = mail.sent_at.map_or_else(|| t::dev_mail_not_sent(l).into_any(), |at| ui::time(l, at, "UTC"));
        let attached = mail.attachment.as_ref().map(|file| {
            view! { <div><p class="meta">{t::dev_mail_attached(l, file.name.as_str())}</p><pre dir="ltr">{file.text.clone()}</pre></div> }
        });
        let facts = vec![
            (t::dev_mail_to(l).to_owned(), view! { <bdi>{mail.recipient.clone()}</bdi> }.into_any()),
            (t::dev_mail_language(l).to_owned(), labels::language_name(l, language).into_any()),
            (t::dev_mail_written(l).to_owned(), ui::time(l, mail.written_at, "UTC")),
            (t::dev_mail_sent(l).to_owned(), sent),
        ];
        view! {
            {ui::page_head(Some(t::dev_development(l).to_owned()), mail.subject.clone(), None)}
            <article class="mail">
                {ui::facts(facts)}
                <div lang=language.code() dir=language.direction().as_str()><pre>{linked(&mail.body)}</pre></div>
                {attached}
            </article>
        }
        .into_any()
    }))
}

/// The words of a mail, its web addresses as links.
fn linked(body: &str) -> AnyView {
    let link = |word: &str| word.starts_with("http://") || word.starts_with("https://");
    body.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let word = piece.trim_end();
            if link(word) {
                view! { <a href=word.to_owned()>{word.to_owned()}</a>{piece[word.len()..].to_owned()} }.into_any()
            } else {
                piece.to_owned().into_any()
            }
        })
        .collect_view()
        .into_any()
}

/// Every component in every state, a second time in the other direction.
pub async fn ui(cx: &Cx) -> PageResult {
    demonstration_only(cx)?;
    let l = cx.locale();
    let other = if l.direction() == Direction::Rtl { Locale::En } else { Locale::Ar };
    Ok(ui::page(cx, 200, Head::new(t::dev_ui_title(l)).with_islands(), || {
        view! {
            {ui::page_head(Some(t::dev_development(l).to_owned()), t::dev_ui_title(l), Some(t::dev_ui_lede(l).to_owned()))}
            <section class="section"><h2>{t::dev_ui_here(l)}</h2>{specimens::all(l, cx.ctx.now, specimens::Ids::Plain)}</section>
            <section class="section">
                <h2>{t::dev_ui_other(l)}</h2>
                <div lang=other.code() dir=other.direction().as_str()>{specimens::all(other, cx.ctx.now, specimens::Ids::Second)}</div>
            </section>
        }
        .into_any()
    }))
}
