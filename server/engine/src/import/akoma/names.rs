//! The names of elements, by what becomes of them.

/// What has a number and stands in or below a paragraph.
pub(super) const PROVISIONS: [&str; 15] = [
    "paragraph",
    "subparagraph",
    "clause",
    "subclause",
    "point",
    "indent",
    "alinea",
    "list",
    "sublist",
    "rule",
    "subrule",
    "proviso",
    "transitional",
    "item",
    "level",
];
/// What holds them under a heading.
pub(super) const CONTAINERS: [&str; 18] = [
    "book",
    "tome",
    "part",
    "subpart",
    "chapter",
    "subchapter",
    "title",
    "subtitle",
    "section",
    "subsection",
    "division",
    "subdivision",
    "article",
    "hcontainer",
    "container",
    "recitals",
    "citations",
    "component",
];
/// Documents within a document.
pub(super) const DOCUMENTS: [&str; 10] =
    ["act", "bill", "doc", "statement", "amendment", "amendmentList", "documentCollection", "fragment", "portion", "debateReport"];
/// What only holds others together.
pub(super) const WRAPPERS: [&str; 15] = [
    "content",
    "intro",
    "wrapUp",
    "listIntroduction",
    "listWrapUp",
    "blockList",
    "blockContainer",
    "tblock",
    "embeddedStructure",
    "body",
    "mainBody",
    "amendmentBody",
    "fragmentBody",
    "collectionBody",
    "portionBody",
];
/// What has no place in a text of paragraphs.
pub(super) const ELSEWHERE: [&str; 11] =
    ["", "table", "img", "toc", "meta", "documentRef", "componentRef", "coverPage", "conclusions", "debateBody", "judgmentBody"];
/// What an annex is called, where its heading does not say that it is one.
pub(super) const ANNEX: [(&str, &str); 5] = [("fr", "Annexe"), ("es", "Anexo"), ("ru", "Приложение"), ("ar", "مرفق"), ("zh", "附件")];
