//! Checking a receipt: for everybody, without an account, and without a trace.

use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::validate::Fault;
use model::forms::VerifyForm;
use model::i18n::t::proofs as t;
use model::portal::{Checked, ReceiptFacts, ReceiptFault};
use model::routes;

/// `/verify`; with `file`: what was pasted, uploaded or linked to. An empty text is one that was forgotten.
pub async fn page(cx: &Cx, file: Option<&str>) -> PageResult {
    let l = cx.locale();
    let Some(file) = file else {
        return Ok(ui::page(cx, 200, Head::new(t::verify_title(l)), || content(l, "", None, None)));
    };
    if file.trim().is_empty() {
        return Ok(ui::page(cx, 422, Head::new(t::verify_title(l)), || content(l, "", Some(Fault::Missing), None)));
    }
    let checked = cx.portal.check_receipt(&cx.ctx, file).await?;
    let (status, kept) = match &checked {
        Checked::Faulty(ReceiptFault::Unreadable) => (422, file),
        Checked::Faulty(_) => (200, file),
        Checked::Genuine(_) => (200, ""),
    };
    Ok(ui::page(cx, status, Head::new(t::verify_title(l)), || content(l, kept, None, Some(&checked))))
}

fn content(l: Locale, kept: &str, fault: Option<Fault>, checked: Option<&Checked>) -> AnyView {
    let heading = if checked.is_some() { t::verify_again(l) } else { t::verify_title(l) };
    view! {
        {ui::page_head(None, t::verify_title(l), Some(t::verify_lede(l).to_owned()))}
        {checked.map(|checked| result(l, checked))}
        <div class="columns">
            <section class="section">
                <h2 class=checked.is_none().then_some("visually-hidden")>{heading}</h2>
                {form(l, kept, fault)}
            </section>
            <aside>
                <section class="section">
                    <h2>{t::verify_how(l)}</h2>
                    <ul class="stack">
                        <li>{t::verify_how_bytes(l)}</li>
                        <li>{t::verify_how_signature(l)}</li>
                        <li>{t::verify_how_log(l)}" "<a href=routes::log(l)>{t::log_title(l)}</a></li>
                    </ul>
                </section>
                <section class="section">
                    <h2>{t::verify_offline(l)}</h2>
                    <p>{t::verify_offline_what(l)}</p>
                    <ol class="stack">
                        <li><a href=routes::KEYS download="openfloor-keys.json">{t::verify_offline_keys(l)}</a></li>
                        <li>{t::verify_offline_command(l)}<br/><code class="mono" dir="ltr">"openfloor verify RECEIPT.json --keys openfloor-keys.json"</code></li>
                    </ol>
                    <p>{t::verify_offline_format(l)}</p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn form(l: Locale, kept: &str, fault: Option<Fault>) -> AnyView {
    let text = FieldSpec {
        name: VerifyForm::RECEIPT,
        label: t::verify_text(l),
        hint: Some(t::verify_text_hint(l)),
        value: kept,
        fault,
        ..FieldSpec::default()
    };
    let file = FieldSpec { name: VerifyForm::FILE, label: t::verify_file(l), hint: Some(t::verify_file_hint(l)), ..FieldSpec::default() };
    let trouble = fault.map(|_| {
        let link = view! { <h2>{t::verify_empty(l)}</h2><p><a href=format!("#{}", VerifyForm::RECEIPT)>{t::verify_text(l)}</a></p> };
        ui::notice(Notice::Danger, link.into_any())
    });
    view! {
        {trouble}
        <form class="form" method="post" action=routes::verify(l) enctype="multipart/form-data" novalidate>
            {ui::text_area(l, text, 6, None, false)}
            {ui::file_field(l, file, ".json,application/json")}
            <div class="actions">{ui::button(t::verify_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn result(l: Locale, checked: &Checked) -> AnyView {
    match checked {
        Checked::Genuine(facts) => {
            let words = view! { <h2>{t::verify_genuine(l)}</h2><p>{t::verify_genuine_what(l, facts.index)}</p> };
            view! {
                {ui::notice(Notice::Success, words.into_any())}
                <section class="section"><h2>{t::verify_facts(l)}</h2>{ui::facts(says(l, facts))}</section>
            }
            .into_any()
        }
        Checked::Faulty(fault) => {
            let why = match fault {
                ReceiptFault::Unreadable => t::verify_unreadable(l),
                ReceiptFault::NotCanonical => t::verify_not_canonical(l),
                ReceiptFault::UnknownKey => t::verify_unknown_key(l),
                ReceiptFault::WrongSignature => t::verify_wrong_signature(l),
                ReceiptFault::NotInLog => t::verify_not_in_log(l),
            };
            ui::notice(Notice::Danger, view! { <h2>{t::verify_not_genuine(l)}</h2><p>{why}</p> }.into_any())
        }
    }
}

fn says(l: Locale, facts: &ReceiptFacts) -> Vec<(String, AnyView)> {
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let hash = |value: &str| view! { <code class="hash">{value.to_owned()}</code> }.into_any();
    // For people, and as it stands in the file.
    let exact = |at| view! { {ui::time(l, at, "UTC")}<br/><span class="mono">{calendar::iso_micros(at)}</span> }.into_any();
    let outcome = if facts.accepted { t::verify_accepted(l) } else { t::verify_refused(l) };
    let kind = match facts.kind {
        ItemKind::Paper => t::verify_kind_paper(l),
        ItemKind::Comment => t::verify_kind_comment(l),
    };
    let entry = routes::ledger_entry(l, facts.round, facts.entry);
    let line = routes::log_from(l, facts.index);
    let mut all = vec![
        fact(t::verify_fact_portal(l), view! { <bdi dir="ltr">{facts.portal.clone()}</bdi> }.into_any()),
        fact(t::verify_fact_number(l), view! { <bdi dir="ltr">{facts.number.clone()}</bdi> }.into_any()),
        fact(t::verify_fact_outcome(l), outcome.into_any()),
        fact(t::verify_fact_kind(l), kind.into_any()),
        fact(t::verify_fact_version(l), if facts.version == 0 { "–".to_owned() } else { facts.version.to_string() }.into_any()),
        fact(t::verify_fact_organisation(l), view! { <bdi>{facts.organisation_name.clone()}</bdi> }.into_any()),
        fact(t::verify_fact_received(l), exact(facts.received_at)),
        fact(t::verify_fact_entry(l), view! { <a href=entry>{facts.entry.to_string()}</a> }.into_any()),
        fact(t::verify_fact_closing(l), exact(facts.closes_at)),
        fact(t::verify_fact_content(l), hash(&facts.content_sha256)),
    ];
    if !facts.files.is_empty() {
        let files: Vec<_> = facts.files.iter().map(|(name, sha)| view! { <li><bdi>{name.clone()}</bdi>" "{hash(sha)}</li> }).collect();
        all.push(fact(t::verify_fact_files(l), view! { <ul class="stack">{files}</ul> }.into_any()));
    }
    all.push(fact(t::verify_fact_line(l), view! { <a href=line>{facts.index.to_string()}</a> }.into_any()));
    all.push(fact(t::verify_fact_hash(l), hash(&facts.receipt_hash)));
    all
}
