//! A flood of wrong sign-ins: nobody is locked out, and pages keep being served.

use crate::support::START;
use app::calendar;
use server::auth::{PasswordCost, Passwords, SecondFactor};
use server::clock::{Ids, SystemClock, SystemEntropy};
use server::demo;
use server::portal::{PortalSettings, ServerPortal};
use server::store::Db;
use server::web::{Assets, Deps, WebSettings, build_router, serve};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;

/// One connection that stays open.
struct Client {
    stream: TcpStream,
    /// What `X-Forwarded-For` says: the proof believes its own loopback address, as a portal believes its proxy.
    from: String,
}

impl Client {
    async fn new(to: SocketAddr, from: String) -> Self {
        let stream = TcpStream::connect(to).await.expect("connects");
        stream.set_nodelay(true).expect("a socket");
        Self { stream, from }
    }

    async fn get(&mut self, path: &str) -> u16 {
        self.exchange(format!("GET {path} HTTP/1.1\r\nHost: portal\r\nX-Forwarded-For: {}\r\n\r\n", self.from)).await
    }

    async fn sign_in(&mut self, email: &str, password: &str) -> u16 {
        let body = form_urlencoded::Serializer::new(String::new()).append_pair("email", email).append_pair("password", password).finish();
        let head = format!(
            "POST /sign-in HTTP/1.1\r\nHost: portal\r\nOrigin: http://portal\r\nX-Forwarded-For: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            self.from,
            body.len()
        );
        self.exchange(head + &body).await
    }

    /// Sends a request, reads the whole answer, tells its status.
    async fn exchange(&mut self, request: String) -> u16 {
        self.stream.write_all(request.as_bytes()).await.expect("writes");
        let (mut answer, mut buffer) = (Vec::new(), vec![0; 16 * 1024]);
        loop {
            let read = self.stream.read(&mut buffer).await.expect("reads");
            assert!(read > 0, "the connection ended: {}", String::from_utf8_lossy(&answer));
            answer.extend_from_slice(&buffer[..read]);
            let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
            let length: usize =
                head.lines().find_map(|line| line.strip_prefix("content-length: ")).and_then(|n| n.trim().parse().ok()).expect("a length");
            if answer.len() >= end + 4 + length {
                return head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
            }
        }
    }
}

async fn portal() -> (SocketAddr, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let db = Db::open(&format!("sqlite:{}", folder.path().join("flood.db").display()), 4).await.expect("opens");
    db.migrate().await.expect("migrates");
    let entropy = Arc::new(SystemEntropy);
    // The cost of a real installation: that is what a flood would burn.
    let passwords = Passwords::new(PasswordCost::STANDARD, 2, entropy.clone()).expect("valid cost");
    let url = "http://portal".to_owned();
    let settings = PortalSettings { public_url: url.clone(), demonstration: true, second_factor: SecondFactor::Required };
    let portal = ServerPortal::new(db, Ids::new(entropy), passwords, settings);
    demo::seed(&portal, calendar::parse_iso(START).expect("an instant")).await.expect("seeds");
    let web = WebSettings { trusted_proxies: vec![[127, 0, 0, 1].into()], ..WebSettings::demonstration(url) };
    let router = build_router(Deps::new(portal, Arc::new(SystemClock), Assets::load_what_is_there(), web));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(serve(listener, router, std::future::pending()));
    (address, folder)
}

/// Wrong sign-ins for other accounts, known and unknown, from thousands of addresses, at a steady pace while `on`.
fn flood(to: SocketAddr, on: Arc<AtomicBool>, sent: Arc<AtomicU64>) {
    for lane in 0..8_u32 {
        let (on, sent) = (on.clone(), sent.clone());
        tokio::spawn(async move {
            let mut client = Client::new(to, String::new()).await;
            let mut n = 0_u32;
            loop {
                tokio::time::sleep(Duration::from_millis(300)).await;
                if !on.load(Ordering::Relaxed) {
                    continue;
                }
                n += 1;
                client.from = format!("10.{lane}.{}.{}", n / 200 % 250, n % 200 + 1);
                let email = if n.is_multiple_of(2) { "chair@demo.example".to_owned() } else { format!("nobody{}@example.org", n % 50) };
                let status = client.sign_in(&email, "guess").await;
                assert!(matches!(status, 422 | 429), "{status}");
                sent.fetch_add(1, Ordering::Relaxed);
            }
        });
    }
}

/// Pages read by four readers within `time`.
async fn pages_read(to: SocketAddr, time: Duration) -> u32 {
    let end = Instant::now() + time;
    let reader = async |n: u32| {
        let mut client = Client::new(to, format!("192.0.2.{n}")).await;
        let mut read = 0;
        while Instant::now() < end {
            assert_eq!(client.get("/norms").await, 200);
            read += 1;
        }
        read
    };
    let (a, b, c, d) = tokio::join!(reader(1), reader(2), reader(3), reader(4));
    a + b + c + d
}

/// While wrong sign-ins pour in from other addresses, a right one on an untouched account succeeds within 3 s from an address and a
/// browser nobody has seen, and pages are read at 0.8 of their rate or more. Both are measured in turns, so that what else the machine
/// does weighs on both alike.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn proof_a_flood_of_wrong_sign_ins_keeps_nobody_out() {
    let (turns, time, least) = if std::env::var("OPENFLOOR_PROOF").is_ok_and(|v| v == "full") {
        (11, Duration::from_secs(3), 0.8)
    } else {
        // Other tests run beside this one and take cores by turns; what the portal itself gives up is measured by `make prove`.
        (7, Duration::from_millis(500), 0.6)
    };
    let (to, _folder) = portal().await;
    let (on, sent) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    flood(to, on.clone(), sent.clone());
    pages_read(to, Duration::from_millis(300)).await;
    // The flood runs until the portal has noticed it.
    on.store(true, Ordering::Relaxed);
    let began = Instant::now();
    while sent.load(Ordering::Relaxed) < 120 && began.elapsed() < Duration::from_secs(20) {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (mut ratios, mut slowest) = (Vec::new(), Duration::ZERO);
    for turn in 0..turns {
        on.store(false, Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(400)).await;
        let quiet = pages_read(to, time).await;
        on.store(true, Ordering::Relaxed);
        let flooded = pages_read(to, time).await;
        ratios.push(f64::from(flooded) / f64::from(quiet));
        let began = Instant::now();
        let email = ["ngo@demo.example", "business@demo.example", "academia@demo.example"][turn % 3];
        let mut person = Client::new(to, format!("198.51.100.{}", turn + 1)).await;
        assert_eq!(person.sign_in(email, demo::PASSWORD).await, 303, "the right password opens");
        slowest = slowest.max(began.elapsed());
    }
    // The middle of all turns: one in which the machine did something else says nothing.
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[ratios.len() / 2];
    println!(
        "{} wrong sign-ins; pages are read at {ratio:.2} of their rate ({ratios:.2?}); slowest right sign-in {} ms",
        sent.load(Ordering::Relaxed),
        slowest.as_millis()
    );
    assert!(slowest < Duration::from_secs(3), "{slowest:?}");
    assert!(ratio >= least, "{ratio:.2}");
}
