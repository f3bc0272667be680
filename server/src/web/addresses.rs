//! Every address of the portal with its handler, by room. The patterns stand in `model::routes`.

use super::{
    Deps, account, accreditations, api, calendars, co_signing, counting, drafting, exports, forms, operations,
    organisations as organisation_pages, pages, papers, planning, proofs, rehearsal, secretariat, sentences, speakers, themes,
};
use axum::Router;
use axum::routing::{get, post};
use model::routes::pattern;

/// All addresses; those of the demonstration mode only where it is on.
pub fn all(demonstration: bool) -> Router<Deps> {
    let routes = consultation()
        .merge(subgroups_and_offices())
        .merge(moderation())
        .merge(counted())
        .merge(written())
        .merge(themed())
        .merge(proving())
        .merge(organisations())
        .merge(accounts())
        .merge(around());
    if demonstration { routes.merge(development()) } else { routes }
}

/// Bodies, sessions, rounds, texts, papers, comments, and the desks of those who write and decide.
fn consultation() -> Router<Deps> {
    Router::new()
        .route(pattern::HOME, get(pages::home))
        .route(pattern::BODY, get(pages::body))
        .route(pattern::BODY_CALENDAR, get(calendars::body))
        .route(pattern::SUBGROUP_CALENDAR, get(calendars::subgroup))
        .route(pattern::OWN_CALENDAR, get(calendars::own))
        .route(pattern::SESSION, get(pages::session))
        .route(pattern::SUMMARY, get(pages::summary))
        .route(pattern::SUMMARY_DOCX, get(exports::docx))
        .route(pattern::SUMMARY_CSV, get(exports::csv))
        .route(pattern::SUMMARY_JSON, get(exports::json))
        .route(pattern::NEW_SESSION, get(planning::new_session).post(forms::session::create))
        .route(pattern::EDIT_SESSION, get(planning::edit_session).post(forms::session::save))
        .route(pattern::NEW_ROUND, get(planning::new_round).post(forms::round::create))
        .route(pattern::EDIT_ROUND, get(planning::edit_round).post(forms::round::save))
        .route(pattern::WITHDRAW_ROUND, get(planning::withdraw_round).post(forms::round::withdraw))
        .route(pattern::ROUND, get(pages::round))
        .route(pattern::DEADLINE, get(pages::deadline).post(forms::deadline::post))
        .route(pattern::ROUND_PAPERS, get(pages::round_papers))
        .route(pattern::ROUND_LATE_PAPERS, get(pages::round_late_papers))
        .route(pattern::ROUND_CHAIR_PAPERS, get(pages::round_chair_papers))
        .route(pattern::LEDGER, get(pages::ledger))
        .route(pattern::GRANTS, get(pages::grants).post(forms::grant::post))
        .route(pattern::CO_SIGN, get(co_signing::page).post(forms::co_signing::act))
        .route(pattern::APPLY, get(accreditations::apply).post(forms::accreditations::apply))
        .route(pattern::WITHDRAW_APPLICATION, post(forms::accreditations::withdraw))
        .route(pattern::APPLICATIONS, get(accreditations::list).post(forms::accreditations::decide))
        .route(pattern::ACCREDITATION, get(accreditations::one).post(forms::accreditations::decide_one))
        .route(pattern::SPEAK, get(speakers::speak).post(forms::speakers::ask))
        .route(pattern::LEAVE_SPEAKERS, post(forms::speakers::leave))
        .route(pattern::SPEAKERS, get(speakers::list).post(forms::speakers::order))
        .route(pattern::LATE_INBOX, get(pages::late_inbox))
        .route(pattern::REHEARSAL, get(rehearsal::page))
        .route(pattern::REHEARSED, get(rehearsal::show))
        .route(pattern::LATE_ATTEMPT, get(pages::late_attempt).post(forms::late::post))
        .route(pattern::REFUSAL, get(pages::refusal))
        .route(pattern::REFUSAL_FILE, get(proofs::refusal))
        .route(pattern::DRAFT, get(pages::draft))
        .route(pattern::TEXTS, get(drafting::texts))
        .route(pattern::NEW_TEXT, get(drafting::new_text).post(forms::drafting::begin))
        .route(pattern::TRANSLATIONS, get(drafting::translations))
        .route(pattern::TRANSLATION, get(drafting::translation).post(forms::translations::post))
        .route(pattern::NEXT_VERSION, post(forms::drafting::next))
        .route(pattern::EARLIER_COMMENTS, get(drafting::earlier).post(forms::placing::post))
        .route(pattern::COMPILATION, get(drafting::compilation))
        .route(pattern::COMPILATION_DOCX, get(exports::compilation_docx))
        .route(pattern::COMPILATION_XLSX, get(exports::compilation_xlsx))
        .route(pattern::COMPILATION_CSV, get(exports::compilation_csv))
        .route(pattern::COMPILATION_JSON, get(exports::compilation_json))
        .route(pattern::COMPARE_TEXTS, get(drafting::compare))
        .route(pattern::PREPARATION, get(drafting::preparation).post(forms::drafting::save))
        .route(pattern::ORIGINS, get(drafting::origins).post(forms::drafting::confirm))
        .route(pattern::ISSUE, get(drafting::issue).post(forms::drafting::issue))
        .route(pattern::DROP_PREPARATION, get(drafting::drop_preparation).post(forms::drafting::drop))
        .route(pattern::PROVISION, get(pages::provision).post(forms::comment::post))
        .route(pattern::NORMS, get(pages::norms))
        .route(pattern::NORM, get(drafting::norm))
        .route(pattern::PAPERS, get(pages::papers))
        .route(pattern::NEW_PAPER, get(pages::new_paper).post(forms::paper::create))
        .route(pattern::PAPER, get(papers::one))
        .route(pattern::EDIT_PAPER, get(pages::edit_paper).post(forms::paper::save))
        .route(pattern::SUBMIT_PAPER, get(pages::submit_paper).post(forms::paper_submit::post))
        .route(pattern::WITHDRAW_PAPER, get(pages::withdraw_paper).post(forms::paper_end::withdraw))
        .route(pattern::REPLACE_PAPER, post(forms::paper_end::replace))
        .route(pattern::TAKE_PLACE, post(forms::paper_end::take_place))
        .route(pattern::DELETE_DRAFT, get(pages::delete_draft).post(forms::paper_end::delete))
        .route(pattern::CORRIGENDUM, get(pages::corrigendum).post(forms::corrigendum::ask))
        .route(pattern::JOINT_PAPER, get(pages::joint_paper).post(forms::joint::invite))
        .route(pattern::JOINT_REQUEST, get(pages::joint_request).post(forms::joint::reply))
        .route(pattern::COMPARE_PAPER, get(papers::compare))
        .route(pattern::PAPER_RECEIPT, get(pages::paper_receipt))
        .route(pattern::PROVISION_STATUS, get(drafting::provision_status).post(forms::drafting::status))
        .route(pattern::PROVISION_LINKS, get(drafting::provision_links).post(forms::drafting::links))
        .route(pattern::COMMENT, get(pages::comment))
        .route(pattern::CHANGE_COMMENT, get(pages::change_comment))
        .route(pattern::WITHDRAW_COMMENT, get(pages::withdraw_comment).post(forms::comment::withdraw))
        .route(pattern::SAY_VOICE, post(forms::comment::voice))
        .route(pattern::COMMENT_RECEIPT, get(pages::comment_receipt))
        .route(pattern::RECEIPT_CONTENT, get(exports::receipt_content))
        .route(pattern::RECEIPT_FILE, get(proofs::receipt))
        .route(pattern::DESK, get(pages::desk))
        .route(pattern::MODERATION, get(pages::moderation))
        .route(pattern::MODERATE_PAPER, get(pages::moderate_paper).post(forms::decision::paper))
        .route(pattern::MODERATE_COMMENT, get(pages::moderate_comment).post(forms::decision::comment))
        .route(pattern::MODERATE_CORRIGENDUM, get(pages::moderate_corrigendum).post(forms::corrigendum::decide))
}

