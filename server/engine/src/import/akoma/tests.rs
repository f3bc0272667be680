use super::super::plain;
use super::parsing::MAX_DEPTH;
use super::writer::document;
use model::domain::draft::Level;
use model::domain::drafting::{Imported, Outline, Remark, Unit, outline};
use model::domain::validate::Fault;
use proptest::prelude::*;

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// A document with these parts.
fn akoma(parts: &str) -> String {
    format!("<akomaNtoso xmlns=\"{NAMESPACE}\"><doc name=\"text\">{parts}</doc></akomaNtoso>")
}

fn body(parts: &str) -> String {
    akoma(&format!("<mainBody>{parts}</mainBody>"))
}

/// The text that is read from a document, without the lines before it.
fn text(xml: &str) -> String {
    let read = plain(xml).unwrap_or_else(|fault| panic!("{fault:?}: {xml}")).expect("XML");
    let (_, text) = read.split_once("\n---\n\n").expect("the lines before it");
    text.trim_end().to_owned()
}

fn remarks(xml: &str) -> Vec<(Remark, usize)> {
    Imported::of(&plain(xml).expect("sound").expect("XML")).expect("said").0.into_iter().collect()
}

fn fault(xml: &str) -> Fault {
    plain(xml).expect_err("refused")
}

fn cited(text: &str) -> Vec<String> {
    let Outline { units, flaws, .. } = outline(text);
    assert_eq!(flaws, [], "{text}");
    units.into_iter().map(|unit| unit.citation).collect()
}

#[test]
fn a_resolution_becomes_numbered_paragraphs() {
    let xml = akoma(
        "<meta><identification/></meta>
        <coverPage><p>A/C.1/81/L.9</p></coverPage>
        <preface><p><docNumber>L.9</docNumber> <docTitle>Shared <b>services</b></docTitle></p></preface>
        <preamble>
          <formula name=\"enacting\"><p>The Group,</p></formula>
          <recitals>
            <recital><p><i>Recalling</i> resolution&#160;73/27<authorialNote marker=\"1\"><p>See <ref href=\"#\">A/RES/73/27</ref>.</p></authorialNote>,</p></recital>
            <recital><num>(3)</num><p>Noting &lt;all&gt; else,</p></recital>
          </recitals>
        </preamble>
        <mainBody>
          <section><num>A</num><heading>Ground</heading>
            <paragraph><num>1</num><content><p>States <ins>took note</ins><del>noted</del>
               of it.</p><p>They went on.</p></content></paragraph>
            <paragraph><num>2.</num><list><intro><p>States offered:</p></intro>
              <point><num>a</num><content><p>A <quotedText startQuote=\"“\" endQuote=\"”\">contact</quotedText>;</p></content></point>
              <point><num>(b)</num><intro><p>A policy, with:</p></intro>
                <point><num>(i)</num><content><p>safety;</p></content></point>
                <point><num>(ii)</num><content><p>a day<authorialNote marker=\"*\">Or two.</authorialNote>.</p></content></point>
              </point>
            </list></paragraph>
            <paragraph><num>2 bis.</num><content><p>[States wished.]</p><table><tr><td><p>1</p></td></tr></table><p><img src=\"x\"/></p></content></paragraph>
          </section>
        </mainBody>
        <conclusions><p>Geneva</p></conclusions>",
    );
    let expected = "## Shared services\n\n*The Group,*\n\n*Recalling resolution 73/27[^1],*\n\nPP3 Noting <all> else,\n\nA. Ground\n\n1. States took note of it.\n\n   They went on.\n\n2. States offered:\n\n   (a) A “contact”;\n\n   (b) A policy, with:\n\n      (i) safety;\n\n      (ii) a day[^2].\n\n2 bis. [States wished.]\n\n[^1]: See A/RES/73/27.\n\n[^2]: Or two.";
    assert_eq!(text(&xml), expected);
    assert_eq!(
        remarks(&xml),
        [
            (Remark::Metadata, 1),
            (Remark::FrontPage, 2),
            (Remark::Closing, 1),
            (Remark::Tables, 1),
            (Remark::Images, 1),
            (Remark::Deletions, 1),
            (Remark::Insertions, 1),
            // `(3)`, `1`, `a` and the note with a star.
            (Remark::Numbers, 4),
        ]
    );
    let whole = plain(&xml).expect("sound").expect("XML");
    let expected = ["H1", "PP1", "PP2", "PP3", "A", "1", "2", "2 (a)", "2 (b)", "2 (b) (i)", "2 (b) (ii)", "2 bis", "n. 1", "n. 2"];
    assert_eq!(cited(&whole), expected);
}

