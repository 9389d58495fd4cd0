// The period and the filter of the reports as they stand in the address of the page: what means nothing there is left out.
import { reportQuery, type ReportQuery } from '../../../src/amend/reports/report-query.schema.ts'

export type { ReportQuery }

/** Reads an address. Own days win over a number of them. */
export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportQuery {
  const kept = Object.entries(reportQuery.shape).flatMap(([name, shape]) => {
    const read = shape.safeParse(search[name])
    return read.success && read.data !== undefined && search[name] !== null ? [[name, read.data] as const] : []
  })
  const { last, ...rest } = reportQuery.parse(Object.fromEntries(kept))
  const hasDays = rest.from !== undefined || rest.to !== undefined
  return { ...rest, ...(last !== undefined && !hasDays && { last }) }
}
