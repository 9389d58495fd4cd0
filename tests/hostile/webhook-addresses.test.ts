// Hostile webhook addresses: 263 ways to write or to name a place inside, none of which is connected to. Names are answered by a resolver of the
// test's own; nothing of the corpus is looked up or fetched.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { postWebhook } from '../../src/amend/staff-notices/post-webhook.ts'
import { type Resolver, whyNotOutside } from '../../src/platform/outside/post-outside.ts'

const file = join(process.env['AMENDS_SHARED'] ?? '../shared', 'corpus/ssrf/urls.json')
const nobody = new Set<string>()

interface Hostile {
  readonly url: string
  readonly expect: 'block' | 'allow'
}

describe.skipIf(!existsSync(file))('hostile webhook addresses (needs the corpus in $AMENDS_SHARED)', () => {
  const all = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Hostile[]) : []
  const ofKind = (kind: Hostile['expect']) => all.filter((one) => one.expect === kind).map(({ url }) => url)
  const safely = (url: string): string => url.replace(/^http:/i, 'https:')

  test('none is tried, as it is written or with https before it, whichever inner address its name answers', async () => {
    const inner = ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd12::1', '::ffff:10.0.0.1']
    const faults: string[] = []
    for (const [n, url] of ofKind('block').entries()) {
      const address = inner[n % inner.length] ?? ''
      const resolver: Resolver = () => Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }])
      for (const one of [url, safely(url)])
        // A connection that was tried fails here, and says so by another word than this.
        if ((await postWebhook(nobody, one, 'x', resolver)).kind !== 'refused') faults.push(one)
    }
    expect(faults).toEqual([])
    expect(ofKind('block').length).toBeGreaterThan(250)
  })

  test('public ones are let through', () => {
    expect(ofKind('allow').filter((url) => whyNotOutside(safely(url), nobody) !== null)).toEqual([])
  })
})
