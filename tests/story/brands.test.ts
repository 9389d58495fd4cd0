// A company that customers know under several names: each hears back in the name they wrote to, from its mailbox, whatever came by which door.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BrandId } from '../../src/hear/channels/brands/brand.sql.ts'
import { brandsOf } from '../../src/hear/channels/brands/brand.sql.ts'
import { forgetBrand, giveChannelBrand, keepBrand } from '../../src/hear/channels/brands/keep-brand.ts'
import { foundChannels } from '../../src/hear/channels/found-channels.ts'
import { openForm } from '../../src/hear/intake/form/take-form.ts'
import { readFilter } from '../../src/amend/register/read-filter.ts'
import { casesFrom, walksOf } from '../../src/amend/register/register.sql.ts'
import type { CaseId, ChannelId } from '../../src/shared/ids.ts'
import { letterOf, staff, writeIn } from '../setup/cases.ts'
import { connectMailbox } from '../setup/customers.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'

let home: TestHouse
let plain: ChannelId
let north: ChannelId
let brandId: BrandId
const act = <Result>(work: Parameters<typeof home.as<Result>>[1]) => home.as(staff(home.founder, 'administrator'), work)

beforeAll(async () => {
  home = await openTestHouse()
  await act((ctx) => foundChannels(ctx))
  plain = await connectMailbox(home)
  north = await connectMailbox(home, 'help@nordlicht.example')
  brandId = await act((ctx) => keepBrand(ctx, null, 'Nordlicht'))
  await act((ctx) => giveChannelBrand(ctx, north, brandId))
})
afterAll(() => home.close())

/** What the acknowledgement of a case says, and the mailbox it leaves by. */
async function acknowledgement(caseId: CaseId) {
  const messageId = await letterOf(home, caseId, 'acknowledgement')
  return act(({ db }) =>
    db
      .selectFrom('message')
      .innerJoin('outbox', 'outbox.message_id', 'message.message_id')
      .select(['message.text', 'outbox.channel_id'])
      .where('message.message_id', '=', messageId)
      .executeTakeFirstOrThrow(),
  )
}
const formOf = async () => (await act(({ db }) => brandsOf(db)))[0]?.formId ?? null

test('who writes to a brand hears from it, and who writes to the company from that', async () => {
  const [one, other] = [
    await writeIn(home, north, { from: 'ida@customer.example', text: 'The lamp is broken.' }),
    await writeIn(home, plain, { from: 'ole@customer.example', text: 'The lamp is broken.' }),
  ]
  const [theirs, ours] = [await acknowledgement(one.caseId), await acknowledgement(other.caseId)]
  expect(theirs).toMatchObject({ channel_id: north, text: expect.stringContaining('Nordlicht') })
  expect(ours.channel_id).toBe(plain)
  expect(ours.text).not.toContain('Nordlicht')
})

test('a brand has a web form in its name; what comes in by it is answered in that name and from its mailbox', async () => {
  const formId = await formOf()
  if (formId === null) throw new Error('no form')
  expect(await openForm(home.house, formId)).toMatchObject({ company: 'Nordlicht', isOff: false })
  expect(await openForm(home.house, null)).not.toMatchObject({ company: 'Nordlicht' })
  const { caseId } = await writeIn(home, formId, { from: 'nils@customer.example', text: 'It hums.' })
  expect(await acknowledgement(caseId)).toMatchObject({ channel_id: north, text: expect.stringContaining('Nordlicht') })
})

test('a case keeps its brand when the mailbox becomes another’s; a new name is said from then on', async () => {
  const { caseId } = await writeIn(home, north, { from: 'eva@customer.example', text: 'The lamp is broken.' })
  const second = await act((ctx) => keepBrand(ctx, null, 'Polarstern'))
  await act((ctx) => giveChannelBrand(ctx, north, second))
  const later = await writeIn(home, north, { from: 'uwe@customer.example', text: 'The lamp is broken.' })
  const found = async (brand: BrandId) => {
    const wanted = await act((ctx) => readFilter(ctx, { brand }))
    const [walk] = walksOf('received')
    if (!walk) throw new Error('no order')
    return (await act(({ db }) => casesFrom(db, wanted, walk, null, 50))).map((line) => line.caseId)
  }
  expect(await found(brandId)).toContain(caseId)
  expect(await found(second)).toEqual([later.caseId])
  await act((ctx) => keepBrand(ctx, second, 'Nordstern'))
  expect((await act(({ db }) => brandsOf(db))).map(({ name }) => name)).toEqual(['Nordlicht', 'Nordstern'])
  await act((ctx) => giveChannelBrand(ctx, north, brandId))
})

test('a name is one brand’s; one that is used stays, and one that is not goes with its form', async () => {
  await expect(act((ctx) => keepBrand(ctx, null, 'Nordlicht'))).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(act((ctx) => forgetBrand(ctx, brandId))).rejects.toMatchObject({ code: 'wrong-state' })
  const spare = await act((ctx) => keepBrand(ctx, null, 'Aurora'))
  const formId = (await act(({ db }) => brandsOf(db))).find((one) => one.brandId === spare)?.formId ?? null
  await act((ctx) => giveChannelBrand(ctx, plain, spare))
  await expect(act((ctx) => forgetBrand(ctx, spare))).rejects.toMatchObject({ code: 'wrong-state' })
  await act((ctx) => giveChannelBrand(ctx, plain, null))
  await act((ctx) => forgetBrand(ctx, spare))
  expect(await openForm(home.house, formId)).toMatchObject({ isOff: true })
  await expect(act((ctx) => forgetBrand(ctx, spare))).rejects.toMatchObject({ code: 'not-found' })
  await expect(act((ctx) => giveChannelBrand(ctx, plain, spare))).rejects.toMatchObject({ code: 'not-found' })
})
