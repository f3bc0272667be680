//! The compilation of a draft text as files: the same lines in each.

use super::ExportError;
use super::docx::Document;
use super::json as summary_json;
use super::sheet::{Cell, Sheet};
use model::calendar;
use model::domain::comment::Stance;
use model::domain::comment_filter::CommentFilter;
use model::domain::draft::Provision;
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::provision_status::ProvisionStatus;
use model::domain::redaction::MARK;
use model::domain::stances::StanceCounts;
use model::domain::voice::{Voice, saying};
use model::i18n::t::{self, compilation as c, drafting as d, export as e, redactions as r};
use model::labels;
use model::portal::{Compilation, CompiledComment, CompiledProvision, Scope};
use serde_json::{Value, json};

/// How a provision is called in a line.
fn place(l: Locale, provision: &Provision) -> String {
    if provision.level.is_numbered() { provision.citation.clone() } else { labels::provision_name(l, provision) }
}

/// What the file is: of which text and version, with how much of it, and as of when.
fn about(compilation: &Compilation, l: Locale) -> Vec<(&'static str, String)> {
    let (draft, asked) = (&compilation.draft, &compilation.asked);
    let mut about = vec![
        (d::issue_fact_title(l), draft.title.get(l).to_owned()),
        (d::issue_fact_version(l), draft.label.get(l).to_owned()),
        (c::compilation_about_body(l), compilation.body.name.get(l).to_owned()),
        (c::compilation_about_what(l), labels::compilation(l, asked.scope).to_owned()),
        (c::compilation_about_as_of(l), calendar::full(l, compilation.as_of.to_second(), "UTC")),
    ];
    if asked.scope == Scope::Full {
        about.push((c::compilation_about_readers(l), c::compilation_lede_full(l).to_owned()));
    }
    if !asked.filter.is_empty() {
        about.push((c::compilation_about_asked(l), labels::asked_for(l, &asked.filter, &compilation.subgroups)));
        about.push((c::compilation_about_comments(l), t::filters::filter_shown(l, compilation.all, compilation.matching)));
    }
    if !compilation.silent.is_empty() {
        let silent: Vec<_> = compilation.silent.iter().map(|provision| provision.citation.as_str()).collect();
        about.push((c::compilation_about_silent(l), silent.join("; ")));
    }
    if compilation.has_redacted() {
        about.push((r::redacted_title(l), r::redacted_note(l, MARK)));
    }
    about
}

/// The same as a table.
fn cover(compilation: &Compilation, l: Locale) -> Sheet {
    let mut sheet = Sheet::new(c::compilation_sheet_about(l), &[labels::compilation(l, compilation.asked.scope), ""]);
    sheet.rows = about(compilation, l).into_iter().map(|(name, value)| vec![name.into(), value.into()]).collect();
    sheet
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
        c::compilation_column_standing(l),
        e::csv_language(l),
        e::csv_stance(l),
        e::csv_operation(l),
        e::csv_type(l),
        e::csv_words(l),
        t::common::comment_proposed(l),
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
        d::issue_fact_version(l),
        c::compilation_about_as_of(l),
        c::compilation_about_what(l),
    ];
    let mut sheet = Sheet::new(c::compilation_sheet(l), &heads);
    for provision in &compilation.provisions {
        for one in &provision.comments {
            sheet.rows.push(line(l, compilation, provision, one).into_iter().map(Cell::from).collect());
        }
    }
    sheet
}

fn line(l: Locale, compilation: &Compilation, provision: &CompiledProvision, one: &CompiledComment) -> Vec<String> {
    let comment = &one.comment;
    let heard = |voice| super::names(saying(&comment.heard, voice));
    vec![
        place(l, &provision.provision),
        provision.provision.text.clone(),
        labels::provision_status(l, provision.status).to_owned(),
        comment.organisation.name.clone(),
        labels::stakeholder_type(l, comment.organisation.stakeholder_type).to_owned(),
        labels::region(l, comment.organisation.region).to_owned(),
        labels::standing(l, compilation.standings.get(&comment.organisation.id).copied()).to_owned(),
        comment.content.language.code().to_owned(),
        labels::stance(l, comment.content.stance).to_owned(),
        labels::operation(l, comment.content.operation).to_owned(),
        labels::comment_kind(l, comment.content.kind).to_owned(),
        comment.content.quote.clone(),
        comment.content.proposed_text.clone(),
        comment.content.reason.clone(),
        comment.content.link.clone(),
        labels::state(l, one.state).to_owned(),
        one.made_on.as_ref().map(|there| there.label.get(l).to_owned()).unwrap_or_default(),
        comment.receipt.clone(),
        calendar::iso(comment.received_at),
        if comment.late { t::late::late_mark(l).to_owned() } else { String::new() },
        heard(Voice::Join),
        heard(Voice::Support),
        heard(Voice::Oppose),
        compilation.draft.label.get(l).to_owned(),
        calendar::iso(compilation.as_of),
        labels::compilation(l, compilation.asked.scope).to_owned(),
    ]
}

