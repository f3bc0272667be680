//! Configuration: environment variables `OPENFLOOR_*`, read once, checked at start, secrets never printed.

use engine::auth::{PasswordCost, SecondFactor};
use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// How the portal runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Production,
    /// Demo logins, readable outbox; on this machine only.
    Demonstration,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// A text that must not be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// Everything that can be configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    pub mode: Mode,
    pub second_factor: SecondFactor,
    pub password_cost: PasswordCost,
    pub listen: SocketAddr,
    pub public_url: String,
    pub database_url: Secret,
    pub database_connections: u32,
    pub trusted_proxies: Vec<IpAddr>,
    /// `smtp://user:password@host:port` or `smtps://…`; without it mails go to `outbox`.
    pub smtp_url: Option<Secret>,
    pub mail_from: String,
    /// Folder for mails as `.eml` files when there is no SMTP server.
    pub outbox: String,
    /// The file with the keys that sign receipts.
    pub keys: String,
    /// The secretariat's e-mail address, for the contact page.
    pub contact: Option<String>,
    /// Where the source of this very program can be had, for the footer (AGPL, section 13).
    pub source_url: Option<String>,
    pub log: String,
    pub log_format: LogFormat,
}

/// One wrong variable, with what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable} {problem}")]
pub struct Problem {
    pub variable: &'static str,
    pub problem: String,
}

/// Every variable with its meaning and default, for `--help` and the documentation.
pub const VARIABLES: &[(&str, &str, &str)] = &[
    ("OPENFLOOR_MODE", "production or demonstration", "production"),
    (
        "OPENFLOOR_SECOND_FACTOR",
        "required: moderators, chairs, secretariat and administrators need a second factor before they can act; optional in demonstration mode only",
        "required",
    ),
    ("OPENFLOOR_PASSWORD_MEMORY", "KiB of memory of one password hash (argon2id), 7168 to 1048576", "19456"),
    ("OPENFLOOR_PASSWORD_PASSES", "passes over it, 1 to 20; memory × passes at least 35840", "2"),
    ("OPENFLOOR_LISTEN", "address and port to listen on", "127.0.0.1:3000"),
    ("OPENFLOOR_PUBLIC_URL", "where people reach the portal; https unless on this machine", "http://<listen>"),
    ("OPENFLOOR_DATABASE_URL", "sqlite:FILE or postgres://user:password@host/name", "sqlite:data/openfloor.db"),
    ("OPENFLOOR_DATABASE_CONNECTIONS", "connections to the database, 1 to 100", "8"),
    ("OPENFLOOR_TRUSTED_PROXIES", "addresses of proxies whose X-Forwarded-For is believed, with commas", "none"),
    (
        "OPENFLOOR_SMTP_URL",
        "smtps://user:password@host or smtp://user:password@host:587?tls=required; without it mails are written to the outbox folder",
        "none",
    ),
    ("OPENFLOOR_MAIL_FROM", "sender of mails", "Openfloor <noreply@localhost>"),
    ("OPENFLOOR_OUTBOX", "folder for mails as .eml files", "data/outbox"),
    ("OPENFLOOR_KEYS", "file with the keys that sign receipts; made at the first start, part of every backup", "data/keys.json"),
    ("OPENFLOOR_CONTACT", "e-mail address of the secretariat, shown on the contact page", "none"),
    (
        "OPENFLOOR_SOURCE_URL",
        "address where the source of this program, with your changes, can be had; the licence asks for it when others use your installation",
        "none",
    ),
    ("OPENFLOOR_LOG", "what is logged: error, warn, info, debug, also by module", "info,sqlx=warn"),
    ("OPENFLOOR_LOG_FORMAT", "text or json", "text"),
];

impl Config {
    /// Reads the configuration from `variables`, usually the environment.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn read(variables: impl Fn(&str) -> Option<String>) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader { variables, problems: Vec::new() };
        let config = reader.config();
        if reader.problems.is_empty() { Ok(config) } else { Err(reader.problems) }
    }
}

