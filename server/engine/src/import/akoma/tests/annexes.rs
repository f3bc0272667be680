//! What stands in the attachments of a document.

use super::*;

#[test]
fn a_long_title_heads_an_annex_too() {
    let long = "Terms of reference of a group that meets often, ".repeat(5);
    for (heading, expected) in [(format!("Annex II: {long}end"), "Annex II 1"), (format!("{long}end."), "Annex 1")] {
        let xml = akoma(&format!(
            "<mainBody><paragraph><num>1.</num><p>One.</p></paragraph></mainBody><attachments><attachment><heading>{heading}</heading><doc><mainBody><paragraph><num>1.</num><p>Term.</p></paragraph></mainBody></doc></attachment></attachments>"
        ));
        assert_eq!(cited(&text(&xml)), ["1", "H1", expected]);
    }
}

#[test]
fn an_attachment_keeps_its_heading_and_its_title() {
    let annexed = |heading: &str, preface: &str| {
        akoma(&format!(
            "<mainBody><p>1. One</p></mainBody><attachments><attachment>{heading}<doc><meta/>{preface}<mainBody><paragraph><num>1.</num><p>Term.</p></paragraph></mainBody></doc></attachment></attachments>"
        ))
    };
    let title = "<preface><docTitle>Terms</docTitle></preface>";
    let long = "<preface><docTitle>Annex II: Terms</docTitle><docNumber>L.9</docNumber></preface>";
    for (heading, preface, expected, left_out) in [
        ("<heading>Annex II</heading>", title, "Annex II – Terms", 0),
        ("<num>Annex II</num><heading>Terms</heading>", title, "Annex II: Terms", 0),
        ("<heading>Annex II</heading>", long, "Annex II: Terms", 1),
        ("<heading>Annex II</heading>", "", "Annex II", 0),
        ("", title, "Annex: Terms", 0),
    ] {
        let xml = annexed(heading, preface);
        assert_eq!(text(&xml), format!("1. One\n\n## {expected}\n\n1. Term."));
        let said = remarks(&xml);
        let count = |of: Remark| said.iter().find(|(remark, _)| *remark == of).map_or(0, |(_, count)| *count);
        assert_eq!((count(Remark::FrontPage), count(Remark::Metadata)), (left_out, 1), "{expected}");
    }
    // Of two documents in one attachment each has its title.
    let more =
        annexed("", title).replace("</doc></attachment>", &format!("</doc><doc>{title}</doc></attachment>").replace("Terms", "More"));
    assert_eq!(text(&more), "1. One\n\n## Annex: Terms\n\n1. Term.\n\n## More");
}
