// What follows from a fact is done in the transaction that announced it where somebody asked for that, and is never lost where it cannot be.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse } from '../../../tests/setup/house.ts'
import { newId } from '../../shared/ids.ts'
import { type Context, withContext } from './context.ts'
import type { FollowUp } from './house.ts'

const job = 'test.follow'
const second = 'test.follow-the-follower'
const third = 'test.by-the-queue'
let follow: FollowUp = () => Promise.resolve()
let followTheFollower: FollowUp = () => Promise.resolve()

const home = await openTestHouse(
  { 'message.received': [job], 'case.opened': [second, third] },
  { [job]: (ctx, payload) => follow(ctx, payload), [second]: (ctx, payload) => followTheFollower(ctx, payload) },
)
afterAll(() => home.close())

const { house, organizationId } = home
const id = <K extends string>() => newId<K>(house.clock.now(), house.random)
const jobs = async () =>
  (
    await house.ownerPool.query<{ name: string }>(
      `select t.identifier as name from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    )
  ).rows.map(({ name }) => name)
const customers = async () =>
  (await house.ownerPool.query<{ name: string }>('select name from customer order by name')).rows.map(
    ({ name }) => name,
  )
const addCustomer = ({ db, organizationId, now }: Context, name: string) =>
  db
    .insertInto('customer')
    .values({
      organization_id: organizationId,
      customer_id: id<'customer'>(),
      name,
      first_seen_at: now(),
    })
    .execute()
let works = 0
const announce = (isFollowedUp: boolean) =>
  withContext(house, { organizationId, actor: { kind: 'system', part: 'test' }, isFollowedUp }, async (ctx) => {
    works += 1
    await addCustomer(ctx, 'work')
    const ids = { messageId: id<'message'>(), conversationId: id<'conversation'>(), customerId: id<'customer'>() }
    ctx.emit({ kind: 'message.received', ...ids })
    return works
  })

beforeEach(async () => {
  works = 0
  ;[follow, followTheFollower] = [() => Promise.resolve(), () => Promise.resolve()]
  await house.ownerPool.query('delete from graphile_worker._private_jobs')
  await house.ownerPool.query('delete from customer')
  home.woken.clear()
})

test('unless somebody asked for it, a job is added', async () => {
  follow = (ctx) => addCustomer(ctx, 'followed')
  await announce(false)
  expect(await jobs()).toEqual([job])
  expect(await customers()).toEqual(['work'])
  expect([...home.woken]).toContain('jobs')
})

test('what follows is done in the same transaction, with what it was told, and no job is added', async () => {
  let told: Readonly<Record<string, string>> = {}
  follow = async (ctx, payload) => {
    told = payload
    expect(await ctx.db.selectFrom('customer').select('name').execute()).toEqual([{ name: 'work' }])
    await addCustomer(ctx, 'followed')
  }
  expect(await announce(true)).toBe(1)
  expect(Object.keys(told).sort()).toEqual(['conversationId', 'customerId', 'messageId'])
  expect(await jobs()).toEqual([])
  expect(await customers()).toEqual(['followed', 'work'])
})

test('so is what follows from that; what only the queue can do is left to it', async () => {
  follow = (ctx) => {
    ctx.emit({ kind: 'case.opened', caseId: id<'case'>() })
    return Promise.resolve()
  }
  followTheFollower = (ctx) => addCustomer(ctx, 'followed twice')
  await announce(true)
  expect(await jobs()).toEqual([third])
  expect(await customers()).toEqual(['followed twice', 'work'])
})

test.each<[string, (ctx: Context) => unknown]>([
  ['by an error', () => Promise.reject(new Error('not now'))],
  ['in the database', (ctx) => addCustomer(ctx, 'a name with a \u0000 in it')],
  ['with what it keeps for the end', (ctx) => ctx.lastly(() => addCustomer(ctx, 'a name with a \u0000 in it'))],
])(
  'where it fails %s nothing of it stays, the work is done all the same, and a job does the rest',
  async (_how, fails) => {
    follow = async (ctx) => {
      await addCustomer(ctx, 'followed')
      await fails(ctx)
    }
    expect(await announce(true)).toBe(2)
    expect(await jobs()).toEqual([job])
    expect(await customers()).toEqual(['work'])
  },
)

test('work that fails itself is not done again', async () => {
  const failing = withContext(
    house,
    { organizationId, actor: { kind: 'system', part: 'test' }, isFollowedUp: true },
    () => {
      works += 1
      return Promise.reject(new Error('the work'))
    },
  )
  await expect(failing).rejects.toThrow('the work')
  expect(works).toBe(1)
})
