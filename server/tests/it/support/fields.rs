//! What people type into forms, where a test is about something else.

/// A whole paper to the whole body, as the editor posts it, but for what is said here.
pub fn paper_fields<'a>(said: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("title", "T"), ("language", "en"), ("subgroup", "whole_body"), ("consent", "without_name"), ("text", "Words.")];
    for (name, value) in said {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    fields
}
