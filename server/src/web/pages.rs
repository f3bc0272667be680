//! Reading: one handler a page. Each asks the page of `app` and answers what it renders.

use super::Deps;
use super::reader::{Reader, answer, respond, see_other};
use app::pages as view;
use app::render::{Page, PageResult};
use axum::body::Body;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::{CommentId, PaperId};
use model::domain::item::ItemKind;
use model::domain::language::Language;
use model::error::PortalError;
use model::forms::{BulkForm, CommentForm, Fields, FormState, Onward, SignInForm};
use model::portal::{SaidQuery, Shelf};
use model::routes;
use std::collections::HashMap;

pub(super) type Answer = Response<Body>;
/// The query of an address; the last of equal names counts.
pub(super) type Asked = Query<HashMap<String, String>>;

/// The page of an error, in the reader's language.
pub fn error_page(reader: &Reader, error: &PortalError) -> Page {
    view::error::page(&reader.cx, error)
}

/// The page of an error that is about the request, not about the portal: 413, 415.
pub fn status_page(reader: &Reader, status: u16) -> Page {
    view::error::of_status(&reader.cx, status)
}

/// The last resort, when not even a page can be made.
pub fn plain_error(what: &'static str) -> Answer {
    super::layers::panic::answer(Box::new(what))
}

/// An identifier from an address; one that is none names a thing that is not there.
pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, PortalError> {
    text.parse().map_err(|_| PortalError::NotFound)
}

/// The page of a thing with an id; one that is none names a thing that is not there.
pub(super) async fn of_id<T: std::str::FromStr>(reader: &Reader, text: &str, page: impl AsyncFnOnce(T) -> PageResult) -> Answer {
    let result = match id(text) {
        Ok(id) => page(id).await,
        Err(error) => Err(error),
    };
    answer(reader, result)
}

/// Pages without anything in their address.
macro_rules! plain {
    ($($name:ident => $page:path),+ $(,)?) => {$(
        pub async fn $name(reader: Reader) -> Answer {
            answer(&reader, $page(&reader.cx).await)
        }
    )+};
}

/// Pages of a thing with an id; extra arguments are those of a form not yet filled.
macro_rules! of_id {
    ($($name:ident => $page:path $(, $none:expr)*;)+) => {$(
        pub async fn $name(reader: Reader, Path(text): Path<String>) -> Answer {
            let page = match id(&text) {
                Ok(id) => $page(&reader.cx, id $(, $none)*).await,
                Err(error) => Err(error),
            };
            answer(&reader, page)
        }
    )+};
}

plain! {
    norms => view::norms::page,
    desk => view::desk::page,
    help => view::info::help,
    privacy => view::info::privacy,
    accessibility => view::info::accessibility,
    contact => view::info::contact,
    dev_outbox => view::dev::outbox,
    dev_ui => view::dev::ui,
}

of_id! {
    session => view::session::page;
    summary => view::summary::page;
    round => view::round::page;
    deadline => view::deadline::page, None;
    ledger => view::ledger::page;
    late_inbox => view::late::inbox;
    late_attempt => view::late::attempt, None;
    refusal => view::late::refusal;
    edit_paper => view::paper_edit::page, None;
    submit_paper => view::submit::page, None;
    withdraw_paper => view::withdraw::page, None;
    delete_draft => view::delete_draft::page, None;
    paper_receipt => view::receipt::paper;
    comment => view::comment::page;
    change_comment => view::comment::change;
    withdraw_comment => view::withdraw_comment::page, None;
    comment_receipt => view::receipt::comment;
    corrigendum => view::corrigendum::page, None;
    moderate_corrigendum => view::moderation::corrigendum, None;
    decision => view::moderation::act, None;
    reply => view::moderation::reply, None;
    appeal => view::moderation::appeal, None;
    announcement => view::announcement::page, None;
    edit_announcement => view::announcement::edit, None;
    end_office => view::offices::end, None;
    dev_mail => view::dev::mail;
}

/// The queues of whoever moderates, as far as the address asks for them.
pub async fn moderation(reader: Reader, Query(asked): Asked) -> Answer {
    answer(&reader, view::moderation::queues(&reader.cx, moderation_asked(&asked), None).await)
}

/// What the address of a page of moderation asks for.
pub(super) fn moderation_asked(asked: &HashMap<String, String>) -> view::moderation::Asked {
    view::moderation::Asked::of(|name| asked.get(name).map(String::as_str))
}

pub async fn moderate_paper(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |id| view::moderation::paper(&reader.cx, id, moderation_asked(&asked)).await).await
}

