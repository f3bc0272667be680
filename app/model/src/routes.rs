//! Every address of the portal: patterns for the router, and functions that build links in the reader's language.

use crate::domain::ids::ItemId;
use crate::domain::item::ItemKind;
use crate::domain::language::{Language, Locale};
use std::fmt::Display;

mod rounds;

pub use rounds::{applications_at, apply_for, co_sign, co_sign_for, ledger_entry, new_paper, new_round_by, rehearsed, speak_for};

/// Patterns as the router of the server takes them, without the language prefix.
pub mod pattern {
    pub const HOME: &str = "/";
    pub const BODY: &str = "/bodies/{code}";
    pub const SESSION: &str = "/sessions/{id}";
    pub const NEW_SESSION: &str = "/bodies/{code}/sessions/new";
    pub const EDIT_SESSION: &str = "/sessions/{id}/edit";
    pub const NEW_ROUND: &str = "/sessions/{id}/rounds/new";
    pub const STATISTICS: &str = "/sessions/{id}/statistics";
    pub const INPUTS: &str = "/sessions/{id}/inputs";
    pub const CONTRIBUTORS: &str = "/sessions/{id}/contributors";
    pub const WRITE_SUMMARY: &str = "/sessions/{id}/summary/write";
    pub const SUMMARY_PART: &str = "/sessions/{id}/summary/parts/{part}";
    pub const HAND_IN_PART: &str = "/sessions/{id}/summary/parts/{part}/hand-in";
    pub const SENTENCE: &str = "/summary/sentences/{id}";
    pub const SENTENCE_REMARKS: &str = "/summary/sentences/{id}/remarks";
    pub const SUMMARY: &str = "/sessions/{id}/summary";
    pub const SUMMARY_DOCX: &str = "/sessions/{id}/summary.docx";
    pub const SUMMARY_CSV: &str = "/sessions/{id}/summary.csv";
    pub const SUMMARY_JSON: &str = "/sessions/{id}/summary.json";
    pub const ROUND: &str = "/rounds/{id}";
    pub const EDIT_ROUND: &str = "/rounds/{id}/edit";
    pub const WITHDRAW_ROUND: &str = "/rounds/{id}/withdraw";
    pub const DEADLINE: &str = "/rounds/{id}/deadline";
    pub const ROUND_PAPERS: &str = "/rounds/{id}/papers";
    pub const ROUND_LATE_PAPERS: &str = "/rounds/{id}/papers/late";
    pub const ROUND_CHAIR_PAPERS: &str = "/rounds/{id}/papers/chair";
    pub const LEDGER: &str = "/rounds/{id}/ledger";
    pub const GRANTS: &str = "/rounds/{id}/grants";
    pub const SPEAK: &str = "/rounds/{id}/speak";
    pub const LEAVE_SPEAKERS: &str = "/rounds/{id}/speak/withdraw";
    pub const SPEAKERS: &str = "/rounds/{id}/speakers";
    pub const APPLY: &str = "/rounds/{id}/apply";
    pub const WITHDRAW_APPLICATION: &str = "/rounds/{id}/apply/withdraw";
    pub const APPLICATIONS: &str = "/rounds/{id}/applications";
    pub const ACCREDITATION: &str = "/accreditations/{id}";
    pub const CO_SIGN: &str = "/rounds/{id}/co-sign/{paper}";
    pub const LATE_INBOX: &str = "/rounds/{id}/late";
    pub const REHEARSAL: &str = "/rounds/{id}/rehearsal";
    pub const REHEARSED: &str = "/rounds/{id}/rehearsal/{moment}/{sight}";
    pub const LATE_ATTEMPT: &str = "/late/{id}";
    pub const REFUSAL: &str = "/refusals/{id}";
    pub const BODY_CALENDAR: &str = "/bodies/{code}/calendar.ics";
    pub const SUBGROUP_CALENDAR: &str = "/subgroups/{code}/calendar.ics";
    pub const OWN_CALENDAR: &str = "/calendar/{token}/deadlines.ics";
    pub const OWN_CALENDAR_PAGE: &str = "/account/calendar";
    pub const SUBGROUP: &str = "/subgroups/{code}";
    pub const JOIN: &str = "/subgroups/{code}/join";
    pub const LEAVE: &str = "/subgroups/{code}/leave";
    pub const FOLLOW: &str = "/subgroups/{code}/follow";
    pub const SUBGROUP_MEMBERS: &str = "/subgroups/{code}/members";
    pub const SUBGROUP_PAPERS: &str = "/subgroups/{code}/papers";
    pub const SUBGROUP_DESK: &str = "/subgroups/{code}/manage";
    pub const JOIN_REQUEST: &str = "/subgroups/{code}/requests/{organisation}";
    pub const NEW_ANNOUNCEMENT: &str = "/subgroups/{code}/announcements/new";
    pub const ANNOUNCEMENT: &str = "/announcements/{id}";
    pub const EDIT_ANNOUNCEMENT: &str = "/announcements/{id}/edit";
    pub const BODY_OFFICES: &str = "/bodies/{code}/offices";
    pub const NEW_BODY_OFFICE: &str = "/bodies/{code}/offices/new";
    pub const END_OFFICE: &str = "/offices/{id}/end";
    pub const ADMIN: &str = "/admin";
    pub const NEW_OFFICE: &str = "/admin/offices/new";
    pub const AUDIT_LOG: &str = "/admin/audit";
    pub const STATUS: &str = "/status";
    pub const STATUS_JSON: &str = "/status.json";
    pub const SECRETARIAT: &str = "/secretariat";
    pub const FIND: &str = "/secretariat/find";
    pub const PERSON_FILE: &str = "/secretariat/people/{id}";
    pub const PERSON_RESEND: &str = "/secretariat/people/{id}/resend";
    pub const PERSON_FACTOR: &str = "/secretariat/people/{id}/second-factor";
    pub const ORGANISATION_FILE: &str = "/secretariat/organisations/{id}";
    pub const TEXTS: &str = "/bodies/{code}/texts";
    pub const NEW_TEXT: &str = "/bodies/{code}/texts/new";
    pub const PREPARATION: &str = "/preparations/{id}";
    pub const ORIGINS: &str = "/preparations/{id}/origins";
    pub const ISSUE: &str = "/preparations/{id}/issue";
    pub const DROP_PREPARATION: &str = "/preparations/{id}/drop";
    pub const DRAFT: &str = "/drafts/{id}";
    pub const TRANSLATIONS: &str = "/drafts/{id}/translations";
    pub const TRANSLATION: &str = "/drafts/{id}/translations/{language}";
    pub const NEXT_VERSION: &str = "/drafts/{id}/next";
    pub const EARLIER_COMMENTS: &str = "/drafts/{id}/earlier";
    pub const COMPILATION: &str = "/drafts/{id}/compilation";
    pub const COMPILATION_DOCX: &str = "/drafts/{id}/compilation.docx";
    pub const COMPILATION_XLSX: &str = "/drafts/{id}/compilation.xlsx";
    pub const COMPILATION_CSV: &str = "/drafts/{id}/compilation.csv";
    pub const COMPILATION_JSON: &str = "/drafts/{id}/compilation.json";
    pub const COMPARE_TEXTS: &str = "/drafts/{id}/compare/{other}";
    pub const PROVISION: &str = "/provisions/{id}";
    pub const NORMS: &str = "/norms";
    pub const NORM: &str = "/norms/{code}";
    pub const PROVISION_LINKS: &str = "/provisions/{id}/links";
    pub const PAPERS: &str = "/papers";
    pub const NEW_PAPER: &str = "/papers/new";
    pub const PAPER: &str = "/papers/{id}";
    pub const EDIT_PAPER: &str = "/papers/{id}/edit";
    pub const SUBMIT_PAPER: &str = "/papers/{id}/submit";
    pub const WITHDRAW_PAPER: &str = "/papers/{id}/withdraw";
    pub const REPLACE_PAPER: &str = "/papers/{id}/replace";
    pub const TAKE_PLACE: &str = "/papers/{id}/take-place";
    pub const DELETE_DRAFT: &str = "/papers/{id}/delete";
    pub const JOINT_PAPER: &str = "/papers/{id}/joint";
    pub const JOINT_REQUEST: &str = "/papers/{id}/confirm";
    pub const CORRIGENDUM: &str = "/papers/{id}/corrigendum";
    pub const COMPARE_PAPER: &str = "/papers/{id}/compare";
    pub const PAPER_RECEIPT: &str = "/papers/{id}/receipt";
    pub const PROVISION_STATUS: &str = "/provisions/{id}/status";
    pub const COMMENT: &str = "/comments/{id}";
    pub const CHANGE_COMMENT: &str = "/comments/{id}/change";
    pub const WITHDRAW_COMMENT: &str = "/comments/{id}/withdraw";
    pub const SAY_VOICE: &str = "/comments/{id}/voice";
    pub const COMMENT_RECEIPT: &str = "/comments/{id}/receipt";
    pub const RECEIPT_CONTENT: &str = "/receipts/{id}/content.json";
    pub const RECEIPT_FILE: &str = "/receipts/{id}/receipt.json";
    pub const REFUSAL_FILE: &str = "/refusals/{id}/receipt.json";
    pub const VERIFY: &str = "/verify";
    pub const LOG: &str = "/log";
    pub const LOG_LINES: &str = "/log/lines.jsonl";
    pub const LOG_HEAD: &str = "/log/head.json";
    pub const KEYS: &str = "/.well-known/openfloor-keys.json";
    pub const ORGANISATIONS: &str = "/organisations";
    pub const ORGANISATION: &str = "/organisations/{id}";
    pub const EDIT_ORGANISATION: &str = "/organisations/{id}/edit";
    pub const MEMBERS: &str = "/organisations/{id}/members";
    pub const JOIN_ORGANISATION: &str = "/organisations/{id}/join";
    pub const MERGE_ORGANISATION: &str = "/organisations/{id}/merge";
    pub const INVITATION: &str = "/invitations/{token}";
    pub const REGISTER: &str = "/register";
    pub const FIND_ORGANISATION: &str = "/register/organisation";
    pub const WITHDRAW_REQUEST: &str = "/register/organisation/withdraw";
    pub const CONFIRM: &str = "/confirm";
    pub const CONFIRM_LINK: &str = "/confirm/{token}";
    pub const RESEND: &str = "/confirm/resend";
    pub const SIGN_IN: &str = "/sign-in";
    pub const SIGN_OUT: &str = "/sign-out";
    pub const SIGN_IN_CODE: &str = "/sign-in/code";
    pub const FORGOTTEN: &str = "/forgotten";
    pub const RESET: &str = "/reset/{token}";
    pub const ACCOUNT: &str = "/account";
    pub const DETAILS: &str = "/account/details";
    pub const LOGINS: &str = "/account/sessions";
    pub const SECOND_FACTOR: &str = "/account/second-factor";
    pub const RECOVERY_CODES: &str = "/account/recovery-codes";
    pub const PROVE: &str = "/account/prove";
    /// Shows a form that waited again; writes nothing.
    pub const RESUME: &str = "/account/resume";
    pub const OWN_DATA: &str = "/account/data";
    pub const OWN_ARCHIVE: &str = "/account/data/archive.zip";
    pub const PASSWORD: &str = "/account/password";
    pub const EMAIL: &str = "/account/email";
    pub const EMAIL_LINK: &str = "/account/email/{token}";
    pub const DESK: &str = "/desk";
    pub const MODERATION: &str = "/moderation";
    pub const MODERATE_PAPER: &str = "/moderation/papers/{id}";
    pub const MODERATE_COMMENT: &str = "/moderation/comments/{id}";
    pub const MOVE_PAPER: &str = "/moderation/papers/{id}/move";
    pub const REDACT_PAPER: &str = "/moderation/papers/{id}/redact";
    pub const REDACT_COMMENT: &str = "/moderation/comments/{id}/redact";
    pub const DECISION: &str = "/moderation/decisions/{id}";
    pub const UNDO_DECISION: &str = "/moderation/decisions/{id}/undo";
    pub const REPLY: &str = "/moderation/decisions/{id}/answer";
    pub const FILE_APPEAL: &str = "/moderation/decisions/{id}/appeal";
    pub const APPEAL: &str = "/moderation/appeals/{id}";
    /// One decision on several inputs.
    pub const BULK: &str = "/moderation/several";
    pub const QUEUE_VIEWS: &str = "/moderation/views";
    /// The themes of a queue, by its key.
    pub const THEMES: &str = "/moderation/queues/{key}/themes";
    pub const ORDER_THEMES: &str = "/moderation/queues/{key}/themes/order";
    pub const MERGE_THEMES: &str = "/moderation/queues/{key}/themes/merge";
    /// A theme, for those who keep it.
    pub const KEPT_THEME: &str = "/moderation/themes/{id}";
    pub const SPLIT_THEME: &str = "/moderation/themes/{id}/split";
    pub const THEME_ACT: &str = "/moderation/theme-acts/{id}";
    pub const PAPER_THEMES: &str = "/moderation/papers/{id}/themes";
    pub const COMMENT_THEMES: &str = "/moderation/comments/{id}/themes";
    /// One theme for several inputs.
    pub const TAG_SEVERAL: &str = "/moderation/several/themes";
    /// A theme, for everybody.
    pub const THEME: &str = "/themes/{id}";
    pub const MODERATION_RULES: &str = "/moderation/rules";
    pub const MODERATION_LEDGER: &str = "/sessions/{id}/moderation";
    pub const MODERATE_CORRIGENDUM: &str = "/moderation/corrigenda/{id}";
    pub const HELP: &str = "/help";
    pub const PRIVACY: &str = "/privacy";
    pub const ACCESSIBILITY: &str = "/accessibility";
    pub const CONTACT: &str = "/contact";
    pub const DEV_OUTBOX: &str = "/dev/outbox";
    pub const DEV_MAIL: &str = "/dev/outbox/{id}";
    pub const DEV_UI: &str = "/dev/ui";
    /// Where islands call the server.
    pub const API: &str = "/api/{*function}";
}

