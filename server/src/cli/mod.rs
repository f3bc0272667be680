//! The commands of `openfloor`.

mod proofs;
mod safekeeping;

use crate::config::{Config, Mode, VARIABLES};
use crate::web::{Assets, Deps, WebSettings, build_router};
use crate::{logging, web};
use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use engine::auth::Passwords;
use engine::clock::{Clock, Ids, SystemClock, SystemEntropy};
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::Keyring;
use engine::store::Db;
use engine::{demo, jobs};
use model::domain::validate;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Openfloor, the consultation portal of a multilateral negotiation.
///
/// One program, one database. Configured by environment variables: see `openfloor check-config`.
#[derive(Debug, Parser)]
#[command(version, after_help = "Start here:  OPENFLOOR_MODE=demonstration openfloor serve --demo")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Brings the database up to date and serves the portal.
    Serve {
        /// Seeds the demonstration data first (demonstration mode only).
        #[arg(long)]
        demo: bool,
    },
    /// Brings the database up to date and ends.
    Migrate,
    /// Writes data into the database; harmless to repeat.
    Seed {
        /// The demonstration data (demonstration mode only).
        #[arg(long, required = true)]
        demo: bool,
    },
    /// Creates a login that operates the portal, and prints its password once.
    CreateAdmin {
        /// E-mail address of the login.
        #[arg(long)]
        email: String,
        /// Full name of the person.
        #[arg(long)]
        name: String,
    },
    /// Checks a receipt file without the portal.
    Verify(proofs::Verify),
    /// Checks that nothing in the logs was changed, and ends with 1 if something was: the audit log and the public log of this
    /// installation, or a downloaded public log.
    VerifyLog(proofs::VerifyLog),
    /// Adds a key that signs receipts from the next start on; the keys before it stay valid.
    NewKey,
    /// Writes the whole database into one new file, while the portal runs.
    Backup {
        /// The file; it must not be there yet.
        file: PathBuf,
    },
    /// Writes a backup into an empty database.
    Restore {
        /// A file that `backup` has made.
        file: PathBuf,
    },
    /// Reads the configuration, says what is wrong with it, and explains every variable.
    CheckConfig,
}

/// Runs a command.
///
/// # Errors
/// With a sentence that says what to do.
pub async fn run(cli: Cli) -> Result<()> {
    let config = match Config::read(|name| std::env::var(name).ok()) {
        Ok(config) => config,
        Err(problems) => {
            let mut text = String::from("the configuration has mistakes:");
            for problem in problems {
                let _ = write!(text, "\n  {problem}");
            }
            bail!(text);
        }
    };
    // These read whole tables with one statement: no cause for a warning.
    logging::start(&config, matches!(cli.command, Command::Backup { .. } | Command::Restore { .. }));
    match cli.command {
        Command::Serve { demo } => serve(&config, demo).await,
        Command::Migrate => {
            open(&config).await?;
            println!("The database is up to date.");
            Ok(())
        }
        Command::Seed { .. } => {
            let portal = portal(&config, open(&config).await?).await?;
            proofs::ready(&config, &portal).await?;
            seed(&config, &portal).await?;
            println!("The demonstration data is in place.");
            Ok(())
        }
        Command::CreateAdmin { email, name } => create_admin(&config, &email, &name).await,
        Command::Verify(verify) => proofs::verify(&config, &verify),
        Command::VerifyLog(verify) => proofs::verify_log(&config, &verify).await,
        Command::NewKey => proofs::new_key(&config),
        Command::Backup { file } => safekeeping::backup(&config, &file).await,
        Command::Restore { file } => safekeeping::restore(&config, &file).await,
        Command::CheckConfig => {
            check_config(&config);
            Ok(())
        }
    }
}

async fn open(config: &Config) -> Result<Db> {
    make_folder(&config.database_url.0)?;
    let db = Db::open(&config.database_url.0, config.database_connections)
        .await
        .context("cannot open the database: check OPENFLOOR_DATABASE_URL, and that the server runs or the folder can be written")?;
    db.migrate().await.context("cannot bring the database up to date")?;
    Ok(db)
}

/// The file of a `SQLite` database; `None` for `PostgreSQL`, and for one in memory.
fn sqlite_file(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite:")?.trim_start_matches("//").split('?').next().unwrap_or_default();
    (!path.starts_with(':')).then_some(Path::new(path))
}