struct Reader<F> {
    variables: F,
    problems: Vec<Problem>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    fn config(&mut self) -> Config {
        let mode = self.parse("OPENFLOOR_MODE", "production", |text| match text {
            "production" => Ok(Mode::Production),
            "demonstration" => Ok(Mode::Demonstration),
            other => Err(format!("is {other:?}: say production or demonstration")),
        });
        let password_cost = self.password_cost();
        let listen = self.parse("OPENFLOOR_LISTEN", "127.0.0.1:3000", |text| {
            text.parse::<SocketAddr>().map_err(|_| format!("is {text:?}: say an address and a port, like 127.0.0.1:3000"))
        });
        let mode = mode.unwrap_or(Mode::Production);
        let second_factor = self.parse("OPENFLOOR_SECOND_FACTOR", "required", |text| match text {
            "required" => Ok(SecondFactor::Required),
            "optional" if mode == Mode::Demonstration => Ok(SecondFactor::Optional),
            "optional" => Err("is \"optional\": outside demonstration mode offices need a second factor; say required".to_owned()),
            other => Err(format!("is {other:?}: say required or optional")),
        });
        let listen = listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        if mode == Mode::Demonstration && !listen.ip().is_loopback() {
            self.problem(
                "OPENFLOOR_LISTEN",
                format!("is {listen}: demonstration mode has known passwords and listens on this machine only (127.0.0.1)"),
            );
        }
        let public_url = self.parse("OPENFLOOR_PUBLIC_URL", &format!("http://{listen}"), public_url).unwrap_or_default();
        let database_url = self.parse("OPENFLOOR_DATABASE_URL", "sqlite:data/openfloor.db", |text| {
            if ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| text.starts_with(scheme)) {
                Ok(Secret(text.to_owned()))
            } else {
                // The value may hold a password: it is not repeated.
                Err("must begin with sqlite: or postgres://".to_owned())
            }
        });
        let database_connections = self.parse("OPENFLOOR_DATABASE_CONNECTIONS", "8", |text| match text.parse() {
            Ok(n @ 1..=100) => Ok(n),
            _ => Err(format!("is {text:?}: say a number from 1 to 100")),
        });
        let trusted_proxies = self.parse("OPENFLOOR_TRUSTED_PROXIES", "", |text| {
            text.split(',')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().map_err(|_| format!("holds {part:?}: say addresses with commas, like 10.0.0.1,10.0.0.2")))
                .collect()
        });
        let smtp_url = self.parse("OPENFLOOR_SMTP_URL", "", |text| match text {
            "" => Ok(None),
            url if url.starts_with("smtp://") && url.contains('@') && !url.contains("tls=required") => {
                Err("would send the password unencrypted: say smtps://… or add ?tls=required".to_owned())
            }
            url if url.starts_with("smtp://") || url.starts_with("smtps://") => Ok(Some(Secret(url.to_owned()))),
            _ => Err("must begin with smtp:// or smtps://".to_owned()),
        });
        let log_format = self.parse("OPENFLOOR_LOG_FORMAT", "text", |text| match text {
            "text" => Ok(LogFormat::Text),
            "json" => Ok(LogFormat::Json),
            other => Err(format!("is {other:?}: say text or json")),
        });
        let mail_from = self.parse("OPENFLOOR_MAIL_FROM", "Openfloor <noreply@localhost>", |text| {
            text.parse::<lettre::message::Mailbox>().map(|_| text.to_owned()).map_err(|_| format!("is {text:?}: say Name <address@host>"))
        });
        let contact = self.parse("OPENFLOOR_CONTACT", "", |text| match text {
            "" => Ok(None),
            text => {
                text.parse::<lettre::Address>().map(|address| Some(address.to_string())).map_err(|_| format!("is {text:?}: say name@host"))
            }
        });
        let source_url = self.parse("OPENFLOOR_SOURCE_URL", "", |text| match text {
            "" => Ok(None),
            url if url.starts_with("https://") => Ok(Some(url.to_owned())),
            other => Err(format!("is {other:?}: say https://…")),
        });
        Config {
            mode,
            second_factor: second_factor.unwrap_or(SecondFactor::Required),
            password_cost,
            listen,
            public_url,
            database_url: database_url.unwrap_or_else(|| Secret(String::new())),
            database_connections: database_connections.unwrap_or(8),
            trusted_proxies: trusted_proxies.unwrap_or_default(),
            smtp_url: smtp_url.flatten(),
            mail_from: mail_from.unwrap_or_default(),
            outbox: self.text("OPENFLOOR_OUTBOX", "data/outbox"),
            keys: self.text("OPENFLOOR_KEYS", "data/keys.json"),
            contact: contact.flatten(),
            source_url: source_url.flatten(),
            log: self.text("OPENFLOOR_LOG", "info,sqlx=warn"),
            log_format: log_format.unwrap_or(LogFormat::Text),
        }
    }

    /// Bounded below, so that a slip of the pen does not make stolen hashes cheap, and above, so that one does not stop the machine.
    fn password_cost(&mut self) -> PasswordCost {
        let within = |range: std::ops::RangeInclusive<u32>| {
            move |text: &str| match text.parse() {
                Ok(number) if range.contains(&number) => Ok(number),
                _ => Err(format!("is {text:?}: say a number from {} to {}", range.start(), range.end())),
            }
        };
        let standard = PasswordCost::STANDARD;
        let memory = within(PasswordCost::LEAST_MEMORY..=PasswordCost::MOST_MEMORY);
        let memory = self.parse("OPENFLOOR_PASSWORD_MEMORY", &standard.memory.to_string(), memory);
        let passes = self.parse("OPENFLOOR_PASSWORD_PASSES", &standard.passes.to_string(), within(1..=PasswordCost::MOST_PASSES));
        let (Some(memory), Some(passes)) = (memory, passes) else { return standard };
        if memory.saturating_mul(passes) < PasswordCost::LEAST_WORK {
            self.problem(
                "OPENFLOOR_PASSWORD_PASSES",
                format!("is {passes}: with {memory} KiB that is too cheap to protect stolen hashes; say more"),
            );
        }
        PasswordCost { memory, passes }
    }

    fn text(&self, variable: &str, default: &str) -> String {
        (self.variables)(variable).filter(|value| !value.trim().is_empty()).unwrap_or_else(|| default.to_owned())
    }

    fn parse<T>(&mut self, variable: &'static str, default: &str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        parse(self.text(variable, default).trim()).map_err(|problem| self.problem(variable, problem)).ok()
    }

    fn problem(&mut self, variable: &'static str, problem: String) {
        self.problems.push(Problem { variable, problem });
    }
}

