//! Recommendations on both databases: kept with a paper wherever its words go, and what they may point at.

use crate::support::{KINDS, ctx, new_paper, paper_words, papers_round, seeded, start};
use engine::store::drafts;
use model::domain::paper::PaperContent;
use model::domain::recommendation::{About, Recommendation, Target};
use model::error::PortalError;
use model::portal::{Bodies, Papers, SavePaper};

#[tokio::test]
async fn they_go_with_the_words_of_a_paper() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let line = papers_round(&portal, &ngo).await;
        let offered = portal.targets(&ngo, line.body.id).await.expect("targets");
        let (_, provisions) = offered.texts.first().expect("a text");
        let about = [Some(About::Provision(provisions[0].id)), Some(About::Norm(offered.norms[0].code.clone())), None];
        let recommendations: Vec<_> =
            about.into_iter().enumerate().map(|(at, about)| Recommendation { text: format!("Do «{at}» \"\\ \u{1f600}"), about }).collect();
        let content = PaperContent { recommendations: recommendations.clone(), ..paper_words("T", "") };
        let save = |id, version, content| SavePaper { id, round: line.round.id, organisation: None, version, asked: None, content };
        let saved = portal.save_paper(&ngo, save(None, 0, content.clone())).await.expect("saves");
        // The same words again are the same paper; others are not.
        assert_eq!(portal.save_paper(&ngo, save(None, 0, content.clone())).await.expect("saves").id, saved.id, "{kind:?}");
        let fewer = PaperContent { recommendations: recommendations[..1].to_vec(), ..content.clone() };
        assert_ne!(portal.save_paper(&ngo, save(None, 0, fewer.clone())).await.expect("saves").id, saved.id, "{kind:?}");
        let page = portal.paper(&ngo, saved.id).await.expect("own");
        assert_eq!(page.paper.content.recommendations, recommendations, "{kind:?}");
        let named: Vec<_> = page.recommendations.iter().map(|one| one.about.as_ref().map(Target::about)).collect();
        assert_eq!(named, recommendations.iter().map(|one| one.about.clone()).collect::<Vec<_>>(), "{kind:?}");

        portal.submit_paper(&ngo, saved.id, saved.version).await.expect("submits");
        let next = portal.replace_paper(&ngo, saved.id).await.expect("begins");
        assert_eq!(portal.paper(&ngo, next).await.expect("own").paper.content.recommendations, recommendations, "{kind:?}");
        portal.save_paper(&ngo, save(Some(next), 1, fewer)).await.expect("saves");
        let compared = portal.compare_paper(&ngo, next, None, None).await.expect("compares");
        assert_eq!(compared.versions[compared.old].content.recommendations, recommendations, "{kind:?}: read back from the receipt");
        assert_eq!(compared.targets.len(), 2, "{kind:?}");
    }
}

#[tokio::test]
async fn they_point_at_texts_of_the_body_alone() {
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let ngo = ctx(&fresh.db, "ngo", start()).await;
        let bodies = portal.home(&ngo).await.expect("home").bodies;
        let mut tx = fresh.db.read().await.expect("reads");
        let mut texts = 0;
        for body in &bodies {
            let offered = drafts::to_point_at(&mut tx, body.id).await.expect("provisions");
            let named = drafts::pointed_at(&mut tx, offered.iter().map(|provision| provision.id)).await.expect("targets");
            assert_eq!(named.len(), offered.len(), "{kind:?}");
            assert!(named.iter().all(|(of, _)| *of == body.id), "{kind:?}");
            texts += usize::from(!offered.is_empty());
        }
        assert!(texts > 0 && texts < bodies.len(), "{kind:?}: a body with a text, and one without");
        assert!(drafts::pointed_at(&mut tx, []).await.expect("none").is_empty(), "{kind:?}");
        drop(tx);
        // A code that was never one of a norm.
        let line = papers_round(&portal, &ngo).await;
        let recommendations = vec![Recommendation { text: "Do.".to_owned(), about: Some(About::Norm("N-Z".to_owned())) }];
        let save = new_paper(line.round.id, PaperContent { recommendations, ..paper_words("T", "") });
        assert!(matches!(portal.save_paper(&ngo, save).await, Err(PortalError::Invalid(_))), "{kind:?}");
    }
}