#[test]
fn a_treaty_keeps_its_articles_apart() {
    let xml = format!(
        "<an:akomaNtoso xmlns:an=\"{NAMESPACE}/CSD13\"><an:bill><an:body>
        <an:chapter><an:num>Chapter I</an:num><an:heading>General</an:heading>
          <an:article><an:num>Article 1</an:num><an:heading>Purpose</an:heading><an:content><an:p>To agree.</an:p></an:content></an:article>
          <an:article><an:num>Article 2</an:num><an:heading>Terms</an:heading>
            <an:paragraph><an:num>1.</an:num><an:intro><an:p>In this text:</an:p></an:intro>
              <an:point><an:num>(a)</an:num><an:content><an:p>One;</an:p></an:content></an:point></an:paragraph>
            <an:paragraph><an:num>2.</an:num><an:content><an:p>Two.</an:p></an:content></an:paragraph>
          </an:article>
          <an:article><an:num>Article 3</an:num>
            <an:paragraph><an:num>1.</an:num><an:content><an:p>Again.</an:p></an:content></an:paragraph>
          </an:article>
        </an:chapter></an:body></an:bill></an:akomaNtoso>"
    );
    let expected = "## Chapter I: General\n\n## Article 1: Purpose\n\n1. To agree.\n\n## Article 2: Terms\n\n1. In this text:\n\n   (a) One;\n\n2. Two.\n\n## Article 3\n\n1. Again.";
    assert_eq!(text(&xml), expected);
    assert_eq!(cited(expected)[2..5], ["Article 1 1", "H3", "Article 2 1"]);
}

#[test]
fn arabic_and_french_are_read_in_their_own_numbers() {
    let arabic = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement><meta><identification><FRBRExpression><FRBRlanguage language=\"ara\"/></FRBRExpression></identification></meta><preamble><recitals><recital><p>إذ تشير إلى ما سبق،</p></recital></recitals></preamble><mainBody><section><heading>تمهيد</heading><paragraph><num>١ -</num><intro><p>تؤكد الدول ما يلي:</p></intro><point><num>(أ)</num><content><p>أولا؛</p></content></point><point><num>ب</num><content><p>ثانيا.</p></content></point></paragraph><paragraph><num>١ مكرراً</num><content><p>[تلاحظ الدول ذلك.]</p></content></paragraph></section></mainBody><attachments><attachment><doc><preface><docTitle>المصطلحات</docTitle></preface><mainBody><paragraph><num>1</num><content><p>مصطلح.</p></content></paragraph></mainBody></doc></attachment></attachments></statement></akomaNtoso>";
    let expected = "*إذ تشير إلى ما سبق،*\n\n## تمهيد\n\n١ - تؤكد الدول ما يلي:\n\n   (أ) أولا؛\n\n   (ب) ثانيا.\n\n١ مكرراً. [تلاحظ الدول ذلك.]\n\n## مرفق: المصطلحات\n\n1. مصطلح.";
    assert_eq!(text(arabic), expected);
    assert_eq!(cited(expected), ["PP1", "H1", "١", "١ (أ)", "١ (ب)", "١ مكرراً", "H2", "مرفق 1"]);
    let french = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act><meta><FRBRlanguage language=\"fra\"/></meta><body><section><num>II.</num><heading>Règles</heading><paragraph><num>3.</num><intro><p>Les États :</p></intro><point><num>a)</num><content><p>agissent ;</p></content></point><point><num>b)</num><content><p>s’abstiennent.</p></content></point></paragraph></section></body><attachments><attachment><heading>Annexe II</heading><doc><mainBody><p>1. Déjà numéroté.</p></mainBody></doc></attachment><attachment><heading>Glossaire</heading><doc><mainBody><paragraph><num>1.</num><content><p>Mot.</p></content></paragraph></mainBody></doc></attachment></attachments></act></akomaNtoso>";
    let expected = "II. Règles\n\n3. Les États :\n\n   a) agissent ;\n\n   b) s’abstiennent.\n\n## Annexe II\n\n1. Déjà numéroté.\n\n## Annexe: Glossaire\n\n1. Mot.";
    assert_eq!(text(french), expected);
    assert_eq!(cited(expected), ["II", "3", "3 a)", "3 b)", "H2", "Annexe II 1", "H3", "Annexe 1"]);
}

