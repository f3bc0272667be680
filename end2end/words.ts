// The words people read. In English they are a contract and stand literally in the specs; in Arabic they are looked up in
// the locale files: the English text leads to its keys, the keys to the Arabic texts.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export type Language = 'en' | 'ar';

const locales = path.join(import.meta.dirname, '../app/locales');

/** All messages of a language: plain ones in full, multi-line ones joined, plural forms left as they are written. */
function messages(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  const folder = path.join(locales, language);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    let key = '';
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      const start = /^([a-z][a-z0-9-]*) *= *(.*)$/.exec(line);
      if (start?.[1] !== undefined) {
        key = start[1];
        found.set(key, start[2] ?? '');
      } else if (/^\s+\S/.test(line) && key !== '') {
        found.set(key, `${found.get(key) ?? ''} ${line.trim()}`.trim());
      } else {
        key = '';
      }
    }
  }
  return found;
}

const english = messages('en');
const arabic = messages('ar');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A message as a pattern: whatever the server fills in stands for itself. */
const pattern = (text: string): string => escaped(text).replace(/\\\{ \\\$[a-z-]+ \\\}/g, '[\\s\\S]+?');

/** The Arabic texts of an English one; several where the same English word is used in several places. */
function arabicOf(text: string): string[] {
  const keys = [...english].filter(([, value]) => value === text).map(([key]) => key);
  const texts = keys.map((key) => arabic.get(key)).filter((value) => value !== undefined);
  if (texts.length === 0) throw new Error(`“${text}” has no Arabic: it is not a text of app/locales/en, or its key is missing in ar`);
  return [...new Set(texts)];
}

/** Matches exactly this text in the language. */
export function exactly(language: Language, text: string): RegExp {
  const texts = language === 'en' ? [text] : arabicOf(text);
  return new RegExp(`^\\s*(?:${texts.map(escaped).join('|')})\\s*$`);
}

/** Matches where this text occurs, at any place. */
export function somewhere(language: Language, text: string): RegExp {
  const texts = language === 'en' ? [text] : arabicOf(text);
  return new RegExp(`(?:${texts.map(escaped).join('|')})`);
}

/** Matches a message of the locale files by its key, whatever its variables hold. */
export function message(language: Language, key: string): RegExp {
  const text = (language === 'en' ? english : arabic).get(key);
  if (text === undefined) throw new Error(`no message ${key} in app/locales/${language}`);
  return new RegExp(pattern(text));
}
