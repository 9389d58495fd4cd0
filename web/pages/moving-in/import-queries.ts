// Questions about tables that are brought along.
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { importList, madeImport, type plan, preview, seenImport } from '../../../src/moving-in/csv/import.schema.ts'
import { eventFigures } from '../../../src/moving-in/events/event.schema.ts'
import { done } from '../../../src/platform/http/done.schema.ts'
import { ask, send } from '../../api.ts'

export type SeenImport = z.output<typeof seenImport>
export type ImportSummary = z.output<typeof importList>['imports'][number]
export type Plan = z.output<typeof plan>
export type Preview = z.output<typeof preview>
export type FieldName = SeenImport['fields'][number]['name']

export const kinds = ['customer', 'order', 'refund', 'referral', 'complaint'] as const
export type Kind = (typeof kinds)[number]

/** While something is on its way it is asked for again and again. */
const isMoving = ({ state }: ImportSummary): boolean => state === 'running' || state === 'undoing'
const everyMs = 1000

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => ask(importList, '/api/imports', signal),
  refetchInterval: ({ state }) => (state.data?.imports.some(isMoving) === true ? everyMs : false),
})

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => ask(seenImport, `/api/imports/${importId}`, signal),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? everyMs : false),
  })

export const eventsQuery = queryOptions({
  queryKey: ['events-taken'],
  queryFn: ({ signal }) => ask(eventFigures, '/api/events-taken', signal),
})

export function bringTable({ kind, source, file }: { kind: Kind; source: string; file: File }) {
  const form = new FormData()
  form.append('file', file, file.name)
  return send(madeImport, 'POST', `/api/imports?${new URLSearchParams({ kind, source }).toString()}`, form)
}

export const checkTable = (importId: string, chosen: Plan) =>
  send(preview, 'POST', `/api/imports/${importId}/check`, chosen)
export const startTable = (importId: string, chosen: Plan) =>
  send(done, 'POST', `/api/imports/${importId}/start`, chosen)
export const undoTable = (importId: string) => send(done, 'POST', `/api/imports/${importId}/undo`)