pub async fn moderate_comment(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |id| view::moderation::comment(&reader.cx, id, moderation_asked(&asked)).await).await
}

/// Where words of a paper are redacted.
pub async fn redact_paper(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id: PaperId| view::moderation::redact(&reader.cx, ItemKind::Paper, id.item(), None).await).await
}

/// Where words of a comment are redacted.
pub async fn redact_comment(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id: CommentId| view::moderation::redact(&reader.cx, ItemKind::Comment, id.item(), None).await).await
}

/// Several inputs that were chosen in a queue.
pub async fn bulk(reader: Reader, RawQuery(query): RawQuery) -> Answer {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let form = BulkForm::from_fields(&Fields(pairs));
    answer(&reader, view::moderation::bulk(&reader.cx, form, None).await)
}

/// How input is moderated.
pub async fn moderation_rules(reader: Reader) -> Answer {
    respond(&reader, view::moderation::rules(&reader.cx))
}

/// What was done by those who moderate in a session; after that act.
pub async fn moderation_ledger(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |session| view::moderation::ledger(&reader.cx, session, asked.get("after").map(String::as_str)).await).await
}

/// The home page. A reader whose browser prefers another of our languages is sent there: by the address alone, no cookie.
pub async fn home(reader: Reader, headers: HeaderMap, State(_deps): State<Deps>, Query(asked): Asked) -> Answer {
    // Who comes from one of our own pages has chosen; only a first arrival is sent on.
    let from_here = headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin");
    let chosen = from_here || asked.contains_key("lang") || reader.cx.locale() != model::domain::language::Locale::En;
    if !chosen && let Some(locale) = preferred(&headers) {
        let mut response = see_other(&routes::home(locale));
        response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language, sec-fetch-site"));
        return response;
    }
    let mut response = answer(&reader, view::home::page(&reader.cx).await);
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language, sec-fetch-site"));
    response
}

/// The first language of `Accept-Language` that is one of ours, when that is not English.
fn preferred(headers: &HeaderMap) -> Option<model::domain::language::Locale> {
    use model::domain::language::Locale;
    let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut ranked: Vec<(f32, usize, Locale)> = accepted
        .split(',')
        .enumerate()
        .filter_map(|(at, part)| {
            let mut pieces = part.split(';');
            let language = pieces.next()?.trim().split('-').next()?.to_ascii_lowercase();
            let weight = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            (weight > 0.0).then_some((weight, at, Locale::from_code(&language)?))
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.first().map(|(_, _, locale)| *locale).filter(|locale| *locale != Locale::En)
}

/// Which comments on a text are asked for.
pub(super) fn filter(asked: &HashMap<String, String>) -> CommentFilter {
    CommentFilter::of(|name| asked.get(name).map(String::as_str))
}

/// Which comments of a provision; a cursor nobody was given names nothing.
fn said(asked: &HashMap<String, String>) -> Result<SaidQuery, PortalError> {
    let cursor = |name| asked.get(name).map(|after| id(after)).transpose();
    let (after, earlier) = (cursor(SaidQuery::AFTER)?, cursor(SaidQuery::EARLIER)?);
    Ok(SaidQuery { filter: filter(asked), after, earlier, language: in_language(asked) })
}

/// `?stance=…` and the like: which comments are counted. `?in=fr`: in another language, where there is a translation.
pub async fn draft(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |id| view::draft::page(&reader.cx, id, filter(&asked), in_language(&asked)).await).await
}

/// The language that is asked for; another word asks for none.
fn in_language(asked: &HashMap<String, String>) -> Option<Language> {
    asked.get(routes::IN).and_then(|code| Language::from_code(code))
}

/// `?new` starts a new comment where the form would go on with one that is still editable.
pub async fn provision(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let form = asked.contains_key("new").then(|| FormState::fresh(CommentForm::default()));
    let page = async { view::provision::page(&reader.cx, id(&text)?, said(&asked)?, form).await };
    answer(&reader, page.await)
}

pub async fn body(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::body::page(&reader.cx, &code).await)
}

pub async fn subgroup(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::subgroup::page(&reader.cx, &code, None).await)
}

/// Where a list goes on, as an earlier page gave it.
fn after<'a>(asked: &'a HashMap<String, String>, name: &str) -> Option<&'a str> {
    asked.get(name).map(String::as_str)
}

pub async fn subgroup_members(reader: Reader, Path(code): Path<String>, Query(asked): Asked) -> Answer {
    answer(&reader, view::subgroup::members(&reader.cx, &code, after(&asked, "after")).await)
}

