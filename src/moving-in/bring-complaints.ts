// Complaints of another desk, many at once: nothing of them is sent, and no clock but that of open ones begins.
import { addManyCases, addManyNotes, takeCaseNumbers } from '../amend/cases/brought-cases.sql.ts'
import type { KeptCase } from '../amend/cases/case-columns.ts'
import { hearDanger } from '../amend/cases/danger/hear-danger.ts'
import { addManyPromises } from '../amend/promises/brought-promises.sql.ts'
import { addManyConversations, addManyMessages } from '../hear/conversations/brought-words.sql.ts'
import type { NewMessage } from '../hear/conversations/message.sql.ts'
import { addManyInteractions } from '../hear/customers/brought-people.sql.ts'
import type { Context } from '../platform/context/context.ts'
import type { CustomerId, StaffId } from '../shared/ids.ts'
import { type Arrivals, isPast } from './arrivals.ts'
import { settingsFor } from './bring-cases.ts'
import type { ComplaintLine } from './complaint-line.schema.ts'
import { tellComplaint, type ToldComplaint } from './tell-complaint.ts'

export interface BroughtFrom {
  readonly source: string
  readonly broughtBy: StaffId
}

export async function bringComplaints(ctx: Context, arrivals: Arrivals, from: BroughtFrom): Promise<void> {
  const fresh = arrivals.fresh('complaint')
  if (fresh.length === 0) return
  const whoOf = (sourceId: string): CustomerId | undefined =>
    arrivals.idOf('customer', sourceId) as CustomerId | undefined
  const customerIds = fresh.flatMap(({ line }) => whoOf(line.customer) ?? [])
  const settings = await settingsFor(ctx, customerIds, new Set(fresh.map(({ line }) => line.channel)))
  const bringing = { ...settings, ...from, isCustomer: (sourceId: string) => whoOf(sourceId) !== undefined }
  const numbers = [...(await takeCaseNumbers(ctx.db, fresh.length))]
  const told: ToldComplaint[] = []
  for (const arrival of fresh) {
    const { line } = arrival
    const customerId = whoOf(line.customer)
    const isFuture = timesOf(line).some((time) => !isPast(ctx, time))
    if (customerId === undefined || isFuture) {
      arrivals.refuse(arrival, isFuture ? 'It happened in the future.' : 'No line before it brought this customer.')
      continue
    }
    const one = tellComplaint(ctx, bringing, line, customerId, numbers.shift() ?? missing())
    if ('refused' in one) arrivals.refuse(arrival, one.refused)
    else {
      told.push(one)
      arrivals.took(arrival, one.brought.kept.caseId)
    }
  }
  await keep(ctx, told)
}

const missing = (): never => {
  throw new Error('fewer case numbers than cases')
}

const timesOf = ({ at, said, endedAt }: ComplaintLine): readonly string[] => [
  ...[at, ...said.map((one) => one.at)],
  ...(endedAt === null ? [] : [endedAt]),
]

async function keep(ctx: Context, told: readonly ToldComplaint[]): Promise<void> {
  const { db, organizationId } = ctx
  const all = <Row>(of: (one: ToldComplaint) => readonly Row[]): readonly Row[] => told.flatMap(of)
  await addManyConversations(
    db,
    organizationId,
    all((one) => [one.conversation]),
  )
  await addManyMessages(
    db,
    organizationId,
    all((one) => one.messages),
  )
  await addManyCases(
    db,
    organizationId,
    all((one) => [one.brought]),
  )
  await addManyNotes(
    db,
    organizationId,
    all((one) => one.notes),
  )
  await addManyPromises(
    db,
    organizationId,
    all((one) => one.promises),
    [],
  )
  await addManyInteractions(
    db,
    organizationId,
    all((one) => one.interactions),
  )
  for (const { brought, messages } of told) await hearDangers(ctx, brought.kept, messages)
}

/** Nobody outside hears of it; whoever answers for safety here does. */
async function hearDangers(
  ctx: Context,
  { caseId, customerId }: KeptCase,
  messages: readonly NewMessage[],
): Promise<void> {
  for (const { messageId, cues } of messages) {
    const dangers = (cues ?? []).filter(({ isDanger }) => isDanger).map(({ kind }) => kind)
    if (dangers.length > 0) await hearDanger(ctx, caseId, { messageId, customerId, dangers })
  }
}
