//! Server processes of the benchmark, and what the kernel says of them.

use super::client;
use anyhow::{Context, Result, bail};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Clock ticks a second in `/proc/PID/stat` on Linux.
const TICKS: f64 = 100.0;

pub struct Running {
    child: Child,
    pub port: u16,
    pub started_in: Duration,
}

impl Running {
    /// The bare handler: this program again.
    pub fn floor() -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let port = free_port()?;
        command.args(["--floor", &format!("127.0.0.1:{port}")]);
        Self::start(command, port, "/")
    }

    /// The portal as it is shipped, with everything it writes in `folder`.
    pub fn portal(program: &Path, folder: &Path) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new(program);
        command
            .arg("serve")
            .env("OPENFLOOR_MODE", "demonstration")
            .env("OPENFLOOR_LISTEN", format!("127.0.0.1:{port}"))
            .env("OPENFLOOR_DATABASE_URL", format!("sqlite:{}", folder.join("bench.db").display()))
            .env("OPENFLOOR_KEYS", folder.join("keys.json"))
            .env("OPENFLOOR_OUTBOX", folder.join("outbox"))
            .env("OPENFLOOR_LOG", "warn");
        Self::start(command, port, "/healthz")
    }

    #[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
    fn start(mut command: Command, port: u16, path: &str) -> Result<Self> {
        let started = Instant::now();
        let child = command.stdout(Stdio::null()).stdin(Stdio::null()).spawn().context("cannot start the server")?;
        let mut running = Self { child, port, started_in: Duration::ZERO };
        while started.elapsed() < Duration::from_secs(20) {
            if client::fetch(port, path, "identity").is_ok() {
                running.started_in = started.elapsed();
                return Ok(running);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        bail!("the server does not answer")
    }

    /// CPU time of the process so far, in milliseconds, user and system.
    pub fn cpu_ms(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let fields: Vec<&str> = stat.rsplit_once(')').context("stat")?.1.split_whitespace().collect();
        let ticks = |at: usize| -> Result<f64> { Ok(fields.get(at).context("stat")?.parse()?) };
        Ok((ticks(11)? + ticks(12)?) * 1000.0 / TICKS)
    }

    /// The memory it has now.
    pub fn resident_mib(&self) -> Result<u64> {
        self.memory_mib("VmRSS:")
    }

    /// The most memory it has had.
    pub fn most_resident_mib(&self) -> Result<u64> {
        self.memory_mib("VmHWM:")
    }

    fn memory_mib(&self, what: &str) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with(what)).context("status")?;
        Ok(line.split_whitespace().nth(1).context("status")?.parse::<u64>()? / 1024)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A process of ours: it ends with the benchmark.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
