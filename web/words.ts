// Every word on screen comes from words/<language>.json by this. Keys are checked by the compiler.
import i18next, { type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './words/en.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof en }
  }
}

export type Translate = TFunction

export async function startWords(language: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'words',
    resources: { en: { words: en } },
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = i18next.language
  document.documentElement.dir = i18next.dir()
}

/**
 * Says a code that the server sent, as in `say(t, 'state', 'in-progress')`. A code this build has no word for is shown as it
 * is, because a newer server may know more of them.
 */
export function say(t: Translate, group: string, code: string, values: Readonly<Record<string, unknown>> = {}): string {
  const speak = t as unknown as (key: string, options: Readonly<Record<string, unknown>>) => string
  return speak(`${group}.${code}`, { ...values, defaultValue: code })
}

/** A share as people read it, as in 84 %. */
export const percent = (share: number): string =>
  share.toLocaleString(navigator.language, { style: 'percent', maximumFractionDigits: 0 })
