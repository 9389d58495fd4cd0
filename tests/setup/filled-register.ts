// A company with many cases of every kind, and what a filter of the register should find among them, said once more over the rows themselves.
import pg from 'pg'
import { expect } from 'vitest'
import type {
  RegisterFilter,
  RegisterLine,
  RegisterOrder,
  RegisterPage,
} from '../../src/amend/register/register.schema.ts'
import { seeRegister } from '../../src/amend/register/see-register.ts'
import type { ChannelId, CustomerId, StaffId } from '../../src/shared/ids.ts'
import { staff } from './cases.ts'
import { connectMailbox } from './customers.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { fillHouse } from './many-cases.ts'

/** A case as its rows have it, read by a superuser without a filter. */
export interface Kept {
  readonly case_id: string
  readonly number: number
  readonly kind: string
  readonly state: string
  readonly channel: string
  readonly matter: string
  readonly customer_id: string
  readonly owner_staff_id: string | null
  readonly duty_staff_id: string
  readonly about_staff_ids: readonly string[]
  readonly finding: string | null
  readonly received_at: Date
  /** Microseconds since 1970: what comes first may differ by less than a `Date` can tell. */
  readonly received: string
  readonly due: string | null
  readonly next_due_at: Date | null
  readonly was_late: boolean
}