/// What comes after decisions, and what is public of them.
fn moderation() -> Router<Deps> {
    Router::new()
        .route(pattern::REDACT_PAPER, get(pages::redact_paper).post(forms::redaction::paper))
        .route(pattern::REDACT_COMMENT, get(pages::redact_comment).post(forms::redaction::comment))
        .route(pattern::MOVE_PAPER, get(pages::moderate_paper).post(forms::decision::move_paper))
        .route(pattern::DECISION, get(pages::decision))
        .route(pattern::UNDO_DECISION, get(pages::decision).post(forms::decision::undo))
        .route(pattern::REPLY, get(pages::reply).post(forms::decision::reply))
        .route(pattern::FILE_APPEAL, get(pages::decision).post(forms::decision::file_appeal))
        .route(pattern::APPEAL, get(pages::appeal).post(forms::decision::answer_appeal))
        .route(pattern::BULK, get(pages::bulk).post(forms::decision::several))
        .route(pattern::QUEUE_VIEWS, get(pages::moderation).post(forms::decision::view))
        .route(pattern::MODERATION_RULES, get(pages::moderation_rules))
        .route(pattern::MODERATION_LEDGER, get(pages::moderation_ledger))
}

/// What is published of a session.
fn counted() -> Router<Deps> {
    Router::new()
        .route(pattern::STATISTICS, get(counting::statistics))
        .route(pattern::INPUTS, get(counting::inputs))
        .route(pattern::CONTRIBUTORS, get(counting::contributors))
}

