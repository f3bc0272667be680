//! The signed receipt, to keep and to check.

use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::forms::VerifyForm;
use model::i18n::t::proofs as t;
use model::portal::TextFile;
use model::routes;

/// What it is for, the file to download from `address`, and a button that checks it. `own`: the reader got it by mail too.
///
/// The button posts: in an address the receipt would stand in the logs of every server on the way, with whose it is.
pub fn signed_receipt(l: Locale, address: String, signed: &TextFile, own: bool) -> AnyView {
    let what = if own { t::receipt_signed_what(l) } else { t::receipt_signed_what_office(l) };
    view! {
        <section class="section no-print">
            <h2>{t::receipt_signed(l)}</h2>
            <p class="measure">{what}</p>
            <form class="actions" method="post" action=routes::verify(l) enctype="multipart/form-data">
                {ui::hidden(VerifyForm::RECEIPT, signed.text.trim_end())}
                {ui::download_button(t::receipt_signed_download(l), address, signed.name.clone(), Button::Secondary)}
                {ui::button(t::receipt_signed_check(l), Button::Quiet, None)}
            </form>
        </section>
    }
    .into_any()
}
