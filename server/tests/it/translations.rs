//! The chair adds translations of an issued version; readers are offered them beside the original, which counts.

use crate::drafting::issued;
use crate::support::{Persona, TestApp};
use axum::http::StatusCode;

/// The version of `drafting::FIRST` in French.
const FRENCH: &str = "A. Raisons\n\n1. Les États ont salué les contributions des opérateurs.\n\n2. Les États ont proposé les éléments suivants d'un plan :\n\na) Un point de contact qui répond à toute heure ;\n\nb) Un jour avant lequel l'opérateur répond ;\n\n3. [Les États ont demandé un instrument contraignant.]\n\n3 bis. [Les États ont souhaité voir d'abord ce qui est convenu.]\n\n4. Les États continueront à la prochaine session.[^1]\n\n[^1]: Tenue à Genève.";

const ARABIC: &str = "# الأسباب\n\n١ - رحبت الدول بمساهمات المشغلين.\n\n٢ - قدمت الدول العناصر التالية لخطة:\n\n(أ) جهة اتصال ترد في أي ساعة؛\n\n(ب) يوم يرد المشغل قبله؛\n\n٣ - [طلبت الدول صكا ملزما.]\n\n٣ مكررا - [رغبت الدول في أن ترى أولا كيف يُنفذ المتفق عليه.]\n\n٤ - ستواصل الدول عملها في الدورة المقبلة.[^1]\n\n[^1]: عُقدت في جنيف.";

async fn add(chair: &mut Persona<'_>, draft: &str, code: &str, status: &str, source: &str) -> (String, crate::support::Answer) {
    let path = format!("{draft}/translations/{code}");
    let revision = chair.get(&path).await.html().hidden("revision");
    chair.submit(&path, &[("status", status), ("source", source), ("revision", &revision)]).await
}

#[tokio::test]
async fn a_translation_is_offered_beside_the_original_and_says_what_it_is() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let draft = issued(&app, &mut chair).await;
    assert!(app.visitor().get(&draft).await.html().links("Read in").is_empty());
    let manage = chair.get(&draft).await.html().link("Add or change translations");
    let list = chair.get(&manage).await.html();
    assert_eq!(list.links("Add a translation").len(), 5, "the other languages of the United Nations");
    let (to, _) = add(&mut chair, &draft, "fr", "courtesy", FRENCH).await;
    assert_eq!(to, format!("{draft}?in=fr"));
    add(&mut chair, &draft, "ar", "machine", ARABIC).await;

    let mut visitor = app.visitor();
    let original = visitor.get(&draft).await.html();
    assert!(original.main_text().contains("States welcomed the contributions") && !original.main_text().contains("Les États"));
    let french = original.link("Read in French (courtesy translation)");
    let page = visitor.get(&french).await.html();
    let said = page.main_text();
    assert!(said.contains("Les États ont salué") && !said.contains("States welcomed the contributions"), "{said}");
    assert!(said.contains("French: courtesy translation, made as a help. The text in English counts"), "{said}");
    assert_eq!(page.attribute(".provision__text", "lang").as_deref(), Some("fr"));
    assert_eq!(page.link("Read the original in English"), draft);
    assert!(page.texts(".provision__label").contains(&"a)".to_owned()), "its own numbers: {:?}", page.texts(".provision__label"));

    // In Arabic, right to left, for whoever reads the portal in Arabic: first of the languages.
    let arabic = visitor.get(&format!("/ar{draft}")).await.html();
    let first = arabic.attributes("main nav a[hreflang]", "hreflang");
    assert_eq!(first, ["ar", "fr"]);
    let page = visitor.get(&format!("/ar{draft}?in=ar")).await.html();
    assert_eq!(page.attribute("article.draft", "dir").as_deref(), Some("rtl"));
    assert_eq!(page.attribute(".provision__text", "lang").as_deref(), Some("ar"));
    assert!(page.main_text().contains("ترجمة آلية، وقد تتضمن أخطاء"), "{}", page.main_text());
    let machine = visitor.get(&format!("{draft}?in=ar")).await.html();
    assert!(machine.main_text().contains("machine translation. It may be wrong."));

    // A paragraph: what counts stands first and is what is commented on.
    let paragraph = original.link("on paragraph 2 (a)");
    let page = visitor.get(&paragraph).await.html();
    let french = page.link("Read in French (courtesy translation)");
    let page = visitor.get(&french).await.html();
    assert_eq!(page.text("#provision-words"), "A contact that answers at any hour;");
    assert!(page.text("#translation").contains("Un point de contact qui répond"), "{}", page.text("#translation"));
    assert_eq!(page.attribute("#translation .provision__text", "lang").as_deref(), Some("fr"));
    // A language there is no translation in shows the original.
    for asked in ["es", "en", "xx", "%3Cscript%3E"] {
        let html = visitor.get(&format!("{draft}?in={asked}")).await.html();
        assert!(html.main_text().contains("States welcomed the contributions"), "{asked}");
    }
}