/// The address of `path` (without language prefix) in `locale`. English has no prefix.
pub fn localized(locale: Locale, path: &str) -> String {
    match locale {
        Locale::En => path.to_owned(),
        Locale::Ar if path == "/" => "/ar".to_owned(),
        Locale::Ar => format!("/ar{path}"),
    }
}

/// Splits an address into its language and the rest: `/ar/papers` → (Arabic, `/papers`).
pub fn split_locale(path: &str) -> (Locale, &str) {
    for locale in Locale::ALL.into_iter().filter(|l| *l != Locale::En) {
        if let Some(rest) = path.strip_prefix('/').and_then(|p| p.strip_prefix(locale.code())) {
            if rest.is_empty() {
                return (locale, "/");
            }
            if rest.starts_with('/') {
                return (locale, rest);
            }
        }
    }
    (Locale::En, path)
}

macro_rules! links {
    ($($name:ident => $pattern:ident),+ $(,)?) => {$(
        pub fn $name(l: Locale) -> String {
            localized(l, pattern::$pattern)
        }
    )+};
}

macro_rules! links_to {
    ($($name:ident => $pattern:ident),+ $(,)?) => {$(
        pub fn $name(l: Locale, part: impl Display) -> String {
            localized(l, &fill(pattern::$pattern, &part))
        }
    )+};
}

