// Saved views as they stand on the wire: a filter of the register with a name, one's own or everybody's.
import { z } from 'zod'
import { idOf } from '../../shared/wire.schema.ts'
import { plainWords, registerFilter, registerOrder } from './register.schema.ts'

/** Of one person, and of those that everybody sees. */
export const mostViews = 50

export const viewFilter = registerFilter.extend({ sort: registerOrder.optional() })
const name = plainWords(60)

export const savedView = z.object({
  savedViewId: idOf<'saved-view'>(),
  name: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  filter: viewFilter,
})
export const savedViews = z.object({ views: z.array(savedView) })
export const newView = z.strictObject({ name, isShared: z.boolean(), filter: viewFilter })
/** A new name, or another filter, or both. */
export const viewChange = z.strictObject({ name: name.optional(), filter: viewFilter.optional() })
export const viewKept = z.object({ savedViewId: idOf<'saved-view'>() })

export type ViewFilter = z.output<typeof viewFilter>
export type SavedView = z.output<typeof savedView>
