// A long text in Arabic and one in Chinese go through editor, check, page and comparison: no letter is missing, and each begins at its side.
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { findRound, idOf, submitPaper } from '../support/input.ts';
import { beginsAt, missingLetters } from '../support/letters.ts';

interface Long {
  language: 'ar' | 'zh';
  direction: 'rtl' | 'ltr';
  side: 'left' | 'right';
  title: string;
  heading: string;
  /** What each paragraph begins with, with its number. */
  paragraph: (number: number) => string;
  sentences: string[];
  paragraphs: number;
  /** A word of the first paragraph, and what takes its place. */
  changed: [string, string];
}

const arabic: Long = {
  language: 'ar',
  direction: 'rtl',
  side: 'right',
  title: 'ملاحظات مطولة بشأن أفرقة التصدي للطوارئ (CERT) وحمايتها',
  heading: 'ما نطلبه من الدول',
  paragraph: (number) => `الفقرة ${number}:`,
  sentences: [
    'نناشد الدول الأعضاء أن تعلن جهات الاتصال الوطنية لديها قبل نهاية العام.',
    'ولا يجوز أن يُستهدف فريق من أفرقة «CERT» ولا أن يُستخدم في الإضرار بغيره.',
    'ونقترح أن تُنشر القائمة مرة كل سنة، باللغات الرسمية الست، وأن تبقى متاحة للجميع.',
    'ويعني ذلك، في المقام الأول، بناء القدرات في البلدان النامية؛ فهل يكفي ما هو قائم؟',
    'وقد بيّنت التجربة أن التعاون بين القطاعين العام والخاص يختصر وقت الاستجابة بنسبة 40%.',
  ],
  paragraphs: 28,
  changed: ['نناشد', 'ندعو'],
};

const chinese: Long = {
  language: 'zh',
  direction: 'ltr',
  side: 'left',
  title: '关于保护应急小组（CERT）的详细意见',
  heading: '我们对各国的请求',
  paragraph: (number) => `第${number}段：`,
  sentences: [
    '我们呼吁各国在年底之前公布本国的联络点，并及时更新。',
    '不得把应急小组（CERT）作为攻击目标，也不得利用它们损害他国。',
    '我们建议每年以六种正式语文公布一次名单，供所有人查阅。',
    '这首先意味着加强发展中国家的能力建设；现有的措施是否足够？',
  ],
  paragraphs: 28,
  changed: ['呼吁', '敦促'],
};

const textOf = (long: Long): string => {
  const paragraphs = Array.from({ length: long.paragraphs }, (_, at) => [long.paragraph(at + 1), ...long.sentences].join(' '));
  return `## ${long.heading}\n\n${paragraphs.join('\n\n')}`;
};

for (const long of [arabic, chinese]) {
  test(`a long text in ${long.language} keeps its letters and its direction from the editor to the comparison`, async ({ portal }) => {
    test.slow();
    const text = textOf(long);
    /** As readers see it, wherever. */
    const isWhole = async (prose: Locator): Promise<void> => {
      await expect(prose).toHaveAttribute('lang', long.language);
      await expect(prose).toHaveCSS('direction', long.direction);
      await expect(prose.locator('p')).toHaveCount(long.paragraphs);
      await expect(prose.locator('h2, h3, h4')).toHaveText([long.heading]);
      await expect(prose.locator('p').last()).toHaveText(text.slice(text.lastIndexOf('\n') + 1));
      expect(await beginsAt(prose.locator('p').first())).toBe(long.side);
      expect(await missingLetters(prose)).toEqual([]);
    };

    await portal.newMember();
    const round = await findRound(portal, 'papers', ['open', 'soon']);
    const id = await test.step('editor', async () => {
      await portal.open(`/papers/new?round=${round.id}`);
      await portal.fill('Title', long.title);
      await portal.chooseValue('Language', long.language);
      await portal.choose('Subgroup', /SG-RNP/);
      await portal.fill('Text', text);
      await portal.chooseValue('What may be published', 'public');
      await portal.press('Save draft');
      await expect(portal.page).toHaveURL(/\/papers\/(?!new)[^/]+\/edit/);
      await expect(portal.field('Text')).toHaveValue(text);
      await expect(portal.field('Text')).toHaveCSS('direction', long.direction);
      expect(await missingLetters(portal.field('Text'))).toEqual([]);
      await portal.checkPage();
      return idOf(portal.page.url());
    });

    await test.step('check', async () => {
      await portal.press('Check before submitting');
      await isWhole(portal.main.locator('.prose').first());
      await portal.checkPage();
      await portal.open(`/papers/${id}/edit`);
      await submitPaper(portal);
    });

    await test.step('page', async () => {
      await portal.open(`/papers/${id}`);
      await expect(portal.main.getByRole('heading', { level: 1 })).toHaveText(long.title);
      await isWhole(portal.main.locator('.prose').first());
      await portal.checkPage();
    });

    await test.step('comparison', async () => {
      await portal.main.locator('summary', { hasText: portal.say('Replace or withdraw') }).click();
      await portal.press('Replace this paper');
      await portal.fill('Text', text.replace(...long.changed));
      await portal.press('Save draft');
      await portal.open(`/papers/${idOf(portal.page.url())}/compare`);
      await expect(portal.main.locator('del')).toHaveText([long.changed[0]]);
      await expect(portal.main.locator('ins')).toHaveText([long.changed[1]]);
      const changes = portal.main.locator('section', { has: portal.page.locator('ins') }).locator(`[lang="${long.language}"]`).first();
      await expect(changes).toHaveCSS('direction', long.direction);
      expect(await missingLetters(changes)).toEqual([]);
      await portal.checkPage();
    });
  });
}
