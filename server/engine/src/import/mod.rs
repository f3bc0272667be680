//! Draft texts in other formats, turned into the text a version is prepared from. What is read here is read again by
//! `domain::drafting::outline`: there is one way in which a text becomes provisions.
//! May use: nothing else of the engine. Bytes in, words out.

mod akoma;
mod blocks;

use model::domain::drafting::is_xml;
use model::domain::validate::Fault;

/// The text in what was typed or pasted, where that is XML; `None`: it is a text already. Before the text stand the lines of
/// `domain::drafting::Imported`.
///
/// # Errors
/// The fault of the field, with the line where there is one: XML that is broken, has a document type, is too deep or too large, is not
/// Akoma Ntoso 3.0, or has no text.
pub fn plain(source: &str) -> Result<Option<String>, Fault> {
    is_xml(source).then(|| akoma::read(source)).transpose()
}
