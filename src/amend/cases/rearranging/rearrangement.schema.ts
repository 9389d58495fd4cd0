// Merging, splitting and moving as they stand on the wire.
import { z } from 'zod'
import { promiseKind } from '../../promises/promise.schema.ts'
import { idOf, instant } from '../../../shared/wire.schema.ts'
import { caseState } from '../case-state.schema.ts'

const version = z.int().min(1)
const messageIds = z.array(idOf<'message'>()).min(1).max(100)

export const mergeCases = z.object({ version, into: idOf<'case'>(), intoVersion: version })
export const splitCase = z.object({ version, messageIds })
export const moveMessages = z.object({ version, messageIds, to: idOf<'case'>(), toVersion: version })
export const undoRearrangement = z.object({ version })

/** `caseId`: the case to go on with, and where it stands. */
export const rearranged = z.object({
  rearrangementId: idOf<'rearrangement'>(),
  caseId: idOf<'case'>(),
  version: z.int(),
  state: caseState,
})

const numbered = z.object({ caseId: idOf<'case'>(), number: z.string() })

/** One case of the two, as the preview of a merge shows it. */
const sideOfMerge = numbered.extend({
  version: z.int(),
  matter: z.string(),
  state: caseState,
  owner: z.string().nullable(),
  receivedAt: instant,
})

/** What a merge would do. `no`: why it cannot be now, and then nothing else holds. */
export const mergePreview = z.object({
  from: sideOfMerge,
  into: sideOfMerge,
  no: z.string().nullable(),
  messages: z.int(),
  notes: z.int(),
  /** Everything owed in either case: what runs on, and what another of its kind stands for. */
  promises: z.array(
    z.object({ kind: promiseKind, about: z.string(), dueAt: instant, number: z.string(), runsOn: z.boolean() }),
  ),
  /** Who answers for it afterwards. */
  answersForIt: z.string(),
  /** Whether somebody waits for the customer in one of the two: that ends. */
  endsWaiting: z.boolean(),
})

/** What was rearranged in a case. `stays`: why it cannot be undone any more; null where it can. */
export const rearrangementView = z.object({
  rearrangementId: idOf<'rearrangement'>(),
  kind: z.enum(['merge', 'split', 'move']),
  at: instant,
  by: z.string(),
  from: numbered,
  to: numbered,
  messages: z.int(),
  undone: z.object({ at: instant, by: z.string() }).nullable(),
  stays: z.enum(['undone', 'later-first', 'answered', 'over', 'came-back', 'told', 'not-yours']).nullable(),
})

export type Rearranged = z.output<typeof rearranged>
export type MergePreview = z.output<typeof mergePreview>
export type RearrangementView = z.output<typeof rearrangementView>