/// `SQLite` makes its file, but not the folder it lies in.
fn make_folder(url: &str) -> Result<()> {
    match sqlite_file(url).and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display())),
        None => Ok(()),
    }
}

async fn portal(config: &Config, db: Db) -> Result<ServerPortal> {
    let keys = proofs::keys(config, &db).await?;
    portal_with(config, db, keys)
}

fn portal_with(config: &Config, db: Db, keys: Keyring) -> Result<ServerPortal> {
    let entropy = Arc::new(SystemEntropy);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let passwords = Passwords::new(config.password_cost, cores, entropy.clone())?;
    let settings = PortalSettings {
        public_url: config.public_url.clone(),
        demonstration: config.mode == Mode::Demonstration,
        second_factor: config.second_factor,
    };
    Ok(ServerPortal::new(db, Ids::new(entropy), passwords, settings, keys))
}

async fn seed(config: &Config, portal: &ServerPortal) -> Result<()> {
    if config.mode != Mode::Demonstration {
        bail!("demonstration data has known passwords and is for demonstration mode only: set OPENFLOOR_MODE=demonstration");
    }
    Ok(demo::seed(portal, SystemClock.now()).await?)
}

async fn serve(config: &Config, demo: bool) -> Result<()> {
    let portal = portal(config, open(config).await?).await?;
    proofs::ready(config, &portal).await?;
    if demo {
        seed(config, &portal).await?;
    }
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let settings = WebSettings {
        public_url: config.public_url.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
        demonstration: config.mode == Mode::Demonstration,
        contact: config.contact.clone(),
        source: config.source_url.clone(),
    };
    let assets = Assets::load()?;
    let listener = TcpListener::bind(config.listen).await.with_context(|| {
        format!("cannot listen on {}: is another program there? OPENFLOOR_LISTEN chooses another address", config.listen)
    })?;
    let (stop, stopped) = watch::channel(false);
    let outbox = jobs::Outbox::new(config.smtp_url.as_ref().map(|url| url.0.as_str()), &config.outbox, &config.mail_from)?;
    let jobs = tokio::spawn(jobs::run(portal.clone(), clock.clone(), outbox, stopped));
    let deps = Deps::new(portal.clone(), clock, assets, settings);
    let router = build_router(deps.clone());
    greet(config, demo);
    web::serve(listener, router, until_told()?, deps.finished()).await;
    stop.send_replace(true);
    jobs.await.context("the jobs ended with a mistake")?;
    portal.database().close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Done when the program is told to stop: Ctrl-C, or what a service manager sends.
fn until_told() -> Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    Ok(async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    })
}

fn greet(config: &Config, demo: bool) {
    println!("Openfloor is at {}", config.public_url);
    if demo {
        let url = &config.public_url;
        println!(
            "\n  {url}/register     register an organisation\n  {url}/sign-in      sign in\n  {url}/desk         your desk\n  {url}/dev/outbox   the mails it sends\n  {url}/ar           the same in Arabic\n"
        );
        println!("Demonstration logins, all with the password: {}", demo::PASSWORD);
        for (email, what) in demo::LOGINS {
            println!("  {email:<28} {what}");
        }
        println!("\nStop with Ctrl-C. The data stays where it is.");
    }
}

async fn create_admin(config: &Config, email: &str, name: &str) -> Result<()> {
    let email = validate::email(email).map_err(|_| anyhow::anyhow!("{email:?} is not an e-mail address"))?;
    let name = validate::line(name, validate::MAX_NAME)
        .map_err(|_| anyhow::anyhow!("the name is empty, too long, or holds control characters"))?;
    let portal = portal(config, open(config).await?).await?;
    match portal.first_administrator(SystemClock.now(), &email, &name).await? {
        Some(password) => {
            println!("Created {email}. Password, shown this once: {password}");
            Ok(())
        }
        None => bail!("there is a login with the address {email} already"),
    }
}

fn check_config(config: &Config) {
    println!("The configuration is fine.\n");
    for (variable, meaning, default) in VARIABLES {
        println!("{variable}\n    {meaning}; default: {default}");
    }
    println!("\nIn force: {config:#?}");
}
