// What somebody typed of a customer weighs nothing until somebody else has seen a document, or a record that came along says the same.
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staff } from '../../../tests/setup/cases.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { importDesk } from '../../../tests/setup/imports.ts'
import { seeTimeline } from '../../amend/cases/page/see-timeline.ts'
import { seeKnown, seePurchases, seeRecentPeople, seeWordOfMouth } from '../../amend/register/see-people.ts'
import { recordsOf } from '../../moving-in/source-record.sql.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import type { CustomerId, StaffId } from '../../shared/ids.ts'
import { privacy } from '../../wiring.ts'
import type { EvidenceList, NewEvidence } from './evidence.schema.ts'
import { seeEvidence } from './see-evidence.ts'
import { takeEvidenceBack, typeEvidence } from './type-evidence.ts'
import { verifyEvidence } from './verify-evidence.ts'

let home: TestHouse
let [jonas, petra] = ['', ''] as StaffId[] as [StaffId, StaffId]
let people: readonly CustomerId[] = []
beforeAll(async () => {
  home = await openTestHouse()
  jonas = await home.addPerson('Jonas Weber', 'handler')
  petra = await home.addPerson('Petra Lind', 'handler')
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${String(at)},Person ${String(at)},p${String(at)}@post.example,2024-01-01`,
  )
  await importDesk(home).bring('customer', ['id,name,email,since', ...rows].join('\n'))
  const found = await home.as('system', ({ db }) =>
    recordsOf(
      db,
      'shop',
      'customer',
      rows.map((_, at) => String(at)),
    ),
  )
  people = [...found.values()] as CustomerId[]
})
afterAll(() => home.close())

let taken = 0
/** Somebody of whom nothing is claimed yet. */
function anybody(): CustomerId {
  const one = people[taken++]
  if (!one) throw new Error('nobody is left')
  return one
}
const machines: NewEvidence = {
  ...{
    kind: 'purchase',
    words: '3 machines, receipt seen',
    at: '2019-05-01T10:00:00Z',
    amount: '1234.50',
    currency: 'EUR',
  },
}
const says = (who: StaffId, of: CustomerId, one: NewEvidence): Promise<EvidenceList> =>
  home.as(staff(who), (ctx) => typeEvidence(ctx, of, one))
const verify = (who: StaffId, { evidence }: EvidenceList): Promise<EvidenceList> =>
  home.as(staff(who), (ctx) => verifyEvidence(ctx, first(evidence), 'Receipt 17'))
const first = (evidence: EvidenceList['evidence']): EvidenceList['evidence'][number]['evidenceId'] => {
  const [one] = evidence
  if (!one) throw new Error('nothing is claimed')
  return one.evidenceId
}
const see = (of: CustomerId): Promise<EvidenceList> => home.as(staff(petra), (ctx) => seeEvidence(ctx, of))

/** All that anybody here reads of these people, and all that a later figure could be made from. */
const figures = (of: readonly CustomerId[]) =>
  home.as(staff(petra), async (ctx) => {
    const each = []
    for (const one of of)
      each.push([
        ...[await seeKnown(ctx, one), await seePurchases(ctx, one, undefined), await seeWordOfMouth(ctx, one)],
        await seeTimeline(ctx, { customerId: one }, undefined),
      ])
    const rows = []
    for (const table of ['purchase', 'refund', 'referral', 'interaction', 'customer', 'identity', 'decision'])
      rows.push((await home.house.ownerPool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)).rows)
    return JSON.stringify([each, await seeRecentPeople(ctx, undefined), rows])
  })

describe('what is claimed', () => {
  test('any claims of any people leave every figure as it is without them', async () => {
    const of = [anybody(), anybody(), anybody()]
    const who = fc.constantFrom(...of)
    const at = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    const words = fc
      .string({ minLength: 1, maxLength: 50 })
      .filter((text) => text.trim() !== '' && !text.includes('\\0'))
    const purchase = fc.record({
      ...{ kind: fc.constant('purchase' as const), words, at, currency: fc.constantFrom('EUR', 'USD') },
      amount: fc.integer({ min: 1, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2)),
    })
    const referral = fc.record({ kind: fc.constant('referral' as const), words, at, toldBy: who })
    const claim = fc.tuple(who, fc.constantFrom(jonas, petra), fc.oneof(purchase, referral))
    const before = await figures(of)
    let claimed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 5 }), async (claims) => {
        for (const [one, by, evidence] of claims) {
          if (evidence.kind === 'referral' && evidence.toldBy === one) continue
          await says(by, one, evidence)
          claimed += 1
        }
        expect(await figures(of)).toBe(before)
      }),
      { numRuns: 25 },
    )
    expect(claimed).toBeGreaterThan(20)
  }, 60_000)

  test('it stands as claimed, with who said it and when', async () => {
    const of = anybody()
    await says(jonas, of, machines)
    const { evidence } = await see(of)
    expect(evidence).toMatchObject([
      {
        ...{
          kind: 'purchase',
          words: '3 machines, receipt seen',
          amount: '1234.50',
          standing: 'claimed',
          verified: null,
        },
        typed: { name: 'Jonas Weber', at: home.clock.now().toISOString(), isMe: false },
      },
    ])
  })

  test('only whoever typed it takes it back, and nothing of it is left', async () => {
    const of = anybody()
    const { evidence } = await says(jonas, of, machines)
    const back = (who: StaffId) => home.as(staff(who), (ctx) => takeEvidenceBack(ctx, first(evidence)))
    await expect(back(petra)).rejects.toThrow(/Only whoever typed it/)
    expect(await back(jonas)).toEqual({ evidence: [] })
  })

  test('nobody brought themselves, nothing lies ahead, and nobody is made up', async () => {
    const of = anybody()
    const told: NewEvidence = { kind: 'referral', words: 'said so', at: machines.at, toldBy: of }
    await expect(says(jonas, of, told)).rejects.toThrow(/Nobody brings themselves/)
    await expect(says(jonas, of, { ...machines, at: '2027-01-01T00:00:00Z' })).rejects.toThrow(/future/)
    const nobody = '00000000-0000-4000-8000-000000000000' as CustomerId
    await expect(says(jonas, of, { ...told, toldBy: nobody })).rejects.toThrow(/no such person/)
  })
})

describe('what is verified', () => {
  test('whoever typed it cannot verify it, neither here nor in the database', async () => {
    const claimed = await says(jonas, anybody(), machines)
    await expect(verify(jonas, claimed)).rejects.toThrow(/Ask a colleague/)
    await expect(
      home.house.ownerPool.query(
        `update typed_evidence set verified_by = typed_by, verified_at = now(), document = 'x' where evidence_id = $1`,
        [first(claimed.evidence)],
      ),
    ).rejects.toThrow(/never_verified_by_who_typed_it/)
  })

  test('a purchase counts once a colleague has seen its document, and once only', async () => {
    const of = anybody()
    const claimed = await says(jonas, of, machines)
    const before = await figures([of])
    expect((await verify(petra, claimed)).evidence).toMatchObject([
      { standing: 'verified', verified: { name: 'Petra Lind', document: 'Receipt 17' } },
    ])
    expect(await figures([of])).not.toBe(before)
    const { purchases } = await home.as(staff(petra), (ctx) => seePurchases(ctx, of, undefined))
    expect(purchases.map(({ amount, currency, at }) => [amount, currency, at])).toEqual([
      ['1234.5', 'EUR', '2019-05-01T10:00:00.000Z'],
    ])
    await expect(verify(petra, claimed)).rejects.toThrow(/verified already/)
  })

  test('a referral stands with both people once it is verified', async () => {
    const [of, friend] = [anybody(), anybody()]
    const told: NewEvidence = { kind: 'referral', words: 'She said so at the fair', at: machines.at, toldBy: friend }
    await verify(petra, await says(jonas, of, told))
    const brought = async (who: CustomerId) =>
      (await home.as(staff(petra), (ctx) => seeWordOfMouth(ctx, who))).referrals.map(({ direction, customerId }) => [
        direction,
        customerId,
      ])
    expect(await brought(friend)).toEqual([['brought', of]])
    expect(await brought(of)).toEqual([['came-by', friend]])
  })

  test('a record that came along says the same: it counts, and the claim beside it never does', async () => {
    const of = anybody()
    const number = people.indexOf(of)
    const claimed = await says(jonas, of, machines)
    await importDesk(home).bring(
      'order',
      `id,customer,date,amount,currency\nm1,${String(number)},2019-05-01,1234.50,EUR`,
    )
    expect((await see(of)).evidence[0]?.standing).toBe('recorded')
    await expect(verify(petra, claimed)).rejects.toThrow(/counts already/)
    expect((await home.as(staff(petra), (ctx) => seePurchases(ctx, of, undefined))).purchases).toHaveLength(1)
  })
})

test('who is erased takes the claims along, also those of whom they told', async () => {
  const [of, friend] = [anybody(), anybody()]
  await says(jonas, friend, { kind: 'referral', words: 'hush said so', at: machines.at, toldBy: of })
  await verify(petra, await says(jonas, of, { ...machines, words: 'hush machines' }))
  await home.as(staff(home.founder, 'administrator'), (ctx) => eraseCustomer(ctx, privacy, [of]))
  const kept = await Promise.all(
    ['typed_evidence', 'purchase', 'referral', 'interaction'].map((table) =>
      home.house.ownerPool.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`),
    ),
  )
  expect(kept.flatMap(({ rows }) => rows).filter(({ row }) => row.includes('hush'))).toEqual([])
})
