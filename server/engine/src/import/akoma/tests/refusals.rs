//! What is not read, with the line that it is refused for.

use super::super::parsing::MAX_DEPTH;
use super::*;

#[test]
fn what_is_broken_or_hostile_is_refused_with_its_line() {
    let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n<!ENTITY lol2 \"&lol;&lol;&lol;&lol;\">\n]>\n<akomaNtoso>&lol2;</akomaNtoso>";
    assert_eq!(fault(laughs), Fault::XmlWithDtd { line: 2 });
    assert_eq!(fault("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><akomaNtoso/>"), Fault::XmlWithDtd { line: 1 });
    let deep = body(&format!("{}\n{}", "<i>".repeat(100_000), "</i>".repeat(100_000)));
    assert_eq!(fault(&deep), Fault::XmlTooDeep { line: 1, max: MAX_DEPTH });
    assert!(matches!(fault(&"<akomaNtoso>".repeat(30_000)), Fault::NotXml { .. }));
    assert_eq!(fault("\n\n<akomaNtoso>\n<a>\n</b>\n</akomaNtoso>"), Fault::NotXml { line: 5 });
    assert_eq!(fault("<?xml version=\"1.0\"?>\n<akomaNtoso>\n<a>"), Fault::NotXml { line: 3 });
    assert_eq!(fault("<?xml"), Fault::NotXml { line: 1 });
    assert_eq!(fault(&body("&unknown;")), Fault::NotXml { line: 1 });
    for other in
        ["<?xml version=\"1.0\"?><html/>", "<akomaNtoso/>", "<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"><doc/></akomaNtoso>"]
    {
        assert_eq!(fault(other), Fault::NotAkomaNtoso, "{other}");
    }
    assert_eq!(fault(&akoma("<meta/>")), Fault::NoTextInXml);
    assert_eq!(fault(&body("<paragraph/><p> </p>")), Fault::NoTextInXml);
    // As many as may be, with words in them or not.
    let nested = |depth: usize, words: &str| plain(&body(&format!("<p>1. One</p>{}{words}{}", "<i>".repeat(depth), "</i>".repeat(depth))));
    for words in ["", "two"] {
        assert!(nested(MAX_DEPTH - 3, words).is_ok(), "{words}");
        assert_eq!(nested(MAX_DEPTH - 2, words), Err(Fault::XmlTooDeep { line: 1, max: MAX_DEPTH }), "{words}");
    }
    // Signs in words and in values are no attributes.
    let line = "=".repeat(1_200);
    assert_eq!(text(&body(&format!("<p class='>{line}'>1. One xmlns= {line}</p>"))), format!("1. One xmlns= {line}"));
    assert_eq!(fault(&body(&format!("<p a='>'{}/>", " b=\"\"".repeat(1_200)))), Fault::XmlTooLarge { line: Some(1) });
    // A long value is one value; very many of them are compared with each other.
    assert_eq!(text(&body(&format!("<p class=\"{}\">1. One</p>", "x".repeat(400_000)))), "1. One");
    let attributes = (0..50_000).map(|n| format!(" a{n}=\"\"")).collect::<Vec<_>>().concat();
    assert_eq!(fault(&body(&format!("\n<p{attributes}/>"))), Fault::XmlTooLarge { line: Some(2) });
    let namespaces = (0..20_000).map(|n| format!("<p xmlns:a{n}=\"u\"/>\n")).collect::<Vec<_>>().concat();
    assert_eq!(fault(&body(&namespaces)), Fault::XmlTooLarge { line: Some(1_000) });
    assert_eq!(fault(&body(&"<p/>".repeat(210_000))), Fault::XmlTooLarge { line: None });
    assert!(matches!(fault(&body(&format!("<p>{}</p>", "\\".repeat(300_000)))), Fault::TooLong { .. }));
    assert_eq!(plain("1. One\n\n<akomaNtoso>"), Ok(None), "a text is left as it is");
}
