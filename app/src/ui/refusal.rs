//! Errors in words: what was refused, why, and what to do next.

use model::calendar;
use model::domain::language::Locale;
use model::domain::time::Span;
use model::domain::validate::Fault;
use model::error::PortalError;
use model::i18n::t::{
    account, accreditation, acts, anchors, appeals, co_signing, corrigenda, drafting, errors as t, grants, issuing, links,
    organisations as o, own_data as own, planning, queues, redactions, replies, sentences, speakers, succession, themes, translations,
    voices,
};
use model::policy::Denied;
use model::routes;

/// What is wrong with a field, as a sentence that says what to do.
pub fn fault_words(l: Locale, fault: Fault) -> String {
    match fault {
        Fault::TooLong { max } => t::fault_too_long(l, max),
        Fault::TooShort { min } => t::fault_too_short(l, min),
        Fault::TooManyWords { max, count } => t::fault_too_many_words(l, count, max),
        Fault::TooMany { max } => sentences::fault_too_many(l, max),
        Fault::TooManyViews { max } => queues::fault_too_many_views(l, max),
        Fault::TooManyDays { max } => planning::fault_too_many_days(l, max),
        Fault::TooManyQuestions { max } => planning::fault_too_many_questions(l, max),
        Fault::TooManyLines { max } => links::fault_too_many_lines(l, max),
        Fault::ThemeTooDeep { max } => themes::fault_theme_too_deep(l, max),
        Fault::TooManyThemes { max } => themes::fault_too_many_themes(l, max),
        Fault::NotAPlace { max } => speakers::fault_not_a_place(l, max),
        Fault::PassageNotThere { number } => redactions::fault_passage_not_there(l, number),
        Fault::TooManyPassages { max } => redactions::fault_too_many_passages(l, max),
        Fault::PassageRedacted { number } => redactions::fault_passage_redacted(l, number),
        Fault::PassageShownAgain { number } => redactions::fault_passage_shown_again(l, number),
        Fault::NotXml { line } => drafting::fault_not_xml(l, line),
        Fault::XmlWithDtd { line } => drafting::fault_xml_with_dtd(l, line),
        Fault::XmlTooDeep { line, max } => drafting::fault_xml_too_deep(l, line, max),
        Fault::XmlTooLarge { line: Some(line) } => drafting::fault_xml_too_large(l, line),
        other => plain_fault_words(l, other).to_owned(),
    }
}

