// The audit trail: every edit, removal or reordering is found, even by somebody who owns the database.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { databaseOn } from '../database/client-database.ts'
import { inTransaction } from '../database/transaction.ts'
import { auditBreaks, auditHead } from './audit.sql.ts'
import { recordAudit } from './record-audit.ts'

let desk: TestHouse
let superuser: pg.Client
const entries = 40

beforeAll(async () => {
  desk = await openTestHouse()
  superuser = new pg.Client({ connectionString: desk.url })
  await superuser.connect()
  for (let n = 1; n <= entries; n++) {
    await desk.as('system', (ctx) =>
      recordAudit(ctx, 'test.happened', { kind: 'test', id: String(n) }, { n, umlaut: 'Ä\u202e' }),
    )
    desk.clock.moveMinutes(n % 3)
  }
})
afterAll(async () => {
  await superuser.end()
  await desk.close()
})

const breaks = () => inTransaction(desk.house.pool, desk.organizationId, (db) => auditBreaks(db, 10))

test('an untouched trail holds', async () => {
  expect(await breaks()).toEqual([])
})

test('neither the application nor the owner can change or delete an entry by an ordinary statement', async () => {
  const change = "update audit_entry set action = 'nothing' where sequence = 3"
  const remove = 'delete from audit_entry where sequence = 3'
  for (const statement of [change, remove]) {
    await expect(desk.house.ownerPool.query(statement)).rejects.toThrow(/append-only/)
    await expect(
      inTransaction(desk.house.pool, desk.organizationId, () => desk.house.pool.query(statement)),
    ).rejects.toThrow(/permission denied/)
  }
})

const fault = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    at: fc.integer({ min: 1, max: entries }),
    column: fc.constantFrom('action', 'actor_kind', 'object_id', 'details', 'at'),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.integer({ min: 1, max: entries - 1 }) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.integer({ min: 1, max: entries - 1 }) }),
)
type Fault = typeof fault extends fc.Arbitrary<infer F> ? F : never

const edits: Readonly<Record<string, string>> = {
  action: "action = action || 'x'",
  actor_kind: "actor_kind = 'staff'",
  object_id: "object_id = object_id || '0'",
  details: `details = details || '{"n":0}'`,
  at: "at = at + interval '1 microsecond'",
}

async function harm(fault: Fault): Promise<void> {
  if (fault.kind === 'edit')
    await superuser.query(`update audit_entry set ${edits[fault.column] ?? ''} where sequence = $1`, [fault.at])
  if (fault.kind === 'delete') await superuser.query('delete from audit_entry where sequence = $1', [fault.at])
  if (fault.kind !== 'swap') return
  const renumber = 'update audit_entry set sequence = $2 where sequence = $1'
  await superuser.query(renumber, [fault.at, -1])
  await superuser.query(renumber, [fault.at + 1, fault.at])
  await superuser.query(renumber, [-1, fault.at + 1])
}

test(
  'a superuser who switches the triggers off is found out, whatever they change (1,000 random harms)',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fault, async (harmed) => {
        await superuser.query("begin; set local session_replication_role = 'replica'")
        await harm(harmed)
        const found = await auditBreaks(databaseOn(superuser as unknown as pg.PoolClient).db, 10)
        await superuser.query('rollback')
        expect(found).not.toEqual([])
      }),
      { numRuns: 1000, seed: 4100 },
    )
  },
)

test('a trail that lost its end is told by the head kept elsewhere', async () => {
  const head = await inTransaction(desk.house.pool, desk.organizationId, (db) => auditHead(db))
  expect(head?.sequence).toBe(entries)
  expect(head?.hash).toMatch(/^[0-9a-f]{64}$/)
})
