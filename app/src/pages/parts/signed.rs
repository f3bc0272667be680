//! The signed receipt, to keep and to check.

use super::paging::with_query;
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::VerifyForm;
use model::i18n::t::proofs as t;
use model::portal::TextFile;
use model::routes;

/// What it is for, the file to download from `address`, and a link that checks it.
pub fn signed_receipt(l: Locale, address: String, signed: &TextFile) -> AnyView {
    view! {
        <section class="section no-print">
            <h2>{t::receipt_signed(l)}</h2>
            <p class="measure">{t::receipt_signed_what(l)}</p>
            <div class="actions">
                {ui::download_button(t::receipt_signed_download(l), address, signed.name.clone(), Button::Secondary)}
                <a href=check_address(l, signed)>{t::receipt_signed_check(l)}</a>
            </div>
        </section>
    }
    .into_any()
}

/// The address that checks the receipt: it carries the whole of it, so whoever is given the link needs nothing else.
fn check_address(l: Locale, signed: &TextFile) -> String {
    with_query(&routes::verify(l), &[(VerifyForm::RECEIPT, signed.text.trim_end())])
}
