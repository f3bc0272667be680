//! Structured logs on standard error: text for people, JSON for machines. Secrets and what people wrote never get here.

use crate::config::{Config, LogFormat};
use tracing_subscriber::EnvFilter;

/// Starts logging; a second call changes nothing. `long_statements`: they are expected, and not warned of.
pub fn start(config: &Config, long_statements: bool) {
    let log = if long_statements { format!("{},sqlx::query=error", config.log) } else { config.log.clone() };
    let filter = EnvFilter::try_new(log).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match config.log_format {
        LogFormat::Text => builder.with_target(false).compact().try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
}
