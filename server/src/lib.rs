//! Openfloor's server: the store, the portal over it, the web, the jobs.
//!
//! [`build_router`](web::build_router) makes the very router the program serves and the tests drive.

pub mod auth;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod export;
pub mod jobs;
pub mod logging;
pub mod portal;
pub mod store;
pub mod watch;
pub mod web;
