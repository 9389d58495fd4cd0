// What cases and promises contribute to a person's rights: words are erased, figures and times stay.
import type { Context } from '../../platform/context/context.ts'
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { forgetReasons } from '../promises/pause.sql.ts'
import { blankAbout } from '../promises/promise.sql.ts'
import { enquiriesAbout } from './outside/enquiry.sql.ts'
import { eraseNotesOf, notesAbout } from './notes/note.sql.ts'
import { caseIdsOf, casesOf, draftsTo, eraseCasesOf, eventsOf, pausesFor, promisesTo } from './case-privacy.sql.ts'

type Erase = (ctx: Context, customerId: CustomerId) => Promise<void>

const kept = (table: string, erase: Erase, rows: typeof casesOf): TablePrivacy => ({
  table,
  erase,
  exportRows: (ctx, customerId) => rows(ctx.db, customerId),
  retention: 'kept',
})

/** One function of the database for all that only it may change: history is append-only otherwise. */
const eraseWords: Erase = (ctx, customerId) => eraseCasesOf(ctx.db, customerId)

export const casePrivacy: readonly TablePrivacy[] = [
  kept('cases', eraseWords, casesOf),
  kept('case_event', eraseWords, eventsOf),
  kept('draft', eraseWords, draftsTo),
  // What was noted about somebody is theirs to read; who noted it is not.
  kept('case_note', (ctx, customerId) => eraseNotesOf(ctx.db, customerId), notesAbout),
  kept('promise', async (ctx, id) => blankAbout(ctx.db, await caseIdsOf(ctx.db, id)), promisesTo),
  kept('clock_pause', async (ctx, id) => forgetReasons(ctx.db, await caseIdsOf(ctx.db, id)), pausesFor),
  // Who and when; the words are the messages', and go with either person's.
  {
    table: 'enquiry',
    erase: 'keeps no person',
    exportRows: (ctx, customerId) => enquiriesAbout(ctx.db, customerId),
    retention: 'kept',
  },
  ...keepNoPerson(
    'building_block',
    'case_deed',
    'case_giving',
    'case_message',
    'case_span',
    'danger',
    'floor_policy',
    'note_mention',
    'rearrangement',
  ),
]
