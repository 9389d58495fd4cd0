// Opens the page of a link: the key is proved before anything is looked up, and looking writes nothing.
import { createHash } from 'node:crypto'
import { isLinkOf, readLinkToken } from '../../hear/conversations/link-token.ts'
import { replyKeysSoFar } from '../../hear/conversations/reply-keys.ts'
import { countAttempt } from '../../platform/access/attempt.sql.ts'
import { type Context, withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import type { CaseId, OrganizationId } from '../../shared/ids.ts'
import { type AskedSurvey, findAsked } from './survey.sql.ts'

export interface SurveyPlace {
  readonly organizationId: OrganizationId
  readonly caseId: CaseId
}

const visitor = { kind: 'customer', customerId: null } as const

/** Work for whoever holds the link. */
export const atPlace = <Result>(
  house: House,
  { organizationId }: SurveyPlace,
  isReading: boolean,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> => withContext(house, { organizationId, actor: visitor, isReading }, work)

/** Which survey a link opens; null for no link of ours. */
export async function placeOf(house: House, token: string): Promise<SurveyPlace | null> {
  const seen = readLinkToken(token)
  if (!seen) return null
  const place = { organizationId: seen.organizationId, caseId: seen.id as CaseId }
  const keys = await atPlace(house, place, true, (ctx) => replyKeysSoFar(ctx.db, ctx.organizationId))
  return isLinkOf('survey', seen, keys) ? place : null
}

export const openSurvey = (house: House, place: SurveyPlace): Promise<AskedSurvey | null> =>
  atPlace(house, place, true, (ctx) => findAsked(ctx.db, place.caseId, false))

/** An hour's posts of one link, and from one network address. */
const mostOfLink = 20
const mostFromNetwork = 60

/** Counts a post. False beyond what anybody needs. */
export const mayPost = (house: House, place: SurveyPlace, network: string): Promise<boolean> =>
  atPlace(house, place, false, async (ctx) => {
    const count = (scope: string, subject: string): Promise<number> =>
      countAttempt(
        ctx.db,
        {
          ...{ organizationId: ctx.organizationId, scope },
          subject: createHash('sha256').update(subject).digest('hex'),
        },
        ctx.now(),
        60,
      )
    const ofLink = await count('survey-link', place.caseId)
    return (await count('survey-network', network)) <= mostFromNetwork && ofLink <= mostOfLink
  })
