//! `POST /papers/new` and `POST /papers/{id}/edit`: saving, whichever button was pressed.

use crate::web::Deps;
use crate::web::reader::{LONG, Posted, Reader, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::{PaperId, RoundId};
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, PaperForm};
use model::portal::{Papers, SavePaper, Saved};
use model::routes;

/// A new draft.
pub async fn create(State(deps): State<Deps>, reader: Reader, Posted(fields, arrival): Posted<LONG>) -> Response {
    let reader = reader.with_words_of(arrival);
    let form = PaperForm::from_fields(&fields);
    let (check, row) = (form.wants_check(), form.wants_recommendation());
    let Some(round) = form.round_id() else { return answer(&reader, Err(PortalError::NotFound)) };
    let saved = store(&deps, &reader, &form, None, round).await;
    super::conclude(
        &reader,
        &fields,
        saved,
        |saved| next(&reader, check, row, saved.id),
        async |error| view::paper_new::page(&reader.cx, round, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// A draft that is there.
pub async fn save(State(deps): State<Deps>, reader: Reader, Path(id): Path<String>, Posted(fields, arrival): Posted<LONG>) -> Response {
    let reader = reader.with_words_of(arrival);
    let form = PaperForm::from_fields(&fields);
    let (check, row) = (form.wants_check(), form.wants_recommendation());
    let Ok(id) = id.parse::<PaperId>() else { return answer(&reader, Err(PortalError::NotFound)) };
    // The round of a stored paper is its own; the form cannot change it.
    let saved = store(&deps, &reader, &form, Some(id), RoundId(id.0)).await;
    if let (Err(PortalError::NotFound), Some(round)) = (&saved, form.round_id()) {
        // Somebody deleted the draft meanwhile: the words are shown again, to be saved as a new one.
        let gone = FormState::refused(form, PortalError::NotFound);
        return answer(&reader, view::paper_new::page(&reader.cx, round, Some(gone)).await);
    }
    super::conclude(
        &reader,
        &fields,
        saved,
        |saved| next(&reader, check, row, saved.id),
        async |error| view::paper_edit::page(&reader.cx, id, Some(FormState::refused(form, error))).await,
    )
    .await
}

async fn store(deps: &Deps, reader: &Reader, form: &PaperForm, id: Option<PaperId>, round: RoundId) -> PortalResult<Saved<PaperId>> {
    let values = form.parse()?;
    deps.portal
        .save_paper(
            &reader.cx.ctx,
            SavePaper {
                id,
                round,
                organisation: values.organisation,
                version: values.version,
                asked: form.asked(),
                content: values.content,
            },
        )
        .await
}

/// `row`: that of the recommendations where a button was pressed.
fn next(reader: &Reader, check: bool, row: Option<usize>, id: PaperId) -> Response {
    let l = reader.cx.locale();
    match (check, row.and_then(|row| PaperForm::RECOMMENDATIONS.get(row.checked_sub(1)?))) {
        (true, _) => see_other(&routes::submit_paper(l, id)),
        (false, Some(field)) => see_other(&format!("{}#{field}", routes::edit_paper(l, id))),
        (false, None) => see_other(&routes::edit_paper(l, id)),
    }
}
