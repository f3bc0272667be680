//! The buttons of the own calendar's address.

use super::{Check, Fields, choice};
use crate::error::PortalError;

/// What becomes of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarAct {
    /// A new one is made; an earlier one stops working.
    Renew,
    /// It stops working.
    Stop,
}

impl CalendarAct {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::Stop => "stop",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Renew, Self::Stop].into_iter().find(|act| act.code() == code)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CalendarForm {
    pub act: String,
}

impl CalendarForm {
    pub const ACT: &str = "act";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { act: fields.get(Self::ACT) }
    }

    /// # Errors
    /// Neither of the two acts.
    pub fn parse(&self) -> Result<CalendarAct, PortalError> {
        let mut check = Check::default();
        let act = check.field(Self::ACT, choice(&self.act, CalendarAct::from_code));
        check.done(act)
    }
}