/// The summary while it is written.
fn written() -> Router<Deps> {
    Router::new()
        .route(pattern::WRITE_SUMMARY, get(sentences::outline))
        .route(pattern::SUMMARY_PART, get(sentences::part).post(forms::sentence::add))
        .route(pattern::HAND_IN_PART, get(sentences::part).post(forms::sentence::hand_in))
        .route(pattern::SENTENCE, get(sentences::one).post(forms::sentence::change))
        .route(pattern::SENTENCE_REMARKS, get(sentences::one).post(forms::sentence::remark))
}

/// Themes: the tree of a queue, what inputs bear, and what everybody sees of it.
fn themed() -> Router<Deps> {
    Router::new()
        .route(pattern::THEMES, get(themes::tree).post(forms::theme::create))
        .route(pattern::ORDER_THEMES, get(themes::tree).post(forms::theme::order))
        .route(pattern::MERGE_THEMES, get(themes::merge).post(forms::theme::merge))
        .route(pattern::KEPT_THEME, get(themes::one).post(forms::theme::change))
        .route(pattern::SPLIT_THEME, get(themes::split).post(forms::theme::split))
        .route(pattern::THEME_ACT, get(themes::act).post(forms::theme::undo))
        .route(pattern::PAPER_THEMES, get(themes::paper).post(forms::theme::paper))
        .route(pattern::COMMENT_THEMES, get(themes::comment).post(forms::theme::comment))
        .route(pattern::TAG_SEVERAL, get(pages::bulk).post(forms::theme::several))
        .route(pattern::THEME, get(themes::public))
}

/// What everyone can check.
fn proving() -> Router<Deps> {
    Router::new()
        .route(pattern::VERIFY, get(proofs::verify).post(proofs::check))
        .route(pattern::LOG, get(proofs::log))
        .route(pattern::LOG_LINES, get(proofs::log_lines))
        .route(pattern::LOG_HEAD, get(proofs::log_head))
        .route(pattern::KEYS, get(proofs::keys))
}

/// Subgroups, offices, and the desks of the secretariat and the administrator.
fn subgroups_and_offices() -> Router<Deps> {
    Router::new()
        .route(pattern::SUBGROUP, get(pages::subgroup))
        .route(pattern::JOIN, post(forms::subgroup::join))
        .route(pattern::LEAVE, post(forms::subgroup::leave))
        .route(pattern::FOLLOW, post(forms::subgroup::follow))
        .route(pattern::SUBGROUP_MEMBERS, get(pages::subgroup_members))
        .route(pattern::SUBGROUP_PAPERS, get(pages::subgroup_papers))
        .route(pattern::SUBGROUP_DESK, get(pages::subgroup_desk).post(forms::subgroup::joining))
        .route(pattern::JOIN_REQUEST, get(pages::join_request).post(forms::subgroup::decide))
        .route(pattern::NEW_ANNOUNCEMENT, get(pages::new_announcement).post(forms::announcement::create))
        .route(pattern::ANNOUNCEMENT, get(pages::announcement).post(forms::announcement::send))
        .route(pattern::EDIT_ANNOUNCEMENT, get(pages::edit_announcement).post(forms::announcement::save))
        .route(pattern::BODY_OFFICES, get(pages::offices))
        .route(pattern::NEW_BODY_OFFICE, get(pages::new_body_office).post(forms::office::in_body))
        .route(pattern::END_OFFICE, get(pages::end_office).post(forms::office::end))
        .route(pattern::ADMIN, get(secretariat::admin))
        .route(pattern::AUDIT_LOG, get(operations::audit_log))
        .route(pattern::STATUS, get(operations::status))
        .route(pattern::STATUS_JSON, get(operations::status_json))
        .route(pattern::NEW_OFFICE, get(pages::new_office).post(forms::office::in_portal))
        .route(pattern::SECRETARIAT, get(secretariat::desk))
        .route(pattern::FIND, get(secretariat::find))
        .route(pattern::PERSON_FILE, get(secretariat::person))
        .route(pattern::PERSON_RESEND, post(forms::secretariat::resend))
        .route(pattern::PERSON_FACTOR, get(secretariat::remove_factor).post(forms::secretariat::remove_factor))
        .route(pattern::ORGANISATION_FILE, get(secretariat::organisation).post(forms::secretariat::review))
}

