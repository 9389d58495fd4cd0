// The labelled sentences beside the tests, read: "MM-DD hh:mm | sentence" with the local due time, or "- | sentence" where nothing is promised.
import { readFileSync } from 'node:fs'
import type { CueLanguage } from '../cues/cues.rules.ts'

/** Said on Wednesday, 25 March 2026, at 10:15 by the reader's clock; theirs is put forward on the Sunday after. */
export const said: Readonly<Record<CueLanguage, { readonly now: Date; readonly zone: string }>> = {
  en: { now: new Date('2026-03-25T10:15:00Z'), zone: 'Europe/London' },
  de: { now: new Date('2026-03-25T09:15:00Z'), zone: 'Europe/Berlin' },
  fr: { now: new Date('2026-03-25T09:15:00Z'), zone: 'Europe/Paris' },
  es: { now: new Date('2026-03-25T09:15:00Z'), zone: 'Europe/Madrid' },
  it: { now: new Date('2026-03-25T09:15:00Z'), zone: 'Europe/Rome' },
}

export interface LabelledPromise {
  /** YYYY-MM-DD hh:mm by the reader's clock; null where nothing is promised. */
  readonly due: string | null
  readonly sentence: string
}

/** `held-out` sentences are for measuring only: whoever tunes a list must not look at them. */
export function labelledPromises(language: CueLanguage, set: 'labelled' | 'held-out'): readonly LabelledPromise[] {
  const name = set === 'labelled' ? `${language}.txt` : `${language}-held-out.txt`
  const lines = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [due = '', sentence = ''] = line.split(' | ')
    return { due: due === '-' ? null : `2026-${due}`, sentence }
  })
}

/** By Intl, so that the rules do not check themselves. */
export const wallClock = (due: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(due)
