// The authorisation matrix, made from the route table: every endpoint and the event stream × role × how the object stands to the person ×
// another company. Roles are asked of the real server with each answer replaced by a mark, so that nothing is changed by asking;
// strangers and other companies are asked of the real server with everything in place, and must neither learn nor change anything.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/platform/context/actor.rules.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import type { AnyRoute } from '../../src/platform/http/route.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import { makeWebhook } from '../../src/platform/webhooks/keep-webhook.ts'
import { keepTopic } from '../../src/amend/topics/keep-topic.ts'
import { keepBrand } from '../../src/hear/channels/brands/keep-brand.ts'
import { keepBlock } from '../../src/amend/cases/blocks/keep-block.ts'
import { represent, seeRepresentations } from '../../src/hear/customers/representatives/represent.ts'
import { typeEvidence } from '../../src/know/evidence/type-evidence.ts'
import { makeView } from '../../src/amend/register/keep-view.ts'
import { nameSubject } from '../../src/amend/cases/work/name-subject.ts'
import { takeCase } from '../../src/amend/cases/work/take-case.ts'
import { writeNote } from '../../src/amend/cases/notes/write-note.ts'
import type { CaseId, CustomerId, StaffId } from '../../src/shared/ids.ts'
import { allRoutes } from '../../src/wiring.ts'
import { caseOf, staff, writeIn } from '../setup/cases.ts'
import { connectMailbox } from '../setup/customers.ts'
import { openTestHouse, type TestHouse } from '../setup/house.ts'
import { makeKeyFor, signInFor, type SignedIn } from '../setup/sign-in.ts'
import { bodyFor } from './authorisation-matrix.bodies.ts'
import { expected } from './authorisation-matrix.expected.ts'

type Checked = Extract<AnyRoute, { kind: 'checked' }>
const roles: readonly Role[] = ['handler', 'lead', 'administrator']
const secretWord = 'zirconium'

let desk: TestHouse
let probe: FastifyInstance
let real: FastifyInstance
let routes: readonly AnyRoute[]
let keys: Readonly<Record<'key' | 'reading key', string>> = { key: '', 'reading key': '' }
let ids: Readonly<Record<string, string>>
const people = new Map<Role, { readonly signedIn: SignedIn; readonly own: CaseId; readonly about: CaseId }>()
const shared = { pool: '', colleague: '' }

const nameOf = (route: AnyRoute): string => `${route.method} ${route.url}`
const checked = (): readonly Checked[] => routes.filter((route): route is Checked => route.kind === 'checked')

