//! Reading: the pages of the account and of the way back in.

use super::Deps;
use super::reader::{Reader, answer, see_other};
use app::pages as view;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::Response;
use model::forms::{EmailForm, FactorCodeForm, FormState, Onward, PasswordForm, ProveForm};
use model::portal::{Accounts, SessionToken};
use model::routes;
use std::collections::HashMap;

type Answer = Response<Body>;
type Asked = Query<HashMap<String, String>>;

fn onward(asked: &HashMap<String, String>) -> Onward {
    Onward::to(asked.get("next").map_or("", String::as_str))
}

/// The second step of signing in; without the first one, the sign-in page.
pub async fn code(State(deps): State<Deps>, reader: Reader, Query(asked): Asked) -> Answer {
    let l = reader.cx.locale();
    if reader.cx.signed_in().is_some() {
        return see_other(&routes::desk(l));
    }
    let awaited = match &reader.token {
        Some(token) => deps.portal.code_awaited(&reader.cx.ctx, &SessionToken(token.clone())).await.is_ok(),
        None => false,
    };
    if !awaited {
        return see_other(&routes::sign_in(l));
    }
    let form = FactorCodeForm { onward: onward(&asked), ..FactorCodeForm::default() };
    answer(&reader, view::sign_in_code::page(&reader.cx, FormState::fresh(form)).await)
}

pub async fn forgotten(reader: Reader, Query(asked): Asked) -> Answer {
    let state = FormState::fresh(EmailForm::default());
    answer(&reader, view::forgotten::page(&reader.cx, state, asked.contains_key("sent")).await)
}

pub async fn reset(reader: Reader, Path(token): Path<String>) -> Answer {
    answer(&reader, view::forgotten::reset(&reader.cx, &token, FormState::fresh(PasswordForm::default())).await)
}

pub async fn hub(reader: Reader, Query(asked): Asked) -> Answer {
    answer(&reader, view::account::page(&reader.cx, asked.get("changed").map(String::as_str)).await)
}

pub async fn details(reader: Reader) -> Answer {
    answer(&reader, view::account::details::page(&reader.cx, None).await)
}

pub async fn calendar(reader: Reader) -> Answer {
    answer(&reader, view::account::calendar::page(&reader.cx, None).await)
}

pub async fn logins(reader: Reader, Query(asked): Asked) -> Answer {
    answer(&reader, view::account::logins::page(&reader.cx, asked.contains_key("ended"), None).await)
}

pub async fn factor(reader: Reader, Query(asked): Asked) -> Answer {
    let form = FactorCodeForm { onward: onward(&asked), ..FactorCodeForm::default() };
    answer(&reader, view::account::factor::page(&reader.cx, FormState::fresh(form)).await)
}

pub async fn prove(reader: Reader, Query(asked): Asked) -> Answer {
    let form = ProveForm { onward: onward(&asked), ..ProveForm::default() };
    answer(&reader, view::account::prove::page(&reader.cx, FormState::fresh(form)).await)
}

pub async fn password(reader: Reader) -> Answer {
    answer(&reader, view::account::password::page(&reader.cx, FormState::default()).await)
}

pub async fn email(reader: Reader) -> Answer {
    answer(&reader, view::account::email::page(&reader.cx, view::account::email::Forms::default()).await)
}

pub async fn email_link(reader: Reader, Path(token): Path<String>) -> Answer {
    answer(&reader, view::account::email::link(&reader.cx, &token, None).await)
}

/// The archive is posted for; who comes here by its address finds the button.
pub async fn own_archive(reader: Reader) -> Answer {
    see_other(&routes::own_data(reader.cx.locale()))
}

pub async fn own_data(reader: Reader) -> Answer {
    answer(&reader, view::own_data::page(&reader.cx, None).await)
}
