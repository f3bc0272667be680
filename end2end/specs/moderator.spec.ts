// A moderator: the queue of the own subgroup and no other, a decision with its reason, and what the author and the public see.
import { expect, test } from '../fixtures.ts';
import { aComment, aPaper, commentOn, draftPaper, findRound, paragraph, submitPaper } from '../support/input.ts';

test('accepts one item and asks for revision of another; the author sees both, the public only what is accepted', async ({ portal }) => {
  test.slow();
  const reason = 'Please name the paragraph you speak of.';
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const paper = aPaper();
  const paperId = await draftPaper(portal, round, paper);
  await submitPaper(portal);
  const place = await paragraph(portal, 1);
  const comment = aComment();
  const commentId = await commentOn(portal, place, comment);
  await portal.signOut();

  await test.step('nothing is public yet', async () => {
    await portal.open(`/papers/${paperId}`, 404);
    await portal.open(place);
    await portal.seesNot(comment.reason);
  });

  await test.step('the moderator of another subgroup sees nothing of it', async () => {
    await portal.signIn('moderatorCap');
    await portal.open('/moderation');
    await portal.seesNot(paper.title);
    await portal.isRefused(`/moderation/papers/${paperId}`);
    await portal.signOut();
  });

  await test.step('the moderator asks for revision of the paper: not without a reason', async () => {
    await portal.signIn('moderatorRnp');
    await portal.open('/moderation');
    await portal.sees(paper.title);
    await portal.main.locator(`a[href*="/moderation/papers/${paperId}"]`).first().click();
    await portal.sees(paper.title);
    await portal.press('Ask for revision');
    await expect(portal.field('Reason')).toBeVisible();
    await portal.chooseValue('Reason', 'unclear');
    await portal.fill('In your own words', reason);
    await portal.press('Ask for revision');
  });

  await test.step('and accepts the comment', async () => {
    await portal.open('/moderation');
    await expect(portal.main.locator(`a[href*="/moderation/papers/${paperId}"]`)).toHaveCount(0);
    await portal.main.locator(`a[href*="/moderation/comments/${commentId}"]`).first().click();
    await portal.sees(comment.reason);
    await portal.press('Accept');
    await portal.signOut();
  });

  await test.step('the comment is public, the paper is not', async () => {
    await portal.open(place);
    await portal.sees(comment.reason);
    await portal.sees(author.organisation);
    await portal.open(`/papers/${paperId}`, 404);
  });

  await test.step('the author sees both, with the reason, and submits again', async () => {
    await portal.signIn(author);
    await portal.open('/desk');
    await portal.sees(portal.part('Returned for revision'));
    await portal.sees(portal.part('Accepted'));
    await portal.open(`/papers/${paperId}`);
    await portal.sees(reason);
    await portal.open(`/papers/${paperId}/edit`);
    await expect(portal.field('Text')).toHaveValue(paper.text);
    await portal.fill('Text', `${paper.text}\n\nWe speak of paragraph 18.`);
    await submitPaper(portal);
  });
});

test('a decision is taken back; what was declined is appealed against, and the answer is public', async ({ portal }) => {
  test.slow();
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const paper = aPaper();
  const id = await draftPaper(portal, round, paper);
  await submitPaper(portal);
  await portal.signOut();

  await test.step('the moderator accepts it by mistake and takes that back', async () => {
    await portal.signIn('moderatorRnp');
    await portal.open(`/moderation/papers/${id}`);
    await portal.press('Accept');
    await portal.open(`/moderation/papers/${id}`);
    await portal.follow('Take this decision back');
    await portal.checkPage();
    await portal.press('Take this decision back');
    await portal.fill('Why', 'A slip of the hand.');
    await portal.press('Take this decision back');
    await expect(portal.page).toHaveURL(new RegExp(`/moderation/papers/${id}\\?done=`));
    await portal.sees(portal.sentence('done-again'));
  });

  await test.step('and declines it, for a reason of the list', async () => {
    await portal.open(`/moderation/papers/${id}`);
    await portal.press('Decline');
    await expect(portal.field('Reason')).toHaveAttribute('aria-invalid', 'true');
    await portal.chooseValue('Reason', 'off_topic');
    await portal.press('Decline');
    await portal.signOut();
  });

  await test.step('the author reads why, and answers', async () => {
    await portal.signIn(author);
    await portal.open(`/papers/${id}`);
    await portal.sees(portal.sentence('reason-words-off-topic'));
    await portal.sees('A slip of the hand.');
    await portal.main.getByRole('link', { name: portal.say('Answer the moderator') }).first().click();
    await portal.checkPage();
    await portal.press('Send the answer');
    await expect(portal.field('What you answer')).toHaveAttribute('aria-invalid', 'true');
    await portal.fill('What you answer', 'Paragraph 2 says what the round asks for.');
    await portal.press('Send the answer');
    await portal.sees(portal.sentence('reply-sent'));
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('the moderator reads the answer, and leaves the decision', async () => {
    await portal.signIn('moderatorRnp');
    await portal.open('/moderation');
    await portal.sees(portal.sentence('replies-queue'));
    await portal.checkPage();
    await portal.open(`/moderation/papers/${id}`);
    await portal.sees('Paragraph 2 says what the round asks for.');
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('the author appeals', async () => {
    await portal.signIn(author);
    await portal.open(`/papers/${id}`);
    await portal.main.getByRole('link', { name: portal.say('Appeal against this decision') }).first().click();
    await portal.fill('Why the decision is wrong', 'It is about paragraph 2 of the draft.');
    await portal.checkPage();
    await portal.press('File the appeal');
    await portal.sees(portal.sentence('appeal-filed'));
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('the moderator of another subgroup reads it and grants the appeal', async () => {
    await portal.signIn('moderatorCap');
    await portal.open('/moderation');
    await portal.main.getByRole('link', { name: paper.title }).first().click();
    await portal.sees('It is about paragraph 2 of the draft.');
    await portal.sees('What we ask for');
    await portal.checkPage();
    await portal.fill('Reason', 'It speaks to the draft.');
    await portal.press('Grant the appeal');
    await portal.signOut();
  });

  await test.step('the paper is public, and everybody reads what was done', async () => {
    await portal.open(`/papers/${id}`);
    await portal.sees(paper.title);
    await portal.open(round.path);
    const [session] = await portal.links('/sessions/');
    await portal.page.goto(session ?? '');
    await portal.follow('Moderation ledger');
    await portal.sees(portal.sentence('moderation-act-appeal-granted'));
    await portal.sees(portal.sentence('mod-ledger-undone'));
    await portal.seesNot('A slip of the hand.');
    await portal.checkPage();
    await portal.follow('How input is moderated');
    await portal.sees(portal.sentence('reason-code-advertising'));
    await portal.checkPage();
  });
});

test('a stakeholder has no queue', async ({ portal }) => {
  await portal.signIn('ngo');
  await expect(portal.link('Moderation')).toHaveCount(0);
  await portal.page.goto(portal.at('/moderation'));
  await expect(portal.main.locator('a[href*="/moderation/"]')).toHaveCount(0);
});

test('a visitor is asked to sign in', async ({ portal }) => {
  for (const path of ['/moderation', '/desk']) {
    await portal.page.goto(portal.at(path));
    await expect(portal.page.locator('main').getByRole('link', { name: portal.say('Sign in') }).or(portal.button('Sign in')).first()).toBeVisible();
  }
});
