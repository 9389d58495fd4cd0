// Addresses that carry a token: made by us alone, whatever a mail server does to their case.
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../shared/errors.ts'
import { seededRandom } from '../../../shared/random.ts'
import { findTokens, makeReplyAddress, verifyToken } from './reply-token.ts'
import type { ReplyKeys } from './reply-token.ts'

const secret = (fill: number) => new Uint8Array(32).fill(fill)
const keys: ReplyKeys = { scope: 'org-1', secrets: [secret(1)] }
const address = makeReplyAddress('support@shop.test', 'case', '42', keys)
const verify = (addresses: readonly string[], by: ReplyKeys) =>
  findTokens(addresses).filter((found) => verifyToken(found, by))

describe('a reply address', () => {
  it('carries 128 bits of HMAC-SHA256 in lower-case hex', () => {
    const token = createHmac('sha256', secret(1)).update('["org-1","case","42"]').digest('hex').slice(0, 32)
    expect(address).toBe(`support+c42.${token}@shop.test`)
  })

  it('is found among others and known again, in upper case too', () => {
    expect(verify(['anna@example.test', address.toUpperCase(), 'x+c1.00@y'], keys)).toMatchObject([
      { kind: 'case', reference: '42' },
    ])
  })

  it('counts once however often it is named', () => {
    expect(findTokens([address, address, address.toUpperCase()])).toHaveLength(1)
  })

  it('stays valid while keys rotate, and no longer', () => {
    expect(verify([address], { scope: 'org-1', secrets: [secret(2), secret(1)] })).toHaveLength(1)
    expect(verify([address], { scope: 'org-1', secrets: [secret(3), secret(2)] })).toHaveLength(0)
  })

  it('is worth nothing in another organization, for another case, or as another kind', () => {
    expect(verify([address], { ...keys, scope: 'org-2' })).toHaveLength(0)
    expect(verify([address.replace('c42', 'c43')], keys)).toHaveLength(0)
    expect(verify([address.replace('+c42', '+b42')], keys)).toHaveLength(0)
  })

  it('is never accepted without a key or with an empty one', () => {
    const empty = `support+c42.${createHmac('sha256', '').update('["org-1","case","42"]').digest('hex').slice(0, 32)}@shop.test`
    expect(verify([address, empty], { scope: 'org-1', secrets: [] })).toHaveLength(0)
    expect(verify([empty], { scope: 'org-1', secrets: [new Uint8Array()] })).toHaveLength(0)
  })

  it('is not guessed in 20,000 tries', () => {
    const random = seededRandom(7)
    const guesses = Array.from(
      { length: 20_000 },
      () => `support+c42.${Buffer.from(random.bytes(16)).toString('hex')}@shop.test`,
    )
    const found = guesses.filter((guess) => verify([guess], keys).length > 0)
    expect(found).toEqual([])
  })

  it('has at most 64 characters before the @', () => {
    const longest = 'a'.repeat(64 - '+c42.'.length - 32)
    expect(makeReplyAddress(`${longest}@shop.test`, 'case', '42', keys).indexOf('@')).toBe(64)
    expect(() => makeReplyAddress(`${longest}a@shop.test`, 'case', '42', keys)).toThrow(Refusal)
    expect(() => makeReplyAddress('support@shop.test', 'case', '4.2', keys)).toThrow(Refusal)
  })
})
