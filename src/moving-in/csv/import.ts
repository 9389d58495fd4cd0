// An import: one table from its arrival to its end, as the rest of this folder passes it on.
import type { Id, StaffId } from '../../shared/ids.ts'
import type { Delimiter } from './delimiter.rules.ts'
import type { DateOrder } from './dates.rules.ts'
import type { DecimalMark } from './amounts.rules.ts'
import type { Layout } from '../zendesk/records.ts'
import type { Encoding } from './encoding.rules.ts'
import type { ImportKind } from './fields.rules.ts'
import type { Mapping } from './mapping.rules.ts'

export type ImportId = Id<'import'>
export type ImportState = 'arriving' | 'waiting' | 'running' | 'done' | 'forgotten' | 'undoing' | 'undone'

export interface Column {
  readonly header: string
  /** In which order the days of its dates stand; `ask` where it cannot be told, null where it has no dates. */
  readonly dates: DateOrder | 'any' | 'ask' | null
  /** The decimal mark of its amounts, likewise. */
  readonly mark: DecimalMark | 'any' | 'ask' | null
}

/** How a table is written. */
export interface TableForm {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly hasHeader: boolean
  readonly columns: readonly Column[]
  /** Without the header. */
  readonly rows: number
  /** Of an export of Zendesk, how its records lie in the file; absent for a table. Such a file has no columns. */
  readonly layout?: Layout
}

/** How it is to be read. */
export interface Plan {
  readonly mapping: Mapping
  /** Where columns do not tell it. */
  readonly dateOrder: DateOrder | null
  readonly decimalMark: DecimalMark | null
  /** Of orders without a column that says it. */
  readonly currency: string | null
}

export interface Counts {
  readonly place: number
  readonly taken: number
  readonly changed: number
  readonly known: number
  readonly refused: number
  readonly removed: number
  readonly restored: number
}

export interface Import extends Counts {
  readonly importId: ImportId
  readonly kind: ImportKind
  readonly source: string
  readonly fileName: string
  readonly state: ImportState
  readonly form: TableForm | null
  readonly plan: Plan | null
  readonly madeBy: StaffId
  readonly madeAt: Date
  readonly endedAt: Date | null
  readonly undoneAt: Date | null
}

/** One row of the table. */
export interface Row {
  /** Counted from 1, as an editor shows it. */
  readonly line: number
  readonly cells: readonly string[]
}
