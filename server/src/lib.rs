//! Openfloor's server: the web over the `engine`, and the program.
//!
//! [`build_router`](web::build_router) makes the very router the program serves and the tests drive.

pub mod cli;
pub mod config;
pub mod logging;
pub mod web;
