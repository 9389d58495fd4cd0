// Hands out the register: what a filter wants, a page at a time, so that nothing of it gathers in memory; and who took it is written down.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import { type Context, withContext } from '../../platform/context/context.ts'
import { findOrganization } from '../../platform/staff/organization.sql.ts'
import { findStaff } from '../../platform/staff/staff.sql.ts'
import { Refusal } from '../../shared/errors.ts'
import { byteOrderMark } from './csv.rules.ts'
import { csvHeader, csvOf, jsonLineOf, zonedDate } from './exported-line.rules.ts'
import { readFilter } from './read-filter.ts'
import type { ExportFormat, RegisterFilter } from './register.schema.ts'
import type { Wanted } from './register.sql.ts'
import { pageOf } from './see-register.ts'

/** Cases read at once. */
const portion = 500
const mediaTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' } as const

export interface StartedExport {
  readonly fileName: string
  readonly mediaType: string
  /** The text in pieces, each read when it is asked for, in a transaction of its own: start it only once this one is committed. */
  readonly pieces: AsyncGenerator<string>
}

/** @throws Refusal('invalid') for a day that no calendar has */
export async function startExport(ctx: Context, filter: RegisterFilter, format: ExportFormat): Promise<StartedExport> {
  const wanted = await readFilter(ctx, filter)
  const zone = (await findOrganization(ctx.db))?.timeZone ?? 'UTC'
  const { q, ...asked } = filter
  // The words looked for may be a customer's name, and what is written here is never erased.
  await recordAudit(
    ctx,
    'register.exported',
    { kind: 'register', id: null },
    { format, ...asked, hasWords: q !== undefined },
  )
  return {
    fileName: `register-${zonedDate(ctx.now(), zone)}.${format}`,
    mediaType: mediaTypes[format],
    pieces: piecesOf(ctx, wanted, format, zone),
  }
}

async function* piecesOf(ctx: Context, wanted: Wanted, format: ExportFormat, zone: string): AsyncGenerator<string> {
  const { house, organizationId, actor } = ctx
  const inTurn = <Result>(isReading: boolean, work: (ctx: Context) => Promise<Result>): Promise<Result> =>
    withContext(house, { organizationId, actor, isReading }, work)
  const lineOf = format === 'csv' ? csvOf : jsonLineOf
  let cases = 0
  let isWhole = false
  try {
    if (format === 'csv') yield byteOrderMark + csvHeader
    let from: Awaited<ReturnType<typeof pageOf>>['next'] = null
    do {
      const page = await inTurn(true, async (inner) => {
        await refuseWhoLeft(inner)
        return pageOf(inner, wanted, 'received', from, portion)
      })
      cases += page.rows.length
      if (page.rows.length > 0) yield page.rows.map((row) => lineOf(row, wanted.now, zone)).join('')
      from = page.next
    } while (from !== null)
    isWhole = true
  } finally {
    // Also for what somebody broke off: so much of it they have.
    await inTurn(false, (inner) =>
      recordAudit(inner, 'register.export-ended', { kind: 'register', id: null }, { cases, isWhole }),
    )
  }
}

/** A long export ends when whoever takes it may do so no more. */
async function refuseWhoLeft({ db, actor }: Context): Promise<void> {
  if (actor.kind !== 'staff') return
  const person = await findStaff(db, actor.staffId)
  if (!person || person.disabledAt) throw new Refusal('not-signed-in', 'Whoever asked for this works here no more.')
}
