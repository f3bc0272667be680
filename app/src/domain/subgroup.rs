//! Thematic subgroups of a body: where organisations meet the negotiation.

use super::ids::{BodyId, SubgroupId};
use super::language::LocalizedText;

/// A thematic subgroup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subgroup {
    pub id: SubgroupId,
    pub body: BodyId,
    /// Upper-case code, e.g. `SG-RNP`; its address uses lower case.
    pub code: String,
    pub name: LocalizedText,
    pub description: LocalizedText,
}

impl Subgroup {
    /// The part of the code that stands in receipt numbers: `RNP` of `SG-RNP`, `DTG1` of `DTG-1`.
    pub fn receipt_part(&self) -> String {
        match self.code.strip_prefix("SG-") {
            Some(rest) => rest.to_owned(),
            None => self.code.replace('-', ""),
        }
    }
}