#[test]
fn what_has_no_number_is_kept_and_said_by_the_reader() {
    let xml = body(
        "<p>1. A paragraph of words.</p><paragraph><num>2.</num><blockList><listIntroduction>Two:</listIntroduction><item><num>a</num><p>A;</p></item><listWrapUp>Closing words.</listWrapUp></blockList></paragraph><hcontainer><paragraph><content><p>No number \\ here.</p></content></paragraph></hcontainer><paragraph><num>3.</num><alinea><content><p>Three.</p></content></alinea><alinea><content><ul><li><p>one</p></li><li>two</li></ul></content></alinea><interstitial><p>Between.</p></interstitial></paragraph>",
    );
    let expected = "1. A paragraph of words.\n\n2. Two:\n\n   (a) A;\n\nClosing words.\n\nNo number \\\\ here.\n\n3. Three.\n\n   – one\n\n   – two\n\n   Between.";
    assert_eq!(text(&xml), expected);
    let read = outline(expected);
    assert_eq!(read.flaws.iter().map(|spot| spot.words.as_str()).collect::<Vec<_>>(), ["Closing words.", "No number \\ here."]);
    // The parts of a collection, and what is not of this namespace.
    let xml = format!(
        "<akomaNtoso xmlns=\"{NAMESPACE}\"><amendmentList><collectionBody><component><doc><mainBody><paragraph><num>1.</num><content><p>One <x:formula xmlns:x=\"y\">x</x:formula>.</p></content></paragraph></mainBody></doc></component><component><doc><mainBody><crossHeading>More</crossHeading><paragraph><num>2.</num><content><p>Two.</p></content></paragraph></mainBody></doc></component></collectionBody></amendmentList></akomaNtoso>"
    );
    assert_eq!(text(&xml), "1. One .\n\n## More\n\n2. Two.");
    assert_eq!(remarks(&xml), [(Remark::Foreign, 1)]);
}

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
    // A long value is one value; very many of them are compared with each other.
    assert_eq!(text(&body(&format!("<p class=\"{}\">1. One</p>", "x".repeat(400_000)))), "1. One");
    let attributes = (0..50_000).map(|n| format!(" a{n}=\"\"")).collect::<Vec<_>>().concat();
    assert_eq!(fault(&body(&format!("\n<p{attributes}/>"))), Fault::XmlTooLarge { line: 2 });
    let namespaces = (0..20_000).map(|n| format!("<p xmlns:a{n}=\"u\"/>\n")).collect::<Vec<_>>().concat();
    assert_eq!(fault(&body(&namespaces)), Fault::XmlTooLarge { line: 1_000 });
    assert_eq!(fault(&body(&"<p/>".repeat(210_000))), Fault::XmlTooLarge { line: 1 });
    assert!(matches!(fault(&body(&format!("<p>{}</p>", "\\".repeat(300_000)))), Fault::TooLong { .. }));
    assert_eq!(plain("1. One\n\n<akomaNtoso>"), Ok(None), "a text is left as it is");
}

/// The provisions that are read from a text, and from what the writer makes of them.
fn there_and_back(source: &str) -> Option<(Vec<Unit>, Vec<Unit>)> {
    let read = outline(source);
    if !read.flaws.is_empty() || read.units.is_empty() {
        return None;
    }
    let xml = document(&read.units);
    let text = plain(&xml).unwrap_or_else(|fault| panic!("{fault:?}: {xml}")).expect("XML");
    let again = outline(&text);
    assert_eq!(again.flaws, [], "{text}");
    // A heading of Akoma Ntoso is one line.
    let line = |unit: Unit| Unit { text: if unit.level == Level::Heading { unit.text.replace('\n', " ") } else { unit.text }, ..unit };
    Some((again.units, read.units.into_iter().map(line).collect()))
}

#[test]
fn texts_come_back_as_they_were() {
    for source in [
        "# Title\n\n*Recalling* this,\n\n## A. Words\n\n*Noting* that,\n\n1. One[^1]\n\n   goes on\n\n(a) b\n\n(i) c\n\na. d\n\ni. e\n\n2 bis. f\n\n[^1]: A note[^b].\n\n   Its second line.\n\n[^b]: Another.",
        "I. General\n\nA. Words\n\nOP1 One\n\nII. Special\n\n3. Three\n\nAnnex I: Terms\n\nPP1 first,\n\n1. A term\n\nAnnex\n\n*Noting* more,\n\n## Article 4\n\n1. One\n\n## Article 5: More\n\n1. Two",
        "١ - أول\n\n（一）各国\n\n2) Two & <three> \"four\" \\\\ [^ five]\n\nb) six",
    ] {
        let (again, units) = there_and_back(source).expect("no flaw");
        assert_eq!(again, units);
    }
}

fn a_line() -> impl Strategy<Value = String> {
    let words = "[a-zéشم<>&\"'\\[\\]().,;:–#\\\\/0-9 ]{0,24}";
    let begins = prop_oneof![
        Just(""),
        Just("1. "),
        Just("2. "),
        Just("2 bis. "),
        Just("3."),
        Just("4. see[^1] "),
        Just("(a) "),
        Just("(b) "),
        Just("(i) "),
        Just("(ii) "),
        Just("a. "),
        Just("i. "),
        Just("b) "),
        Just("(1) "),
        Just("A. "),
        Just("II. "),
        Just("## "),
        Just("## B. "),
        Just("*Noting* "),
        Just("PP3 "),
        Just("   more "),
        Just("[^1]: "),
        Just("[2. "),
        Just("Annex I"),
        Just("## Article 4"),
        Just("١ - "),
        Just("（一）"),
        Just("OP3 "),
    ];
    (begins, words).prop_map(|(begin, words)| format!("{begin}{words}"))
}

proptest! {
    #[test]
    fn every_text_comes_back_as_it_was(gap in prop_oneof![3 => Just("\n\n"), 1 => Just("\n")], lines in proptest::collection::vec(a_line(), 0..12)) {
        if let Some((again, units)) = there_and_back(&lines.join(gap)) {
            prop_assert_eq!(again, units);
        }
    }
}
