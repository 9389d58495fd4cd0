// Complaints and requests as they went elsewhere: each told step by step to the rules, then kept with what was said, promised and decided.
import { staffNames } from '../amend/calendars/pool.sql.ts'
import { addManyCases, takeCaseNumbers } from '../amend/cases/brought-cases.sql.ts'
import { howToOpen } from '../amend/cases/opening.sql.ts'
import { addManyPromises } from '../amend/promises/brought-promises.sql.ts'
import { knownFloor } from '../amend/promises/known-floors.ts'
import { addManySurveys } from '../amend/surveys/brought-surveys.sql.ts'
import { channelsOfHistory } from '../hear/channels/history-channel.ts'
import { addManyConversations, addManyMessages } from '../hear/conversations/brought-words.sql.ts'
import { addManyInteractions, anIdentityOf, namesOf } from '../hear/customers/brought-people.sql.ts'
import type { Context } from '../platform/context/context.ts'
import { findOrganization } from '../platform/staff/organization.sql.ts'
import type { CustomerId } from '../shared/ids.ts'
import { type Arrivals, isPast } from './arrivals.ts'
import type { CaseLine } from './history.schema.ts'
import { type Settings, tellCase, type ToldCase } from './tell-case.ts'

export async function bringCases(ctx: Context, arrivals: Arrivals): Promise<void> {
  const fresh = arrivals.fresh('case')
  if (fresh.length === 0) return
  const customerIds = fresh.flatMap(
    ({ line }) => (arrivals.idOf('customer', line.customer) as CustomerId | undefined) ?? [],
  )
  const settings = await settingsFor(ctx, customerIds, new Set(fresh.map(({ line }) => line.channel)))
  const numbers = [...(await takeCaseNumbers(ctx.db, fresh.length))]
  const told: ToldCase[] = []
  for (const arrival of fresh) {
    const { line } = arrival
    const customerId = arrivals.idOf('customer', line.customer) as CustomerId | undefined
    const isFuture = timesOf(line).some((time) => !isPast(ctx, time))
    if (customerId === undefined || isFuture) {
      arrivals.refuse(arrival, isFuture ? 'It happened in the future.' : 'No line before it brought this customer.')
      continue
    }
    const number = numbers.shift()
    if (number === undefined) throw new Error('fewer case numbers than cases')
    const one = tellCase(ctx, settings, line, customerId, number)
    if ('refused' in one) {
      arrivals.refuse(arrival, one.refused)
      continue
    }
    told.push(one)
    arrivals.took(arrival, one.brought.kept.caseId)
  }
  await keep(ctx, told)
}

const timesOf = ({ at, steps, survey }: CaseLine): readonly string[] => [
  ...[at, ...steps.map((step) => step.at)],
  ...(survey ? [survey.askedAt, survey.answeredAt ?? survey.askedAt] : []),
]

export async function settingsFor(
  ctx: Context,
  customerIds: readonly CustomerId[],
  channels: Parameters<typeof channelsOfHistory>[1],
): Promise<Settings> {
  const [opening, staff, organization] = await Promise.all([
    howToOpen(ctx.db),
    staffNames(ctx.db),
    findOrganization(ctx.db),
  ])
  const [floor, channelIds, identities, names] = [
    await knownFloor(ctx, opening.floorVersion),
    await channelsOfHistory(ctx, channels),
    await anIdentityOf(ctx.db, customerIds),
    await namesOf(ctx.db, customerIds),
  ]
  return {
    ...{ poolId: opening.poolId, casePrefix: opening.casePrefix, floor, channelIds, identities, names, staff },
    ...{ company: organization?.name ?? '', timeZone: organization?.timeZone ?? 'UTC' },
  }
}

async function keep(ctx: Context, told: readonly ToldCase[]): Promise<void> {
  const { db, organizationId } = ctx
  const all = <Row>(of: (one: ToldCase) => readonly Row[]): readonly Row[] => told.flatMap(of)
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
  await addManyPromises(
    db,
    organizationId,
    all((one) => one.promises),
    all((one) => one.pauses),
  )
  await addManySurveys(
    db,
    organizationId,
    all((one) => (one.survey === null ? [] : [one.survey])),
  )
  await addManyInteractions(
    db,
    organizationId,
    all((one) => one.interactions),
  )
}
