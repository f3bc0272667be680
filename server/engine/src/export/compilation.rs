//! The compilation of a draft text as files: the same lines in each.

use super::ExportError;
use super::docx::Document;
use super::json as summary_json;
use super::sheet::Sheet;
use model::calendar;
use model::domain::comment::Stance;
use model::domain::draft::{Level, Provision, WHOLE};
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::provision_status::ProvisionStatus;
use model::domain::voice::{Voice, saying};
use model::i18n::t::{self, compilation as c, export as e};
use model::labels;
use model::portal::{Compilation, CompiledComment, CompiledProvision, Scope, StanceCounts};
use serde_json::{Value, json};

fn title(l: Locale, scope: Scope) -> &'static str {
    match scope {
        Scope::Public => c::compilation_title(l),
        Scope::Full => c::compilation_title_full(l),
    }
}

/// How a provision is called in a line.
fn place(l: Locale, provision: &Provision) -> String {
    match provision.level {
        Level::Whole => t::drafts::provision_title(l, WHOLE),
        Level::Heading => t::drafts::provision_heading(l, provision.citation.as_str()),
        Level::Note => t::drafts::provision_note(l, provision.label.as_str()),
        _ => provision.citation.clone(),
    }
}

/// One line for each comment: what CSV and Excel hold.
fn lines(compilation: &Compilation, l: Locale) -> Sheet {
    let heads = [
        c::compilation_column_paragraph(l),
        c::compilation_column_text(l),
        c::compilation_column_status(l),
        e::csv_organisation(l),
        e::csv_stakeholder_type(l),
        e::csv_region(l),
        e::csv_language(l),
        e::csv_stance(l),
        e::csv_operation(l),
        e::csv_type(l),
        e::csv_words(l),
        e::csv_text(l),
        e::csv_reason(l),
        e::csv_link(l),
        c::compilation_column_state(l),
        c::compilation_column_made_on(l),
        e::csv_receipt(l),
        e::csv_received(l),
        t::late::late_fact_deadline(l),
        e::csv_joined(l),
        e::csv_supported(l),
        e::csv_opposed(l),
    ];
    let mut sheet = Sheet::new(c::compilation_sheet(l), &heads);
    for provision in &compilation.provisions {
        for one in &provision.comments {
            sheet.rows.push(line(l, provision, one));
        }
    }
    sheet
}

fn line(l: Locale, provision: &CompiledProvision, one: &CompiledComment) -> Vec<String> {
    let comment = &one.comment;
    let heard = |voice| super::names(saying(&comment.heard, voice));
    vec![
        place(l, &provision.provision),
        provision.provision.text.clone(),
        labels::provision_status(l, provision.status).to_owned(),
        comment.organisation.name.clone(),
        labels::stakeholder_type(l, comment.organisation.stakeholder_type).to_owned(),
        labels::region(l, comment.organisation.region).to_owned(),
        comment.content.language.code().to_owned(),
        labels::stance(l, comment.content.stance).to_owned(),
        labels::operation(l, comment.content.operation).to_owned(),
        labels::comment_kind(l, comment.content.kind).to_owned(),
        comment.content.quote.clone(),
        comment.content.proposed_text.clone(),
        comment.content.reason.clone(),
        comment.content.link.clone(),
        labels::state(l, one.state).to_owned(),
        one.made_on.as_ref().map(|label| label.get(l).to_owned()).unwrap_or_default(),
        comment.receipt.clone(),
        calendar::iso(comment.received_at),
        if comment.late { t::late::late_mark(l).to_owned() } else { String::new() },
        heard(Voice::Join),
        heard(Voice::Support),
        heard(Voice::Oppose),
    ]
}

/// Who takes which stance, a line for each kind of organisation at each provision.
fn support(compilation: &Compilation, l: Locale) -> Sheet {
    let mut heads = vec![c::compilation_column_paragraph(l), c::compilation_support_of(l)];
    heads.extend(Stance::ALL.iter().map(|stance| labels::stance(l, *stance)));
    let mut sheet = Sheet { numbers_from: 2, ..Sheet::new(c::compilation_sheet_support(l), &heads) };
    for provision in &compilation.provisions {
        let support = provision.support();
        let of_types = support.by_type.iter().map(|(value, counts)| (labels::stakeholder_type(l, *value), counts));
        for (name, counts) in of_types.chain(support.by_region.iter().map(|(value, counts)| (labels::region(l, *value), counts))) {
            let mut row = vec![place(l, &provision.provision), name.to_owned()];
            row.extend(Stance::ALL.iter().map(|stance| counts.of(*stance).to_string()));
            sheet.rows.push(row);
        }
    }
    sheet
}

/// # Errors
/// Never for values that come from the portal.
pub fn csv(compilation: &Compilation, l: Locale) -> Result<Vec<u8>, ExportError> {
    super::csv::sheet(&lines(compilation, l))
}

/// # Errors
/// A cell is longer than a spreadsheet takes; the portal's own limits are below that.
pub fn xlsx(compilation: &Compilation, l: Locale) -> Result<Vec<u8>, ExportError> {
    super::sheet::workbook(&[lines(compilation, l), support(compilation, l)], l)
}