/// Puts `part` where the pattern has its one `{…}`.
fn fill(pattern: &str, part: &impl Display) -> String {
    match (pattern.find('{'), pattern.find('}')) {
        (Some(from), Some(to)) => format!("{}{part}{}", &pattern[..from], &pattern[to + 1..]),
        _ => pattern.to_owned(),
    }
}

/// The page on which an input is moderated.
pub fn moderate(l: Locale, kind: ItemKind, id: ItemId) -> String {
    match kind {
        ItemKind::Paper => moderate_paper(l, id),
        ItemKind::Comment => moderate_comment(l, id),
    }
}

/// The page on which words of an input are redacted.
pub fn redact(l: Locale, kind: ItemKind, id: ItemId) -> String {
    match kind {
        ItemKind::Paper => redact_paper(l, id),
        ItemKind::Comment => redact_comment(l, id),
    }
}

/// The themes of an input, for who moderates it.
pub fn input_themes(l: Locale, kind: ItemKind, id: ItemId) -> String {
    match kind {
        ItemKind::Paper => paper_themes(l, id),
        ItemKind::Comment => comment_themes(l, id),
    }
}

/// The page of an input itself.
pub fn input(l: Locale, kind: ItemKind, id: ItemId) -> String {
    match kind {
        ItemKind::Paper => paper(l, id),
        ItemKind::Comment => comment(l, id),
    }
}

