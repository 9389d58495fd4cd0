// Takes events from a program: each is kept as it came before anything else happens, once, whatever it says.
import { createHash } from 'node:crypto'
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { findLiveApiKey } from '../../platform/staff/api-key.sql.ts'
import { keyPrefixes } from '../../platform/staff/caller.api.ts'
import { readToken } from '../../platform/staff/token.ts'
import { Refusal } from '../../shared/errors.ts'
import type { ApiKeyId } from '../../shared/ids.ts'
import { eventKinds, instantOf, type Loose } from './event.rules.ts'
import { addEvents, type NewEvent } from './event.sql.ts'

export const takeEventsTask = 'take-events'
const mostBytes = 32 * 1024

/** @throws Refusal('not-signed-in') for a key that is unknown, revoked, or opens another door */
export async function receiveEvents(
  house: House,
  writeKey: string,
  events: readonly unknown[],
  sentAt: unknown,
): Promise<void> {
  const token = readToken(writeKey, keyPrefixes.events)
  if (!token) throw unknownKey()
  const { organizationId, hash } = token
  const actor = async (db: Parameters<typeof findLiveApiKey>[0], at: Date) => {
    const key = await findLiveApiKey(db, hash, at, 'events')
    if (key === null) throw unknownKey()
    return { kind: 'api-key', opens: 'events', ...key } as const
  }
  await withContext(house, { organizationId, actor }, async (ctx) => {
    const apiKeyId: ApiKeyId | null = ctx.actor.kind === 'api-key' ? ctx.actor.apiKeyId : null
    if (apiKeyId === null) throw unknownKey()
    const kept = events.map((event) => asKept(event, sentAt, ctx.now(), ctx.newId<'event'>()))
    const isNew = (await addEvents(ctx.db, organizationId, apiKeyId, ctx.now(), kept)) > 0
    if (isNew) ctx.addJob(takeEventsTask, {}, `take-events:${organizationId}`)
  })
}

const unknownKey = (): Refusal => new Refusal('not-signed-in', 'This write key is unknown or was revoked.')

/** A messageId of any length is one of ours of at most a hundred characters. */
const shortened = (id: string): string =>
  id.length <= 100 ? id : `sha256:${createHash('sha256').update(id).digest('base64url')}`

function asKept(raw: unknown, sentAt: unknown, receivedAt: Date, ourId: string): NewEvent {
  const event: Loose = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {}
  // What no database takes goes from every text.
  const words = JSON.stringify(raw ?? null)
    .replaceAll('\\u0000', '')
    .toWellFormed()
  const size = Buffer.byteLength(words)
  const { messageId, type, event: name } = event
  const at = instantOf(event, sentAt, receivedAt)
  const isKnown = eventKinds.some((one) => one === type)
  const why =
    size > mostBytes
      ? 'It has more than 32 KB, and was not kept.'
      : !isKnown
        ? 'Its type is none of identify, track, page, screen, group and alias.'
        : at === null
          ? 'Its time cannot be read.'
          : typeof messageId !== 'string' || messageId === ''
            ? 'It has no messageId, so it cannot be told from another.'
            : ''
  return {
    messageId: typeof messageId === 'string' && messageId !== '' ? shortened(messageId.replaceAll('\0', '')) : ourId,
    ...{ kind: isKnown ? String(type) : 'unknown', name: typeof name === 'string' ? plain(name) : '' },
    ...{ at: at ?? receivedAt, raw: size > mostBytes ? null : (JSON.parse(words) as unknown) },
    ...{ state: why === '' ? 'waiting' : 'bad', words: why },
  }
}

const plain = (name: string): string => name.replaceAll('\0', '').slice(0, 100).toWellFormed()
