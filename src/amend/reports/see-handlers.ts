// What everybody has on their hands, and what they did in the period. By name and without a rank: what a case needs is no choice of who works on it.
import type { Context } from '../../platform/context/context.ts'
import type { RegisterFilter } from '../register/register.schema.ts'
import { askReport, periodShown } from './ask-report.ts'
import { openStates } from './case-states.rules.ts'
import { deedsByPerson, everybodyByName, loadByOwner } from './handlers.sql.ts'
import type { HandlersReport } from './report.schema.ts'
import type { ReportQuery } from './report-query.schema.ts'

/** @throws Refusal('invalid') as `askReport` does */
export async function seeHandlers(ctx: Context, query: ReportQuery): Promise<HandlersReport> {
  const asked = await askReport(ctx, query)
  const { from: doneFrom, to: doneTo } = asked.period.days
  const [people, loads, deeds] = await Promise.all([
    everybodyByName(ctx.db),
    loadByOwner(ctx.db, asked.cases, asked.now),
    deedsByPerson(ctx.db, asked.cases, asked.span),
  ])
  const loadOf = (owner: NonNullable<RegisterFilter['owner']>) => {
    const load = loads.find(({ staffId }) => (staffId ?? 'nobody') === owner)
    return {
      open: asked.figure(load?.open ?? 0, { owner, state: openStates }),
      late: asked.figure(load?.late ?? 0, { owner, late: 'now' }),
    }
  }
  // As people sort names: letters with accents stand by those without.
  const byName = people.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
  const handlers = byName.map(({ staffId, ...person }) => {
    const didOf = (did: (typeof deeds)[number]['did']) => {
      const found = deeds.find((deed) => deed.staffId === staffId && deed.did === did)?.cases ?? 0
      return asked.figure(found, { did, by: staffId, doneFrom, doneTo })
    }
    const done = { taken: didOf('taken'), answered: didOf('answered'), ended: didOf('ended') }
    return { staffId, ...person, ...loadOf(staffId), ...done }
  })
  // Who left is shown for as long as there is something to show.
  const isShown = ({ isHere, open, late, taken, answered, ended }: (typeof handlers)[number]): boolean =>
    isHere || [open, late, taken, answered, ended].some(({ cases }) => cases > 0)
  return { period: periodShown(asked), handlers: handlers.filter(isShown), nobody: loadOf('nobody') }
}