links! {
    home => HOME, norms => NORMS, papers => PAPERS, organisations => ORGANISATIONS, register => REGISTER,
    find_organisation => FIND_ORGANISATION, withdraw_request => WITHDRAW_REQUEST, confirm => CONFIRM, resend => RESEND,
    sign_in => SIGN_IN, sign_out => SIGN_OUT, desk => DESK, moderation => MODERATION, moderation_rules => MODERATION_RULES, bulk => BULK, tag_several => TAG_SEVERAL, queue_views => QUEUE_VIEWS, help => HELP, privacy => PRIVACY,
    accessibility => ACCESSIBILITY, contact => CONTACT, dev_outbox => DEV_OUTBOX, dev_ui => DEV_UI,
    sign_in_code => SIGN_IN_CODE, forgotten => FORGOTTEN, account => ACCOUNT, details => DETAILS, own_calendar_page => OWN_CALENDAR_PAGE, logins => LOGINS, second_factor => SECOND_FACTOR,
    recovery_codes => RECOVERY_CODES, prove => PROVE, resume => RESUME, password => PASSWORD, own_data => OWN_DATA, own_archive => OWN_ARCHIVE, email => EMAIL,
    verify => VERIFY, log => LOG,
    admin => ADMIN, new_office => NEW_OFFICE, audit_log => AUDIT_LOG, status => STATUS, status_json => STATUS_JSON, secretariat => SECRETARIAT, find => FIND,
}

