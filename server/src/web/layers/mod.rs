//! Layers around the handlers, in the order a request meets them: stamp, log, panic, headers, csrf, context.

pub mod body;
pub mod context;
pub mod csrf;
pub mod headers;
pub mod log;
pub mod panic;
pub mod stamp;
