// Topics of a company and stages of the journey: people say them, the desk learns from that, tells of others with the words that decided, and abstains.
import { afterAll, describe, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../tests/setup/taken-case.ts'
import { hearPrivacy } from '../../hear/hear-privacy.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import type { CaseId } from '../../shared/ids.ts'
import { casePrivacy } from '../cases/case.privacy.ts'
import { seeRegister } from '../register/see-register.ts'
import { keepTopic } from './keep-topic.ts'
import { labelCase } from './label-case.ts'
import { lessonsUpTo } from './label.sql.ts'
import { closeSchool } from './school.ts'
import { seeCaseTopic } from './see-case-topic.ts'
import type { Aspect } from './topic.schema.ts'
import { type TopicId, topicsOf } from './topic.sql.ts'
import { topicsPrivacy } from './topics.privacy.ts'

const { home, jonas, mailbox } = await openCaseDesk()
afterAll(async () => {
  await closeSchool(home.house)
  await home.close()
})
const lead = staff(home.founder, 'administrator')
const keep = (name: string, topicId: TopicId | null = null, isArchived = false) =>
  home.as(lead, (ctx) => keepTopic(ctx, topicId, { name, isArchived }))
const label = (caseId: CaseId, value: string | null, aspect: Aspect = 'topic') =>
  home.as(staff(jonas), (ctx) => labelCase(ctx, caseId, { aspect, value }))
const see = (caseId: CaseId) => home.as(staff(jonas), (ctx) => seeCaseTopic(ctx, caseId))

let people = 0
const complain = async (text: string) => {
  people += 1
  const words = { from: `person${String(people)}@customer.example`, subject: 'My order', text }
  home.clock.moveMinutes(1)
  return writeIn(home, mailbox, words)
}
const parcels = [
  'never came',
  'is lost',
  'came to the neighbour',
  'was left in the rain',
  'is four days late',
  'went to Graz',
]
const motors = ['hums and stops', 'smells of oil', 'is loud', 'turns by itself', 'does not turn', 'rattles']
const bills = [
  'has the wrong sum',
  'came twice',
  'names another company',
  'lacks the tax',
  'is in dollars',
  'came too late',
]
const parcel = (n: number) => `The parcel ${parcels[n % 6] ?? ''}, says the courier. That was day ${String(n)}.`
const motor = (n: number) => `The motor of the mixer ${motors[n % 6] ?? ''} since day ${String(n)}.`
const bill = (n: number) => `The invoice ${bills[n % 6] ?? ''}, number ${String(n)}. Please send a right one.`

const delivery = await keep('Delivery')
const machine = await keep('Machine')
const invoice = await keep('Invoice')

describe('topics', () => {
  test('a name is used once at a time, whatever its case; an archived one comes back', async () => {
    await expect(keep('delivery')).rejects.toMatchObject({ code: 'wrong-state' })
    const old = await keep('Old things')
    await keep('Old things', old, true)
    const again = await keep('old things')
    await expect(keep('Old things', old)).rejects.toMatchObject({ code: 'wrong-state' })
    await keep('Something else', again)
    await keep('Old things', old)
    await keep('Old things', old, true)
    await keep('Something else', again, true)
    const names = (await home.as(lead, (ctx) => topicsOf(ctx.db))).map(({ name, isArchived }) => [name, isArchived])
    expect(names).toEqual([
      ...[
        ['Delivery', false],
        ['Invoice', false],
        ['Machine', false],
      ],
      ...[
        ['Old things', true],
        ['Something else', true],
      ],
    ])
    await expect(keep('x', '00000000-0000-4000-8000-000000000000' as TopicId)).rejects.toMatchObject({
      code: 'not-found',
    })
    const { caseId } = await complain('Hello.')
    await expect(label(caseId, old)).rejects.toMatchObject({ code: 'invalid' })
    await expect(label(caseId, 'repair', 'stage')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('what is said stands on the case, in the register and among the decisions, and is taken back', async () => {
    const { caseId } = await complain(parcel(1))
    await label(caseId, delivery)
    await label(caseId, delivery)
    await label(caseId, 'deliver', 'stage')
    expect(await see(caseId)).toMatchObject({ topic: { value: delivery, guess: null }, stage: { value: 'deliver' } })
    const found = async (filter: object) =>
      (await home.as(staff(jonas), (ctx) => seeRegister(ctx, filter, 'received', undefined, 50))).lines
    expect(await found({ topic: delivery })).toMatchObject([{ caseId, topic: 'Delivery', stage: 'deliver' }])
    expect(await found({ stage: 'deliver', topic: delivery })).toHaveLength(1)
    expect((await found({ topic: 'none' })).map((one) => one.caseId)).not.toContain(caseId)
    const decisions = await home.as('system', ({ db }) =>
      db
        .selectFrom('decision')
        .select(['kind', 'chosen', 'actor_kind'])
        .where('case_id', '=', caseId)
        .where('kind', 'in', ['topic', 'stage'])
        .execute(),
    )
    expect(decisions).toEqual([
      { kind: 'topic', chosen: delivery, actor_kind: 'staff' },
      { kind: 'stage', chosen: 'deliver', actor_kind: 'staff' },
    ])
    await label(caseId, null)
    await label(caseId, null, 'stage')
    expect(await found({ topic: delivery })).toEqual([])
    expect((await see(caseId)).topic.value).toBeNull()
  })

  test('labels given at the same time have numbers without a gap', async () => {
    const cases = await Promise.all([1, 2, 3, 4].map((n) => complain(`Something ${String(n)}`)))
    await Promise.all(cases.map(({ caseId }) => label(caseId, 'use', 'stage')))
    const numbers = await home.as('system', ({ db }) =>
      db.selectFrom('case_label').select('number').where('aspect', '=', 'stage').orderBy('number').execute(),
    )
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, at) => at + 1))
  })
})

describe('learning', () => {
  const told = async (text: string) => (await see((await complain(text)).caseId)).topic

  test('says nothing while too few cases are labelled', async () => {
    expect(await told(parcel(40))).toEqual({ value: null, guess: null, abstains: 'too-few' })
  })

  test('then says what a case is about, how likely, and by which words; of nothing known it says nothing', async () => {
    for (let n = 0; n < 12; n++) {
      await label((await complain(parcel(n))).caseId, delivery)
      await label((await complain(motor(n))).caseId, machine)
      await label((await complain(bill(n))).caseId, invoice)
    }
    const { guess } = await told('My parcel has not come, and the courier says nothing.')
    expect(guess?.value).toBe(delivery)
    expect(guess?.probability).toBeGreaterThan(0.6)
    expect(guess?.words).toContain('parcel')
    expect((await told('The motor is too loud, it hums.')).guess?.value).toBe(machine)
    expect(await told('Grüezi mitenand, dr Bancomat isch hüt zue gsi.')).toEqual({
      ...{ value: null, guess: null, abstains: 'unlike' },
    })
  })

  test('a correction counts at once, and one topic more is learnt from its first cases', async () => {
    const fresh = await keep('Discount code')
    for (let n = 0; n < 4; n++)
      await label((await complain(`The voucher ${String(n)} is refused at the till of the shop.`)).caseId, fresh)
    expect((await told('Your till has refused my voucher.')).guess?.value).toBe(fresh)
  })

  test('what was learnt as labels came equals what is learnt from all of them afterwards, corrections and all', async () => {
    const probes = [parcel(90), motor(91), bill(92), 'The voucher is refused.', 'Nothing works with you.']
    const cases = await Promise.all(probes.map(complain))
    const all = () => Promise.all(cases.map(({ caseId }) => see(caseId)))
    const topics = [delivery, machine, invoice, null]
    const relabelled = await Promise.all([parcel, motor, bill].map((text, n) => complain(text(n + 60))))
    for (let n = 0; n < 17; n++) {
      const one = relabelled[(n * 7) % 3]
      if (one) await label(one.caseId, topics[(n * 5 + 1) % 4] ?? null)
      const asTheyCame = await all()
      if (n % 4 > 0) continue
      await closeSchool(home.house)
      expect(await all()).toEqual(asTheyCame)
    }
  })

  test('nothing is learnt from somebody who was erased, nor from a topic that is archived', async () => {
    const words = 'The gramophone of aunt Ottilie skips a beat.'
    const musical = await keep('Music')
    const some = [await complain(words), await complain(words), await complain(words), await complain(words)]
    for (const { caseId } of some) await label(caseId, musical)
    expect((await told(words)).guess?.value).toBe(musical)
    for (const { customerId } of some)
      await home.as('system', (ctx) =>
        eraseCustomer(ctx, [...hearPrivacy, ...casePrivacy, ...topicsPrivacy], [customerId]),
      )
    const lessons = await home.as('system', ({ db }) => lessonsUpTo(db, 'topic', 10_000, 10_000))
    expect(lessons.filter(({ text, label: of }) => text.includes('Ottilie') || of === musical)).toEqual([])
    expect((await told(words)).guess?.value).not.toBe(musical)
    await keep('Invoice', invoice, true)
    expect((await told(bill(3))).guess?.value).not.toBe(invoice)
    await keep('Invoice', invoice)
    expect((await told(bill(3))).guess?.value).toBe(invoice)
  })

  test('a label stays as it was given', async () => {
    const change = home.as('system', ({ db }) =>
      db.updateTable('case_label').set({ value: null }).where('case_id', 'is not', null).execute(),
    )
    await expect(change).rejects.toThrow('a label is never changed')
  })
})