beforeAll(async () => {
  desk = await openTestHouse()
  routes = allRoutes(makeLiveHub(desk.house))
  probe = await buildServer(desk.house, identifyCaller, routes.map(probed))
  real = await buildServer(desk.house, identifyCaller, routes)
  const mailbox = await connectMailbox(desk)
  const complain = async (who: string) =>
    writeIn(desk, mailbox, { from: `${who}@customer.example`, text: `My ${secretWord} kettle is broken.` })
  const take = async (caseId: CaseId, by: StaffId) => {
    const { version } = (await caseOf(desk, caseId)).current
    await desk.as(staff(by), (ctx) => takeCase(ctx, caseId, version))
    return caseId
  }
  for (const role of roles) {
    const person = await desk.addPerson(`Some ${role}`, role)
    const own = await take((await complain(role)).caseId, person)
    const about = (await complain(`about-${role}`)).caseId
    const { version } = (await caseOf(desk, about)).current
    await desk.as(staff(desk.founder, 'administrator'), (ctx) => nameSubject(ctx, about, { version, staffId: person }))
    people.set(role, { signedIn: await signInFor(desk, person), own, about })
  }
  const colleague = await desk.addPerson('A colleague', 'handler')
  const waiting = await complain('pool')
  shared.pool = waiting.caseId
  shared.colleague = await take((await complain('colleague')).caseId, colleague)
  const { noteId } = await desk.as(staff(colleague), (ctx) =>
    writeNote(ctx, waiting.caseId, { text: `Their ${secretWord} kettle again.`, call: 'in', mentions: [] }),
  )
  keys = {
    key: await makeKeyFor(desk, desk.founder),
    'reading key': await makeKeyFor(desk, desk.founder, 'objects'),
  }
  const one = async (question: string) => (await desk.house.ownerPool.query<{ id: string }>(question)).rows[0]?.id ?? ''
  ids = {
    caseId: waiting.caseId,
    messageId: waiting.messageId,
    noteId,
    conversationId: waiting.conversationId,
    intoId: waiting.caseId,
    rearrangementId: noteId,
    customerId: await one('select customer_id as id from customer limit 1'),
    otherId: await one('select customer_id as id from customer limit 1'),
    identityId: await one('select identity_id as id from identity limit 1'),
    representationId: await aRepresentation(),
    promiseId: await one(`select promise_id as id from promise where case_id = '${waiting.caseId}' limit 1`),
    channelId: mailbox,
    rawId: await one('select raw_id as id from inbound_raw limit 1'),
    fileId: await one('select coalesce((select file_id from file limit 1), gen_random_uuid()) as id'),
    staffId: colleague,
    inviteId: await one('select gen_random_uuid() as id'),
    apiKeyId: await one('select api_key_id as id from api_key limit 1'),
    jobId: '1',
    savedViewId: await sharedView(),
    blockId: await buildingBlock(),
    brandId: await aBrand(),
    topicId: await aTopic(),
    webhookId: await aWebhook(),
    id: await one('select gen_random_uuid() as id'),
    deliveryId: await one('select gen_random_uuid() as id'),
    importId: await one('select gen_random_uuid() as id'),
    evidenceId: await aClaim(colleague),
  }
}, 240_000)
afterAll(async () => {
  await probe.close()
  await real.close()
  await desk.close()
})

const buildingBlock = (): Promise<string> =>
  desk.as(staff(desk.founder, 'administrator'), (ctx) =>
    keepBlock(ctx, null, { name: 'Thanks', text: 'It leaves us today.' }),
  )

const aTopic = (): Promise<string> =>
  desk.as({ kind: 'staff', staffId: desk.founder, role: 'administrator' }, (ctx) =>
    keepTopic(ctx, null, { name: 'Delivery', isArchived: false }),
  )
/** Somebody new writes for a customer who wrote. */
const aRepresentation = async (): Promise<string> => {
  const find = 'select customer_id as id from customer order by first_seen_at limit 2'
  const { rows } = await desk.house.ownerPool.query<{ id: CustomerId }>(find)
  const [one, other] = [rows[0]!.id, rows[1]!.id]
  const who = staff(desk.founder, 'administrator')
  await desk.as(who, (ctx) => represent(ctx, one, { by: other, kind: 'lawyer', evidence: 'A letter.' }))
  return (await desk.as(who, (ctx) => seeRepresentations(ctx, one))).spokenForBy[0]!.representationId
}
const aBrand = (): Promise<string> =>
  desk.as(staff(desk.founder, 'administrator'), (ctx) => keepBrand(ctx, null, 'Nordlicht'))

/** What a colleague says of some customer. */
const aClaim = async (by: StaffId): Promise<string> => {
  const claim = {
    kind: 'purchase',
    words: 'A kettle',
    at: '2025-01-01T00:00:00Z',
    amount: '10',
    currency: 'EUR',
  } as const
  const customerId = (
    await desk.house.ownerPool.query<{ id: CustomerId }>('select customer_id as id from customer limit 1')
  ).rows[0]?.id
  if (!customerId) throw new Error('there is no customer')
  const { evidence } = await desk.as(staff(by), (ctx) => typeEvidence(ctx, customerId, claim))
  return evidence[0]?.evidenceId ?? ''
}

const aWebhook = async (): Promise<string> => {
  const asked = { url: 'https://hooks.example/cases', kinds: ['case.opened'] as const }
  return (await desk.as(staff(desk.founder, 'administrator'), (ctx) => makeWebhook(ctx, desk.founder, asked))).webhookId
}

const isForKeys = (route: AnyRoute): boolean => {
  const rule = expected[nameOf(route)]
  return rule === 'key' || rule === 'reading key'
}

