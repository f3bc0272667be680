use super::*;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
}

fn faults<T: std::fmt::Debug>(result: Result<T, PortalError>) -> Vec<(&'static str, Fault)> {
    match result {
        Err(PortalError::Invalid(errors)) => errors.into_iter().map(|e| (e.field, e.fault)).collect(),
        other => panic!("expected faults, got {other:?}"),
    }
}

#[test]
fn an_empty_registration_names_every_field() {
    let errors = faults(RegisterForm::from_fields(&Fields::default()).parse());
    let names: Vec<_> = errors.iter().map(|(field, _)| *field).collect();
    assert_eq!(names, ["email", "full_name", "password", "organisation_name", "stakeholder_type", "region"]);
    assert!(errors.iter().all(|(_, fault)| *fault == Fault::Missing));
}

#[test]
fn a_draft_may_be_unfinished() {
    let form = PaperForm::from_fields(&fields(&[("language", "ar"), ("subgroup", "whole_body"), ("version", "3")]));
    let values = form.parse().expect("an unfinished draft is fine");
    assert_eq!((values.content.title.as_str(), values.version), ("", 3));
    let form = PaperForm::from_fields(&fields(&[("language", "xx"), ("subgroup", "42"), ("text", "a\0b")]));
    assert_eq!(
        faults(form.parse()),
        [("language", Fault::NotAChoice), ("subgroup", Fault::NotAChoice), ("text", Fault::ControlCharacters)]
    );
}

#[test]
fn an_operation_takes_words_or_does_not() {
    let round = "0192f0c8-0000-7000-8000-000000000001";
    let form = |operation, words| {
        CommentForm::from_fields(&fields(&[
            ("round", round),
            ("language", "en"),
            ("stance", "oppose"),
            ("operation", operation),
            ("proposed_text", words),
            ("reason", "Because."),
        ]))
    };
    assert_eq!(faults(form("modify", " ").parse()), [("proposed_text", Fault::NeedsProposedText)]);
    assert_eq!(faults(form("delete", "x").parse()), [("proposed_text", Fault::NeedsNoProposedText)]);
    assert!(form("add", "x").parse().is_ok());
}

#[test]
fn returning_needs_a_reason() {
    assert!(DecisionForm::from_fields(&fields(&[("outcome", "accept"), ("version", "1")])).parse().is_ok());
    let of =
        |outcome, code, reason| DecisionForm::from_fields(&fields(&[("outcome", outcome), ("code", code), ("reason", reason)])).parse();
    assert_eq!(faults(of("return", "", "R")), [("code", Fault::Missing)]);
    assert_eq!(faults(of("return", "dislike", "R")), [("code", Fault::NotAChoice)]);
    assert_eq!(faults(of("decline", "unclear", "R")), [("code", Fault::NotAReasonForIt)]);
    assert_eq!(faults(of("decline", "other", " ")), [("reason", Fault::Missing)]);
    assert!(of("decline", "off_topic", "").is_ok());
    // What was chosen for another decision and then accepted all the same says nothing.
    assert_eq!(of("accept", "abusive", "").map(|decision| decision.code), Ok(None));
}

#[test]
fn next_stays_in_the_house() {
    use super::onward::safe_next;
    assert_eq!(safe_next("/papers/1/edit?x=1"), "/papers/1/edit?x=1");
    for foreign in ["//evil.example", "https://evil.example", "/\\evil", "papers", "/a\nb", "/\u{202e}"] {
        assert_eq!(safe_next(foreign), "", "{foreign}");
    }
}
