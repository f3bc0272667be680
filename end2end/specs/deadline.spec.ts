// The deadline: what arrives before it is in; what arrives at it or later is refused with a sentence, and nothing is lost.
import { expect, test } from '../fixtures.ts';
import { aComment, aPaper, draftPaper, findRound, paragraph, sendComment, submitPaper } from '../support/input.ts';

const before = (instant: Date, seconds: number): Date => new Date(instant.getTime() - seconds * 1000);

test('one second before the end a paper is taken', async ({ portal, clock }) => {
  test.slow();
  await portal.newMember();
  const round = await findRound(portal, 'papers', ['soon', 'open']);
  await draftPaper(portal, round, aPaper());
  await clock.set(before(round.closes, 1));
  await submitPaper(portal);
  await portal.sees(/[0-9a-f]{64}/);
});

test('at the end it is refused, with when and what to do; the text is still in the draft', async ({ portal, clock }) => {
  test.slow();
  await portal.newMember();
  const round = await findRound(portal, 'papers', ['soon', 'open']);
  const words = aPaper();
  const id = await draftPaper(portal, round, words);
  await portal.press('Check before submitting');
  await clock.set(round.closes);
  await portal.press('Submit paper');
  await portal.sees(portal.sentence('refused-closed'));
  await portal.sees(/UTC/);
  await portal.checkFrame();

  await portal.open(`/papers/${id}/edit`);
  await expect(portal.field('Title')).toHaveValue(words.title);
  await expect(portal.field('Text')).toHaveValue(words.text);
  // A draft may still be saved: it harms no one.
  await portal.fill('Text', `${words.text}\n\nMore.`);
  await portal.press('Save draft');
  await portal.open(`/papers/${id}/edit`);
  await expect(portal.field('Text')).toHaveValue(`${words.text}\n\nMore.`);
  await portal.open(round.path);
  await portal.sees(portal.part('Closed since'));
});

test('a comment that comes late is refused the same way, and kept', async ({ portal, clock }) => {
  test.slow();
  await portal.newMember();
  const round = await findRound(portal, 'comments', ['soon', 'open']);
  const place = await paragraph(portal, 5);
  await portal.open(place);
  const words = aComment();
  await clock.set(round.closes);
  await sendComment(portal, words);
  await portal.sees(portal.sentence('refused-closed'));
  await portal.open(place);
  await expect(portal.page.locator('body')).toContainText(portal.sentence('comment-form-unsent'));
  await expect(portal.field('Reason')).toHaveValue(words.reason);
});

test('a closed round says so, and does not invite', async ({ portal }) => {
  const round = await findRound(portal, 'papers', ['closed']);
  await portal.sees(portal.part('Closed since'));
  await expect(portal.link('Write a position paper')).toHaveCount(0);
  expect(round.closes.getTime()).toBeLessThan((await portal.clock.now()).getTime());
});
