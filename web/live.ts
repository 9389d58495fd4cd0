// Server-sent events: a stream read by fetch, so that we choose the back-off and can resume by Last-Event-ID after any failure.
// An event says which object changed; the questions that could tell of it are asked again.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { failureOf } from './api.ts'
import { createEventReader, type StreamEvent } from './event-reader.ts'
import { createRenewer } from './renewer.ts'

export type LiveState = 'starting' | 'live' | 'lost'

const liveEvent = z.object({ kind: z.string(), objectKind: z.string(), objectId: z.string().nullable() })
const firstWait = 1_000
const longestWait = 30_000

let state: LiveState = 'starting'
const watchers = new Set<() => void>()
function become(next: LiveState): void {
  if (next === state) return
  state = next
  for (const watcher of watchers) watcher()
}

export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => state,
  )

/** Which questions an object of this kind may have changed the answer to: the first words of their keys. */
const touched: Readonly<Record<string, readonly string[]>> = {
  case: ['desk', 'case', 'customer', 'to-confirm'],
  message: ['desk', 'case', 'customer', 'to-confirm'],
  conversation: ['desk', 'case', 'customer', 'to-confirm'],
  promise: ['desk', 'case'],
  channel: ['channels', 'quarantine'],
  raw: ['quarantine', 'desk'],
  staff: ['staff', 'invites', 'desk'],
  organization: ['floor', 'me'],
  notice: ['notices'],
}

/** Listens until the signal says stop, from the place on that came with who is signed in: what happened while the page was loading is heard as well.
 * Fails never: it waits longer and longer, up to half a minute, and tries again. */
export async function listen(client: QueryClient, from: string, signal: AbortSignal): Promise<void> {
  let lastId = from
  let wait = firstWait
  const renew = createRenewer((key) => void client.invalidateQueries({ queryKey: [key] }))
  while (!signal.aborted) {
    try {
      const response = await fetch('/api/events', {
        signal,
        credentials: 'same-origin',
        headers: { accept: 'text/event-stream', ...(lastId === '' ? {} : { 'last-event-id': lastId }) },
      })
      if (!response.ok || !response.body) throw await failureOf(response)
      // Whatever happened while nobody listened is asked again, in case the server could not keep it for us.
      if (state === 'lost') void client.invalidateQueries()
      become('live')
      wait = firstWait
      for await (const event of eventsOf(response.body)) {
        if (event.id !== '') lastId = event.id
        const parsed = liveEvent.safeParse(parseJson(event.data))
        if (!parsed.success || isOthersNotice(client, parsed.data)) continue
        const { objectKind, objectId } = parsed.data
        // Who comes and goes in one case is asked by those who have it open, at once.
        if (objectKind === 'presence') void client.invalidateQueries({ queryKey: ['presence', objectId] })
        else renew(touched[objectKind] ?? ['desk', 'case'])
      }
    } catch {
      // A dropped stream says nothing; the state in the bar does.
    }
    if (isOver(signal)) return
    become('lost')
    await new Promise((resolve) => setTimeout(resolve, wait))
    wait = Math.min(longestWait, wait * 2)
  }
}

/** Notices are told of to all pages by whom they are for; only that person's ask for them. */
const isOthersNotice = (client: QueryClient, { objectKind, objectId }: z.output<typeof liveEvent>): boolean =>
  objectKind === 'notice' && client.getQueryData<{ staffId: string } | null>(['me'])?.staffId !== objectId

async function* eventsOf(body: ReadableStream<BufferSource>): AsyncGenerator<StreamEvent> {
  const reader = createEventReader()
  const pieces = body.pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) yield* reader.read(piece.value)
}

const isOver = (signal: AbortSignal): boolean => signal.aborted

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