/** A view that everybody sees. What a person keeps for themself is nobody else's: src/amend/register/saved-views.test.ts. */
const sharedView = (): Promise<string> =>
  desk.as(staff(desk.founder, 'administrator'), (ctx) =>
    makeView(ctx, { name: 'Late', isShared: true, filter: { late: 'now' } }),
  )

/** The same route, policy and all, that answers with a mark instead of doing anything. */
function probed(route: AnyRoute): AnyRoute {
  const marked = { status: 200, answer: () => Promise.resolve({ let: 'through' }) }
  const { response: _response, body: _body, query: _query, ...rest } = route
  if (rest.kind === 'open') return { ...rest, ...marked }
  const { before: _before, ...checked } = rest
  return { ...checked, ...marked }
}

const urlOf = (route: AnyRoute, values: Readonly<Record<string, string>>): string =>
  route.url.replaceAll(/:(\w+)/g, (_all, name: string) => values[name] ?? 'missing') +
  (route.url === '/api/imports' ? '?kind=order&source=shop' : '') +
  (route.url === '/api/search' ? `?q=${secretWord}` : '') +
  (route.url === '/api/team/cases' ? '?of=at-risk' : '')

async function mayPass(route: AnyRoute, who: SignedIn, values: Readonly<Record<string, string>>): Promise<boolean> {
  const answer = await probe.inject({
    method: route.method,
    url: urlOf(route, values),
    headers: { cookie: who.cookie, 'x-amends-csrf': who.csrf },
  })
  if (answer.statusCode === 200) return true
  if ([401, 403, 404].includes(answer.statusCode)) return false
  throw new Error(`${nameOf(route)} answers ${String(answer.statusCode)}: ${answer.body}`)
}

const inRole = (rule: 'nobody' | 'everybody' | 'leads' | 'administrators', role: Role): boolean =>
  ({ nobody: false, everybody: true, leads: role !== 'handler', administrators: role === 'administrator' })[rule]

test('every route is listed, and nothing is listed that is no route', () => {
  expect(routes.map(nameOf).sort()).toEqual(Object.keys(expected).sort())
})

test('exactly the listed routes are open, and each says why', () => {
  const open = routes.flatMap((route) => (route.kind === 'open' ? [nameOf(route)] : []))
  expect(open.sort()).toEqual(
    Object.entries(expected)
      .flatMap(([name, rule]) => (rule === 'open' ? [name] : []))
      .sort(),
  )
  for (const route of routes) if (route.kind === 'open') expect(route.openBecause.length).toBeGreaterThan(10)
})

