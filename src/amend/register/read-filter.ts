// Turns the words of a filter into what is wanted exactly: days into instants of the company's zone, `me` into a person, words into cases.
import type { Context } from '../../platform/context/context.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { endOfDate, startOfDate } from '../desk/day.rules.ts'
import { casesWhere, type Happened } from './happened.sql.ts'
import type { RegisterFilter, RegisterLine } from './register.schema.ts'
import { highScore } from '../surveys/survey-figures.rules.ts'
import { lowScore, type SurveyItem } from '../surveys/survey.rules.ts'
import { casesWithWords, type Wanted, type WantedSurvey, type WantedWords } from './register.sql.ts'

/** What more cases have than this, words or something that happened, is looked for in the cases one by one: a page of them is found soon. */
const mostFound = 1000

/** @throws Refusal('invalid') for a day that no calendar has */
export async function readFilter(ctx: Context, filter: RegisterFilter): Promise<Wanted> {
  const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const [words, company] = await Promise.all([
    filter.q === undefined ? null : findWords(ctx, filter.q),
    days.some((day) => filter[day] !== undefined) ? findOrganization(ctx.db) : null,
  ])
  const zone = company?.timeZone ?? 'UTC'
  const happened = await Promise.all(
    happenedIn(filter, me, zone, ctx.now()).map(async (one) => ({ ...one, found: await findFew(ctx, one) })),
  )
  return {
    kind: filter.kind ?? null,
    channel: filter.channel ?? null,
    brand: filter.brand ?? null,
    topic: filter.topic ?? null,
    stage: filter.stage ?? null,
    late: filter.late ?? null,
    finding: filter.finding ?? null,
    states: filter.state === undefined ? null : statesOf(filter.state),
    owner: ownerOf(filter.owner, me),
    duty: filter.duty ?? null,
    customer: filter.customer ?? null,
    answered: filter.answered ?? null,
    ...during(filter.from, filter.to, zone),
    survey: surveyOf(filter, zone),
    ...{ happened, words, except: me, now: ctx.now() },
  }
}

const days = ['from', 'to', 'openOn', 'doneFrom', 'doneTo', 'dueFrom', 'dueTo', 'askedFrom', 'askedTo'] as const

const during = (from: string | undefined, to: string | undefined, zone: string) => ({
  from: from === undefined ? null : startOfDate(from, zone),
  before: to === undefined ? null : endOfDate(to, zone),
})

function happenedIn(filter: RegisterFilter, me: StaffId | null, zone: string, now: Date): readonly Happened[] {
  const { openOn, did, by, doneFrom, doneTo, promise: kind, promised: came, dueFrom, dueTo } = filter
  const isAsked = (...some: readonly unknown[]): boolean => some.some((one) => one !== undefined)
  const who = by === undefined ? null : by === 'me' ? (me ?? nobody) : by
  return [
    ...(openOn === undefined ? [] : [{ what: 'open', at: endOfDate(openOn, zone) } as const]),
    ...(isAsked(did, by, doneFrom, doneTo)
      ? [{ what: 'deed', did, by: who, ...during(doneFrom, doneTo, zone) } as const]
      : []),
    ...(isAsked(kind, came, dueFrom, dueTo)
      ? [{ what: 'promise', kind, came, now, ...during(dueFrom, dueTo, zone) } as const]
      : []),
  ]
}

/** Nobody signed in did nothing. */
const nobody = '00000000-0000-0000-0000-000000000000' as StaffId

async function findFew(ctx: Context, happened: Happened): Promise<readonly CaseId[] | null> {
  const found = await casesWhere(ctx.db, happened, mostFound + 1)
  return found.length > mostFound ? null : [...new Set(found)]
}

const statesOf = (text: string): readonly RegisterLine['state'][] => [
  ...new Set(text.split(',') as RegisterLine['state'][]),
]

/** Nobody signed in owns nothing. */
function ownerOf(owner: RegisterFilter['owner'], me: StaffId | null): Wanted['owner'] {
  if (owner === undefined) return null
  return owner === 'me' ? (me ?? 'nobody') : owner
}

function surveyOf({ survey, askedFrom, askedTo }: RegisterFilter, zone: string): WantedSurvey | null {
  if ([survey, askedFrom, askedTo].every((asked) => asked === undefined)) return null
  return {
    ...during(askedFrom, askedTo, zone),
    isAnswered: survey === undefined || survey === 'asked' ? null : survey !== 'unanswered',
    scored: scoreOf(survey ?? ''),
  }
}

/** `low`, `outcome-high`, `person-3`; null for what asks for no score. */
function scoreOf(survey: string): WantedSurvey['scored'] {
  const [, item, score] = /^(?:(outcome|process|person)-)?(low|high|[1-5])$/.exec(survey) ?? []
  if (score === undefined) return null
  const [least, most] =
    score === 'low' ? [1, lowScore] : score === 'high' ? [highScore, 5] : [Number(score), Number(score)]
  return { item: (item as SurveyItem | undefined) ?? null, least, most }
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
