// Turns the words of a filter into what is wanted exactly: days into instants of the company's zone, `me` into a person, words into cases.
import type { Context } from '../../platform/context/context.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import type { StaffId } from '../../shared/ids.ts'
import { endOfDate, startOfDate } from '../desk/day.rules.ts'
import type { RegisterFilter, RegisterLine } from './register.schema.ts'
import { casesWithWords, type Wanted, type WantedWords } from './register.sql.ts'

/** Words that more cases have than this are looked for in the cases one by one: a page of them is found soon. */
const mostFound = 1000

/** @throws Refusal('invalid') for a day that no calendar has */
export async function readFilter(ctx: Context, filter: RegisterFilter): Promise<Wanted> {
  const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const isAboutDays = filter.from !== undefined || filter.to !== undefined
  const [words, company] = await Promise.all([
    filter.q === undefined ? null : findWords(ctx, filter.q),
    isAboutDays ? findOrganization(ctx.db) : null,
  ])
  const zone = company?.timeZone ?? 'UTC'
  return {
    kind: filter.kind ?? null,
    channel: filter.channel ?? null,
    late: filter.late ?? null,
    finding: filter.finding ?? null,
    states: filter.state === undefined ? null : statesOf(filter.state),
    owner: ownerOf(filter.owner, me),
    duty: filter.duty ?? null,
    customer: filter.customer ?? null,
    from: filter.from === undefined ? null : startOfDate(filter.from, zone),
    before: filter.to === undefined ? null : endOfDate(filter.to, zone),
    ...{ words, except: me, now: ctx.now() },
  }
}

const statesOf = (text: string): readonly RegisterLine['state'][] => [
  ...new Set(text.split(',') as RegisterLine['state'][]),
]

/** Nobody signed in owns nothing. */
function ownerOf(owner: RegisterFilter['owner'], me: StaffId | null): Wanted['owner'] {
  if (owner === undefined) return null
  return owner === 'me' ? (me ?? 'nobody') : owner
}

async function findWords(ctx: Context, text: string): Promise<WantedWords> {
  const [, prefix, digits] = /^(?:([A-Za-z]{1,4}-|#))?(\d{1,15})$/.exec(text) ?? []
  const number = digits === undefined ? null : Number(digits)
  const words = { text, number, isNumberOnly: prefix !== undefined }
  // Fewer signs than three are in no index.
  if (words.isNumberOnly || !/[\p{L}\p{N}]{3}/u.test(text)) return { ...words, found: null }
  const found = await casesWithWords(ctx.db, number, text, mostFound + 1)
  return { ...words, found: found.length > mostFound ? null : found }
}