#[tokio::test]
async fn what_does_not_match_is_refused_with_its_places_and_kept() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let draft = issued(&app, &mut chair).await;
    let path = format!("{draft}/translations/fr");
    let fields = |source: &'static str| [("status", "official"), ("source", source), ("revision", "0")];
    let without = "A. Raisons\n\n1. Les États ont salué.\n\n2. Les États :\n\na) Un point de contact ;\n\n3. [Trois.]\n\n3 bis. [Encore.]\n\n5. Enfin.[^1]\n\n[^1]: Tenue à Genève.";
    let refused = chair.post(&path, &fields(without)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = refused.html();
    let said = html.main_text();
    for words in [
        "2 places do not match the version",
        "Missing in the translation: (b) A day by which the operator answers;",
        "Stands in the translation: 5. Enfin.[^1] — here the version has: 4. States will go on",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(html.text("textarea").contains("a) Un point de contact ;") && html.attribute("option[value='official']", "selected").is_some());
    let flawed = chair.post(&path, &fields("1. Un.\n\nSans numéro.")).await;
    assert_eq!(flawed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(flawed.html().main_text().contains("This block has no number"), "{}", flawed.html().main_text());
    assert!(app.visitor().get(&draft).await.html().links("Read in").is_empty());
    for path in [format!("{draft}/translations/en"), format!("{draft}/translations/xx"), "/drafts/none/translations/fr".to_owned()] {
        assert_eq!(chair.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(chair.post(&path, &fields(FRENCH)).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_translation_is_replaced_as_a_whole_and_removed_by_the_chair_alone() {
    let app = TestApp::new().await;
    let mut chair = app.signed_in("chair").await;
    let draft = issued(&app, &mut chair).await;
    let path = format!("{draft}/translations/fr");
    for who in ["secretariat", "moderator.rnp", "business", "admin"] {
        let mut other = app.signed_in(who).await;
        let fields = [("status", "official"), ("source", FRENCH), ("revision", "0")];
        assert_eq!(other.get(&path).await.status, StatusCode::FORBIDDEN, "{who}");
        assert_eq!(other.post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{who}");
        assert_eq!(other.post(&path, &[("act", "remove"), ("revision", "1")]).await.status, StatusCode::FORBIDDEN, "{who}");
        assert_eq!(other.get(&format!("{draft}/translations")).await.status, StatusCode::FORBIDDEN, "{who}");
        assert!(other.get(&draft).await.html().links("Add or change translations").is_empty(), "{who}");
    }
    add(&mut chair, &draft, "fr", "machine", FRENCH).await;
    let form = chair.get(&path).await.html();
    assert!(form.text("textarea").contains("3 bis. [Les États ont souhaité"), "it goes on from what is stored");
    // Whoever has an older form meets a conflict, with both.
    let mine = FRENCH.replace("Tenue à", "La session s'est tenue à");
    let stale = chair.post(&path, &[("status", "official"), ("source", &mine), ("revision", "0")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("[^1]: Tenue à Genève.") && stale.html().text("textarea").contains("La session"), "both stand there");
    let old = stale.html().hidden("revision");
    chair.submit(&path, &[("status", "official"), ("source", &mine), ("revision", &old)]).await;
    let mut visitor = app.visitor();
    let html = visitor.get(&format!("{draft}?in=fr")).await.html();
    assert!(html.main_text().contains("La session s'est tenue à Genève.") && html.main_text().contains("French: official translation."));

    let revision = chair.get(&path).await.html().hidden("revision");
    assert_ne!(revision, old);
    let refused = chair.post(&path, &[("act", "remove"), ("revision", &old)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.html().text("textarea").contains("La session"), "the form shows what there is");
    assert_eq!(chair.post(&path, &[("act", "delete"), ("revision", &revision)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A status that is missing hides nothing of what does not match.
    let wrong = chair.post(&path, &[("source", "1. Un."), ("revision", &revision)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.html().count("#differs"), 1);
    assert!(visitor.get(&format!("{draft}?in=ru")).await.html().main_text().contains("no translation into Russian"));
    let (to, _) = chair.submit(&path, &[("act", "remove"), ("revision", &revision)]).await;
    assert_eq!(to, format!("{draft}/translations"));
    assert!(visitor.get(&draft).await.html().links("Read in").is_empty());
    let mut admin = app.signed_in("admin").await;
    for (act, status) in [("translation_added", "machine"), ("translation_replaced", "official"), ("translation_removed", "official")] {
        let log = admin.get(&format!("/admin/audit?act={act}")).await.html().main_text();
        assert!(log.contains("fr") && log.contains(status), "{act}: {log}");
    }
}