const fn plain_fault_words(l: Locale, fault: Fault) -> &'static str {
    match fault {
        Fault::XmlTooLarge { line: None } => drafting::fault_xml_too_large_somewhere(l),
        Fault::ControlCharacters => t::fault_control_characters(l),
        Fault::NotAChoice => t::fault_not_a_choice(l),
        Fault::NotAReasonForIt => acts::fault_not_a_reason_for_it(l),
        Fault::ThemeNameTaken => themes::fault_theme_name_taken(l),
        Fault::ThemeUnderItself => themes::fault_theme_under_itself(l),
        Fault::ThemesBelow => themes::fault_themes_below(l),
        Fault::ThemeAboveEnded => themes::fault_theme_above_ended(l),
        Fault::TooFewThemes => themes::fault_too_few_themes(l),
        Fault::NotAnEmail => t::fault_not_an_email(l),
        Fault::EmailTaken => t::fault_email_taken(l),
        Fault::WrongCode => t::fault_wrong_code(l),
        Fault::ExpiredCode => t::fault_expired_code(l),
        Fault::NotADateTime => t::fault_not_a_date_time(l),
        Fault::NoSuchLocalTime => t::fault_no_such_local_time(l),
        Fault::AmbiguousLocalTime => t::fault_ambiguous_local_time(l),
        Fault::NotATimeZone => t::fault_not_a_time_zone(l),
        Fault::PasswordGuessable => t::fault_password_guessable(l),
        Fault::PasswordCommon => account::fault_password_common(l),
        Fault::WrongPassword => account::fault_wrong_password(l),
        Fault::WrongFactorCode => account::fault_wrong_factor_code(l),
        Fault::NeedsProposedText => t::fault_needs_proposed_text(l),
        Fault::NeedsNoProposedText => t::fault_needs_no_proposed_text(l),
        Fault::ClosesBeforeItOpens => t::fault_closes_before_it_opens(l),
        Fault::Unchanged => t::fault_unchanged(l),
        Fault::GivesNothing => grants::fault_gives_nothing(l),
        Fault::OutOfRange => t::fault_out_of_range(l),
        Fault::NotAWebsite => o::fault_not_a_website(l),
        Fault::NotYourEmail => own::fault_not_your_email(l),
        Fault::PressAgain => o::fault_press_again(l),
        Fault::AlreadyInvited => o::fault_already_invited(l),
        Fault::NotAnOrganisation => o::fault_not_an_organisation(l),
        Fault::NoSuchPerson => t::fault_no_such_person(l),
        Fault::HoldsItAlready => t::fault_holds_it_already(l),
        Fault::NotADay => t::fault_not_a_day(l),
        Fault::NotACode => planning::fault_not_a_code(l),
        Fault::NotInThisText => anchors::fault_not_in_this_text(l),
        Fault::WordsNotThere => t::fault_words_not_there(l),
        Fault::WordsNotOnce => t::fault_words_not_once(l),
        Fault::PassageWithoutWords => redactions::fault_passage_without_words(l),
        Fault::HidesTooMuch => redactions::fault_hides_too_much(l),
        Fault::NotAProvision => drafting::fault_not_a_provision(l),
        Fault::CodeTaken => planning::fault_code_taken(l),
        Fault::CodeInUse => planning::fault_code_in_use(l),
        Fault::EndsBeforeItStarts => planning::fault_ends_before_it_starts(l),
        Fault::DoesNotMatch => translations::fault_does_not_match(l),
        Fault::InThePast => planning::fault_in_the_past(l),
        Fault::UnevenQuestions => planning::fault_uneven_questions(l),
        Fault::UnknownReceipt => sentences::fault_unknown_receipt(l),
        Fault::NotForThisStep => accreditation::fault_not_for_this_step(l),
        Fault::NotForThisKind => planning::fault_not_for_this_kind(l),
        Fault::NotAkomaNtoso => drafting::fault_not_akoma_ntoso(l),
        Fault::NoTextInXml => drafting::fault_no_text_in_xml(l),
        Fault::Missing
        | Fault::TooLong { .. }
        | Fault::TooShort { .. }
        | Fault::TooManyWords { .. }
        | Fault::TooManyDays { .. }
        | Fault::TooManyQuestions { .. }
        | Fault::TooMany { .. }
        | Fault::TooManyViews { .. }
        | Fault::ThemeTooDeep { .. }
        | Fault::TooManyThemes { .. }
        | Fault::TooManyLines { .. }
        | Fault::NotAPlace { .. }
        | Fault::PassageNotThere { .. }
        | Fault::PassageRedacted { .. }
        | Fault::TooManyPassages { .. }
        | Fault::PassageShownAgain { .. }
        | Fault::NotXml { .. }
        | Fault::XmlWithDtd { .. }
        | Fault::XmlTooDeep { .. }
        | Fault::XmlTooLarge { line: Some(_) } => t::fault_missing(l),
    }
}

/// Why something was refused, and where to go next: a sentence, and a link with its words. Instants are given at `zone`.
pub fn refusal_words(l: Locale, error: &PortalError, zone: &str) -> (String, Option<(String, String)>) {
    let link = |words: &'static str, href: String| Some((words.to_owned(), href));
    match error {
        PortalError::Denied(denied) => denied_words(l, *denied, zone),
        PortalError::Invalid(_) => (t::refused_invalid(l).to_owned(), None),
        PortalError::NotFound => (t::refused_not_found(l).to_owned(), link(t::do_go_home(l), routes::home(l))),
        PortalError::Conflict => (t::refused_conflict(l).to_owned(), None),
        PortalError::TooMany { retry_after } => {
            let wait = calendar::span_in_words(l, Span::SECOND.times((*retry_after).max(60)));
            (t::refused_too_many(l, wait), None)
        }
        PortalError::Unavailable => (t::refused_unavailable(l).to_owned(), None),
        PortalError::Internal(incident) => (t::refused_internal(l, incident.0.as_str()), link(t::do_contact(l), routes::contact(l))),
    }
}

