use super::super::plain;
use super::writer::document;
use model::domain::draft::Level;
use model::domain::drafting::{Imported, Outline, Remark, Unit, outline};
use model::domain::validate::Fault;
use proptest::prelude::*;

mod annexes;
mod refusals;

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
fn words_between_elements_make_no_part_of_the_hierarchy_into_words() {
    // Each stands where it stood, and every number once.
    let xml = body(
        "<paragraph><num>1.</num>Some words<heading>Title</heading><intro><p>States:</p></intro>and <i>more</i> of them<point><num>(a)</num>A <b>word</b><content><p>and a line;</p></content></point><point><num>(b)</num><p>B.</p>c</point></paragraph><paragraph><num>2.</num><!-- between -->Two<!-- and --> goes on</paragraph>",
    );
    let expected = "1. Title\n\n   Some words\n\n   States:\n\n   and more of them\n\n   (a) A word\n\n      and a line;\n\n   (b) B.\n\n   c\n\n2. Two goes on";
    assert_eq!(text(&xml).replace("\n\n      ", "\n\n   "), expected.replace("\n\n      ", "\n\n   "));
    let read = outline(&text(&xml));
    let found: Vec<_> = read.units.iter().map(|unit| (unit.citation.as_str(), unit.text.as_str())).collect();
    assert_eq!(
        found,
        [("1", "Title\nSome words\nStates:\nand more of them"), ("1 (a)", "A word\nand a line;"), ("1 (b)", "B.\nc"), ("2", "Two goes on")]
    );
    // The same in a preamble and between the parts of a document.
    let xml = akoma(
        "stray one<preamble>Noting it,<recital><num>(2)</num>Recalling<intro><p>this,</p></intro></recital></preamble><mainBody>stray two<section><num>A</num><heading>H</heading>stray three<paragraph><num>1.</num><content><p>One.</p></content></paragraph></section></mainBody><p>Last.</p>",
    );
    let expected = "stray one\n\nNoting it,\n\nPP2 Recalling\n\n   this,\n\nstray two\n\nA. H\n\nstray three\n\n1. One.\n\nLast.";
    assert_eq!(text(&xml), expected);
    assert_eq!(remarks(&xml), [(Remark::Numbers, 1)], "(2)");
}

#[test]
fn a_number_that_is_read_otherwise_is_said() {
    let numbered = |num: &str, below: &str| body(&format!("<paragraph><num>{num}</num><content><p>Words</p></content>{below}</paragraph>"));
    let otherwise = |xml: &str| remarks(xml).into_iter().find(|(remark, _)| *remark == Remark::Otherwise).map_or(0, |(_, count)| count);
    for sound in ["1", "1.", "5 bis", "١ -", "OP6alt"] {
        assert_eq!(otherwise(&numbered(sound, "<point><num>(i)</num><p>a</p></point>")), 0, "{sound}");
    }
    for words in ["Article 4", "–", "First.", "[5 bis."] {
        assert_eq!(otherwise(&numbered(words, "")), 1, "{words}");
    }
    // Two lists in one paragraph: the second is read as below the last of the first.
    let lists = "<point><num>(a)</num><p>a</p></point><point><num>(b)</num><p>b</p></point><point><num>(i)</num><p>c</p></point>";
    assert_eq!(otherwise(&numbered("1.", lists)), 1);
    // Words that begin like a number are read as one, where none was written.
    assert_eq!(otherwise(&body("<paragraph><num>1.</num><content><p>One.</p><p>2. Two.</p></content></paragraph>")), 1);
    assert_eq!(otherwise(&body("<p>1. One.</p><p>A. Smith spoke.</p><p>(see there)</p>")), 2);
    // What stands below a number that is words stands below another one.
    assert_eq!(otherwise(&numbered("Rule x", "<point><num>(a)</num><p>a</p></point>")), 2);
}

#[test]
fn notes_within_notes_stand_once() {
    let xml = akoma(
        "<meta><notes><note eId=\"a\" marker=\"1\"><p>Outer <note eId=\"b\" marker=\"2\"><p>inner</p></note> goes on.</p></note></notes></meta><mainBody><paragraph><num>1.</num><content><p>One<noteRef href=\"#a\"/><noteRef href=\"#b\"/><authorialNote marker=\"3\"><p>Third<authorialNote marker=\"4\">fourth</authorialNote>.</p></authorialNote></p><note marker=\"5\"><p>apart</p></note></content></paragraph></mainBody>",
    );
    let expected = "1. One[^1][^2][^3]\n\n[^4]: fourth\n\n[^3]: Third[^4].\n\n[^1]: Outer goes on.\n\n[^2]: inner\n\n[^5]: apart";
    assert_eq!(text(&xml), expected);
    // What grows with each of the notes around it grows without end.
    let deep = format!("<notes>{}{}{}</notes>", "<note>words ".repeat(90), "x".repeat(100_000), "</note>".repeat(90));
    assert!(text(&akoma(&format!("<meta>{deep}</meta><mainBody><p>1. One</p></mainBody>"))).chars().count() < 110_000);
}

#[test]
fn a_number_in_brackets_heads_no_paragraph_twice() {
    let article = |num: &str| body(&format!("<article><num>{num}</num><content><p>Words.</p></content></article>"));
    assert_eq!(text(&article("(1)")), "1. Words.");
    assert_eq!(text(&article("§ 1")), "1. Words.");
    assert_eq!(text(&article("1")), "1. Words.");
    assert_eq!(text(&article("Article 1")), "## Article 1\n\n1. Words.");
    let section = body("<section><num>(1)</num><paragraph><num>1.</num><p>One.</p></paragraph></section>");
    assert_eq!(text(&section), "## (1)\n\n1. One.");
    assert_eq!(cited(&text(&section)), ["H1", "1"]);
}

