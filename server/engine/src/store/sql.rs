//! The registry of all SQL: every statement is a constant here or beside its function, and a test prepares each of them
//! on both databases. House rules: `$1`, no `now()`, every `ORDER BY` has a tie-break.

/// One statement, in the words of each database; nearly always the same words.
#[derive(Debug, Clone, Copy)]
pub struct Sql {
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

impl Sql {
    /// The same words for both.
    pub const fn same(sql: &'static str) -> Self {
        Self { sqlite: sql, postgres: sql }
    }
}

/// Declares the statements of a module and lists them for the test that prepares them all:
/// - `BY_ID = "SELECT …";`
/// - `BY_IDS = ids "… IN " "…";`: between the two stand the ids of the JSON list `$1`
/// - `BY_ID = from line "WHERE …";`: after the head that the macro `line!` puts before it
/// - `BY_IDS = from line ids "… IN " "…";`
macro_rules! statements {
    ($($name:ident = $($word:ident)* $($text:literal)+;)+) => {
        $(const $name: $crate::store::sql::Sql = statements!(@one [$($word)*] [$($text)+]);)+
        /// Every statement of this module, for the test that prepares them.
        pub const STATEMENTS: &[(&str, $crate::store::sql::Sql)] = &[$((stringify!($name), $name)),+];
    };
    (@one [] [$sql:literal]) => { $crate::store::sql::Sql::same($sql) };
    (@one [from $head:ident] [$sql:literal]) => { $crate::store::sql::Sql::same($head!($sql)) };
    (@one [ids] [$before:literal $after:literal]) => {
        $crate::store::sql::Sql {
            sqlite: concat!($before, "(SELECT value FROM json_each($1))", $after),
            postgres: concat!($before, "(SELECT json_array_elements_text($1::json))", $after),
        }
    };
    (@one [from $head:ident ids] [$before:literal $after:literal]) => {
        $crate::store::sql::Sql {
            sqlite: concat!($head!($before), "(SELECT value FROM json_each($1))", $after),
            postgres: concat!($head!($before), "(SELECT json_array_elements_text($1::json))", $after),
        }
    };
}

/// All rows of a query.
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $crate::watch::note($crate::watch::Work::Statement($sql.sqlite));
        let result = match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(c) => sqlx::query_as::<_, $row>($sql.sqlite)$(.bind($arg))*.fetch_all(c.connection()).await,
            $crate::store::tx::Conn::Postgres(c) => sqlx::query_as::<_, $row>($sql.postgres)$(.bind($arg))*.fetch_all(c.connection()).await,
        };
        $tx.checked(result)
    }};
}

/// The row of a query, if there is one.
macro_rules! fetch_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $crate::watch::note($crate::watch::Work::Statement($sql.sqlite));
        let result = match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(c) => sqlx::query_as::<_, $row>($sql.sqlite)$(.bind($arg))*.fetch_optional(c.connection()).await,
            $crate::store::tx::Conn::Postgres(c) => sqlx::query_as::<_, $row>($sql.postgres)$(.bind($arg))*.fetch_optional(c.connection()).await,
        };
        $tx.checked(result)
    }};
}

/// Runs a statement and answers how many rows it touched.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $arg:expr)* $(,)?) => {{
        $crate::watch::note($crate::watch::Work::Statement($sql.sqlite));
        let result = match &mut $tx.conn {
            $crate::store::tx::Conn::Sqlite(c) => sqlx::query($sql.sqlite)$(.bind($arg))*.execute(c.connection()).await.map(|done| done.rows_affected()),
            $crate::store::tx::Conn::Postgres(c) => sqlx::query($sql.postgres)$(.bind($arg))*.execute(c.connection()).await.map(|done| done.rows_affected()),
        };
        $tx.checked(result)
    }};
}

pub(super) use {execute, fetch_all, fetch_optional, statements};

