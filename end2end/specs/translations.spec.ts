// A chair adds a translation of an issued version; whoever reads it is told what it is, and comments on the original.
import { expect, test } from '../fixtures.ts';
import type { Portal } from '../support/portal.ts';

const ENGLISH = `1. States welcomed the contributions of operators.

2. States offered a plan:

(a) A contact that answers at any hour;

(b) A day by which the operator answers.`;

const FRENCH = `1. Les États ont salué les contributions des opérateurs.

2. Les États ont proposé un plan :

a) Un point de contact qui répond à toute heure ;

b) Un jour avant lequel l'opérateur répond.`;

const ARABIC = `١ - رحبت الدول بمساهمات المشغلين.

٢ - عرضت الدول خطة:

(أ) جهة اتصال ترد في أي ساعة؛

(ب) يوم يرد المشغل قبله.`;

let running = 0;

/** A version that is issued; its address. */
async function issued(portal: Portal): Promise<string> {
  const { project, workerIndex } = test.info();
  await portal.signIn('chair');
  await portal.open('/bodies/oewg/texts/new');
  await portal.fill('Title of the text', `Text in languages ${project.name} ${String(workerIndex)} ${String(++running)}`);
  await portal.field('Subgroup').selectOption({ index: 1 });
  await portal.fill('Name of this version', 'Zero draft');
  await portal.fill('Text', ENGLISH);
  await portal.press('Go on: check and issue');
  await portal.press('Issue this version');
  return new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
}

test('a translation is added paragraph by paragraph, and read beside the original', async ({ portal }) => {
  test.slow();
  const draft = await issued(portal);
  await portal.follow('Add or change translations');
  await portal.checkPage();
  await portal.open(`${draft}/translations/fr`);
  await portal.checkPage();
  await portal.chooseValue('What it is', 'courtesy');
  await portal.fill('Text of the translation', FRENCH.replace(/b\) .*/, ''));
  await portal.press('Save the translation');
  await portal.sees(portal.sentence('fault-does-not-match'));
  await portal.sees('A day by which the operator answers.');
  await expect(portal.field('Text of the translation')).toHaveValue(/Un point de contact/);
  await portal.checkPage();
  await portal.fill('Text of the translation', FRENCH);
  await portal.press('Save the translation');
  await portal.sees('Les États ont salué les contributions des opérateurs.');
  await portal.sees(portal.sentence('translation-counts'));
  await portal.checkPage();
  await portal.open(`${draft}/translations/ar`);
  await portal.chooseValue('What it is', 'machine');
  await portal.fill('Text of the translation', ARABIC);
  await portal.press('Save the translation');
  await expect(portal.page.locator('article.draft')).toHaveAttribute('dir', 'rtl');
  await portal.sees(portal.sentence('translation-machine'));
  await portal.checkPage();
  await portal.signOut();

  // What is commented on is the original; the translation stands below.
  await portal.open(draft);
  await portal.sees('States welcomed the contributions of operators.');
  await portal.page.locator("article.draft a[href*='/provisions/']").first().click();
  await portal.page.locator("a[href*='?in=fr']").click();
  await expect(portal.page.locator('#provision-words')).not.toContainText('États');
  await expect(portal.page.locator("#translation .provision__text[lang='fr']")).toHaveCount(1);
  await portal.checkPage();
});

test('a translation is removed, and the original stays', async ({ portal }) => {
  const draft = await issued(portal);
  await portal.open(`${draft}/translations/fr`);
  await portal.chooseValue('What it is', 'official');
  await portal.fill('Text of the translation', FRENCH);
  await portal.press('Save the translation');
  await portal.open(`${draft}/translations/fr`);
  await portal.page.locator('summary', { hasText: portal.sentence('translation-remove') }).click();
  await portal.press('Remove this translation');
  await expect(portal.page).toHaveURL(/\/translations$/);
  await portal.open(draft);
  await expect(portal.page.locator("a[href$='?in=fr']")).toHaveCount(0);
  await portal.sees('States welcomed the contributions of operators.');
});
