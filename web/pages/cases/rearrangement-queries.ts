// Merging, splitting and moving as the page asks for them, and their undo.
import { queryOptions } from '@tanstack/react-query'
import {
  mergePreview,
  rearranged,
  type MergePreview,
  type RearrangementView,
} from '../../../src/amend/cases/rearranging/rearrangement.schema.ts'
import { ask, send } from '../../api.ts'

export type { MergePreview, RearrangementView }

const address = (caseId: string) => `/api/cases/${caseId}`

/** What merging a case into another would do; asked anew whenever one of the two has changed. */
export const mergePreviewQuery = (from: string, into: string) =>
  queryOptions({
    queryKey: ['case', from, 'merge', into],
    queryFn: ({ signal }) => ask(mergePreview, `${address(from)}/merge/${into}`, signal),
    // Not kept: chosen again after something has happened, it would show, and merge, what was.
    gcTime: 0,
    retry: false,
  })

/** As the preview showed both. */
export const mergeCases = ({ from, into }: MergePreview) =>
  send(rearranged, 'POST', `${address(from.caseId)}/merge`, {
    ...{ version: from.version, into: into.caseId, intoVersion: into.version },
  })

interface Seen {
  readonly caseId: string
  readonly version: number
}

export const splitCase = ({ caseId, version }: Seen, messageIds: readonly string[]) =>
  send(rearranged, 'POST', `${address(caseId)}/split`, { version, messageIds })
export const moveMessages = ({ caseId, version }: Seen, messageIds: readonly string[], to: Seen) =>
  send(rearranged, 'POST', `${address(caseId)}/move`, { version, messageIds, to: to.caseId, toVersion: to.version })
export const undoRearrangement = ({ caseId, version }: Seen, rearrangementId: string) =>
  send(rearranged, 'POST', `${address(caseId)}/rearrangements/${rearrangementId}/undo`, { version })