/// Organisations and their members.
fn organisations() -> Router<Deps> {
    Router::new()
        .route(pattern::ORGANISATIONS, get(organisation_pages::list))
        .route(pattern::ORGANISATION, get(organisation_pages::one))
        .route(pattern::EDIT_ORGANISATION, get(organisation_pages::edit).post(forms::organisation::edit))
        .route(pattern::MEMBERS, get(organisation_pages::members).post(forms::members::post))
        .route(pattern::JOIN_ORGANISATION, get(organisation_pages::join).post(forms::members::ask))
        .route(pattern::MERGE_ORGANISATION, get(organisation_pages::merge).post(forms::organisation::merge))
        .route(pattern::INVITATION, get(organisation_pages::invitation).post(forms::members::accept))
        .route(pattern::FIND_ORGANISATION, get(organisation_pages::find).post(forms::organisation::found))
        .route(pattern::WITHDRAW_REQUEST, post(forms::organisation::withdraw))
}

/// Registering, signing in, and what protects an account.
fn accounts() -> Router<Deps> {
    Router::new()
        .route(pattern::REGISTER, get(pages::register).post(forms::register::post))
        .route(pattern::CONFIRM, get(pages::confirm).post(forms::confirm::post))
        .route(pattern::RESEND, post(forms::confirm::resend))
        .route(pattern::CONFIRM_LINK, get(pages::confirm_link).post(forms::confirm::link))
        .route(pattern::SIGN_IN, get(pages::sign_in).post(forms::sign_in::post))
        .route(pattern::SIGN_IN_CODE, get(account::code).post(forms::sign_in::code))
        .route(pattern::FORGOTTEN, get(account::forgotten).post(forms::account::forgotten))
        .route(pattern::RESET, get(account::reset).post(forms::account::reset))
        .route(pattern::ACCOUNT, get(account::hub))
        .route(pattern::DETAILS, get(account::details).post(forms::account::details))
        .route(pattern::OWN_CALENDAR_PAGE, get(account::calendar).post(forms::account::calendar))
        .route(pattern::LOGINS, get(account::logins).post(forms::account::logins))
        .route(pattern::SECOND_FACTOR, get(account::factor).post(forms::account::factor))
        .route(pattern::RECOVERY_CODES, post(forms::account::recovery_codes))
        .route(pattern::PROVE, get(account::prove).post(forms::account::prove))
        .route(pattern::RESUME, post(forms::account::resume))
        .route(pattern::OWN_DATA, get(account::own_data).post(forms::own_data::delete))
        .route(pattern::OWN_ARCHIVE, get(account::own_archive).post(forms::own_data::archive))
        .route(pattern::PASSWORD, get(account::password).post(forms::account::password))
        .route(pattern::EMAIL, get(account::email).post(forms::account::email))
        .route(pattern::EMAIL_LINK, get(account::email_link).post(forms::account::email_link))
        .route(pattern::SIGN_OUT, post(forms::sign_in::sign_out))
}

/// What explains the portal, and where islands call the server.
fn around() -> Router<Deps> {
    Router::new()
        .route(pattern::HELP, get(pages::help))
        .route(pattern::PRIVACY, get(pages::privacy))
        .route(pattern::ACCESSIBILITY, get(pages::accessibility))
        .route(pattern::CONTACT, get(pages::contact))
        .route(pattern::API, post(api::call))
}

/// What only the demonstration has.
fn development() -> Router<Deps> {
    Router::new()
        .route(pattern::DEV_OUTBOX, get(pages::dev_outbox))
        .route(pattern::DEV_MAIL, get(pages::dev_mail))
        .route(pattern::DEV_UI, get(pages::dev_ui))
}
