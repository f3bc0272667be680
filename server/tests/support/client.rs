//! A small HTTP/1.1 client on plain sockets, for benchmarks and for proofs with real processes: keeps the connection, reads whole
//! answers, counts time.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

pub struct Answer {
    pub status: u16,
    pub headers: Vec<String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let of = |line: &&String| line.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(name));
        self.headers.iter().find(of).and_then(|line| line.split_once(':')).map(|(_, value)| value.trim())
    }
}

/// What a load found.
pub struct Load {
    pub requests: usize,
    pub seconds: f64,
    pub latencies: Vec<Duration>,
    pub body: usize,
}

pub struct Connection {
    reader: BufReader<TcpStream>,
}

impl Connection {
    pub fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).context("connect")?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        Ok(Self { reader: BufReader::new(stream) })
    }

    pub fn send(&mut self, request: &str) -> Result<Answer> {
        self.reader.get_mut().write_all(request.as_bytes())?;
        let mut line = String::new();
        self.reader.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|s| s.parse().ok()).context("a status")?;
        let mut headers = Vec::new();
        let (mut length, mut chunked) = (0, false);
        loop {
            let mut line = String::new();
            self.reader.read_line(&mut line)?;
            let line = line.trim_end().to_owned();
            if line.is_empty() {
                break;
            }
            let lower = line.to_ascii_lowercase();
            if let Some(value) = lower.strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
            chunked |= lower.starts_with("transfer-encoding: chunked");
            headers.push(line);
        }
        let mut body = vec![0; length];
        if chunked {
            body = self.chunks()?;
        } else {
            self.reader.read_exact(&mut body)?;
        }
        Ok(Answer { status, headers, body })
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let mut line = String::new();
            self.reader.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16)?;
            let mut chunk = vec![0; size + 2];
            self.reader.read_exact(&mut chunk)?;
            if size == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&chunk[..size]);
        }
    }
}

pub fn get(path: &str, cookie: Option<&str>, encoding: &str) -> String {
    let cookie = cookie.map(|c| format!("Cookie: {c}\r\n")).unwrap_or_default();
    format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: {encoding}\r\n{cookie}\r\n")
}

/// A form as a browser posts it from a page of the portal.
pub fn post(port: u16, path: &str, cookie: Option<&str>, body: &str) -> String {
    let cookie = cookie.map(|c| format!("Cookie: {c}\r\n")).unwrap_or_default();
    format!(
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// One page, in one encoding.
pub fn fetch(port: u16, path: &str, encoding: &str) -> Result<Answer> {
    let answer = Connection::open(port)?.send(&get(path, None, encoding))?;
    if answer.status == 200 { Ok(answer) } else { bail!("{path}: {}", answer.status) }
}

/// Signs in; the cookie to send from then on.
pub fn sign_in(port: u16, email: &str, password: &str) -> Result<String> {
    let body = format!("email={email}&password={}", password.replace(' ', "+"));
    let request = post(port, "/sign-in", None, &body);
    let answer = Connection::open(port)?.send(&request)?;
    let set = answer.header("set-cookie").context("signs in")?;
    Ok(set.split(';').next().unwrap_or_default().trim().to_owned())
}

/// `requests` requests over `connections` connections, each one after the other.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub fn load(port: u16, path: &str, cookie: Option<&str>, connections: usize, requests: usize) -> Result<Load> {
    let request = get(path, cookie, "identity");
    let started = Instant::now();
    let workers: Vec<_> = (0..connections)
        .map(|_| {
            let request = request.clone();
            std::thread::spawn(move || -> Result<(Vec<Duration>, usize)> {
                let mut connection = Connection::open(port)?;
                let mut latencies = Vec::new();
                let mut body = 0;
                for _ in 0..requests.div_ceil(connections) {
                    let at = Instant::now();
                    let answer = connection.send(&request)?;
                    if answer.status != 200 {
                        bail!("answered {}", answer.status);
                    }
                    latencies.push(at.elapsed());
                    body = answer.body.len();
                }
                Ok((latencies, body))
            })
        })
        .collect();
    let (mut latencies, mut body) = (Vec::new(), 0);
    for worker in workers {
        let (times, size) = worker.join().map_err(|_| anyhow::anyhow!("a worker panicked"))??;
        latencies.extend(times);
        body = size;
    }
    latencies.sort();
    Ok(Load { requests: latencies.len(), seconds: started.elapsed().as_secs_f64(), latencies, body })
}