links_to! {
    body => BODY, session => SESSION, new_session => NEW_SESSION, edit_session => EDIT_SESSION, new_round => NEW_ROUND,
    edit_round => EDIT_ROUND, withdraw_round => WITHDRAW_ROUND, statistics => STATISTICS, inputs => INPUTS, contributors => CONTRIBUTORS, write_summary => WRITE_SUMMARY, sentence => SENTENCE, sentence_remarks => SENTENCE_REMARKS, summary => SUMMARY, summary_docx => SUMMARY_DOCX, summary_csv => SUMMARY_CSV,
    body_calendar => BODY_CALENDAR, subgroup_calendar => SUBGROUP_CALENDAR, own_calendar => OWN_CALENDAR,
    summary_json => SUMMARY_JSON, round => ROUND, round_papers => ROUND_PAPERS, round_late_papers => ROUND_LATE_PAPERS, round_chair_papers => ROUND_CHAIR_PAPERS, deadline => DEADLINE, ledger => LEDGER, grants => GRANTS,
    apply => APPLY, withdraw_application => WITHDRAW_APPLICATION, applications => APPLICATIONS, accreditation => ACCREDITATION,
    speak => SPEAK, leave_speakers => LEAVE_SPEAKERS, speakers => SPEAKERS, late_inbox => LATE_INBOX, rehearsal => REHEARSAL, late_attempt => LATE_ATTEMPT, refusal => REFUSAL, subgroup => SUBGROUP, join => JOIN, draft => DRAFT, texts => TEXTS, new_text => NEW_TEXT, preparation => PREPARATION, origins => ORIGINS, issue => ISSUE,
    drop_preparation => DROP_PREPARATION, next_version => NEXT_VERSION, translations => TRANSLATIONS, earlier_comments => EARLIER_COMMENTS, compilation => COMPILATION,
    compilation_docx => COMPILATION_DOCX, compilation_xlsx => COMPILATION_XLSX, compilation_csv => COMPILATION_CSV, compilation_json => COMPILATION_JSON,
    provision => PROVISION, paper => PAPER, edit_paper => EDIT_PAPER, submit_paper => SUBMIT_PAPER,
    withdraw_paper => WITHDRAW_PAPER, replace_paper => REPLACE_PAPER, take_place => TAKE_PLACE, delete_draft => DELETE_DRAFT, joint_paper => JOINT_PAPER, joint_request => JOINT_REQUEST, corrigendum => CORRIGENDUM, compare_paper => COMPARE_PAPER,
    paper_receipt => PAPER_RECEIPT, provision_status => PROVISION_STATUS, provision_links => PROVISION_LINKS, norm => NORM, comment => COMMENT, change_comment => CHANGE_COMMENT, withdraw_comment => WITHDRAW_COMMENT, say_voice => SAY_VOICE, comment_receipt => COMMENT_RECEIPT, receipt_content => RECEIPT_CONTENT,
    receipt_file => RECEIPT_FILE, refusal_file => REFUSAL_FILE,
    organisation => ORGANISATION, edit_organisation => EDIT_ORGANISATION, members => MEMBERS, join_organisation => JOIN_ORGANISATION,
    merge_organisation => MERGE_ORGANISATION, invitation => INVITATION, confirm_link => CONFIRM_LINK, reset => RESET, email_link => EMAIL_LINK,
    moderate_paper => MODERATE_PAPER, moderate_comment => MODERATE_COMMENT, moderate_corrigendum => MODERATE_CORRIGENDUM, move_paper => MOVE_PAPER, redact_paper => REDACT_PAPER, redact_comment => REDACT_COMMENT, decision => DECISION,
    undo_decision => UNDO_DECISION, reply => REPLY, file_appeal => FILE_APPEAL, appeal => APPEAL, moderation_ledger => MODERATION_LEDGER, dev_mail => DEV_MAIL,
    themes => THEMES, order_themes => ORDER_THEMES, merge_themes => MERGE_THEMES, kept_theme => KEPT_THEME, split_theme => SPLIT_THEME,
    theme_act => THEME_ACT, paper_themes => PAPER_THEMES, comment_themes => COMMENT_THEMES, theme => THEME,
    leave => LEAVE, follow => FOLLOW, subgroup_members => SUBGROUP_MEMBERS, subgroup_papers => SUBGROUP_PAPERS,
    subgroup_desk => SUBGROUP_DESK, new_announcement => NEW_ANNOUNCEMENT, announcement => ANNOUNCEMENT,
    edit_announcement => EDIT_ANNOUNCEMENT, body_offices => BODY_OFFICES, new_body_office => NEW_BODY_OFFICE,
    end_office => END_OFFICE, person_file => PERSON_FILE, person_resend => PERSON_RESEND, person_factor => PERSON_FACTOR, organisation_file => ORGANISATION_FILE,
}

