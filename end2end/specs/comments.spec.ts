// What is said on words of a paragraph and on the text as a whole, and what happens to it after it was sent.
import { expect, test } from '../fixtures.ts';
import { awake } from '../support/awake.ts';
import { aComment, commentOn, idOf, paragraph } from '../support/input.ts';
import type { Portal } from '../support/portal.ts';

/** Selects the first words of the paragraph as a reader does: beginning and ending within a word. */
async function selectWords(portal: Portal): Promise<void> {
  await portal.page.locator('#provision-words').evaluate((paragraph) => {
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
    if (text === null) throw new Error('a paragraph without words');
    const range = document.createRange();
    range.setStart(text, 2);
    range.setEnd(text, Math.min(20, text.textContent?.length ?? 0));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
}

async function acceptComment(portal: Portal, comment: string): Promise<void> {
  await portal.signIn('moderatorRnp');
  await portal.open(`/moderation${comment}`);
  await portal.press('Accept');
  await portal.signOut();
}

async function openEnds(portal: Portal, comment: string): Promise<void> {
  await portal.open(comment);
  await portal.main.locator('details.more summary').click();
}

test('comments on words of a paragraph, changes the comment, and takes it back', async ({ portal, page }) => {
  test.slow();
  await portal.newMember();
  const provision = await paragraph(portal, 6);
  await portal.open(provision);
  const field = portal.field('Words it is about');
  const text = (await page.locator('#provision-words').innerText()).replace(/\s+/g, ' ');

  await test.step('takes the words along', async () => {
    if (portal.javaScript) {
      await awake(page);
      await portal.press('Take the words selected above');
      await portal.sees(portal.sentence('comment-form-take-none'));
      await expect(field).toHaveValue('');
      await selectWords(portal);
      await portal.press('Take the words selected above');
      await expect(field).toBeFocused();
      await expect(field).not.toHaveValue('');
    } else {
      await expect(portal.button('Take the words selected above')).toBeHidden();
      await portal.fill('Words it is about', text.split(' ').slice(0, 5).join(' '));
    }
  });
  const quote = await field.inputValue();
  expect(text.startsWith(quote), `“${quote}” begins “${text}” as whole words`).toBe(true);
  expect(/[\p{L}\p{N}]/u.test(text.charAt(quote.length)), 'no word is cut').toBe(false);

  const words = aComment();
  const comment = await test.step('sends it', async () => {
    await portal.choose('Type', 'Editorial');
    await portal.choose('Stance', 'Support with change');
    await portal.choose('Operation', 'Modify');
    await portal.fill('Proposed text', words.proposed);
    await portal.fill('Reason', words.reason);
    await portal.fill('Supporting link', 'https://example.org/study');
    await portal.press('Send comment');
    await expect(page).toHaveURL(/\/comments\/[^/]+\/receipt/);
    return `/comments/${idOf(page.url())}`;
  });

  await test.step('finds the words and the link with it', async () => {
    await portal.open(comment);
    await expect(portal.main.locator('q')).toHaveText(quote);
    await expect(portal.main.getByRole('link', { name: 'example.org/study' })).toHaveAttribute('href', 'https://example.org/study');
    await portal.sees(portal.part('Editorial'));
  });

  await test.step('changes it', async () => {
    await openEnds(portal, comment);
    await portal.follow('Change this comment');
    await expect(field).toHaveValue(quote);
    await portal.fill('Reason', 'Said otherwise.');
    await portal.press('Send the change');
    await expect(page).toHaveURL(/\/comments\/[^/]+\/receipt/);
    await portal.open(comment);
    await portal.sees('Said otherwise.');
    await portal.seesNot(words.reason);
  });

  await test.step('takes it back', async () => {
    await openEnds(portal, comment);
    await portal.follow('Withdraw this comment');
    await portal.press('Withdraw comment');
    await expect(page).toHaveURL(/\/comments\/[^/]+$/);
    await portal.sees(portal.sentence('comment-withdrawn'));
    await expect(portal.main.locator('details.more')).toHaveCount(0);
  });
});

test('is told which words to take where those that were typed do not stand, or stand twice', async ({ portal }) => {
  await portal.newMember();
  await portal.open(await paragraph(portal, 0));
  const said = async (quote: string, key: string): Promise<void> => {
    await portal.fill('Words it is about', quote);
    await portal.choose('Stance', 'Neutral');
    await portal.choose('Operation', 'Comment only');
    await portal.fill('Reason', 'Because of these words.');
    await portal.press('Send comment');
    await portal.sees(portal.sentence(key));
    await expect(portal.field('Words it is about')).toHaveValue(quote);
    await expect(portal.field('Reason')).toHaveValue('Because of these words.');
  };
  await said('words of somebody else', 'fault-words-not-there');
  await said('States', 'fault-words-not-once');
});

test('joins a proposal of somebody else, thinks again, and takes it back', async ({ portal, page }) => {
  test.slow();
  const author = await portal.newMember();
  const words = aComment();
  const comment = `/comments/${await commentOn(portal, await paragraph(portal, 8), words)}`;
  await portal.signOut();
  await acceptComment(portal, comment);
  await portal.newMember();
  await portal.open(comment);
  await portal.sees(portal.sentence('voices-none'));
  await portal.press('Join as a proponent');
  await expect(page).toHaveURL(/#voices$/);
  await expect(portal.main.locator('#voices')).toContainText(portal.part('has joined as a proponent'));
  await portal.press('Oppose');
  await expect(portal.main.locator('#voices')).toContainText(portal.part('opposes this proposal'));
  await portal.press('Take this back');
  await expect(portal.button('Take this back')).toHaveCount(0);
  await portal.signOut();
  await portal.signIn(author);
  await portal.open(comment);
  await expect(portal.button('Join as a proponent')).toHaveCount(0);
});

test('comments on the text as a whole', async ({ portal, page }) => {
  await portal.newMember();
  const paragraphPage = await paragraph(portal, 0);
  await portal.open(paragraphPage);
  await portal.follow('Read it in the whole text');
  await portal.follow('Comment on the text as a whole');
  await portal.sees(portal.sentence('comment-form-title-whole'));
  await expect(portal.field('Words it is about')).toHaveCount(0);
  await portal.choose('Stance', 'Support');
  await portal.choose('Operation', 'Comment only');
  await portal.fill('Reason', 'It is well balanced.');
  await portal.press('Send comment');
  await expect(page).toHaveURL(/\/comments\/[^/]+\/receipt/);
});

test('the chair says how far a paragraph has come, and everybody reads it', async ({ portal, page }) => {
  await portal.signIn('chair');
  const provision = await paragraph(portal, 10);
  await portal.open(provision);
  await portal.follow('Set the status');
  await portal.choose('Status', 'Pending');
  await portal.fill('Note', 'Pending one delegation.');
  await portal.press('Set status');
  await expect(page).toHaveURL(new RegExp(`${provision}$`));
  await portal.signOut();
  await portal.open(provision);
  await expect(portal.main.locator('#status')).toContainText(portal.part('Pending'));
  await portal.sees('Pending one delegation.');
  await portal.follow('History of the status');
  await portal.sees('Pending one delegation.');
  await expect(portal.button('Set status')).toHaveCount(0);
});
