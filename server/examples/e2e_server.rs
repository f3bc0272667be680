//! The portal for end-to-end tests: the real router over a fresh demonstration database, with a clock that tests move.
//!
//! `e2e_server --listen 127.0.0.1:0 --dir FOLDER` prints `listening on http://127.0.0.1:PORT`.
//! `POST /test/clock` with `{"advance_seconds": 60}` or `{"now": "2026-11-24T09:00:00Z"}` exists only here.
//! So does `POST /test/jobs`, which issues the texts whose time has come and writes the mails of announcements.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Router, body::Bytes};
use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Clock, Ids, ManualClock, SystemEntropy};
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::key_file;
use engine::store::Db;
use engine::{demo, jobs};
use model::calendar;
use model::domain::time::Span;
use server::web::{Assets, Deps, WebSettings, build_router, serve};
use std::sync::Arc;
use tokio::net::TcpListener;

const START: &str = "2026-11-24T09:00:00Z";

fn argument(name: &str, default: &str) -> String {
    let mut arguments = std::env::args().skip_while(|a| a != name);
    arguments.nth(1).unwrap_or_else(|| default.to_owned())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let dir = argument("--dir", "target/e2e");
    std::fs::create_dir_all(&dir)?;
    let listener = TcpListener::bind(argument("--listen", "127.0.0.1:0")).await?;
    let url = format!("http://{}", listener.local_addr()?);
    let file = std::path::Path::new(&dir).join("e2e.db");
    let db = Db::open(&format!("sqlite:{}", file.display()), 4).await?;
    db.migrate().await?;
    let clock = Arc::new(ManualClock::at(calendar::parse_iso(START).unwrap_or(model::domain::time::Instant(0))));
    let entropy = Arc::new(SystemEntropy);
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone())?;
    let settings = PortalSettings { public_url: url.clone(), demonstration: true, second_factor: SecondFactor::Required };
    let keys = key_file::open(&std::path::Path::new(&dir).join("keys.json"), &SystemEntropy, clock.now())?;
    let portal = ServerPortal::new(db, Ids::new(entropy), passwords, settings, keys);
    demo::seed(&portal, clock.now()).await?;
    let web = WebSettings::demonstration(url.clone());
    let deps = Deps::new(portal.clone(), clock.clone(), Assets::load()?, web);
    let router = Router::new()
        .route("/test/clock", get(read_clock).post(move_clock))
        .with_state(clock.clone())
        .route("/test/jobs", post(run_jobs))
        .with_state((portal, clock))
        .fallback_service(build_router(deps));
    println!("listening on {url}");
    serve(
        listener,
        router,
        async {
            let _ = tokio::signal::ctrl_c().await;
        },
        std::future::ready(()),
    )
    .await;
    Ok(())
}

/// Issues the texts whose time has come, writes the mails of announcements and of terms that end, and seals the audit log: there is no
/// timer here.
async fn run_jobs(State((portal, clock)): State<(ServerPortal, Arc<ManualClock>)>) -> StatusCode {
    let now = clock.now();
    let texts = jobs::texts::tick(&portal, now).await;
    let written = (jobs::announcements::tick(&portal, now).await, jobs::terms::tick(&portal, now).await, jobs::seals::tick(&portal).await);
    match (texts, written) {
        (Ok(()), (Ok(()), Ok(()), Ok(()))) => StatusCode::NO_CONTENT,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn read_clock(State(clock): State<Arc<ManualClock>>) -> String {
    format!("{{\"now\":\"{}\"}}", calendar::iso(clock.now()))
}

async fn move_clock(State(clock): State<Arc<ManualClock>>, body: Bytes) -> (StatusCode, String) {
    let wanted: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
    let seconds = wanted.get("advance_seconds").and_then(serde_json::Value::as_i64);
    let instant = wanted.get("now").and_then(|now| now.as_str()).and_then(calendar::parse_iso);
    match (seconds, instant) {
        (Some(seconds), _) => clock.set(clock.now() + Span::SECOND.times(seconds)),
        (None, Some(instant)) => clock.set(instant),
        (None, None) => return (StatusCode::BAD_REQUEST, "{\"error\":\"advance_seconds or now\"}".to_owned()),
    }
    (StatusCode::OK, read_clock(State(clock)).await)
}
