//! What is said on a paragraph and on a text, page by page, on both databases.

use crate::support::{KINDS, ctx, papers_round, seeded, start};
use model::domain::comment::{CommentContent, CommentKind, Operation, Stance};
use model::domain::comment_filter::CommentFilter;
use model::domain::ids::CommentId;
use model::domain::language::Language;
use model::domain::moderation::Outcome;
use model::domain::round::RoundKind;
use model::portal::{
    Bodies, Comments, CompilationQuery, Compilations, Extent, Moderation, NewDecision, SAID_PAGE, SaidQuery, SaveComment, Texts,
};
use std::collections::HashSet;

fn words(number: usize) -> CommentContent {
    // Every third wants the paragraph gone, every third something else: they exclude each other.
    let (operation, proposed_text) = match number % 3 {
        0 => (Operation::Delete, String::new()),
        1 => (Operation::Modify, format!("States should do {number}.")),
        _ => (Operation::CommentOnly, String::new()),
    };
    CommentContent {
        language: Language::En,
        kind: CommentKind::default(),
        quote: String::new(),
        stance: if number.is_multiple_of(2) { Stance::Oppose } else { Stance::Neutral },
        operation,
        proposed_text,
        reason: format!("Reason {number}."),
        link: String::new(),
    }
}

#[tokio::test]
async fn every_comment_stands_on_one_page() {
    const SENT: usize = 90;
    for kind in KINDS {
        let (fresh, portal) = seeded(kind).await;
        let (ngo, moderator) = (ctx(&fresh.db, "ngo", start()).await, ctx(&fresh.db, "moderator.rnp", start()).await);
        let code = papers_round(&portal, &ngo).await.body.code;
        let body = portal.body(&ngo, &code).await.expect("the body");
        let round = body.rounds.iter().find(|line| line.round.kind == RoundKind::Comments).expect("a round of comments").round.id;
        let draft = body.drafts.last().expect("a text").id;
        let page = portal.draft(&ngo, draft, CommentFilter::default()).await.expect("public");
        let before = page.all_comments;
        let line = page.provisions.iter().find(|line| line.provision.citation == "1").expect("a first paragraph");
        let (provision, there) = (line.provision.id, line.comments);
        for number in 0..SENT {
            let save = SaveComment { id: None, provision, round, organisation: None, version: 0, content: words(number) };
            let sent = portal.send_comment(&ngo, save).await.expect("saved");
            sent.outcome.expect("open");
            let version = portal.comment(&ngo, sent.comment).await.expect("own").comment.version;
            let decision = NewDecision { outcome: Outcome::Accept, code: None, reason: String::new(), version };
            portal.decide_comment(&moderator, sent.comment, decision).await.expect("accepts");
        }
        for filter in [CommentFilter::default(), CommentFilter { stance: Some(Stance::Oppose), ..CommentFilter::default() }] {
            let mut asked = SaidQuery { filter, ..SaidQuery::default() };
            let (mut seen, mut sizes) = (Vec::<CommentId>::new(), Vec::new());
            let said = loop {
                let said = portal.provision(&ngo, provision, asked).await.expect("public").said;
                let comments: Vec<_> = said.rows.iter().flat_map(|block| &block.comments).collect();
                assert!(comments.iter().all(|line| filter.stance.is_none_or(|stance| line.content.stance == stance)));
                let excluding = said.rows.iter().filter(|block| block.of > 1).flat_map(|block| &block.comments);
                assert!(excluding.clone().all(|line| line.content.operation != Operation::CommentOnly));
                assert!(said.rows.iter().filter(|block| block.of == 1).all(|block| block.comments.len() == 1));
                sizes.push(comments.len());
                seen.extend(comments.iter().map(|line| line.id));
                match said.next {
                    Some(next) => asked.after = Some(next),
                    None => break said,
                }
            };
            assert_eq!(i64::try_from(seen.len()), Ok(said.matching), "{kind:?}");
            assert_eq!(seen.iter().collect::<HashSet<_>>().len(), seen.len(), "{kind:?}: each once");
            assert_eq!(said.all, there + i64::try_from(SENT).expect("few"), "{kind:?}");
            assert!(sizes.iter().all(|size| *size <= SAID_PAGE) && sizes[0] == SAID_PAGE.min(seen.len()), "{kind:?}: {sizes:?}");
        }
        // The same on the text and in its compilation, whose pages end with the paragraph that fills them.
        let page = portal.draft(&ngo, draft, CommentFilter::default()).await.expect("public");
        assert_eq!(page.all_comments, before + i64::try_from(SENT).expect("few"), "{kind:?}");
        let whole = portal.compilation(&ngo, draft, CompilationQuery::default()).await.expect("public");
        let all: Vec<_> = whole.provisions.iter().flat_map(|one| &one.comments).map(|one| one.comment.receipt.clone()).collect();
        assert_eq!((i64::try_from(all.len()), whole.all), (Ok(page.all_comments), page.all_comments), "{kind:?}");
        let (mut asked, mut seen) = (CompilationQuery { extent: Extent::Page { after: None }, ..CompilationQuery::default() }, Vec::new());
        let mut pages = 0;
        loop {
            pages += 1;
            let page = portal.compilation(&ngo, draft, asked).await.expect("public");
            assert_eq!(page.matching, whole.matching, "{kind:?}");
            seen.extend(page.provisions.iter().flat_map(|one| &one.comments).map(|one| one.comment.receipt.clone()));
            match page.next {
                Some(next) => asked.extent = Extent::Page { after: Some(next) },
                None => break,
            }
        }
        assert_eq!(seen, all, "{kind:?}");
        assert!(pages > 1, "{kind:?}: a second page was read");
    }
}
