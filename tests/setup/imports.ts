// Tables brought along in a test, as a person at the page would bring them.
import { Readable } from 'node:stream'
import type { Allowed } from '../../src/platform/http/route.ts'
import { withContext } from '../../src/platform/context/context.ts'
import type { ImportKind } from '../../src/moving-in/csv/fields.rules.ts'
import type { Import, ImportId, Plan } from '../../src/moving-in/csv/import.ts'
import { findImport } from '../../src/moving-in/csv/import.sql.ts'
import { headersOf } from '../../src/moving-in/csv/check-import.ts'
import { proposeMapping } from '../../src/moving-in/csv/mapping.rules.ts'
import { runImport } from '../../src/moving-in/csv/run-import.ts'
import { startImport } from '../../src/moving-in/csv/start-import.ts'
import { takeTable } from '../../src/moving-in/csv/take-table.ts'
import { startUndo, undoImport } from '../../src/moving-in/csv/undo-import.ts'
import type { TestHouse } from './house.ts'

export interface ImportDesk {
  readonly who: Allowed
  take(kind: ImportKind, file: string | Uint8Array, source?: string): Promise<ImportId>
  /** With the mapping that is proposed, where none is given. */
  start(importId: ImportId, plan?: Partial<Plan>): Promise<void>
  run(importId: ImportId): Promise<void>
  /** All of it. */
  bring(kind: ImportKind, file: string | Uint8Array, plan?: Partial<Plan>, source?: string): Promise<Import>
  undo(importId: ImportId): Promise<Import>
  see(importId: ImportId): Promise<Import>
}

export const noPlan: Plan = { mapping: {}, dateOrder: null, decimalMark: null, currency: null }

export function importDesk(home: TestHouse): ImportDesk {
  const { house, organizationId } = home
  const who: Allowed = { organizationId, actor: { kind: 'staff', staffId: home.founder, role: 'administrator' } }
  const see = async (importId: ImportId): Promise<Import> => {
    const found = await withContext(house, who, (ctx) => findImport(ctx.db, importId))
    if (!found) throw new Error('no such import')
    return found
  }
  const take: ImportDesk['take'] = (kind, file, source = 'shop') => {
    const bytes = Buffer.from(file)
    const pieces = [bytes.subarray(0, 7), bytes.subarray(7)]
    const stream = Object.assign(Readable.from(pieces, { objectMode: false }), { truncated: false })
    return takeTable(house, who, { kind, source, fileName: `${kind}.csv`, file: stream })
  }
  const start: ImportDesk['start'] = async (importId, plan = {}) => {
    const { kind, form } = await see(importId)
    const mapping = proposeMapping(kind, form ? headersOf(form) : [])
    await withContext(house, who, (ctx) => startImport(ctx, importId, { ...noPlan, mapping, ...plan }))
  }
  const run = (importId: ImportId): Promise<void> => runImport(house, organizationId, importId)
  return {
    ...{ who, see, take, start, run },
    bring: async (kind, file, plan, source) => {
      const importId = await take(kind, file, source)
      await start(importId, plan)
      await run(importId)
      return see(importId)
    },
    undo: async (importId) => {
      await withContext(house, who, (ctx) => startUndo(ctx, importId))
      await undoImport(house, organizationId, importId)
      return see(importId)
    },
  }
}
