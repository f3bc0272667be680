//! The Content Security Policy: scripts only from our own files, and the few inline ones by their hashes.
//!
//! The inline scripts are the same on every page, so their hashes are computed once from a rendered page, and public pages
//! need no nonce: two renders of a page are equal to the byte.

use super::WebSettings;
use app::render::Site;
use axum::http::HeaderValue;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// The policy as a header, made once.
#[derive(Debug)]
pub struct Policy {
    header: HeaderValue,
    still: HeaderValue,
}

/// What a page may that only shows: style and pictures.
const STILL: &str =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

impl Policy {
    pub fn of(site: &Site, settings: &WebSettings) -> Self {
        let page = app::ui::scripts_of(site);
        let mut text = String::from("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
        for script in inline_scripts(&page) {
            let _ = write!(text, " 'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())));
        }
        text.push_str("; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        let mut still = STILL.to_owned();
        if settings.secure() {
            text.push_str("; upgrade-insecure-requests");
            still.push_str("; upgrade-insecure-requests");
        }
        let value = |text: &str| HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static("default-src 'none'"));
        Self { header: value(&text), still: value(&still) }
    }

    /// Of a page as they all are.
    pub fn header(&self) -> HeaderValue {
        self.header.clone()
    }

    /// Of a page that only shows: no script runs, and no form can be sent.
    pub fn still(&self) -> HeaderValue {
        self.still.clone()
    }
}

/// The contents of the script elements that have no `src`.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        rest = &rest[start..];
        let (Some(open), Some(close)) = (rest.find('>'), rest.find("</script>")) else { break };
        if !rest[..open].contains("src=") {
            scripts.push(&rest[open + 1..close]);
        }
        rest = &rest[close..];
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_inline_scripts_only() {
        let html = r#"<script src="/a.js"></script><script type="module">one()</script><p/><script>two()</script>"#;
        assert_eq!(inline_scripts(html), ["one()", "two()"]);
    }
}