fn public_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let (scheme, host) = url.split_once("://").ok_or_else(|| format!("is {text:?}: say https://host"))?;
    if host.is_empty() || host.contains(['/', '?', '#', ' ', '@']) {
        return Err(format!("is {text:?}: say scheme and host only, like https://consultation.example.org"));
    }
    let on_this_machine = ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .any(|name| host.strip_prefix(name).is_some_and(|port| port.is_empty() || port.starts_with(':')));
    match scheme {
        "https" => Ok(url.to_owned()),
        "http" if on_this_machine => Ok(url.to_owned()),
        "http" => Err(format!(
            "is {text:?}: sign-in over plain http is for this machine only; put a proxy with https before the portal and say https://…"
        )),
        _ => Err(format!("is {text:?}: say https://host")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, Vec<Problem>> {
        let map: HashMap<String, String> = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Config::read(|name| map.get(name).cloned())
    }

    #[test]
    fn everything_has_a_default() {
        let config = read(&[]).expect("defaults are fine");
        assert_eq!(config.mode, Mode::Production);
        assert_eq!(config.public_url, "http://127.0.0.1:3000");
    }

    #[test]
    fn all_problems_at_once_and_no_secret_in_them() {
        let problems = read(&[
            ("OPENFLOOR_MODE", "demo"),
            ("OPENFLOOR_LISTEN", "3000"),
            ("OPENFLOOR_DATABASE_URL", "mysql://root:hunter2@db"),
            ("OPENFLOOR_PUBLIC_URL", "http://portal.example.org"),
        ])
        .expect_err("four mistakes");
        let said = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert_eq!(problems.len(), 4, "{said}");
        assert!(!said.contains("hunter2"));
    }

    #[test]
    fn demonstration_stays_on_this_machine() {
        assert!(read(&[("OPENFLOOR_MODE", "demonstration")]).is_ok());
        assert!(
            read(&[
                ("OPENFLOOR_MODE", "demonstration"),
                ("OPENFLOOR_LISTEN", "0.0.0.0:3000"),
                ("OPENFLOOR_PUBLIC_URL", "https://x.example")
            ])
            .is_err()
        );
    }

    #[test]
    fn a_password_hash_is_never_cheap() {
        let cost = |memory, passes| read(&[("OPENFLOOR_PASSWORD_MEMORY", memory), ("OPENFLOOR_PASSWORD_PASSES", passes)]);
        assert_eq!(read(&[]).expect("fine").password_cost, PasswordCost::STANDARD);
        assert_eq!(cost("65536", "3").expect("fine").password_cost, PasswordCost { memory: 65_536, passes: 3 });
        for (memory, passes) in [("64", "2"), ("19456", "0"), ("19456", "1"), ("7168", "4"), ("2000000", "2"), ("19456", "200"), ("x", "2")]
        {
            assert!(cost(memory, passes).is_err(), "{memory} × {passes}");
        }
        assert!(cost("7168", "5").is_ok());
    }

    #[test]
    fn the_second_factor_is_optional_in_demonstrations_only() {
        assert_eq!(read(&[]).expect("fine").second_factor, SecondFactor::Required);
        assert!(read(&[("OPENFLOOR_SECOND_FACTOR", "optional")]).is_err());
        assert!(read(&[("OPENFLOOR_SECOND_FACTOR", "off")]).is_err());
        let demonstration = read(&[("OPENFLOOR_MODE", "demonstration"), ("OPENFLOOR_SECOND_FACTOR", "optional")]).expect("fine");
        assert_eq!(demonstration.second_factor, SecondFactor::Optional);
    }

    #[test]
    fn a_mail_password_never_travels_in_the_clear() {
        assert!(read(&[("OPENFLOOR_SMTP_URL", "smtp://u:p@mail.example:587")]).is_err());
        assert!(read(&[("OPENFLOOR_SMTP_URL", "smtp://u:p@mail.example:587?tls=required")]).is_ok());
        assert!(read(&[("OPENFLOOR_SMTP_URL", "smtps://u:p@mail.example")]).is_ok());
        assert!(read(&[("OPENFLOOR_SMTP_URL", "smtp://localhost:25")]).is_ok());
    }

    #[test]
    fn secrets_are_not_printed() {
        let config = read(&[("OPENFLOOR_DATABASE_URL", "postgres://u:hunter2@db/x")]).expect("fine");
        assert!(!format!("{config:?}").contains("hunter2"));
    }
}
