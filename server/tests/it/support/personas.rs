//! A person with a browser: keeps the cookie, fills forms, follows where they lead.

use super::{Answer, TestApp, request};
use axum::http::{Method, StatusCode, header};

pub struct Persona<'a> {
    app: &'a TestApp,
    cookie: Option<String>,
}

impl<'a> Persona<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Self { app, cookie: None }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let answer = self.app.send(request(Method::GET, path, self.cookie.as_deref(), None)).await;
        self.keep_cookie(&answer);
        answer
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let answer = self.app.send(request(Method::POST, path, self.cookie.as_deref(), Some(body))).await;
        self.keep_cookie(&answer);
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

    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    fn keep_cookie(&mut self, answer: &Answer) {
        if let Some(set) = answer.headers.get(header::SET_COOKIE) {
            let pair = set.to_str().expect("ASCII").split(';').next().unwrap_or_default().to_owned();
            self.cookie = (!pair.ends_with('=')).then_some(pair);
        }
    }
}
