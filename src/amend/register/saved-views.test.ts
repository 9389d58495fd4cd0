// Saved views: a person's own are theirs alone, shared ones are everybody's and made by leads; and none outlives the customer it is about.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../tests/setup/cases.ts'
import { connectMailbox } from '../../../tests/setup/customers.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { signInFor, type SignedIn } from '../../../tests/setup/sign-in.ts'
import { withContext } from '../../platform/context/context.ts'
import { buildServer } from '../../platform/http/server.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import { identifyCaller } from '../../platform/staff/caller.api.ts'
import type { StaffId } from '../../shared/ids.ts'
import { privacy } from '../../wiring.ts'
import { seeViews } from './keep-view.ts'
import { registerRoutes } from './register.api.ts'
import type { SavedView } from './saved-view.schema.ts'

let home: TestHouse
let app: FastifyInstance
interface Somebody {
  readonly staffId: StaffId
  readonly signedIn: SignedIn
}
let [jonas, lea, lead] = [] as unknown as [Somebody, Somebody, Somebody]

beforeAll(async () => {
  home = await openTestHouse()
  app = await buildServer(home.house, identifyCaller, registerRoutes)
  const join = async (name: string, role: 'handler' | 'lead'): Promise<Somebody> => {
    const staffId = await home.addPerson(name, role)
    return { staffId, signedIn: await signInFor(home, staffId) }
  }
  ;[jonas, lea, lead] = [
    await join('Jonas Weber', 'handler'),
    await join('Lea Sommer', 'handler'),
    await join('Tomas Lind', 'lead'),
  ]
})
afterAll(async () => {
  await app.close()
  await home.close()
})

const ask = ({ signedIn }: Somebody, method: 'POST' | 'PUT', path: string, payload: object = {}) =>
  app.inject({
    ...{ method, url: `/api/register/views${path}`, payload },
    headers: { cookie: signedIn.cookie, 'x-amends-csrf': signedIn.csrf },
  })
const keep = async (who: Somebody, name: string, filter: object = { late: 'now' }, isShared = false) => {
  const answer = await ask(who, 'POST', '', { name, filter, isShared })
  return { status: answer.statusCode, id: answer.json<{ savedViewId: string }>().savedViewId }
}
const views = async ({ signedIn }: Somebody): Promise<readonly SavedView[]> => {
  const answer = await app.inject({ method: 'GET', url: '/api/register/views', headers: { cookie: signedIn.cookie } })
  return answer.json<{ views: readonly SavedView[] }>().views
}
const names = async (who: Somebody) => (await views(who)).map(({ name }) => name)

test('a view is kept with its filter and order, given another name, another filter, and deleted', async () => {
  const filter = { state: 'received,acknowledged', owner: 'nobody', q: 'kettle 50%', sort: 'due' }
  const { status, id } = await keep(jonas, ' Waiting ', filter)
  expect(status).toBe(201)
  expect(await views(jonas)).toEqual([{ savedViewId: id, name: 'Waiting', isShared: false, isOwn: true, filter }])
  expect((await ask(jonas, 'PUT', `/${id}`, { name: 'Waiting kettles' })).statusCode).toBe(200)
  expect((await ask(jonas, 'PUT', `/${id}`, { filter: { late: 'ever' } })).statusCode).toBe(200)
  expect(await views(jonas)).toMatchObject([{ name: 'Waiting kettles', filter: { late: 'ever' } }])
  expect((await ask(jonas, 'POST', `/${id}/delete`)).json()).toEqual({ done: true })
  expect(await views(jonas)).toEqual([])
  expect((await ask(jonas, 'POST', `/${id}/delete`)).statusCode).toBe(404)
  expect((await ask(jonas, 'PUT', `/${id}`, { name: 'x' })).statusCode).toBe(404)
})

test('what somebody keeps for themself does not exist for anybody else, a lead not excepted', async () => {
  const { id } = await keep(jonas, 'Only mine')
  for (const other of [lea, lead]) {
    expect(await names(other)).not.toContain('Only mine')
    expect((await ask(other, 'PUT', `/${id}`, { name: 'taken' })).statusCode).toBe(404)
    expect((await ask(other, 'POST', `/${id}/delete`)).statusCode).toBe(404)
  }
  expect(await names(jonas)).toContain('Only mine')
})

test('a shared view is made, changed and deleted by leads, and seen by everybody before their own', async () => {
  expect((await keep(jonas, 'For all', {}, true)).status).toBe(403)
  const { id, status } = await keep(lead, 'Late now', { late: 'now' }, true)
  expect(status).toBe(201)
  expect((await names(jonas))[0]).toBe('Late now')
  expect((await views(jonas))[0]).toMatchObject({ isShared: true, isOwn: false })
  expect((await views(lead))[0]).toMatchObject({ isShared: true, isOwn: true })
  expect((await ask(jonas, 'PUT', `/${id}`, { name: 'mine' })).statusCode).toBe(403)
  expect((await ask(jonas, 'POST', `/${id}/delete`)).statusCode).toBe(403)
  expect((await ask(lead, 'PUT', `/${id}`, { name: 'Late today' })).statusCode).toBe(200)
  expect((await names(lea))[0]).toBe('Late today')
  expect((await ask(lead, 'POST', `/${id}/delete`)).statusCode).toBe(200)
  expect(await names(lea)).toEqual([])
})

test.each([
  { name: '', isShared: false, filter: {} },
  { name: ' ', isShared: false, filter: {} },
  { name: 'x'.repeat(61), isShared: false, filter: {} },
  { name: 'a\u0000b', isShared: false, filter: {} },
  { name: 'x', isShared: false, filter: { state: 'open' } },
  { name: 'x', isShared: false, filter: { after: 'AAAA' } },
  { name: 'x', isShared: false, filter: { grade: 'A' } },
  { name: 'x', filter: {} },
])('a view of nothing that there is is refused: %j', async (view) => {
  expect((await ask(lea, 'POST', '', view)).statusCode).toBe(400)
  expect(await names(lea)).toEqual([])
})

test('nobody keeps more than a page can show', async () => {
  const { staffId } = lea
  for (let n = 0; n < 50; n++) expect((await keep(lea, `View ${String(n)}`)).status).toBe(201)
  expect((await keep(lea, 'One more')).status).toBe(409)
  expect(await home.as(staff(staffId), seeViews)).toHaveLength(50)
})

test('a view that asks for a customer goes with them, and others stay', async () => {
  const mailbox = await connectMailbox(home)
  const { customerId } = await writeIn(home, mailbox, { text: 'The kettle leaks.' })
  await keep(jonas, 'Of Mira', { customer: customerId })
  expect(await names(jonas)).toContain('Of Mira')
  await home.as(staff(home.founder, 'administrator'), (ctx) => eraseCustomer(ctx, privacy, [customerId]))
  expect(await names(jonas)).toEqual(['Only mine'])
})

test('another company sees and changes none of them', async () => {
  const { id } = await keep(lead, 'Everybody’s', {}, true)
  const { organizationId, founder } = await home.foundAnother('Rival')
  const rival = { staffId: founder, signedIn: await signInFor(home, founder, organizationId) }
  expect(await views(rival)).toEqual([])
  expect((await ask(rival, 'PUT', `/${id}`, { name: 'x' })).statusCode).toBe(404)
  expect((await ask(rival, 'POST', `/${id}/delete`)).statusCode).toBe(404)
  expect(await withContext(home.house, { organizationId, actor: staff(founder, 'administrator') }, seeViews)).toEqual(
    [],
  )
  expect((await names(jonas))[0]).toBe('Everybody’s')
})
