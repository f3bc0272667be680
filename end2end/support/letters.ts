// How letters are drawn: whether a font has them, and at which side a text begins.
import type { Locator } from '@playwright/test';

/** The characters of a place that no font on this machine has: they look like characters nobody has assigned. */
export function missingLetters(place: Locator): Promise<string[]> {
  return place.evaluate((element) => {
    const text = element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? '');
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [96, 64];
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('no canvas');
    pen.font = `32px ${getComputedStyle(element).fontFamily}`;
    const picture = (character: string): string => {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.fillText(character, 32, 44);
      return pen.getImageData(0, 0, canvas.width, canvas.height).data.join();
    };
    const nothing = picture(' ');
    const unknown = ['\u0378', '\u{10fffd}'].map(picture);
    // Else the comparison would find nothing, whatever is missing.
    if (unknown.some((drawn) => drawn === nothing)) throw new Error('a character nobody has assigned is drawn as nothing');
    return [...new Set(text)].filter((character) => character.trim() !== '' && unknown.includes(picture(character)));
  });
}

/** The side at which the first line of a paragraph begins; the paragraph must be longer than one line. */
export function beginsAt(paragraph: Locator): Promise<'left' | 'right'> {
  return paragraph.evaluate((element) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (words === null) throw new Error('no text');
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(words, 1);
    const [letter, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    return letter.left + letter.right < box.left + box.right ? 'left' : 'right';
  });
}
