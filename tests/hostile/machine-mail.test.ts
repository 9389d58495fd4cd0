// Automatic replies and look-alikes, 139 in 46 languages: no machine is answered, no person is lost.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMail } from '../../src/hear/channels/mail/parse-mail.ts'
import { hasCorpus, shared } from './mail-files.ts'

interface Item {
  readonly file: string
  readonly style: string
  readonly expect: 'auto' | 'auto-by-text' | 'human'
  readonly may_send_auto_ack?: boolean
  readonly detectable_by_header?: boolean
}

async function judge(item: Item) {
  const bytes = readFileSync(path.join(shared, 'corpus', item.file))
  const raw = {
    key: item.file,
    bytes,
    mediaType: 'message/rfc822',
    receivedAt: new Date('2026-06-01T08:00:00Z'),
    proof: { kind: 'none' as const },
  }
  const { machine, kind } = await parseMail(raw)
  return { ...item, machine, kind }
}

describe.skipIf(!hasCorpus)('automatic replies of the corpus (skipped where ../shared is absent)', () => {
  const items = hasCorpus
    ? (JSON.parse(readFileSync(path.join(shared, 'corpus/autoreply/index.json'), 'utf8')) as readonly Item[])
    : []

  it('all 133 machine ones are recognised, and none may be answered', async () => {
    const judged = await Promise.all(items.filter((item) => item.expect !== 'human').map(judge))
    const known = judged.filter(({ machine }) => machine.machine)
    const count = (by: 'header' | 'text') => String(known.filter(({ machine }) => machine.certainBy === by).length)
    console.log(
      `automatic replies: ${String(known.length)} of ${String(judged.length)} recognised, ${count('header')} by header, ${count('text')} by text`,
    )
    expect(judged).toHaveLength(133)
    expect(
      judged.filter(({ machine }) => !machine.machine || machine.mayAnswerAutomatically).map(({ file }) => file),
    ).toEqual([])
  })

  it('those with a telling header are certain by header: only X-Auto-Response-Suppress tells nothing', async () => {
    const judged = await Promise.all(items.filter((item) => item.detectable_by_header === true).map(judge))
    const byText = judged.filter(({ machine }) => machine.certainBy === 'text')
    expect(judged).toHaveLength(104)
    expect([...new Set(byText.map(({ style }) => style))]).toEqual(['exchange-old'])
  })

  it('all 6 persons are persons, and are answered where that is allowed', async () => {
    const judged = await Promise.all(items.filter((item) => item.expect === 'human').map(judge))
    expect(judged).toHaveLength(6)
    expect(judged.filter(({ machine, kind }) => machine.machine || kind !== 'message').map(({ file }) => file)).toEqual(
      [],
    )
    expect(
      judged
        .filter(({ machine, may_send_auto_ack: allowed }) => machine.mayAnswerAutomatically !== allowed)
        .map(({ file }) => file),
    ).toEqual([])
  })
})
