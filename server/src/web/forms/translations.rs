//! `POST /drafts/{id}/translations/{language}`.

use crate::web::Deps;
use crate::web::drafting::language;
use crate::web::reader::{LONG, Posted, Reader, answer, see_other};
use app::pages as view;
use axum::extract::{Path, State};
use axum::response::Response;
use model::domain::ids::DraftVersionId;
use model::domain::language::Language;
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, TranslationAct, TranslationForm};
use model::portal::Translations;
use model::routes;

pub async fn post(
    State(deps): State<Deps>,
    reader: Reader,
    Path((draft, code)): Path<(String, String)>,
    Posted(fields, _): Posted<LONG>,
) -> Response {
    let (Ok(id), Ok(language)) = (draft.parse::<DraftVersionId>(), language(&code)) else {
        return answer(&reader, Err(PortalError::NotFound));
    };
    let form = TranslationForm::from_fields(&fields);
    let done = act(&deps, &reader, id, language, &form).await;
    super::conclude(
        &reader,
        &fields,
        done,
        |path| see_other(&path),
        async |error| view::translations::edit(&reader.cx, id, language, Some(FormState::refused(form, error))).await,
    )
    .await
}

/// Answers where it goes on.
async fn act(deps: &Deps, reader: &Reader, id: DraftVersionId, language: Language, form: &TranslationForm) -> PortalResult<String> {
    let (ctx, l) = (&reader.cx.ctx, reader.cx.locale());
    match form.parse()? {
        TranslationAct::Save(new) => {
            deps.portal.save_translation(ctx, id, language, new).await?;
            Ok(routes::draft_in(l, id, language))
        }
        TranslationAct::Remove(revision) => {
            deps.portal.remove_translation(ctx, id, language, revision).await.map(|()| routes::translations(l, id))
        }
    }
}
