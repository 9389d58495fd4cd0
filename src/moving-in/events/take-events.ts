// Makes of events that wait what they are: people, purchases, visits, referrals. A portion at a time, in the order they came.
import { addPeople, callPeople, findPeopleCalled, whoseNumbers } from '../../hear/customers/brought-people.sql.ts'
import { nameFor } from '../../hear/customers/customer-name.rules.ts'
import type { Context } from '../../platform/context/context.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { type Arrivals, receive } from '../arrivals.ts'
import { bringDeeds } from '../bring-deeds.ts'
import { bringPeople } from '../bring-people.ts'
import { historyLine, type HistoryLine } from '../history.schema.ts'
import { lockMovingIn } from '../source-record.sql.ts'
import { type EventRead, eventKinds, readEvent } from './event.rules.ts'
import { addClaims, settleEvents, type Settled, waitingEvents, type WaitingEvent } from './event.sql.ts'

export const source = 'events'
export const atOnce = 500

interface Read extends EventRead {
  readonly event: WaitingEvent
  readonly history: readonly HistoryLine[]
}

/** Answers how many it took in hand. */
export async function takeEvents(ctx: Context): Promise<number> {
  await lockMovingIn(ctx.db)
  const waiting = await waitingEvents(ctx.db, atOnce)
  const settled: Settled[] = []
  const read = waiting.flatMap((event): readonly Read[] => {
    const one = readOne(event)
    if (!('why' in one)) return [one]
    settled.push({ messageId: event.messageId, state: 'bad', words: one.why })
    return []
  })
  const lines = read.flatMap(({ history, event }) => history.map((line) => ({ line, event })))
  const arrivals = await receive(
    ctx,
    lines.map(({ line }) => line),
    { source, importId: null, marksOf: () => ({ digest: null, line: null }) },
  )
  await bringPeople(ctx, arrivals)
  await bringDeeds(ctx, arrivals)
  const { refused } = await arrivals.settle()
  const whys = new Map(refused.map(({ line, why }) => [lines[line]?.event.messageId, why]))
  for (const { event, left, history } of read) {
    const why = whys.get(event.messageId)
    const state = why !== undefined ? 'bad' : history.length === 0 ? 'left' : 'taken'
    settled.push({ messageId: event.messageId, state, words: why ?? left })
  }
  await nameAndNumber(ctx, lines, arrivals)
  await addClaims(
    ctx.db,
    ctx.organizationId,
    read.flatMap(({ claim, event: { messageId, at } }) =>
      claim === null ? [] : [{ ...claim, messageId, at, customerId: arrivals.idOf('customer', claim.userId) ?? null }],
    ),
  )
  await settleEvents(ctx.db, settled)
  return waiting.length
}

function readOne(event: WaitingEvent): Read | { readonly why: string } {
  const kind = eventKinds.find((one) => one === event.kind)
  if (!kind) return { why: 'Its type is unknown.' }
  const read = readEvent(kind, event.raw, event.at)
  if ('why' in read) return read
  const history: HistoryLine[] = []
  for (const line of read.lines) {
    const parsed = historyLine.safeParse(line)
    if (!parsed.success)
      return {
        why: `Its ${String(parsed.error.issues[0]?.path[0] ?? 'content')} is missing, too long, or cannot be kept.`,
      }
    history.push(parsed.data)
  }
  return { ...read, event, history }
}

/** Whoever was known by their number only gets the name that is said now; and each number is an identity of its person. */
async function nameAndNumber(
  ctx: Context,
  lines: readonly { readonly line: HistoryLine }[],
  arrivals: Arrivals,
): Promise<void> {
  const said = new Map(lines.flatMap(({ line }) => (line.kind === 'customer' ? [[line.id, line] as const] : [])))
  const people = [...said.values()].flatMap((line) => {
    const customerId = arrivals.idOf('customer', line.id) as CustomerId | undefined
    return customerId === undefined ? [] : [{ line, customerId }]
  })
  const called = await findPeopleCalled(
    ctx.db,
    people.map(({ customerId }) => customerId),
  )
  const nameOf = new Map(called.map((one) => [one.customerId, one]))
  const renamed = people.flatMap(({ line, customerId }) => {
    const now = nameOf.get(customerId)
    return now?.name === line.id && line.name !== line.id ? [{ ...now, name: nameFor(line.name, '?@') }] : []
  })
  await callPeople(ctx.db, renamed)
  const valueOf = (id: string): string => `${source}:${id}`
  const before = await whoseNumbers(
    ctx.db,
    people.map(({ line }) => valueOf(line.id)),
  )
  const identities = people
    .filter(({ line }) => !before.has(valueOf(line.id)))
    .map(({ line, customerId }) => ({
      ...{ identityId: ctx.newId<'identity'>(), customerId, kind: 'external' as const, value: valueOf(line.id) },
      ...{ raw: line.id, name: line.name, since: new Date(line.since) },
    }))
  await addPeople(ctx.db, ctx.organizationId, [], identities)
}
