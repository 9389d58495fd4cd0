// What cases and promises contribute to a person's rights. Everything with words is erased by one function of the database.
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import { casesOf, draftsTo, eraseCasesOf, eventsOf, pausesFor, promisesTo } from './case-privacy.sql.ts'

type Rows = typeof casesOf

const withWords = (table: string, rows: Rows): TablePrivacy => ({
  table,
  erase: (ctx, customerId) => eraseCasesOf(ctx.db, customerId),
  exportRows: (ctx, customerId) => rows(ctx.db, customerId),
  retention: 'kept',
})

export const casePrivacy: readonly TablePrivacy[] = [
  withWords('cases', casesOf),
  withWords('case_event', eventsOf),
  withWords('promise', promisesTo),
  withWords('clock_pause', pausesFor),
  withWords('draft', draftsTo),
  ...keepNoPerson('case_message', 'floor_policy'),
]