/// What an organisation is asked to put its name to.
pub fn joint_request_for(l: Locale, paper: impl Display, organisation: impl Display) -> String {
    format!("{}?organisation={organisation}", joint_request(l, paper))
}

/// A part of the summary while it is written, by the code of the part.
pub fn summary_part(l: Locale, session: impl Display, part: impl Display) -> String {
    localized(l, &fill(&fill(pattern::SUMMARY_PART, &session), &part))
}

/// Where a part of the summary is handed in, or given back.
pub fn hand_in_part(l: Locale, session: impl Display, part: impl Display) -> String {
    localized(l, &fill(&fill(pattern::HAND_IN_PART, &session), &part))
}

/// Two versions of a text beside each other.
pub fn compare_texts(l: Locale, old: impl Display, new: impl Display) -> String {
    localized(l, &fill(&fill(pattern::COMPARE_TEXTS, &old), &new))
}

/// Where an address says in which language a text is read.
pub const IN: &str = Language::ASKED;

/// A text in a language.
pub fn draft_in(l: Locale, id: impl Display, language: Language) -> String {
    format!("{}?{IN}={}", draft(l, id), language.code())
}

/// The form of a version's translation into a language, by its code.
pub fn translation(l: Locale, draft: impl Display, language: &str) -> String {
    localized(l, &fill(&fill(pattern::TRANSLATION, &draft), &language))
}

/// The decision on an organisation that asked to join a subgroup.
pub fn join_request(l: Locale, code: impl Display, organisation: impl Display) -> String {
    localized(l, &fill(&fill(pattern::JOIN_REQUEST, &code), &organisation))
}

/// What is the same in every language: files for programs.
pub const LOG_LINES: &str = pattern::LOG_LINES;
pub const LOG_HEAD: &str = pattern::LOG_HEAD;
pub const KEYS: &str = pattern::KEYS;

/// The public log before that line.
pub fn log_before(l: Locale, index: i64) -> String {
    format!("{}?before={index}", log(l))
}

/// One line of the public log.
pub fn log_from(l: Locale, index: i64) -> String {
    format!("{}#line-{index}", log_before(l, index + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_a_prefix() {
        assert_eq!(split_locale("/ar/papers"), (Locale::Ar, "/papers"));
        assert_eq!(split_locale("/ar"), (Locale::Ar, "/"));
        assert_eq!(split_locale("/arf"), (Locale::En, "/arf"));
        assert_eq!(split_locale("/"), (Locale::En, "/"));
        assert_eq!(paper(Locale::Ar, 7), "/ar/papers/7");
        assert_eq!(home(Locale::Ar), "/ar");
        assert_eq!(paper_receipt(Locale::En, 7), "/papers/7/receipt");
    }
}