pub async fn subgroup_papers(reader: Reader, Path(code): Path<String>, Query(asked): Asked) -> Answer {
    answer(&reader, view::subgroup::papers(&reader.cx, &code, after(&asked, "after")).await)
}

pub async fn round_papers(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    papers_of_round(&reader, &text, Shelf::InTime, &asked).await
}

pub async fn round_late_papers(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    papers_of_round(&reader, &text, Shelf::Late, &asked).await
}

pub async fn round_chair_papers(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    papers_of_round(&reader, &text, Shelf::ForTheChair, &asked).await
}

async fn papers_of_round(reader: &Reader, text: &str, shelf: Shelf, asked: &HashMap<String, String>) -> Answer {
    let page = match id(text) {
        Ok(id) => view::round_papers::page(&reader.cx, id, shelf, after(asked, "after")).await,
        Err(error) => Err(error),
    };
    answer(reader, page)
}

pub async fn subgroup_desk(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::subgroup::desk(&reader.cx, &code, None).await)
}

pub async fn join_request(reader: Reader, Path((code, organisation)): Path<(String, String)>) -> Answer {
    let page = match id(&organisation) {
        Ok(organisation) => view::subgroup::request(&reader.cx, &code, organisation, None).await,
        Err(error) => Err(error),
    };
    answer(&reader, page)
}

pub async fn new_announcement(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::announcement::new(&reader.cx, &code, None).await)
}

pub async fn offices(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::offices::page(&reader.cx, &code).await)
}

pub async fn new_body_office(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::offices::appoint_in_body(&reader.cx, &code, None).await)
}

pub async fn new_office(reader: Reader) -> Answer {
    answer(&reader, view::offices::appoint_in_portal(&reader.cx, None).await)
}

pub async fn grants(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let search = after(&asked, model::forms::GrantForm::SEARCH).unwrap_or_default();
    of_id(&reader, &text, async |id| view::grants::page(&reader.cx, id, search, None).await).await
}

pub async fn joint_paper(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let search = after(&asked, model::forms::JointForm::SEARCH).unwrap_or_default();
    of_id(&reader, &text, async |id| view::joint::page(&reader.cx, id, search, None).await).await
}

/// `?organisation=…` for one of several; anything else is the first that is invited.
pub async fn joint_request(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let organisation = asked.get(model::forms::JointAnswerForm::ORGANISATION).and_then(|id| id.parse().ok());
    of_id(&reader, &text, async |id| view::joint_request::page(&reader.cx, id, organisation, None).await).await
}

pub async fn papers(reader: Reader, Query(asked): Asked) -> Answer {
    answer(&reader, view::papers::page(&reader.cx, asked.get("after").map(String::as_str)).await)
}

pub async fn new_paper(reader: Reader, Query(asked): Asked) -> Answer {
    let page = match asked.get("round").ok_or(PortalError::NotFound).and_then(|text| id(text)) {
        Ok(round) => view::paper_new::page(&reader.cx, round, None).await,
        Err(error) => Err(error),
    };
    answer(&reader, page)
}

pub async fn register(reader: Reader) -> Answer {
    if reader.cx.signed_in().is_some() {
        return see_other(&routes::desk(reader.cx.locale()));
    }
    answer(&reader, view::register::page(&reader.cx, None).await)
}

pub async fn confirm(reader: Reader, Query(asked): Asked) -> Answer {
    answer(&reader, view::confirm::page(&reader.cx, None, asked.contains_key("sent")).await)
}

/// The link of the mail only shows a button: programs that look through mails follow links, and no GET ever writes.
pub async fn confirm_link(reader: Reader, Path(token): Path<String>) -> Answer {
    answer(&reader, view::confirm::link(&reader.cx, &token, None).await)
}

pub async fn sign_in(reader: Reader, Query(asked): Asked) -> Answer {
    if reader.cx.signed_in().is_some() {
        return see_other(&routes::desk(reader.cx.locale()));
    }
    let onward = Onward::to(asked.get("next").map_or("", String::as_str));
    let said = if asked.contains_key("reset") { view::sign_in::Said::PasswordReset } else { view::sign_in::Said::Nothing };
    let form = SignInForm { onward, ..SignInForm::default() };
    answer(&reader, view::sign_in::page(&reader.cx, FormState::fresh(form), said).await)
}

pub async fn not_found(reader: Reader) -> Answer {
    let mut response = respond(&reader, error_page(&reader, &PortalError::NotFound));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