fn denied_words(l: Locale, denied: Denied, zone: &str) -> (String, Option<(String, String)>) {
    let desk = (t::do_go_desk(l), routes::desk(l));
    let queues = (t::do_go_moderation(l), routes::moderation(l));
    let secretariat = (t::do_contact(l), routes::contact(l));
    let (sentence, (words, href)) = match denied {
        Denied::NotYetOpen { opens } => (t::refused_not_yet_open(l, calendar::full(l, opens, zone)), desk),
        Denied::Closed { since } => (t::refused_closed(l, calendar::full(l, since, zone)), secretariat),
        Denied::TooShortNotice { earliest } => return (t::refused_too_short_notice(l, calendar::full(l, earliest, zone)), None),
        Denied::AlreadyOpen { since } => return (planning::refused_already_open(l, calendar::full(l, since, zone)), None),
        Denied::TextHasFlaws => return (drafting::refused_text_has_flaws(l).to_owned(), None),
        Denied::OriginsNotConfirmed => return (drafting::refused_origins_not_confirmed(l).to_owned(), None),
        Denied::IssueTimeStands => return (issuing::refused_issue_time_stands(l).to_owned(), None),
        Denied::NotTheNewest => return (drafting::refused_not_the_newest(l).to_owned(), None),
        Denied::RoundInUse => return (planning::refused_round_in_use(l).to_owned(), None),
        Denied::StillOpenToObjection { until } => return (o::refused_still_open_to_objection(l, calendar::full(l, until, zone)), None),
        Denied::NotSignedIn => (t::refused_not_signed_in(l).to_owned(), (t::do_sign_in(l), routes::sign_in(l))),
        Denied::NotConfirmed => (t::refused_not_confirmed(l).to_owned(), (t::do_confirm(l), routes::confirm(l))),
        Denied::NotInSubgroup => (t::refused_not_in_subgroup(l).to_owned(), (t::do_find_subgroup(l), routes::home(l))),
        Denied::NotAWriter => (t::refused_not_a_writer(l).to_owned(), desk),
        Denied::NotContactPoint => (t::refused_not_contact_point(l).to_owned(), desk),
        Denied::NotOffered => return (co_signing::refused_not_offered(l).to_owned(), None),
        Denied::NamedAlready => return (co_signing::refused_named_already(l).to_owned(), None),
        Denied::PlaceTaken => return (succession::refused_place_taken(l).to_owned(), None),
        Denied::OwnProposal => return (voices::refused_own_proposal(l).to_owned(), None),
        Denied::OwnPaper => return (co_signing::refused_own_paper(l).to_owned(), None),
        Denied::ApplicationInProgress => return (accreditation::refused_application_in_progress(l).to_owned(), None),
        Denied::OnRecord => (t::refused_on_record(l).to_owned(), desk),
        Denied::TooManyInvited { max } => (t::refused_too_many_invited(l, max), desk),
        Denied::Confirmed => (t::refused_confirmed(l).to_owned(), desk),
        Denied::ReplaceInstead { until } => (corrigenda::refused_replace_instead(l, calendar::full(l, until, zone)), desk),
        Denied::NotPublic => (corrigenda::refused_not_public(l).to_owned(), desk),
        Denied::CorrigendumWaits => (corrigenda::refused_corrigendum_waits(l).to_owned(), desk),
        Denied::NothingStands => (t::refused_nothing_stands(l).to_owned(), desk),
        Denied::NotEditable => (t::refused_not_editable(l).to_owned(), desk),
        Denied::NotModerator => (t::refused_not_moderator(l).to_owned(), queues),
        Denied::OwnOrganisation => (t::refused_own_organisation(l).to_owned(), queues),
        Denied::ThereAlready => return (acts::refused_there_already(l).to_owned(), None),
        Denied::WordsRedacted => return (redactions::refused_words_redacted(l).to_owned(), None),
        Denied::NothingToRedact => return (redactions::refused_nothing_to_redact(l).to_owned(), None),
        Denied::NothingToUndo => return (acts::refused_nothing_to_undo(l).to_owned(), None),
        Denied::RevisionBegun => return (acts::refused_revision_begun(l).to_owned(), None),
        Denied::NotInQueue => return (themes::refused_not_in_queue(l).to_owned(), None),
        Denied::ThemeOfAnotherQueue => return (themes::refused_theme_of_another_queue(l).to_owned(), None),
        Denied::ThemesUsedSince => return (themes::refused_themes_used_since(l).to_owned(), None),
        Denied::PartHandedIn => return (sentences::refused_part_handed_in(l).to_owned(), None),
        Denied::ChairsOwnWords => return (sentences::refused_chairs_own_words(l).to_owned(), None),
        Denied::TakenBackAlready => return (themes::refused_taken_back_already(l).to_owned(), None),
        Denied::NothingToReplyTo => return (replies::refused_nothing_to_reply_to(l).to_owned(), None),
        Denied::RepliedAlready => return (replies::refused_replied_already(l).to_owned(), None),
        Denied::NothingToAppeal => return (appeals::refused_nothing_to_appeal(l).to_owned(), None),
        Denied::AppealedAlready => return (appeals::refused_appealed_already(l).to_owned(), None),
        Denied::AppealOver { since } => return (appeals::refused_appeal_over(l, calendar::full(l, since, zone)), None),
        Denied::OwnDecision => return (appeals::refused_own_decision(l).to_owned(), None),
        Denied::NothingToDecide => (t::refused_nothing_to_decide(l).to_owned(), queues),
        Denied::OwnInterest => (grants::refused_own_interest(l).to_owned(), desk),
        Denied::NotChair => (t::refused_not_chair(l).to_owned(), desk),
        Denied::NotMember => (o::refused_not_member(l).to_owned(), desk),
        Denied::AlreadyMember => (o::refused_already_member(l).to_owned(), desk),
        Denied::LastContactPoint => return (o::refused_last_contact_point(l).to_owned(), None),
        Denied::NotSecretariat => (account::refused_not_secretariat(l).to_owned(), desk),
        Denied::NotChairOrSecretariat => (t::refused_not_chair_or_secretariat(l).to_owned(), desk),
        Denied::InOffice => return (own::delete_office_first(l).to_owned(), None),
        Denied::HandOverFirst => return (own::refused_hand_over_first(l).to_owned(), None),
        Denied::SecondFactorNeeded => {
            (account::refused_second_factor_needed(l).to_owned(), (account::do_second_factor(l), routes::second_factor(l)))
        }
        Denied::StepUpNeeded => (account::refused_step_up_needed(l).to_owned(), (account::do_step_up(l), routes::prove(l))),
        Denied::NotAppointing => (t::refused_not_appointing(l).to_owned(), desk),
        Denied::OwnOffice => (t::refused_own_office(l).to_owned(), desk),
        Denied::PersonNotConfirmed => return (t::refused_person_not_confirmed(l).to_owned(), None),
        Denied::WrongTerm => return (t::refused_wrong_term(l).to_owned(), None),
        Denied::LastAdministrator => return (t::refused_last_administrator(l).to_owned(), None),
        Denied::NotAdministrator => (t::refused_not_administrator(l).to_owned(), desk),
        Denied::NotInCharge => (t::refused_not_in_charge(l).to_owned(), desk),
    };
    (sentence, Some((words.to_owned(), href)))
}