test('each role may do what is listed, by how the object stands to the person, and nothing else', async () => {
  const faults: string[] = []
  for (const route of checked()) {
    const rule = expected[nameOf(route)]
    if (rule === undefined || rule === 'open') continue
    for (const role of roles) {
      const person = people.get(role)
      if (!person) throw new Error('nobody')
      const cells =
        rule === 'key' || rule === 'reading key'
          ? ([['any', 'nobody', ids['caseId']]] as const)
          : 'any' in rule
            ? ([['any', rule.any, ids['caseId']]] as const)
            : ([
                ['own', rule.own, person.own],
                ['pool', rule.pool, shared.pool],
                ['colleague', rule.colleague, shared.colleague],
                ['about', 'nobody', person.about],
              ] as const)
      for (const [relation, who, caseId] of cells) {
        const may = await mayPass(route, person.signedIn, { ...ids, caseId: caseId ?? '' })
        if (may !== inRole(who, role))
          faults.push(`${nameOf(route)} ${role} ${relation}: ${may ? 'let through' : 'refused'}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test.each(['key', 'reading key'] as const)('a %s opens what such keys may and nothing else', async (kind) => {
  const faults: string[] = []
  const headers = { authorization: `Bearer ${keys[kind]}` }
  for (const route of checked()) {
    const { statusCode } = await probe.inject({ method: route.method, url: urlOf(route, ids), headers })
    if ((statusCode === 200) !== (expected[nameOf(route)] === kind))
      faults.push(`${nameOf(route)} → ${String(statusCode)}`)
  }
  expect(faults).toEqual([])
})

/** A fingerprint of everything the first company has, but for what counts tries. */
async function everythingOfOurs(): Promise<string> {
  const { rows: tables } = await desk.house.ownerPool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('schema_migration', 'attempt')`)
  const prints: string[] = []
  for (const { name } of tables) {
    const { rows } = await desk.house.ownerPool.query<{ print: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t where organization_id = $1`,
      [desk.organizationId],
    )
    prints.push(`${name} ${rows[0]?.print ?? ''}`)
  }
  return prints.join('\n')
}

test('reading changes nothing, so that no link can make anybody do anything', async () => {
  const administrator = people.get('administrator')
  if (!administrator) throw new Error('nobody')
  // The first question of a day says that the session is in use.
  const headers = { cookie: administrator.signedIn.cookie }
  await real.inject({ method: 'GET', url: '/api/me', headers })
  const before = await everythingOfOurs()
  const answers: number[] = []
  for (const route of checked()) {
    if (route.method !== 'GET') continue
    answers.push((await real.inject({ method: 'GET', url: urlOf(route, ids), headers })).statusCode)
    expect(await everythingOfOurs(), nameOf(route)).toBe(before)
  }
  expect(answers.filter((status) => status === 200).length).toBeGreaterThan(15)
})

describe('who does not belong here', () => {
  const strangers: Record<string, () => Promise<Record<string, string>>> = {
    nobody: () => Promise.resolve({}),
    'a made-up cookie': () =>
      Promise.resolve({ cookie: `amends_session=${desk.organizationId}.${'A'.repeat(43)}`, 'x-amends-csrf': 'x' }),
    'a made-up key': () => Promise.resolve({ authorization: `Bearer amends_${desk.organizationId}.${'A'.repeat(43)}` }),
    'a disabled person': async () => {
      const gone = await desk.addPerson('Gone Already', 'administrator')
      const { cookie, csrf } = await signInFor(desk, gone)
      await desk.house.ownerPool.query('update staff set disabled_at = joined_at where staff_id = $1', [gone])
      return { cookie, 'x-amends-csrf': csrf }
    },
  }

  test.each(Object.keys(strangers))(
    '%s gets 401 from every route that is not open, with any body, and changes nothing',
    async (who) => {
      const headers = await strangers[who]!()
      const before = await everythingOfOurs()
      const faults: string[] = []
      for (const route of [...checked(), ...routes.filter((route) => route.url === '/api/events')]) {
        const payload = bodyFor(route, ids)
        const answer = await real.inject({
          method: route.method,
          url: urlOf(route, ids),
          headers,
          ...(payload === undefined ? {} : { payload }),
        })
        if (answer.statusCode !== 401 || answer.body.includes(secretWord))
          faults.push(`${nameOf(route)} → ${String(answer.statusCode)}`)
      }
      expect(faults).toEqual([])
      expect(await everythingOfOurs()).toBe(before)
    },
  )

  test('another company’s administrator finds none of our objects, learns nothing and changes nothing', async () => {
    const rival = await desk.foundAnother('Rival')
    const { cookie, csrf } = await signInFor(desk, rival.founder, rival.organizationId)
    const before = await everythingOfOurs()
    const faults: string[] = []
    for (const route of checked()) {
      if (isForKeys(route) || route.url === '/api/sign-out') continue
      const isAboutAnObject = route.url.includes(':')
      const payload = bodyFor(route, ids)
      const answer = await real.inject({
        method: route.method,
        url: urlOf(route, ids),
        headers: { cookie, 'x-amends-csrf': csrf },
        ...(payload === undefined ? {} : { payload }),
      })
      const isRefused = answer.statusCode === 404
      const leaks =
        answer.body.includes(secretWord) ||
        answer.body.includes('customer.example') ||
        answer.body.includes('A colleague')
      if (leaks || (isAboutAnObject && !isRefused))
        faults.push(`${nameOf(route)} → ${String(answer.statusCode)} ${answer.body.slice(0, 120)}`)
    }
    expect(faults).toEqual([])
    expect(await everythingOfOurs()).toBe(before)
  })
})
