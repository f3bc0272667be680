//! Provisions and what is said on them, in words.

use super::{comment_kind, language_name, region, stakeholder_type, stance};
use crate::domain::accreditation::{AccreditationStatus, Standing};
use crate::domain::comment_filter::CommentFilter;
use crate::domain::draft::{Level, Provision};
use crate::domain::language::Locale;
use crate::domain::subgroup::Subgroup;
use crate::i18n::t::{accreditation as a, compilation as c, drafts as t, filters as f};
use crate::portal::Scope;

/// What a provision is called: *Paragraph 4 (b)*, *Heading B*, *The text as a whole*.
pub fn provision_name(l: Locale, provision: &Provision) -> String {
    match provision.level {
        Level::Heading => t::provision_heading(l, provision.citation.as_str()),
        Level::Note => t::provision_note(l, provision.label.as_str()),
        _ => t::provision_title(l, provision.citation.as_str()),
    }
}

/// What a compilation is called.
pub const fn compilation(l: Locale, scope: Scope) -> &'static str {
    match scope {
        Scope::Public => c::compilation_title(l),
        Scope::Full => c::compilation_title_full(l),
    }
}

/// What is asked for, with the names of the fields; empty where nothing is.
pub fn asked_for(l: Locale, filter: &CommentFilter, subgroups: &[Subgroup]) -> String {
    let subgroup = filter.subgroup.and_then(|id| subgroups.iter().find(|group| group.id == id));
    let all = [
        (f::filter_stance(l), filter.stance.map(|value| stance(l, value))),
        (f::filter_kind(l), filter.kind.map(|value| comment_kind(l, value))),
        (f::filter_type(l), filter.stakeholder_type.map(|value| stakeholder_type(l, value))),
        (f::filter_region(l), filter.region.map(|value| region(l, value))),
        (f::filter_language(l), filter.language.map(|value| language_name(l, value))),
        (f::filter_subgroup(l), subgroup.map(|group| group.name.get(l))),
    ];
    let said: Vec<_> = all.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?))).collect();
    said.join("; ")
}

/// How an organisation stands to a session; empty where it never asked, or took it back.
pub fn standing(l: Locale, standing: Option<Standing>) -> &'static str {
    match standing {
        None | Some(Standing { status: AccreditationStatus::Withdrawn, .. }) => "",
        Some(Standing { status: AccreditationStatus::Accredited, consultative }) if consultative.is_held() => a::standing_ecosoc(l),
        Some(Standing { status: AccreditationStatus::Accredited, .. }) => a::standing_accredited(l),
        Some(Standing { status: AccreditationStatus::Objected, .. }) => a::standing_not_accredited(l),
        Some(_) => a::standing_applied(l),
    }
}