/// Every statement of the store, by module.
pub fn all() -> Vec<(&'static str, &'static str, Sql)> {
    let modules: [(&str, &[(&str, Sql)]); 68] = [
        ("accreditations", super::accreditations::STATEMENTS),
        ("anchors", super::anchors::STATEMENTS),
        ("announcements", super::announcements::STATEMENTS),
        ("answers", super::answers::STATEMENTS),
        ("appeals", super::appeals::STATEMENTS),
        ("audit", super::audit::STATEMENTS),
        ("audit_lists", super::audit_lists::STATEMENTS),
        ("bodies", super::bodies::STATEMENTS),
        ("calendars", super::calendars::STATEMENTS),
        ("claims", super::claims::STATEMENTS),
        ("co_signing", super::co_signing::STATEMENTS),
        ("commented", super::commented::STATEMENTS),
        ("comments", super::comments::STATEMENTS),
        ("compilation", super::compilation::STATEMENTS),
        ("counted", super::counted::STATEMENTS),
        ("counters", super::counters::STATEMENTS),
        ("credentials", super::credentials::STATEMENTS),
        ("decisions", super::decisions::STATEMENTS),
        ("dialect", super::dialect::STATEMENTS),
        ("drafts", super::drafts::STATEMENTS),
        ("grants", super::grants::STATEMENTS),
        ("inputs", super::inputs::STATEMENTS),
        ("inscriptions", super::inscriptions::STATEMENTS),
        ("joining", super::joining::STATEMENTS),
        ("corrigenda", super::corrigenda::STATEMENTS),
        ("joint", super::joint::STATEMENTS),
        ("late", super::late::STATEMENTS),
        ("ledger", super::ledger::STATEMENTS),
        ("files", super::files::STATEMENTS),
        ("limits", super::limits::STATEMENTS),
        ("letters", super::letters::STATEMENTS),
        ("links", super::links::STATEMENTS),
        ("logins", super::logins::STATEMENTS),
        ("mails", super::mails::STATEMENTS),
        ("members", super::members::STATEMENTS),
        ("merging", super::merging::STATEMENTS),
        ("names", super::names::STATEMENTS),
        ("norms", super::norms::STATEMENTS),
        ("offices", super::offices::STATEMENTS),
        ("organisation_lists", super::organisation_lists::STATEMENTS),
        ("organisations", super::organisations::STATEMENTS),
        ("own_data", super::own_data::STATEMENTS),
        ("paper_lists", super::paper_lists::STATEMENTS),
        ("papers", super::papers::STATEMENTS),
        ("people", super::people::STATEMENTS),
        ("planning", super::planning::STATEMENTS),
        ("preparations", super::preparations::STATEMENTS),
        ("public_log", super::public_log::STATEMENTS),
        ("queue", super::queue::STATEMENTS),
        ("receipts", super::receipts::STATEMENTS),
        ("redactions", super::redactions::STATEMENTS),
        ("reminders", super::reminders::STATEMENTS),
        ("replies", super::replies::STATEMENTS),
        ("rounds", super::rounds::STATEMENTS),
        ("same_author", super::same_author::STATEMENTS),
        ("sentences", super::sentences::STATEMENTS),
        ("sessions", super::sessions::STATEMENTS),
        ("settings", super::settings::STATEMENTS),
        ("subgroup_members", super::subgroup_members::STATEMENTS),
        ("subgroups", super::subgroups::STATEMENTS),
        ("summaries", super::summaries::STATEMENTS),
        ("summary_parts", super::summary_parts::STATEMENTS),
        ("statuses", super::statuses::STATEMENTS),
        ("theme_acts", super::theme_acts::STATEMENTS),
        ("theme_tags", super::theme_tags::STATEMENTS),
        ("themes", super::themes::STATEMENTS),
        ("translations", super::translations::STATEMENTS),
        ("voices", super::voices::STATEMENTS),
    ];
    modules.iter().flat_map(|(module, list)| list.iter().map(|(name, sql)| (*module, *name, *sql))).collect()
}
