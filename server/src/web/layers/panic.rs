//! A panic in a handler is a mistake of ours: logged under an incident number, answered without details.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use model::error::PortalError;
use std::any::Any;

pub fn answer(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let what = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic");
    let number = match engine::portal::incident(&what) {
        PortalError::Internal(id) => id.0,
        _ => String::new(),
    };
    let mut response = Response::new(Body::from(format!("Internal error. Incident {number}.\n")));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
