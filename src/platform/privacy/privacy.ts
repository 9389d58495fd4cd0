// What each folder contributes to a person's rights: how its tables forget, hand out and let go of a customer's data.
import type { Context } from '../context/context.ts'
import type { CustomerId } from '../../shared/ids.ts'

export interface TablePrivacy {
  readonly table: string
  /** Removes or blanks what names the customer; rows that only count may stay. */
  readonly erase: ((ctx: Context, customerId: CustomerId) => Promise<void>) | 'keeps no person'
  /** The customer's rows of this table, as they would read them. */
  readonly exportRows: ((ctx: Context, customerId: CustomerId) => Promise<readonly object[]>) | 'keeps no person'
  /** `kept`: with the case or account it belongs to. Otherwise forgotten this many days after its own time. */
  readonly retention:
    | 'kept'
    | {
        readonly afterDays: number
        /** Forgets at most `most` rows; answers how many. */
        readonly forget: (ctx: Context, before: Date, most: number) => Promise<number>
      }
}

const noPerson = (table: string): TablePrivacy => ({
  table,
  erase: 'keeps no person',
  exportRows: 'keeps no person',
  retention: 'kept',
})

/** The part of tables that hold settings or figures and nobody's name. */
export const keepNoPerson = (...tables: readonly string[]): readonly TablePrivacy[] => tables.map(noPerson)
