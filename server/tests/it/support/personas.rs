//! A person with a browser: keeps the cookies, fills forms, follows where they lead.

use super::{Answer, TestApp, request};
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Method, StatusCode, header};
use std::net::{IpAddr, SocketAddr};

pub struct Persona<'a> {
    app: &'a TestApp,
    /// `sid=…`: who is signed in.
    cookie: Option<String>,
    /// `did=…`: the mark an account knows this browser by; stays when its person signs out.
    device: Option<String>,
    pub agent: &'static str,
    /// Where the requests come from; `None` as if nobody could tell.
    pub address: Option<IpAddr>,
}

/// What a browser of our time calls itself.
pub const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

impl<'a> Persona<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Self { app, cookie: None, device: None, agent: FIREFOX, address: None }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some(body)).await
    }

    async fn send(&mut self, method: Method, path: &str, body: Option<String>) -> Answer {
        let cookies: Vec<&str> = self.cookie.iter().chain(&self.device).map(String::as_str).collect();
        let cookies = (!cookies.is_empty()).then(|| cookies.join("; "));
        let mut request = request(method, path, cookies.as_deref(), body);
        request.headers_mut().insert(header::USER_AGENT, HeaderValue::from_static(self.agent));
        if let Some(address) = self.address {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::from((address, 40_000))));
        }
        let answer = self.app.send(request).await;
        self.keep_cookies(&answer);
        answer
    }

    /// Posts, expects to be sent on, and reads the page that follows.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> (String, Answer) {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "POST {path}: {}", answer.html().main_text());
        let location = answer.location();
        let page = self.get(&location).await;
        (location, page)
    }

    /// The session cookie.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for set in answer.headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().expect("ASCII").split(';').next().unwrap_or_default().to_owned();
            let place = if pair.starts_with("did=") { &mut self.device } else { &mut self.cookie };
            *place = (!pair.ends_with('=')).then_some(pair);
        }
    }
}
