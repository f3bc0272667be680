//! The public log: one line for each receipt, the newest first.

use super::parts::{PageWords, pagination};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Column, Head};
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::i18n::t::proofs as t;
use model::portal::{LOG_LINES_AT_ONCE, LogEntry, LogPage};
use model::routes;

/// `/log`; lines before that one.
pub async fn page(cx: &Cx, before: Option<i64>) -> PageResult {
    let page = cx.portal.public_log(&cx.ctx, before).await?;
    Ok(ui::page(cx, 200, Head::new(t::log_title(cx.locale())), || content(cx, &page)))
}

fn content(cx: &Cx, page: &LogPage) -> AnyView {
    let l = cx.locale();
    let list =
        if page.lines.is_empty() { ui::empty(t::log_empty(l), view! { <p>{t::log_empty_what(l)}</p> }.into_any()) } else { table(l, page) };
    let further = page.lines.first().is_some_and(|line| line.index + 1 < page.size);
    let words = PageWords { label: t::log_pages(l), first: t::log_newest(l), next: t::log_older(l) };
    let newest = further.then(|| routes::log(l));
    let older = page.older.map(|index| routes::log_before(l, index));
    let address = format!("{}?from={LOG_LINES_AT_ONCE}", routes::LOG_LINES);
    view! {
        {ui::page_head(None, t::log_title(l), Some(t::log_lede(l).to_owned()))}
        <div class="columns">
            <section class="section">
                <h2>{t::log_check(l)}</h2>
                <ul class="stack measure">
                    <li>{t::log_check_chain(l)}</li>
                    <li>{t::log_check_receipts(l)}</li>
                    <li>{t::log_check_head(l)}</li>
                </ul>
                {ui::facts(vec![(t::log_head(l).to_owned(), hash(&page.head))])}
            </section>
            <aside>
                <section class="section">
                    <h2>{t::log_download(l)}</h2>
                    <ul class="stack">
                        <li><a href=routes::LOG_LINES download="openfloor-log.jsonl">{t::log_download_lines(l)}</a></li>
                        <li><a href=routes::LOG_HEAD download="openfloor-log-head.json">{t::log_download_head(l)}</a></li>
                        <li><a href=routes::KEYS download="openfloor-keys.json">{t::log_download_keys(l)}</a></li>
                    </ul>
                    <p><code class="mono" dir="ltr">"openfloor verify-log --file openfloor-log.jsonl --head openfloor-log-head.json --keys openfloor-keys.json"</code></p>
                    <p class="meta">{t::log_download_more(l, address.as_str(), LOG_LINES_AT_ONCE)}</p>
                    <p><a href=routes::verify(l)>{t::verify_title(l)}</a></p>
                </section>
            </aside>
        </div>
        <section class="section">
            <h2>{t::log_size(l, page.size)}</h2>
            {list}
            {pagination(&words, t::log_title(l), newest, older)}
        </section>
    }
    .into_any()
}

fn hash(value: &str) -> AnyView {
    view! { <code class="hash">{value.to_owned()}</code> }.into_any()
}

fn table(l: Locale, page: &LogPage) -> AnyView {
    let rows = page.lines.iter().map(|line| row(l, line)).collect();
    let rest = [t::log_received(l), t::log_kind(l), t::log_receipt(l), t::log_prev(l)];
    ui::table(t::log_title(l), [Column::number(t::log_line(l))].into_iter().chain(rest.map(Column::of)), rows)
}

fn row(l: Locale, line: &LogEntry) -> AnyView {
    let kind = if line.accepted { t::log_accepted(l) } else { t::log_refused(l) };
    let exact = calendar::iso_micros(line.received_at);
    view! {
        <tr id=format!("line-{}", line.index)>
            <td class="number">{line.index.to_string()}</td>
            <td><time class="mono nowrap" datetime=calendar::iso(line.received_at)>{exact}</time></td>
            <td>{kind}</td>
            <td>{hash(&line.receipt_hash)}</td>
            <td>{hash(&line.prev_hash)}</td>
        </tr>
    }
    .into_any()
}
