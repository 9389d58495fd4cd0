// Starts bringing a table that was looked at: only with a mapping against which nothing stands, and with every question answered.
import { recordAudit } from '../../platform/audit/record-audit.ts'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { faultsOfPlan, waitingImport } from './check-import.ts'
import type { ImportId, Plan } from './import.ts'
import { changeImport, lockImport } from './import.sql.ts'
import { questionsOf } from './read-row.ts'

export const runTask = 'run-import'

/** @throws Refusal('invalid') with a sentence for what stands against it, Refusal('wrong-state') where it was started before */
export async function startImport(ctx: Context, importId: ImportId, plan: Plan): Promise<void> {
  const found = waitingImport(await lockImport(ctx.db, importId))
  const { kind, form, source } = found
  const [fault] = faultsOfPlan(found, plan)
  if (fault !== undefined) throw new Refusal('invalid', fault)
  const asked = questionsOf({ kind, plan, form })
  if (asked.dateOrder || asked.decimalMark || asked.currency)
    throw new Refusal('invalid', `${questionWords(asked)} Amends does not guess; choose one. Nothing was brought.`)
  await changeImport(ctx.db, importId, { state: 'running', plan })
  await recordAudit(ctx, 'import.started', { kind: 'import', id: importId }, { kind, source, rows: form.rows })
  ctx.addJob(runTask, { importId }, `import:${importId}`)
}

function questionWords({ dateOrder, decimalMark }: ReturnType<typeof questionsOf>): string {
  if (dateOrder) return 'The dates can be read with the day or with the month first.'
  return decimalMark ? 'The amounts can be read with a point or with a comma before the cents.' : 'No currency is said.'
}
