// A person's right to be forgotten: every folder's part in one transaction; figures and the proof that it was done remain.
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context/context.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { holdReading } from './privacy.sql.ts'
import type { TablePrivacy } from './privacy.ts'

/** Erases a customer from every table. What is counted stays countable; nobody can be found by it any more. */
export async function eraseCustomer(
  ctx: Context,
  parts: readonly TablePrivacy[],
  customerId: CustomerId,
): Promise<void> {
  await holdReading(ctx.db)
  for (const { erase } of parts) if (typeof erase === 'function') await erase(ctx, customerId)
  await recordAudit(ctx, 'customer.erased', { kind: 'customer', id: customerId })
}

/** Hands out everything that is kept about a customer; nothing is written down where there is nothing. */
export async function exportCustomer(
  ctx: Context,
  parts: readonly TablePrivacy[],
  customerId: CustomerId,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const found = await keptAbout(ctx, parts, customerId)
  if (Object.keys(found).length > 0) await recordAudit(ctx, 'customer.exported', { kind: 'customer', id: customerId })
  return found
}

/** Everything that is kept about a customer, by table, as they may read it. */
export async function keptAbout(
  ctx: Context,
  parts: readonly TablePrivacy[],
  customerId: CustomerId,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const found: Record<string, readonly object[]> = {}
  for (const { table, exportRows } of parts) {
    if (typeof exportRows !== 'function') continue
    const rows = await exportRows(ctx, customerId)
    if (rows.length > 0) found[table] = rows
  }
  return found
}
