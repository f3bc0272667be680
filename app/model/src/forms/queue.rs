//! The forms of a queue: several inputs at once, and views that are kept.

use super::{Check, DecisionForm, Fields};
use crate::domain::ids::ItemId;
use crate::domain::item::ItemKind;
use crate::domain::queue_filter::QueueFilter;
use crate::domain::validate;
use crate::error::PortalError;
use crate::portal::{NewDecision, QUEUE_PAGE, QueueView};

/// The longest name of a view, in characters.
pub const MAX_VIEW_NAME: usize = 60;

/// An input as the boxes of a queue name it, with the version that was read.
pub type ChosenItem = (ItemKind, ItemId, i64);

/// One decision on several inputs.
#[derive(Debug, Clone, Default)]
pub struct BulkForm {
    pub items: Vec<ChosenItem>,
    pub decision: DecisionForm,
}

impl BulkForm {
    pub const ITEM: &str = "item";
    /// The version where an input was chosen by a link, not by a box beside it: that which waits when it is shown.
    pub const AS_SHOWN: i64 = 0;

    /// What is no input is none; of very many the first page.
    pub fn from_fields(fields: &Fields) -> Self {
        let most = usize::try_from(QUEUE_PAGE).unwrap_or(usize::MAX);
        let items = fields.all(Self::ITEM).iter().filter_map(|text| Self::parse_item(text)).take(most).collect();
        Self { items, decision: DecisionForm::from_fields(fields) }
    }

    /// How an input is named in a box.
    pub fn item(kind: ItemKind, item: ItemId, version: i64) -> String {
        format!("{}:{item}:{version}", kind.code())
    }

    fn parse_item(text: &str) -> Option<ChosenItem> {
        let mut parts = text.splitn(3, ':');
        Some((ItemKind::from_code(parts.next()?)?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    }

    /// # Errors
    /// All faults at once, of the decision.
    pub fn parse(&self) -> Result<NewDecision, PortalError> {
        self.decision.parse()
    }
}

/// A view of the queues that is kept, or forgotten.
#[derive(Debug, Clone, Default)]
pub struct ViewForm {
    pub name: String,
    /// What the address asks for.
    pub query: String,
    /// The value of the button pressed: [`Self::KEEP`] or [`Self::FORGET`].
    pub act: String,
}

impl ViewForm {
    pub const NAME: &str = "name";
    pub const QUERY: &str = "query";
    pub const ACT: &str = "act";
    pub const KEEP: &str = "keep";
    pub const FORGET: &str = "forget";

    pub fn from_fields(fields: &Fields) -> Self {
        Self { name: fields.get(Self::NAME), query: fields.get(Self::QUERY), act: fields.get(Self::ACT) }
    }

    /// The view, with nothing in its query but what a filter says.
    ///
    /// # Errors
    /// The name is missing or too long.
    pub fn parse(&self) -> Result<QueueView, PortalError> {
        let mut check = Check::default();
        let name = check.field(Self::NAME, validate::required_text(&self.name, MAX_VIEW_NAME));
        let pairs: Vec<_> = self.query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let filter = QueueFilter::of(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| *value));
        let query: Vec<_> = filter.pairs().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        check.done(name.map(|name| QueueView { name: name.trim().to_owned(), query: query.join("&") }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_input_is_read_as_it_is_named() {
        let item = (ItemKind::Comment, ItemId(Uuid::from_u128(7)), 3);
        assert_eq!(BulkForm::parse_item(&BulkForm::item(item.0, item.1, item.2)), Some(item));
        for wrong in
            ["", "paper", "paper::1", "song:00000000-0000-0000-0000-000000000007:1", "paper:00000000-0000-0000-0000-000000000007:x"]
        {
            assert_eq!(BulkForm::parse_item(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_view_keeps_what_a_filter_says_and_nothing_else() {
        let form = ViewForm { name: " Mine ".to_owned(), query: "kind=paper&x=<b>&type=ngo&region=mars".to_owned(), act: String::new() };
        assert_eq!(form.parse(), Ok(QueueView { name: "Mine".to_owned(), query: "kind=paper&type=ngo".to_owned() }));
    }
}