/// # Errors
/// The document could not be packed.
pub fn docx(compilation: &Compilation, l: Locale) -> Result<Vec<u8>, ExportError> {
    let mut document = Document::new(l);
    let draft = &compilation.draft;
    document.plain("Title", title(l, compilation.asked.scope));
    document.plain("Normal", &format!("{} · {}", compilation.body.name.get(l), draft.title.get(l)));
    document.plain("Normal", draft.label.get(l));
    document.plain("Normal", &c::compilation_as_of(l, calendar::full(l, compilation.as_of, "UTC")));
    if !compilation.asked.filter.is_empty() {
        document.plain("Normal", &t::filters::filter_shown(l, compilation.all, compilation.matching));
    }
    for provision in &compilation.provisions {
        let status = labels::provision_status(l, provision.status);
        let heading = match provision.provision.level {
            Level::Whole | Level::Heading | Level::Note => place(l, &provision.provision),
            _ => e::docx_paragraph(l, provision.provision.citation.as_str()),
        };
        let set = provision.status != ProvisionStatus::Open;
        document.heading(1, &if set { format!("{heading} · {status}") } else { heading });
        if !provision.provision.text.is_empty() {
            document.text("Quote", &provision.provision.text, draft.language);
        }
        document.plain("Normal", &tally(l, provision));
        for one in &provision.comments {
            document.comment(&one.comment, draft.language);
            if let Some(label) = &one.made_on {
                document.plain("Normal", &c::compilation_made_on(l, label.get(l)));
            }
            if one.state != ItemState::Accepted {
                document.plain("Normal", labels::state(l, one.state));
            }
        }
    }
    if !compilation.silent.is_empty() {
        let silent: Vec<_> = compilation.silent.iter().map(|provision| provision.citation.as_str()).collect();
        let words = silent.join("; ");
        let filtered = !compilation.asked.filter.is_empty();
        document.plain("Normal", &if filtered { c::compilation_silent_filtered(l, words) } else { c::compilation_silent(l, words) });
    }
    document.pack()
}

/// How many organisations take each stance, in one line.
fn tally(l: Locale, provision: &CompiledProvision) -> String {
    let support = provision.support();
    let count = |stance| support.by_type.iter().map(|(_, counts)| counts.of(stance)).sum::<i64>();
    let all = Stance::ALL.iter().map(|stance| (labels::stance(l, *stance), count(*stance))).filter(|(_, count)| *count > 0);
    all.map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(" · ")
}

/// Field names are English in every language and part of the format `openfloor-compilation-1`.
///
/// # Errors
/// Never for values that come from the portal.
pub fn json(compilation: &Compilation) -> Result<Vec<u8>, ExportError> {
    let draft = &compilation.draft;
    let filter: serde_json::Map<String, Value> =
        compilation.asked.filter.pairs().into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect();
    let value = json!({
        "format": "openfloor-compilation-1",
        "body": { "code": compilation.body.code, "name": compilation.body.name },
        "title": draft.title, "version": draft.label, "language": draft.language,
        "scope": match compilation.asked.scope { Scope::Public => "public", Scope::Full => "full" },
        "asked_for": filter,
        "as_of": calendar::iso_micros(compilation.as_of),
        "comments": compilation.all, "comments_asked_for": compilation.matching,
        "provisions": compilation.provisions.iter().map(provision).collect::<Vec<_>>(),
        "silent": compilation.silent.iter().map(|provision| &provision.citation).collect::<Vec<_>>(),
    });
    let mut bytes = serde_json::to_vec_pretty(&value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn provision(line: &CompiledProvision) -> Value {
    let provision = &line.provision;
    let support = line.support();
    json!({
        "id": provision.id, "stable_id": provision.stable_id, "number": provision.citation, "text": provision.text, "status": line.status,
        "support": {
            "by_stakeholder_type": support.by_type.iter().map(|(value, counts)| stances("stakeholder_type", value.code(), counts)).collect::<Vec<_>>(),
            "by_region": support.by_region.iter().map(|(value, counts)| stances("region", value.code(), counts)).collect::<Vec<_>>(),
        },
        "comments": line.comments.iter().map(comment).collect::<Vec<_>>(),
    })
}

fn stances(of: &str, code: &str, counts: &StanceCounts) -> Value {
    json!({
        of: code, "support": counts.support, "support_with_change": counts.support_with_change, "oppose": counts.oppose,
        "neutral": counts.neutral,
    })
}

fn comment(one: &CompiledComment) -> Value {
    let mut value = summary_json::comment(&one.comment);
    if let Value::Object(fields) = &mut value {
        fields.insert("state".to_owned(), json!(one.state));
        fields.insert("made_on".to_owned(), json!(one.made_on));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::super::sheet::cell;

    #[test]
    fn cells_are_cut_at_no_limit_of_the_portal() {
        let longest = model::domain::drafting::MAX_PROVISION_TEXT.max(model::domain::validate::MAX_COMMENT_TEXT);
        assert!(cell(&"x".repeat(longest)).len() == longest, "a spreadsheet takes 32 767 characters in a cell");
    }
}
