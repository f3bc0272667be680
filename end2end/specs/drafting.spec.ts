// A chair prepares a text, issues it, prepares the next version, confirms where its paragraphs come from, and everybody compares the two.
import { expect, test } from '../fixtures.ts';
import type { Portal } from '../support/portal.ts';

const FIRST = `A. Ground

1. States welcomed the contributions of operators.

2. States offered these parts of a plan:

(a) A contact that answers at any hour;

(b) A day by which the operator answers;

3. [States asked for an instrument that binds.]

3 bis. [States wished to see what is agreed in use first.]`;

const SECOND = `A. Ground

1. States welcomed the contributions of operators and of researchers.

2. States offered these parts of a plan:

(a) A contact that answers at any hour;

3. [States asked for an instrument that binds.] [States wished to see what is agreed in use first.]

4. States took note of the questions of the Chair.`;

let running = 0;

/** A text that is being prepared; its title. */
async function begin(portal: Portal, words: string): Promise<string> {
  const title = `Text of the browser tests ${test.info().project.name} ${String(test.info().workerIndex)} ${String(++running)}`;
  await portal.signIn('chair');
  await portal.open('/bodies/oewg');
  await portal.follow('Prepare and issue draft texts');
  await portal.checkPage();
  await portal.follow('Begin a new text');
  await portal.fill('Title of the text', title);
  await portal.field('Subgroup').selectOption({ index: 1 });
  await portal.fill('Name of this version', 'Zero draft');
  await portal.fill('Text', words);
  await portal.press('Save and preview');
  return title;
}

test('a chair issues a text and its next version; a visitor reads what is different', async ({ portal }) => {
  test.slow();
  const title = await begin(portal, `${FIRST}\n\nNo number here`);
  await portal.sees(portal.sentence('flaw-no-number'));
  await portal.checkPage();
  await portal.fill('Text', FIRST);
  await portal.press('Go on: check and issue');
  await portal.sees(portal.sentence('issue-lede'));
  await portal.checkPage();
  await portal.press('Issue this version');
  await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(title);
  await portal.checkPage();

  // The next version begins with the words of this one.
  await portal.follow('Draft texts');
  await portal.page.getByRole('listitem').filter({ hasText: title }).getByRole('button').click();
  await expect(portal.field('Text')).toHaveValue(/3 bis\. \[States wished/);
  await portal.fill('Text', SECOND);
  await portal.press('Go on: where paragraphs come from');
  await portal.checkPage();
  await portal.sees(portal.sentence('origins-proposed'));
  await expect(portal.page.locator("input[value='3, 3 bis']")).toHaveCount(1);
  await portal.page.locator("input[value='3, 3 bis']").fill('3, 99');
  await portal.press('Confirm and go on');
  await portal.sees(portal.sentence('fault-not-a-provision'));
  await portal.checkPage();
  await portal.page.locator("input[value='3, 99']").fill('3, 3 bis');
  await portal.press('Confirm and go on');
  await portal.press('Issue this version');
  await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(title);
  await portal.signOut();

  await portal.open('/bodies/oewg');
  await portal.page.getByRole('link', { name: title }).click();
  await portal.page.locator("a[href*='/compare/']").first().click();
  await expect(portal.page.locator('ins', { hasText: 'and of researchers' })).toBeVisible();
  await expect(portal.page.locator('del', { hasText: 'A day by which' })).toBeVisible();
  await portal.checkPage();
  await portal.follow('Side by side');
  await expect(portal.page.locator('tbody tr')).toHaveCount(7);
  await portal.checkPage();
});

test('what is prepared is dropped, and nobody has seen it', async ({ portal }) => {
  const title = await begin(portal, FIRST);
  const prepared = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
  await portal.follow('Drop this version');
  await portal.checkPage();
  await portal.press('Drop this version');
  await expect(portal.page.getByText(title)).toHaveCount(0);
  await portal.open(prepared, 404);
});
