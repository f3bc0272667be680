//! The names of choices, states and offices in the reader's language.

use crate::domain::accreditation::{AccreditationStatus, ConsultativeStatus, Reach, Step};
use crate::domain::body::{Mode, SessionStatus};
use crate::domain::comment::{CommentKind, Operation, Stance};
use crate::domain::device::Device;
use crate::domain::drafting::{Hindrance, TranslationStatus};
use crate::domain::item::{ItemKind, ItemState};
use crate::domain::language::{Language, Locale};
use crate::domain::late::LateState;
use crate::domain::moderation::Outcome;
use crate::domain::organisation::{Affiliation, Region, StakeholderType};
use crate::domain::paper::{Consent, PaperProblem};
use crate::domain::person::Function;
use crate::domain::provision_status::ProvisionStatus;
use crate::domain::rehearsal::{Moment, Sight};
use crate::domain::role::RoleName;
use crate::domain::round::{LedgerKind, RoundKind};
use crate::domain::subgroup::Joining;
use crate::domain::voice::Voice;
use crate::domain::words::Unit;
use crate::i18n::t::labels as t;
use crate::i18n::t::{account, drafts, issuing, offices, statuses, subgroups, translations, voices};
use crate::portal::OfficeLine;

/// A function for each choice: its values with their messages, which stand in `labels.ftl` unless `in` names another file.
macro_rules! names {
    (in $file:ident: $($(#[$doc:meta])* $name:ident: $type:ident { $($variant:ident => $message:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        pub const fn $name(l: Locale, value: $type) -> &'static str {
            match value { $($type::$variant => $file::$message(l)),+ }
        }
    )+};
    ($($(#[$doc:meta])* $name:ident: $type:ident { $($variant:ident => $message:ident),+ $(,)? })+) => {
        names! { in t: $($(#[$doc])* $name: $type { $($variant => $message),+ })+ }
    };
}

mod moderation;
mod operations;
mod recommendations;
mod summary;
mod texts;

pub use moderation::{moderation_act, moderation_office, only_asked, reason_code, reason_words};
pub use operations::{act, fact, job, mail_trouble};
pub use recommendations::{recommendation, target};
pub use summary::{sentence, summary_part};
pub use texts::{asked_for, compilation, provision_name, standing};

names! {
    stakeholder_type: StakeholderType { Business => type_business, Ngo => type_ngo, Academia => type_academia }
    region: Region {
        AfricanGroup => region_african_group, AsiaPacific => region_asia_pacific, EasternEurope => region_eastern_europe,
        Grulac => region_grulac, Weog => region_weog, Global => region_global,
    }
    language_name: Language {
        Ar => language_ar, Zh => language_zh, En => language_en, Fr => language_fr, Ru => language_ru, Es => language_es,
    }
    comment_kind: CommentKind {
        Substantive => comment_kind_substantive, Editorial => comment_kind_editorial, Technical => comment_kind_technical,
        Translation => comment_kind_translation,
    }
    stance: Stance {
        Support => stance_support, SupportWithChange => stance_support_with_change, Oppose => stance_oppose, Neutral => stance_neutral,
    }
    operation: Operation {
        CommentOnly => operation_comment_only, Add => operation_add, Modify => operation_modify, Delete => operation_delete,
        Keep => operation_keep, Move => operation_move,
    }
    round_kind: RoundKind {
        PositionPapers => round_kind_position_papers, Comments => round_kind_comments, Speakers => round_kind_speakers,
        Accreditation => round_kind_accreditation, CoSigning => round_kind_co_signing,
    }
    /// What one is accredited for.
    reach: Reach { Session => reach_session, Body => reach_body }
    consultative: ConsultativeStatus {
        None => consultative_none, General => consultative_general, Special => consultative_special, Roster => consultative_roster,
    }
    /// Where an application for accreditation stands.
    accreditation: AccreditationStatus {
        InterestExpressed => accreditation_interest_expressed, Returned => accreditation_returned, Circulated => accreditation_circulated,
        Accredited => accreditation_accredited, Objected => accreditation_objected, Withdrawn => accreditation_withdrawn,
    }
    /// What was done with an application.
    step: Step {
        Circulate => step_circulated, Return => step_returned, Accredit => step_accredited, Object => step_objected, Lift => step_lifted,
        Reopen => step_reopened,
    }
    /// The button that does it.
    step_button: Step {
        Circulate => step_circulate, Return => step_return, Accredit => step_accredit, Object => step_object, Lift => step_lift,
        Reopen => step_reopen,
    }
    state: ItemState {
        Draft => item_state_draft, Submitted => item_state_submitted, Accepted => item_state_accepted, Returned => item_state_returned,
        Declined => item_state_declined, Withdrawn => item_state_withdrawn, Replaced => item_state_replaced,
        ForTheChair => item_state_for_the_chair,
    }
    /// What may be published.
    consent: Consent { Public => consent_public, WithoutName => consent_without_name, ChairOnly => consent_chair_only }
    /// What was decided, as a state: *Accepted*, *Returned for revision*, *Declined*.
    outcome: Outcome { Accept => item_state_accepted, Return => item_state_returned, Decline => item_state_declined }
    /// The moderator's buttons: *Accept*, *Ask for revision*, *Decline*.
    outcome_button: Outcome { Accept => outcome_accept, Return => outcome_return, Decline => outcome_decline }
    function: Function { ContactPoint => function_contact_point, Drafter => function_drafter, Reviewer => function_reviewer }
    role: RoleName {
        Moderator => role_moderator, Chair => role_chair, Secretariat => role_secretariat, Administrator => role_administrator,
    }
    mode: Mode { Formal => mode_formal, Informal => mode_informal }
    /// What an entry of the ledger did.
    ledger_kind: LedgerKind {
        Opened => ledger_opened, Set => ledger_set, Extended => ledger_extended, Shortened => ledger_shortened,
        Corrected => ledger_corrected, Granted => ledger_granted, Revision => ledger_revision, Admitted => ledger_admitted,
        Declined => ledger_declined, Reworded => ledger_reworded,
    }
    /// A moment of a rehearsal.
    rehearsed_moment: Moment {
        DayBefore => rehearsed_day_before, MinuteBefore => rehearsed_minute_before, Closing => rehearsed_closing,
        SecondAfter => rehearsed_second_after, Extended => rehearsed_extended,
    }
    /// What is looked at in a rehearsal.
    rehearsed_sight: Sight {
        Round => rehearsed_round, Desk => rehearsed_desk, Submit => rehearsed_submit, Answer => rehearsed_answer,
        Mails => rehearsed_mails,
    }
    late_state: LateState {
        Sealed => late_state_sealed, Replaced => late_state_replaced, Settled => late_state_settled, Admitted => late_state_admitted,
        Declined => late_state_declined,
    }
    session_status: SessionStatus { Upcoming => session_upcoming, InSession => session_in_session, Concluded => session_concluded }
    affiliation: Affiliation {
        Sco => affiliation_sco, Asean => affiliation_asean, Arf => affiliation_arf, Brics => affiliation_brics, Cis => affiliation_cis,
        Csto => affiliation_csto, AfricanUnion => affiliation_african_union, Osce => affiliation_osce, Oas => affiliation_oas,
        Eu => affiliation_eu, Las => affiliation_las, Pif => affiliation_pif,
    }
    item_kind: ItemKind { Paper => kind_paper, Comment => kind_comment }
}

/// A provision within a sentence, by its citation: *paragraph 4 (b)*; *the text as a whole*.
pub fn on_provision(l: Locale, citation: &str) -> String {
    drafts::on_provision(l, citation)
}

names! {
    in voices:
    /// The buttons.
    voice: Voice { Join => voice_join, Support => voice_support, Oppose => voice_oppose }
    /// Above those who say it.
    voice_heard: Voice { Join => voices_heard_join, Support => voices_heard_support, Oppose => voices_heard_oppose }
    /// What one organisation does: *supports this proposal*.
    voice_own: Voice { Join => voices_own_join, Support => voices_own_support, Oppose => voices_own_oppose }
}

names! {
    in issuing:
    /// Why a version was not issued at its time.
    hindrance: Hindrance { Overtaken => hindrance_overtaken, Flawed => hindrance_flawed, Unconfirmed => hindrance_unconfirmed }
}

names! {
    in translations:
    /// What one may rely on in a translation.
    translation_status: TranslationStatus {
        Official => translation_status_official, Courtesy => translation_status_courtesy, Machine => translation_status_machine,
    }
}

names! {
    in statuses:
    /// How far a provision has come.
    provision_status: ProvisionStatus {
        Open => provision_status_open, Pending => provision_status_pending, AgreedInInformals => provision_status_agreed_in_informals,
        AgreedAdReferendum => provision_status_agreed_ad_referendum, Agreed => provision_status_agreed, Deleted => provision_status_deleted,
    }
}

/// How organisations join a subgroup.
pub const fn joining(l: Locale, value: Joining) -> &'static str {
    match value {
        Joining::Open => subgroups::joining_open(l),
        Joining::OnApproval => subgroups::joining_on_approval(l),
    }
}

/// An office with its place: *Moderator, SG-RNP*; *Chair, OEWG*; *Administrator*.
pub fn office(l: Locale, line: &OfficeLine) -> String {
    let name = role(l, line.office.name());
    let place = line.subgroup.as_ref().map(|(code, _)| code.as_str()).or_else(|| line.body.as_ref().map(|(_, name)| name.get(l)));
    place.map_or_else(|| name.to_owned(), |place| offices::office_in(l, name, place))
}

/// Who did something, by office: the operator of the installation where there was none.
pub const fn by_office(l: Locale, by: Option<RoleName>) -> &'static str {
    match by {
        Some(name) => role(l, name),
        None => offices::office_operator(l),
    }
}

/// The options of a select, from all values of a coded choice.
pub fn options<T: Copy>(values: &[T], code: impl Fn(T) -> &'static str, name: impl Fn(T) -> &'static str) -> Vec<(String, String)> {
    values.iter().map(|value| (code(*value).to_owned(), name(*value).to_owned())).collect()
}

/// The languages as options: the name in the reader's language, then in itself.
pub fn language_options(l: Locale) -> Vec<(String, String)> {
    Language::ALL
        .into_iter()
        .map(|language| {
            let (name, own) = (language_name(l, language), language.autonym());
            (language.code().to_owned(), if name == own { name.to_owned() } else { format!("{name} – {own}") })
        })
        .collect()
}

/// What stands against the submission of a paper.
pub fn paper_problem(l: Locale, problem: PaperProblem, asked: bool) -> String {
    use crate::i18n::t::papers as p;
    match problem {
        PaperProblem::NoTitle => p::submit_problem_title(l).to_owned(),
        PaperProblem::NoText if asked => p::submit_problem_no_words(l).to_owned(),
        PaperProblem::NoText => p::submit_problem_text(l).to_owned(),
        PaperProblem::TooLong { unit: Unit::Words, max, count } => p::submit_problem_words(l, count, max),
        PaperProblem::TooLong { unit: Unit::Characters, max, count } => p::submit_problem_characters(l, count, max),
        PaperProblem::EmptyRecommendation { number } => crate::i18n::t::recommendations::submit_problem_recommendation(l, number),
        PaperProblem::NoConsent => p::submit_problem_consent(l).to_owned(),
    }
}

/// `Firefox on Linux`, or that nothing is known.
pub fn device(l: Locale, device: &Device) -> String {
    match (device.browser.as_str(), device.system.as_str()) {
        ("", "") => account::device_unknown(l).to_owned(),
        ("", name) | (name, "") => name.to_owned(),
        (browser, system) => account::device_words(l, browser, system),
    }
}
