// Replies of 142 mails and more with their quotations: what a person newly wrote is shown, and nothing of it is ever cut away with the quotation.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { visibleText } from '../../src/hear/channels/mail/visible-text.ts'
import { hasCorpus, shared } from './mail-files.ts'

const folder = join(shared, 'corpus/quoting')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

interface Pair {
  readonly name: string
  readonly mail: string
  readonly newlyWritten: string
}

/** Mails whose new words somebody has written down beside them. */
function pairs(): readonly Pair[] {
  const names = readdirSync(folder)
  return names
    .filter((name) => name.includes('_test_emails_') && names.includes(name.replace('_emails_', '_trimmed_')))
    .map((name) => ({ name, mail: read(name), newlyWritten: read(name.replace('_emails_', '_trimmed_')) }))
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** Without lines that are quoted, and without the greeting at the end, both of which belong to no new words. */
const wordsOf = (text: string): string => squash(text.replace(/^>.*$/gm, '').replace(/^best regards[\s\S]*/im, ''))

describe.skipIf(!hasCorpus)('quotations of the corpus (skipped where ../shared is absent)', () => {
  it('no new word is taken for a quotation', () => {
    const all = pairs()
    const lost = all.filter(({ mail, newlyWritten }) => !squash(visibleText(mail)).includes(wordsOf(newlyWritten)))
    expect(all.length).toBeGreaterThan(20)
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  it('half of them are shown without any of the quotation; the rest shows more, never less', () => {
    const all = pairs()
    const alike = all.filter(({ mail, newlyWritten }) => squash(visibleText(mail)) === squash(newlyWritten))
    console.log(`quotations: ${String(alike.length)} of ${String(all.length)} exactly as written down`)
    expect(alike.length * 2).toBeGreaterThanOrEqual(all.length)
  })

  it('of every other mail there is something to read, and no more than it says', () => {
    const others = readdirSync(folder).filter((name) => /\.(txt|eml)$/.test(name))
    const faults = others.filter((name) => {
      const text = read(name).replaceAll('\r\n', '\n')
      const seen = visibleText(text)
      return (text.trim() !== '' && seen.trim() === '') || seen.length > text.length
    })
    expect(others.length).toBeGreaterThan(150)
    expect(faults).toEqual([])
  })
})
