// A person's right to be forgotten: every folder's part in one transaction; figures and the proof that it was done remain.
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context/context.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { holdReading } from './privacy.sql.ts'
import type { TablePrivacy } from './privacy.ts'

/** Erases every customer that is one person from every table. What is counted stays countable; nobody can be found by it any more. */
export async function eraseCustomer(
  ctx: Context,
  parts: readonly TablePrivacy[],
  person: readonly CustomerId[],
): Promise<void> {
  await holdReading(ctx.db)
  for (const { erase } of parts)
    if (typeof erase === 'function') for (const customerId of person) await erase(ctx, customerId)
  for (const id of person) await recordAudit(ctx, 'customer.erased', { kind: 'customer', id })
}

/** Hands out everything that is kept about a customer; nothing is written down where there is nothing. */
export async function exportCustomer(
  ctx: Context,
  parts: readonly TablePrivacy[],
  person: readonly CustomerId[],
): Promise<Readonly<Record<string, readonly object[]>>> {
  const found = await keptAbout(ctx, parts, person)
  if (Object.keys(found).length > 0)
    for (const id of person) await recordAudit(ctx, 'customer.exported', { kind: 'customer', id })
  return found
}

/** Everything that is kept about a person, by table, as they may read it. */
export async function keptAbout(
  ctx: Context,
  parts: readonly TablePrivacy[],
  person: readonly CustomerId[],
): Promise<Readonly<Record<string, readonly object[]>>> {
  const found: Record<string, readonly object[]> = {}
  for (const { table, exportRows } of parts) {
    if (typeof exportRows !== 'function') continue
    const rows: object[] = []
    for (const customerId of person) rows.push(...(await exportRows(ctx, customerId)))
    if (rows.length > 0) found[table] = rows
  }
  return found
}
