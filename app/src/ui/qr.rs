//! A QR code as inline SVG, made here: a secret goes to no other server to become a picture.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The empty edge a reader needs, in modules.
const EDGE: i32 = 4;

/// The code of `text`, named `label`; nothing when the text is too long for one.
pub fn qr_code(text: &str, label: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return ().into_any() };
    let size = code.size() + 2 * EDGE;
    view! {
        <svg class="qr" viewBox=format!("0 0 {size} {size}") width="232" height="232" role="img" aria-label=label.to_owned()>
            <rect class="qr__paper" width=size height=size></rect>
            <path class="qr__ink" d=path(&code)></path>
        </svg>
    }
    .into_any()
}

/// One path for all dark modules: a square for each run of a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + EDGE, y + EDGE);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code = QrCode::encode_text("otpauth://totp/x", QrCodeEcc::Medium).expect("short");
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y)).count();
        let drawn: usize = path(&code).split('h').skip(1).filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
    }
}
