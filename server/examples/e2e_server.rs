//! The portal for end-to-end tests: the real router over a fresh demonstration database, with a clock that tests move.
//!
//! `e2e_server --listen 127.0.0.1:0 --dir FOLDER` prints `listening on http://127.0.0.1:PORT`.
//! `POST /test/clock` with `{"advance_seconds": 60}` or `{"now": "2026-11-24T09:00:00Z"}` exists only here.
//! So do `POST /test/jobs`, which issues the texts whose time has come, compares letters and writes the mails of announcements, and `POST /test/papers`, which
//! puts so many papers into the queue of a whole body.

#[path = "../tests/support/stage.rs"]
mod stage;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Router, body::Bytes};
use engine::clock::{Clock, ManualClock};
use engine::jobs;
use engine::portal::ServerPortal;
use model::calendar;
use model::domain::time::{Instant, Span};
use model::error::PortalResult;
use model::portal::Papers;
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
    let clock = Arc::new(ManualClock::at(calendar::parse_iso(START).unwrap_or(Instant(0))));
    let keys = std::path::Path::new(&dir).join("keys.json");
    let portal = stage::seeded(&url, &format!("sqlite:{}", file.display()), 4, &keys, clock.now()).await?;
    let web = WebSettings::demonstration(url.clone());
    let deps = Deps::new(portal.clone(), clock.clone(), Assets::load()?, web);
    let router = Router::new()
        .route("/test/clock", get(read_clock).post(move_clock))
        .with_state(clock.clone())
        .route("/test/jobs", post(run_jobs))
        .route("/test/papers", post(fill_queue))
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
    let texts = jobs::texts::tick(&portal, now).await.and(compare_letters(&portal, now).await);
    let written = (jobs::announcements::tick(&portal, now).await, jobs::terms::tick(&portal, now).await, jobs::seals::tick(&portal).await);
    match (texts, written) {
        (Ok(()), (Ok(()), Ok(()), Ok(()))) => StatusCode::NO_CONTENT,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Submits as many papers to the whole body as the body of the request says, by the demonstration's own organisations.
async fn fill_queue(State((portal, clock)): State<(ServerPortal, Arc<ManualClock>)>, body: Bytes) -> StatusCode {
    let count = std::str::from_utf8(&body).ok().and_then(|text| text.trim().parse().ok()).unwrap_or_default();
    match submit(&portal, clock.now(), count).await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(error) => {
            eprintln!("the queue could not be filled: {error:#}");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

async fn submit(portal: &ServerPortal, now: Instant, count: usize) -> anyhow::Result<()> {
    let round = stage::open_round(portal, now).await?;
    let drafts = stage::drafts(portal, round, now, count, |n| format!("Words of paper {n}.")).await?;
    for (n, id) in drafts.into_iter().enumerate() {
        let author = stage::ctx_of(portal.database(), stage::AUTHORS[n % stage::AUTHORS.len()], now).await?;
        portal.submit_paper(&author, id, 1).await?;
    }
    Ok(())
}

/// Until there is nothing left: a tick of the job compares some of them.
async fn compare_letters(portal: &ServerPortal, now: Instant) -> PortalResult<()> {
    while portal.place_letters(now, 50).await? > 0 {}
    Ok(())
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
