// The figures of a period, by the days on which customers were asked. Cases about whoever asks are in none of them.
import { colleagueActing } from '../../platform/context/actor.rules.ts'
import type { Context } from '../../platform/context/context.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import { dateIn, endOfDate, startOfDate } from '../desk/day.rules.ts'
import { fewest, itemFigures, responseOf } from './survey-figures.rules.ts'
import { countSurveys } from './survey-figures.sql.ts'
import { dayMs } from './survey.rules.ts'
import type { SurveyFigures, SurveyFiguresQuery } from './survey.schema.ts'

/** Where no days are named. */
const usualDays = 90

/** @throws Refusal('invalid') for a day that no calendar has */
export async function seeSurveyFigures(ctx: Context, query: SurveyFiguresQuery): Promise<SurveyFigures> {
  const zone = (await findOrganization(ctx.db))?.timeZone ?? 'UTC'
  const to = query.to ?? dateIn(ctx.now(), zone)
  const from = query.from ?? dateIn(new Date(endOfDate(to, zone).getTime() - usualDays * dayMs), zone)
  const counted = await countSurveys(ctx.db, {
    ...{ from: startOfDate(from, zone), before: endOfDate(to, zone) },
    ...{ kind: query.kind ?? null, channel: query.channel ?? null, except: colleagueActing(ctx.actor) },
  })
  const { asked, returned, answered, low } = counted
  const items = itemFigures(counted).map((one) => ({ ...one, scores: [...one.scores] }))
  return { from, to, asked, returned, answered, low, response: responseOf(counted), items, fewest }
}
