use super::to_html;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

#[test]
fn raw_html_is_text() {
    let html = to_html("a <b onclick=x>b</b>\n\n<script>alert(1)</script>\n");
    assert!(!html.contains("<b") && !html.contains("<script"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
}

#[test]
fn links_lead_to_the_web_or_to_mail() {
    assert!(to_html("[x](https://a.example/?a=1&b=\"2\")").contains("href=\"https://a.example/?a=1&amp;b="));
    assert!(to_html("<mailto:a@b.org>").contains("href=\"mailto:a@b.org\""));
    assert!(to_html("<a@b.org>").contains("href=\"mailto:a@b.org\""));
    for bad in
        ["[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)", "[x](/sign-out)", "[x][r]\n\n[r]: vbscript:x"]
    {
        assert!(!to_html(bad).contains("href"), "{bad}");
    }
}

#[test]
fn headings_stand_below_those_of_the_page_and_pictures_are_words() {
    assert_eq!(to_html("# T\n").trim(), "<h3>T</h3>");
    assert_eq!(to_html("## A\n#### B\n## C").replace('\n', ""), "<h3>A</h3><h4>B</h4><h3>C</h3>");
    let html = to_html("![a map](https://tracker.example/x.png)");
    assert!(!html.contains("<img") && html.contains("a map"), "{html}");
}

/// What the renderer may write: the tags of prose, and of attributes only a link that leads outside and the number a list begins with.
const TAGS: [&str; 19] =
    ["p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a", "br", "hr", "del", "sup", "div"];

/// Takes the HTML apart, and says what in it should not be there.
fn trouble(html: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        if before.contains('>') {
            return Some(format!("a loose > in {before:?}"));
        }
        let Some((tag, after)) = after.split_once('>') else { return Some("a tag that does not end".to_owned()) };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.trim_end_matches(" /").split_once(' ').unwrap_or((tag.trim_end_matches(" /"), ""));
        if !TAGS.contains(&name) {
            return Some(format!("<{tag}>"));
        }
        if !attributes.is_empty() && !may_stand(name, attributes) {
            return Some(format!("<{tag}>"));
        }
        if name == "a" && open.contains(&"a") {
            return Some("a link in a link".to_owned());
        }
        if !matches!(name, "br" | "hr") {
            open.push(name);
        }
    }
    open.last().map(|name| format!("<{name}> stays open"))
}

fn may_stand(name: &str, attributes: &str) -> bool {
    match name {
        "ol" => attributes.strip_prefix("start=\"").and_then(|rest| rest.strip_suffix('"')).is_some_and(|n| n.parse::<u64>().is_ok()),
        "a" => attributes.strip_prefix("href=\"").and_then(|rest| rest.strip_suffix("\" rel=\"nofollow noopener ugc\"")).is_some_and(
            |address| {
                let lower = address.to_ascii_lowercase();
                !address.contains('"') && ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
            },
        ),
        _ => false,
    }
}

/// Texts that were trouble once, or could have been.
const CORPUS: [&str; 17] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](https://a.example/\"onclick=\"alert(1))",
    "[x](<https://a.example/ \" onmouseover=alert(1)>)",
    "<https://a.example/\"><b>",
    "![x](https://a.example/x.png \"title\")",
    "[![[a](https://a.example/)](https://b.example/)](https://c.example/)",
    "<!-- <b> --><b>",
    "<![CDATA[<b>]]>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "* a\n  1. b\n\n     > c\n```<b>\n<i>",
    "[a][b]\n\n[b]: data:text/html,<b> \"<i>\"",
    "\u{0}\u{feff}\u{202e}<b>",
    "# <b>\n###### [x](mailto:a@b \"<i>\")",
    "&lt;script&gt; &#60;script&#62; &#x3c;b&#x3e;",
];

#[test]
fn what_was_trouble_once_is_none() {
    for text in CORPUS {
        assert_eq!(trouble(&to_html(text)), None, "{text:?} became {:?}", to_html(text));
    }
    // The check itself finds what it is for.
    for bad in [
        "<script>",
        "<p onclick=\"x\">",
        "<a href=\"javascript:x\">",
        "<a><a></a></a>",
        "<p>",
        "</p>",
        "<a href=\"https://a\" onclick=\"x\" rel=\"nofollow noopener ugc\">x</a>",
    ] {
        assert!(trouble(bad).is_some(), "{bad}");
    }
}

/// Pieces of Markdown and of HTML, in any order, and anything else.
fn markdown() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "# ",
        "###### ",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~",
        "> ",
        "- ",
        "1. ",
        "999999999. ",
        "---\n",
        "===\n",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "[",
        "](",
        ")",
        "](<",
        ">)",
        "![",
        "]: ",
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "&",
        "&lt;",
        "&#x3c;",
        "\"",
        "'",
        "\\",
        "https://a.example/",
        "javascript:",
        "mailto:",
        "data:",
        "b",
        "script",
        "style",
        "onclick=",
        "href=",
        "\u{0}",
        "\u{a0}",
        "\u{200b}",
        "\u{202e}",
        "|",
    ]);
    let piece = prop_oneof![4 => signs.prop_map(str::to_owned), 1 => "[a-z مد段]{1,5}", 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// `make prove` looks for ten minutes, `make test` at two thousand texts.
#[test]
#[expect(clippy::disallowed_methods, reason = "a proof that runs for a time reads the clock")]
fn proof_no_text_becomes_markup_of_its_own() {
    let full = std::env::var("OPENFLOOR_PROOF").is_ok_and(|size| size == "full");
    let until = std::time::Instant::now() + std::time::Duration::from_mins(10);
    let mut cases = 0_u32;
    loop {
        let config = Config { cases: 2_000, failure_persistence: None, ..Config::default() };
        let looked = TestRunner::new(config).run(&markdown(), |text| {
            let html = to_html(&text);
            prop_assert_eq!(trouble(&html), None, "{:?}", html);
            Ok(())
        });
        if let Err(found) = looked {
            panic!("{found}");
        }
        cases += 2_000;
        if !full || std::time::Instant::now() > until {
            break;
        }
    }
    println!("{cases} texts became prose and nothing else");
}
