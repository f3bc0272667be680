// A chair prepares a text, issues it, prepares the next version, confirms where its paragraphs come from, and everybody compares the two.
import { expect, test } from '../fixtures.ts';
import { aComment, commentOn, idOf, provisionsHere } from '../support/input.ts';
import { makeSession } from '../support/planning.ts';
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
async function begin(portal: Portal, words: string, subgroup = 1): Promise<string> {
  const title = `Text of the browser tests ${test.info().project.name} ${String(test.info().workerIndex)} ${String(++running)}`;
  await portal.signIn('chair');
  await portal.open('/bodies/oewg');
  await portal.follow('Prepare and issue draft texts');
  await portal.checkPage();
  await portal.follow('Begin a new text');
  await portal.fill('Title of the text', title);
  await portal.field('Subgroup').selectOption({ index: subgroup });
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

const AKOMA = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="draft"><meta/><mainBody>
<section><num>A</num><heading>Ground</heading>
<paragraph><num>1</num><content><p>States welcomed the contributions of operators.</p></content></paragraph>
<paragraph><num>2</num><intro><p>States offered a plan:</p></intro>
<point><num>a</num><content><p>A contact that answers at any hour.</p></content></point></paragraph>
<paragraph><num>3</num><content><p>States noted the costs.</p><table><tr><td><p>100</p></td></tr></table></content></paragraph>
</section></mainBody></statement></akomaNtoso>`;

test('a text that is pasted as Akoma Ntoso is read, looked over and issued', async ({ portal }) => {
  test.slow();
  // A mistake in the XML is said with its line, and all of it is still there.
  const broken = AKOMA.replace('</heading>', '</head>');
  const title = await begin(portal, broken);
  await portal.sees(portal.sentence('fault-not-xml'));
  await expect(portal.field('Text')).toHaveValue(broken);
  await portal.checkPage();
  await portal.fill('Text', AKOMA);
  await portal.press('Save and preview');
  await portal.sees(portal.sentence('import-title'));
  await portal.sees(portal.sentence('import-metadata'));
  await expect(portal.field('Text')).toHaveValue(/2\. States offered a plan:\n\n {3}\(a\) A contact/);
  await portal.checkPage();
  await portal.press('Go on: check and issue');
  await portal.sees(portal.sentence('import-title'));
  await portal.checkPage();
  await portal.press('Issue this version');
  await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(title);
  await portal.sees('States noted the costs.');
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

const CAPACITY = 5;

/** The address of the page that is shown, without its language. */
const here = (portal: Portal): string => new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');

/** Issues a first version, and calls for comments on it; its address. */
async function called(portal: Portal, now: Date): Promise<{ draft: string; title: string }> {
  const title = await begin(portal, FIRST, CAPACITY);
  await portal.press('Go on: check and issue');
  await portal.press('Issue this version');
  const draft = here(portal);
  const session = await makeSession(portal, now);
  await portal.open(`${session}/rounds/new?template=weeks-8`);
  await portal.choose('Asked for', 'Comments on a draft text');
  await portal.fill('Title', `Comments on ${title}`);
  await portal.fill('Call', 'Say what you think of it.');
  await portal.chooseValue('Draft text', idOf(draft));
  await portal.fill('Reason', 'Agreed by the bureau.');
  await portal.press('Call the round');
  await portal.signOut();
  return { draft, title };
}

test('what was said on a paragraph that is gone is placed by the moderator', async ({ portal, clock }) => {
  test.slow();
  const { draft, title } = await called(portal, await clock.now());
  await portal.newMember();
  await portal.open(draft);
  const words = aComment();
  const gone = (await provisionsHere(portal))[3] ?? '';
  const id = await commentOn(portal, gone.replace(/^\/ar\//, '/'), words);
  await portal.signOut();
  await portal.signIn('moderatorCap');
  await portal.open(`/moderation/comments/${id}`);
  await portal.press('Accept');
  await portal.signOut();

  await portal.signIn('chair');
  await portal.open('/bodies/oewg/texts');
  await portal.page.getByRole('listitem').filter({ hasText: title }).getByRole('button').click();
  await portal.fill('Text', SECOND);
  await portal.press('Go on: where paragraphs come from');
  await portal.press('Confirm and go on');
  await portal.press('Issue this version');
  const next = here(portal);
  await portal.signOut();

  await portal.signIn('moderatorCap');
  await portal.open('/moderation');
  await portal.checkPage();
  await portal.page.locator(`a[href$='${next}/earlier']`).click();
  await portal.sees(words.reason);
  await portal.checkPage();
  await portal.fill('Put it at paragraph', '99');
  await portal.press('Put it there');
  await portal.sees(portal.sentence('fault-not-in-this-text'));
  await portal.checkPage();
  await portal.fill('Put it at paragraph', '2 (a)');
  await portal.press('Put it there');
  await portal.sees(portal.sentence('earlier-said'));
  await portal.checkPage();
  await portal.signOut();

  await portal.open(next);
  await portal.page.locator("a[href$='#comments']").first().click();
  await portal.sees(words.reason);
  await portal.checkPage();
});