export interface FilledRegister {
  readonly home: TestHouse
  readonly mailbox: ChannelId
  /** Who asks where nobody else is named. */
  readonly me: StaffId
  /** The rows as they were when last read. */
  all(): readonly Kept[]
  /** A statement past every rule of the application. */
  change(statement: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  reread(): Promise<void>
  see(
    filter: RegisterFilter,
    order?: RegisterOrder,
    after?: string,
    most?: number,
    who?: StaffId,
  ): Promise<RegisterPage>
  /** Every page, from the first to the last. */
  walk(filter: RegisterFilter, order?: RegisterOrder, most?: number): Promise<RegisterLine[]>
  /** The cases that a filter should find, in order. */
  wanted(filter: RegisterFilter, order: RegisterOrder): readonly string[]
  /** Filters of one kind each, of which two find nothing. */
  singles(): readonly RegisterFilter[]
  close(): Promise<void>
}

const many = 1300

export async function openFilledRegister(): Promise<FilledRegister> {
  const home = await openTestHouse()
  await fillHouse(home, many)
  const superuser = new pg.Client({ connectionString: home.url })
  await superuser.connect()
  const change: FilledRegister['change'] = (statement, values = []) => superuser.query(statement, [...values])
  const me = await spread(change)
  const mailbox = await connectMailbox(home)
  let all = await readAll(superuser, home)
  const see: FilledRegister['see'] = (filter, order = 'received', after, most = 50, who = me) =>
    home.as(staff(who), (ctx) => seeRegister(ctx, filter, order, after, most))
  return {
    ...{ home, mailbox, me, change, see },
    all: () => all,
    reread: async () => {
      all = await readAll(superuser, home)
    },
    walk: async (filter, order = 'received', most = 50) => {
      const lines: RegisterLine[] = []
      let after: string | undefined
      do {
        const page = await see(filter, order, after, most)
        expect(page.lines.length).toBeLessThanOrEqual(most)
        lines.push(...page.lines)
        after = page.next ?? undefined
      } while (after !== undefined)
      return lines
    },
    wanted: (filter, order) => {
      const some = all.filter((one) => isWanted(one, filter, me, home.clock.now()))
      if (order === 'received') return some.sort(newer).map((one) => one.case_id)
      const owed = some.filter((one) => one.due !== null).sort(sooner)
      const rest = some.filter((one) => one.due === null).sort(newer)
      return [...owed, ...rest].map((one) => one.case_id)
    },
    singles: () =>
      singlesFor(
        me,
        all.find((one) => one.number === 901)!,
      ),
    close: async () => {
      await superuser.end()
      await home.close()
    },
  }
}

async function readAll(superuser: pg.Client, home: TestHouse): Promise<readonly Kept[]> {
  const { rows } = await superuser.query<Kept>(
    `select c.*, (extract(epoch from c.received_at) * 1000000)::bigint::text as received,
       (extract(epoch from c.next_due_at) * 1000000)::bigint::text as due,
       exists (select from promise p where p.case_id = c.case_id and (p.status = 'broken' or p.status = 'open' and p.due_at < $2)) as was_late
     from cases c where c.organization_id = $1`,
    [home.organizationId, home.clock.now()],
  )
  return rows
}

/** Every kind, channel, finding and state; answers who has cases about them. */
async function spread(change: FilledRegister['change']): Promise<StaffId> {
  await change('set session_replication_role = replica')
  await change(`update cases set kind = 'request' where number % 3 = 0`)
  await change(
    `update cases set channel = (array['mail','form','api'])[1 + number % 3 + number % 2 * (number % 3 % 2)]`,
  )
  await change(
    `update cases set finding = (array['founded','undecided','dishonest'])[1 + number % 3] where state = 'closed' and number % 4 > 0`,
  )
  await change(
    `update promise set status = 'broken', broken_at = due_at where status = 'kept' and substr(promise_id::text, 1, 1) in ('0', '1')`,
  )
  // Waves: many cases of one instant, and due times that several share or none has.
  await change(`update cases set received_at = date_trunc('month', received_at) where number % 5 = 0`)
  await change(`update cases set next_due_at = date_trunc('day', next_due_at) where number % 2 = 0`)
  await change(`update cases set matter = 'Kettle 100% broken_things' where number in (7, 77, 777)`)
  const { rows } = await change(`select md5('staff3')::uuid as id`)
  const me = (rows as { id: StaffId }[])[0]!.id
  await change(
    `update cases set about_staff_ids = array[$1::uuid] where number % 50 = 0 and owner_staff_id is distinct from $1`,
    [me],
  )
  return me
}

/** What the words of a filter mean, said once more. */
export function isWanted(one: Kept, filter: RegisterFilter, me: StaffId, now: Date): boolean {
  const day = berlinDay(one.received_at)
  const number = /^(?:[A-Za-z]{1,4}-|#)?(\d{1,15})$/.exec(filter.q ?? '')?.[1]
  const inMatter = one.matter.toLowerCase().includes((filter.q ?? '').toLowerCase())
  const hasPrefix = /^[A-Za-z]{1,4}-\d|^#\d/.test(filter.q ?? '')
  return (
    !one.about_staff_ids.includes(me) &&
    (!filter.state || filter.state.split(',').includes(one.state)) &&
    (!filter.kind || filter.kind === one.kind) &&
    (!filter.channel || filter.channel === one.channel) &&
    (!filter.owner ||
      (filter.owner === 'me' ? me : filter.owner === 'nobody' ? null : filter.owner) === one.owner_staff_id) &&
    (!filter.duty || filter.duty === one.duty_staff_id) &&
    (!filter.from || day >= filter.from) &&
    (!filter.to || day <= filter.to) &&
    (!filter.finding || filter.finding === one.finding) &&
    (!filter.customer || filter.customer === one.customer_id) &&
    (filter.late !== 'now' || (one.next_due_at !== null && one.next_due_at < now)) &&
    (filter.late !== 'ever' || one.was_late) &&
    (!filter.q || (inMatter && !hasPrefix) || Number(number) === one.number)
  )
}

const berlinDay = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
const newer = (a: Kept, b: Kept) => Number(BigInt(b.received) - BigInt(a.received)) || (a.case_id < b.case_id ? 1 : -1)
const sooner = (a: Kept, b: Kept) => Number(BigInt(a.due ?? 0) - BigInt(b.due ?? 0)) || (a.case_id < b.case_id ? -1 : 1)

const singlesFor = (me: StaffId, first: Kept): readonly RegisterFilter[] => [
  {},
  { state: 'acknowledged' },
  { state: 'received' },
  { state: 'in-progress,answered' },
  { state: 'closed' },
  { kind: 'request' },
  { channel: 'form' },
  { owner: 'me' },
  { owner: 'nobody' },
  { owner: first.owner_staff_id as StaffId },
  { duty: me },
  { from: '2026-03-01', to: '2026-03-31' },
  { from: '2026-10-20' },
  { to: '2025-12-24' },
  { late: 'now' },
  { late: 'ever' },
  { finding: 'dishonest' },
  { customer: first.customer_id as CustomerId },
  { q: 'kettle' },
  { q: 'KETTLE LEAKS' },
  { q: '100% b' },
  { q: 'n_t' },
  { q: 'e i' },
  { q: '77' },
  { q: 'A-77' },
  { q: '#77' },
  { q: '1299' },
  { q: 'zirconium' },
]
