// A house for a test file: a database of its own, a clock moved by hand, seeded chance, and one company founded by minimal rows.
import { pino } from 'pino'
import { joinPool } from '../../src/amend/calendars/join-pool.ts'
import { foundFloor } from '../../src/amend/promises/found-floor.ts'
import type { Actor, Role } from '../../src/platform/context/actor.rules.ts'
import { type Context, withContext } from '../../src/platform/context/context.ts'
import type { House } from '../../src/platform/context/house.ts'
import { makeKnownCallers } from '../../src/platform/context/known-callers.ts'
import { makePresence } from '../../src/platform/context/presence.ts'
import { makeTurns } from '../../src/platform/context/turns.ts'
import { openPool } from '../../src/platform/database/connection.ts'
import { addOrganization } from '../../src/platform/staff/organization.sql.ts'
import { addStaff } from '../../src/platform/staff/staff.sql.ts'
import { type HandClock, handClock } from '../../src/shared/clock.ts'
import { newId, type OrganizationId, type StaffId } from '../../src/shared/ids.ts'
import { seededRandom } from '../../src/shared/random.ts'
import { cloneDatabase } from './database.ts'

export interface TestHouse {
  readonly house: House
  readonly clock: HandClock
  readonly organizationId: OrganizationId
  /** The superuser's URL, to look at or harm what the application cannot. */
  readonly url: string
  /** The first person: an administrator. */
  readonly founder: StaffId
  readonly woken: Set<string>
  /** Runs a use case as the desk itself, or as somebody. */
  as<Result>(actor: Actor | 'system', work: (ctx: Context) => Promise<Result>): Promise<Result>
  /** Adds a company beside the first one. */
  foundAnother(name: string): Promise<{ organizationId: OrganizationId; founder: StaffId }>
  addPerson(name: string, role: Role, organizationId?: OrganizationId): Promise<StaffId>
  close(): Promise<void>
}

/** Tuesday noon in Berlin: a working hour of a working day, far from any change of clocks. */
const start = new Date('2026-11-17T11:00:00Z')
export const testTerms = { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 }

/** @param listeners which jobs facts cause; none unless the test works the queue
 * @param atOnce which of them can be done without it */
export async function openTestHouse(
  listeners: House['listeners'] = {},
  atOnce: House['atOnce'] = {},
): Promise<TestHouse> {
  const database = await cloneDatabase()
  const clock = handClock(start)
  const random = seededRandom(4100)
  const woken = new Set<string>()
  const onBroken = (): void => undefined
  const house: House = {
    pool: openPool({ url: database.url, role: 'amends_app', size: 12, onBroken }),
    ownerPool: openPool({ url: database.url, role: 'amends_owner', size: 4, onBroken }),
    clock,
    random,
    secrets: seededRandom(418),
    listeners,
    atOnce,
    log: pino({ level: 'silent' }),
    sealingKey: new Uint8Array(32).fill(7),
    insideHosts: new Set(),
    postBox: null,
    mailDoors: [],
    letterHoldMs: 0,
    publicUrl: 'http://desk.test',
    turns: makeTurns(),
    callers: makeKnownCallers(),
    presence: makePresence(),
    wake: (what) => woken.add(what),
  }
  const found = (name: string) => foundForTest(house, name)
  const { organizationId, founder } = await found('Halden Home')
  return {
    house,
    clock,
    organizationId,
    founder,
    woken,
    url: database.url,
    as: (actor, work) =>
      withContext(
        house,
        { organizationId, actor: actor === 'system' ? { kind: 'system', part: 'test' } : actor },
        work,
      ),
    foundAnother: found,
    addPerson: (name, role, organization = organizationId) => addPersonForTest(house, organization, name, role),
    close: async () => {
      await Promise.all([house.pool.end(), house.ownerPool.end()])
      await database.drop()
    },
  }
}

async function foundForTest(house: House, name: string) {
  const organizationId = newId<'organization'>(house.clock.now(), house.random)
  const founder = await withContext(house, { organizationId, actor: { kind: 'system', part: 'test' } }, async (ctx) => {
    const organization = {
      name,
      kindOfBusiness: 'household goods',
      timeZone: 'Europe/Berlin',
      language: 'en',
      casePrefix: 'A',
    }
    await addOrganization(ctx.db, organizationId, organization, ctx.now())
    const staffId = await addRow(ctx, 'Amira Haddad', 'administrator')
    await foundFloor(ctx, { timeZone: 'Europe/Berlin', terms: testTerms })
    return staffId
  })
  return { organizationId, founder }
}

async function addRow(ctx: Context, name: string, role: Role): Promise<StaffId> {
  const staffId = ctx.newId<'staff'>()
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${staffId.slice(-6)}@halden.example`
  await addStaff(ctx.db, {
    organizationId: ctx.organizationId,
    staffId,
    name,
    email,
    role,
    passwordHash: 'none',
    joinedAt: ctx.now(),
  })
  return staffId
}

async function addPersonForTest(
  house: House,
  organizationId: OrganizationId,
  name: string,
  role: Role,
): Promise<StaffId> {
  return withContext(house, { organizationId, actor: { kind: 'system', part: 'test' } }, async (ctx) => {
    const staffId = await addRow(ctx, name, role)
    await joinPool(ctx, staffId)
    return staffId
  })
}
