//! The figures as people read them.

use super::client::Load;

pub struct Row {
    name: String,
    per_second: f64,
    p50: f64,
    p99: f64,
    cpu: f64,
    kb: f64,
}

impl Row {
    #[expect(clippy::cast_precision_loss, reason = "counts of requests fit a float")]
    pub fn new(name: &str, load: &Load, cpu_ms: f64) -> Self {
        let at = |percent: usize| load.latencies.get(load.latencies.len() * percent / 100).map_or(0.0, |d| d.as_secs_f64() * 1000.0);
        let requests = load.requests as f64;
        Self {
            name: name.to_owned(),
            per_second: requests / load.seconds,
            p50: at(50),
            p99: at(99),
            cpu: cpu_ms / requests,
            kb: load.body as f64 / 1000.0,
        }
    }
}

impl Row {
    pub fn name(&self) -> &str {
        &self.name
    }

    /// CPU-milliseconds of one request.
    pub const fn cpu(&self) -> f64 {
        self.cpu
    }
}

/// Prints the rows; the first is the floor the others are compared with.
pub fn print(rows: &[Row]) {
    println!("{:<44}{:>12}{:>10}{:>10}{:>14}{:>10}{:>12}", "page", "requests/s", "p50 ms", "p99 ms", "CPU-ms each", "body kB", "× floor");
    let floor = rows.first().map_or(1.0, |row| row.cpu.max(0.001));
    for row in rows {
        println!(
            "{:<44}{:>12.0}{:>10.1}{:>10.1}{:>14.3}{:>10.1}{:>12.1}",
            row.name,
            row.per_second,
            row.p50,
            row.p99,
            row.cpu,
            row.kb,
            row.cpu / floor
        );
    }
}