#[test]
fn quotes_powers_lists_and_portions_keep_what_they_say() {
    let xml = body(
        "<paragraph><num>1.</num><content><p>In <mod>paragraph 2, <quotedStructure startQuote=\"“\" endQuote=\"”\"><paragraph><num>2.</num><content><p>New words.</p></content></paragraph></quotedStructure></mod> stands.</p><p>10<sup>6</sup> m<sup>-2</sup>, CO<sub>2</sub>, 1<sup>er</sup>, x<sup>1<authorialNote marker=\"7\">n</authorialNote></sup></p><p><embeddedText startQuote=\"«\" endQuote=\"»\"> said </embeddedText></p><ol><li>one</li><li value=\"5\">two<ul><li>below</li></ul></li><li><p>three</p></li></ol><embeddedStructure startQuote=\"‘\" endQuote=\"’\"><paragraph><num>3.</num><p>Other.</p></paragraph></embeddedStructure></content></paragraph><paragraph><num>2.</num><quotedStructure><p>Quoted.</p></quotedStructure></paragraph>",
    );
    let expected = "1. In paragraph 2, “2. New words.” stands.\n\n   10⁶ m⁻², CO₂, 1er, x1[^7]\n\n   «said»\n\n   – (1) one\n\n   – (5) two\n\n   – below\n\n   – (6) three\n\n   ‘3. Other.’\n\n2. Quoted.\n\n[^7]: n";
    assert_eq!(text(&xml), expected);
    assert_eq!(cited(expected), ["1", "2", "n. 7"]);
    let portion = format!(
        "<akomaNtoso xmlns=\"{NAMESPACE}\"><portion><portionBody><paragraph><num>4.</num><p>Four:</p><point><num>(a)</num><p>a.</p></point></paragraph></portionBody></portion></akomaNtoso>"
    );
    assert_eq!(text(&portion), "4. Four:\n\n   (a) a.");
    let debate = format!("<akomaNtoso xmlns=\"{NAMESPACE}\"><debate><debateBody><p>1. Said.</p></debateBody></debate></akomaNtoso>");
    assert_eq!(fault(&debate), Fault::NoTextInXml, "it has no paragraphs of this kind");
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

/// A text that is sound by how it is made: numbers that follow each other, each with what may stand below it.
fn a_sound_text() -> impl Strategy<Value = String> {
    let words = || "[A-Za-zéش][a-z<>&\"'éش ]{0,12}[a-z](, [a-z]{1,5})?";
    let below = (words(), proptest::collection::vec((words(), 0_usize..3), 0..4));
    let paragraph = (words(), 0_u8..8, proptest::collection::vec(below, 0..4));
    let part = (0_u8..4, words(), proptest::collection::vec(paragraph, 1..4));
    (proptest::collection::vec(words(), 0..3), proptest::collection::vec(part, 1..4)).prop_map(|(preamble, parts)| {
        const ROMAN: [&str; 3] = ["i", "ii", "iii"];
        let mut blocks: Vec<String> = preamble.into_iter().map(|words| format!("*Noting {words},*")).collect();
        let (mut number, mut annexes, mut notes) = (0, 0, Vec::new());
        for (kind, title, paragraphs) in parts {
            match kind {
                0 => blocks.push(format!("## Of {title}")),
                1 => {
                    (number, annexes) = (0, annexes + 1);
                    blocks.push(format!("## Annex {annexes}: {title}"));
                }
                _ => {}
            }
            for (words, extra, below) in paragraphs {
                number += 1;
                let mut text = format!("{number}. {words}");
                if extra == 0 {
                    notes.push(words.clone());
                    text.extend(["[^", &notes.len().to_string(), "]"]);
                }
                if extra == 1 {
                    text += "\n\n   and more of it.";
                }
                blocks.push(text);
                for ((words, items), letter) in below.into_iter().zip('a'..) {
                    blocks.push(format!("({letter}) {words}"));
                    for ((words, clauses), roman) in items.into_iter().zip(ROMAN) {
                        blocks.push(format!("({roman}) {words}"));
                        blocks.extend(('a'..).take(clauses).map(|letter| format!("{letter}. {words}")));
                    }
                }
                if extra == 2 {
                    blocks.push(format!("{number} bis. [{words}]"));
                }
            }
        }
        blocks.extend(notes.iter().enumerate().map(|(at, words)| format!("[^{}]: {words}", at + 1)));
        blocks.join("\n\n")
    })
}

proptest! {
    #[test]
    fn every_sound_text_comes_back_as_it_was_with_nothing_read_otherwise(source in a_sound_text()) {
        let (again, units) = there_and_back(&source).expect("it is sound");
        prop_assert_eq!(again, units.clone());
        let written = plain(&document(&units)).expect("sound").expect("XML");
        prop_assert_eq!(Imported::of(&written).map(|said| said.0.contains_key(&Remark::Otherwise)), Some(false), "{}", written);
    }

    #[test]
    fn every_text_comes_back_as_it_was(gap in prop_oneof![3 => Just("\n\n"), 1 => Just("\n")], lines in proptest::collection::vec(a_line(), 0..12)) {
        if let Some((again, units)) = there_and_back(&lines.join(gap)) {
            prop_assert_eq!(again, units);
        }
    }
}
