//! The browser part, the stylesheet and the public files: from `target/site` in development, from the binary in a release.

use super::Deps;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Files;

/// One file in its three forms.
struct Asset {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    content_type: HeaderValue,
}

/// All files, read once, and the hash of their content that stands in their address.
pub struct Assets {
    files: HashMap<String, Asset>,
    hash: String,
}

/// What the program cannot do without.
const NEEDED: [&str; 3] = ["main.css", "portal.js", "portal.wasm"];

/// `target/site` lacks a file.
#[derive(Debug, thiserror::Error)]
#[error("the site is not built: {0} is missing; run `cargo site` first")]
pub struct NotBuilt(&'static str);

impl Assets {
    /// Reads all files.
    ///
    /// # Errors
    /// The site was not built.
    pub fn load() -> Result<Self, NotBuilt> {
        let assets = Self::load_what_is_there();
        NEEDED.iter().find(|name| !assets.files.contains_key(**name)).map_or(Ok(()), |name| Err(NotBuilt(name)))?;
        Ok(assets)
    }

    /// Reads the files that are there: tests of pages do without the browser part.
    pub fn load_what_is_there() -> Self {
        let read = |name: &str| Files::get(name).map(|file| Bytes::from(file.data.into_owned()));
        // Names as the pages ask for them; `cargo leptos` puts them one folder deeper and names the style after the output.
        let known_as = |name: &str| match name.strip_prefix("pkg/").unwrap_or(name) {
            "portal.css" => "main.css".to_owned(),
            name => name.to_owned(),
        };
        let mut names: Vec<String> = Files::iter().map(|name| name.to_string()).filter(|n| !is_twin(n)).collect();
        names.sort();
        let mut digest = Sha256::new();
        let mut files = HashMap::new();
        for name in names {
            let Some(plain) = read(&name) else { continue };
            digest.update(name.as_bytes());
            digest.update(&plain);
            let asset =
                Asset { brotli: read(&format!("{name}.br")), gzip: read(&format!("{name}.gz")), content_type: content_type(&name), plain };
            files.insert(known_as(&name), asset);
        }
        let hash = engine::auth::hex(&digest.finalize()[..8]);
        Self { files, hash }
    }

    /// The folder of the hashed files, as it stands in their addresses: `pkg/0123456789abcdef`.
    pub fn folder(&self) -> String {
        format!("pkg/{}", self.hash)
    }

    fn answer(&self, name: &str, accepts: &HeaderMap, caching: &'static str) -> Response<Body> {
        let Some(asset) = self.files.get(name) else {
            let mut response = Response::new(Body::from("no such file\n"));
            *response.status_mut() = StatusCode::NOT_FOUND;
            return response;
        };
        let accepted = accepts.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let takes = |encoding: &str| accepted.split(',').any(|part| part.split(';').next().is_some_and(|name| name.trim() == encoding));
        let (bytes, encoding) = match asset {
            Asset { brotli: Some(bytes), .. } if takes("br") => (bytes, Some("br")),
            Asset { gzip: Some(bytes), .. } if takes("gzip") => (bytes, Some("gzip")),
            Asset { plain, .. } => (plain, None),
        };
        let mut response = Response::new(Body::from(bytes.clone()));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, asset.content_type.clone());
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

fn is_twin(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|e| e == "br" || e == "gz")
}

fn content_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    })
}

const FOREVER: &str = "public, max-age=31536000, immutable";
const A_DAY: &str = "public, max-age=86400";

/// A file under its hashed address: never changes, so it may be kept for ever.
pub async fn hashed(State(deps): State<Deps>, Path((hash, file)): Path<(String, String)>, headers: HeaderMap) -> Response<Body> {
    let name = if hash == deps.assets.hash { file.as_str() } else { "" };
    deps.assets.answer(name, &headers, FOREVER)
}

pub async fn favicon(State(deps): State<Deps>, headers: HeaderMap) -> Response<Body> {
    deps.assets.answer("favicon.svg", &headers, A_DAY)
}

pub async fn robots(State(deps): State<Deps>, headers: HeaderMap) -> Response<Body> {
    deps.assets.answer("robots.txt", &headers, A_DAY)
}