/// Who takes which stance, a line for each kind of organisation at each provision.
fn stances(compilation: &Compilation, l: Locale) -> Sheet {
    let mut heads = vec![c::compilation_column_paragraph(l), c::compilation_support_of(l)];
    heads.extend(Stance::ALL.iter().map(|stance| labels::stance(l, *stance)));
    let mut sheet = Sheet::new(c::compilation_sheet_support(l), &heads);
    for provision in &compilation.provisions {
        let stances = provision.stances();
        let of_types = stances.by_type.iter().map(|(value, counts)| (labels::stakeholder_type(l, *value), counts));
        for (name, counts) in of_types.chain(stances.by_region.iter().map(|(value, counts)| (labels::region(l, *value), counts))) {
            let mut row = vec![place(l, &provision.provision).into(), name.into()];
            row.extend(Stance::ALL.iter().map(|stance| Cell::Number(counts.of(*stance))));
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
/// The workbook could not be written.
pub fn xlsx(compilation: &Compilation, l: Locale) -> Result<Vec<u8>, ExportError> {
    super::sheet::workbook(&[cover(compilation, l), lines(compilation, l), stances(compilation, l)], compilation.as_of, l)
}

/// # Errors
/// The document could not be packed.
pub fn docx(compilation: &Compilation, l: Locale) -> Result<Vec<u8>, ExportError> {
    let mut document = Document::new(l);
    let draft = &compilation.draft;
    document.plain("Title", labels::compilation(l, compilation.asked.scope));
    for (name, value) in about(compilation, l) {
        document.plain("Normal", &format!("{name}: {value}"));
    }
    document.heading(1, &format!("{}: {}", draft.title.get(l), draft.label.get(l)));
    for provision in &compilation.provisions {
        let status = labels::provision_status(l, provision.status);
        let heading = labels::provision_name(l, &provision.provision);
        let set = provision.status != ProvisionStatus::Open;
        document.heading(2, &if set { format!("{heading} · {status}") } else { heading });
        if !provision.provision.text.is_empty() {
            document.text("Quote", &provision.provision.text, draft.language);
        }
        document.plain("Normal", &tally(l, provision));
        for one in &provision.comments {
            let of = one.made_on.as_ref().map_or(draft.language, |there| there.language);
            document.comment(&one.comment, of);
            if let Some(there) = &one.made_on {
                document.plain("Normal", &c::compilation_made_on(l, there.label.get(l)));
            }
            if one.state != ItemState::Accepted {
                document.plain("Normal", labels::state(l, one.state));
            }
        }
    }
    document.pack()
}

/// How many organisations take each stance, in one line.
fn tally(l: Locale, provision: &CompiledProvision) -> String {
    let stances = provision.stances();
    let all = Stance::ALL.iter().map(|stance| (labels::stance(l, *stance), stances.count(*stance))).filter(|(_, count)| *count > 0);
    all.map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(" · ")
}

/// Field names are English in every language and part of the format `openfloor-compilation-1`.
///
/// # Errors
/// Never for values that come from the portal.
pub fn json(compilation: &Compilation) -> Result<Vec<u8>, ExportError> {
    let draft = &compilation.draft;
    let subgroup = compilation.asked.filter.subgroup.and_then(|id| compilation.subgroups.iter().find(|group| group.id == id));
    let filter = compilation.asked.filter.pairs().into_iter().map(|(name, value)| {
        // A subgroup is known by its code outside.
        let value = subgroup.filter(|_| name == CommentFilter::SUBGROUP).map_or(value, |group| group.code.clone());
        (name.to_owned(), Value::String(value))
    });
    let filter: serde_json::Map<String, Value> = filter.collect();
    let value = json!({
        "format": "openfloor-compilation-1",
        "body": { "code": compilation.body.code, "name": compilation.body.name },
        "draft": draft.draft, "draft_version": draft.id, "title": draft.title, "version": draft.label, "language": draft.language,
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
    let stances = line.stances();
    json!({
        "id": provision.id, "stable_id": provision.stable_id, "number": provision.citation, "text": provision.text, "status": line.status,
        "stances": {
            "by_stakeholder_type": stances.by_type.iter().map(|(value, counts)| counted("stakeholder_type", value.code(), counts)).collect::<Vec<_>>(),
            "by_region": stances.by_region.iter().map(|(value, counts)| counted("region", value.code(), counts)).collect::<Vec<_>>(),
        },
        "comments": line.comments.iter().map(comment).collect::<Vec<_>>(),
    })
}

fn counted(of: &str, code: &str, counts: &StanceCounts) -> Value {
    json!({
        of: code, "support": counts.support, "support_with_change": counts.support_with_change, "oppose": counts.oppose,
        "neutral": counts.neutral,
    })
}

fn comment(one: &CompiledComment) -> Value {
    let mut value = summary_json::comment(&one.comment);
    if let Value::Object(fields) = &mut value {
        fields.insert("state".to_owned(), json!(one.state));
        fields.insert("made_on".to_owned(), json!(one.made_on.as_ref().map(|there| &there.label)));
    }
    value
}
