// Themes by the moderator of a subgroup: made, put to inputs (suggested ones with their reasons, by key where there is JavaScript),
// asked for in the queue, merged and taken back, split; then what everybody sees of them.
import { expect, test } from '../fixtures.ts';
import { awake } from '../support/awake.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';
import type { Portal } from '../support/portal.ts';

const TREE = '/moderation/queues/sg-rnp/themes';

/** Makes a theme from the open tree. */
async function make(portal: Portal, name: string, under?: string): Promise<void> {
  await portal.fill('Name of the theme', name);
  await portal.chooseValue('Language of the name', 'en');
  if (under !== undefined) await portal.choose('Stands under', new RegExp(under));
  await portal.press('Create theme');
  await expect(portal.page).toHaveURL(/done=/);
  await expect(tree(portal, name)).toHaveCount(1);
}

/** The line of an open theme in the tree. */
const tree = (portal: Portal, name: string) => portal.page.locator('.theme').filter({ hasText: name });

/** A paper of somebody new to the subgroup; its id. */
async function send(portal: Portal, text: string): Promise<string> {
  await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const id = await draftPaper(portal, round, { ...aPaper(), text });
  await submitPaper(portal);
  await portal.signOut();
  return id;
}

test('the moderator keeps themes, puts them to inputs, merges and splits, and the public reads by them', async ({ portal }) => {
  test.slow();
  const mark = Date.now().toString(36);
  const [chains, vendors, cables] = [`Supply chains ${mark}`, `Vendors ${mark}`, `Cables ${mark}`];
  const first = await send(portal, `Vendors ${mark} must secure the supply chain ${mark} of what they sell.`);
  const second = await send(portal, 'Submarine cables need repair ships.');
  await portal.signIn('moderatorRnp');

  await test.step('makes a tree by plain forms', async () => {
    await portal.open('/moderation?queue=SG-RNP');
    await portal.follow('Themes of this queue');
    await make(portal, chains);
    await make(portal, vendors, chains);
    await make(portal, cables);
    await portal.checkPage();
    // The last goes up among those at the top.
    const names = () => portal.page.locator('.theme__name a[href*="/moderation/themes/"]').allInnerTexts();
    const before = await names();
    await tree(portal, cables).locator('button[name="up"]').click();
    await expect(portal.page).toHaveURL(/done=/);
    expect((await names()).indexOf(cables)).toBeLessThan(before.indexOf(cables));
  });

  await test.step('puts themes to an input: one that is suggested, with its reason', async () => {
    await portal.open('/moderation?queue=SG-RNP');
    if (portal.javaScript) {
      // From the row that has the focus, by its key.
      await portal.open(`/moderation/papers/${first}`);
      await awake(portal.page);
      await portal.page.keyboard.press('t');
      await expect(portal.page.locator("#themes input[type='checkbox']").first()).toBeFocused();
    } else {
      await portal.open(`/moderation/papers/${first}#themes`);
    }
    const themes = portal.page.locator('#themes');
    await expect(themes).toContainText(portal.sentence('tags-because'));
    await expect(themes.locator("input[name='theme']:checked")).toHaveCount(0);
    await portal.checkPage();
    await themes.getByLabel(chains).check();
    await portal.press('Save themes');
    await expect(portal.page).toHaveURL(/#themes$/);
    await expect(themes.getByLabel(chains)).toBeChecked();
    await portal.open(`/moderation/papers/${second}`);
    await themes.getByLabel(cables).check();
    await themes.getByLabel(vendors).check();
    await portal.press('Save themes');
    await expect(themes.locator("input[name='theme']:checked")).toHaveCount(2);
  });

  await test.step('reads the queue by theme', async () => {
    await portal.open(TREE);
    await tree(portal, cables).locator('a[href*="/moderation?"]').click();
    await expect(portal.page.locator('[data-queue-row]')).toHaveCount(1);
    await portal.checkPage();
    if (portal.javaScript) {
      await awake(portal.page);
      await portal.page.keyboard.press('j');
      await portal.page.keyboard.press('t');
      await expect(portal.page).toHaveURL(new RegExp(`/moderation/papers/${second}.*#themes$`));
    }
  });

  const sea = `Under the sea ${mark}`;
  await test.step('merges two, sees where they went, and takes it back', async () => {
    await portal.open(TREE);
    await tree(portal, vendors).locator('input[type="checkbox"]').check();
    await tree(portal, cables).locator('input[type="checkbox"]').check();
    await portal.press('Merge what is chosen');
    await expect(portal.page.locator("input[name='theme']:checked")).toHaveCount(2);
    await portal.checkPage();
    await portal.fill('Name of the theme', sea);
    await portal.press('Merge these themes');
    await expect(tree(portal, sea)).toHaveCount(1);
    await expect(tree(portal, cables)).toHaveCount(0);
    await portal.follow('Read this act or take it back');
    await portal.checkPage();
    await portal.press('Take this act back');
    await expect(tree(portal, sea)).toHaveCount(0);
    await expect(tree(portal, cables)).toHaveCount(1);
    await portal.open(`/moderation/papers/${second}`);
    await expect(portal.page.locator('#themes').getByLabel(cables)).toBeChecked();
  });

  await test.step('splits one, and what nobody sorts goes with the rest', async () => {
    await portal.open(TREE);
    await tree(portal, cables).locator('a[href*="/moderation/themes/"]').click();
    await portal.checkPage();
    await portal.follow('Split this theme');
    await portal.page.locator('#name_1').fill(`Cables at sea ${mark}`);
    await portal.page.locator('#name_2').fill(`Cables on land ${mark}`);
    await portal.page.locator('#rest').selectOption('2');
    await portal.checkPage();
    await portal.press('Split this theme');
    await expect(tree(portal, `Cables on land ${mark}`)).toHaveCount(1);
    await portal.open(`/moderation/papers/${second}`);
    await expect(portal.page.locator('#themes').getByLabel(`Cables on land ${mark}`)).toBeChecked();
  });

  await test.step('everybody reads what is public by its themes', async () => {
    await portal.press('Accept');
    await portal.signOut();
    await portal.open('/subgroups/sg-rnp');
    const list = portal.page.locator('#themes');
    await expect(list).toContainText(`Cables on land ${mark}`);
    await expect(list).not.toContainText(`Cables at sea ${mark}`);
    await list.getByRole('link', { name: `Cables on land ${mark}` }).click();
    await expect(portal.main.locator(`a[href$="/papers/${second}"]`)).toHaveCount(1);
    await portal.checkPage();
    await portal.main.locator(`a[href$="/papers/${second}"]`).click();
    await expect(portal.page.locator('#themes')).toContainText(`Cables on land ${mark}`);
    await portal.checkPage();
  });
});
