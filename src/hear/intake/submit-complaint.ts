// Takes a complaint from the form or the API: stored as a raw record with its attachments in one transaction. The same one twice is one.
import type { Context } from '../../platform/context/context.ts'
import { keepContent } from '../../platform/files/store-file.ts'
import type { ChannelId } from '../../shared/ids.ts'
import type { Proof } from '../channels/channel.ts'
import {
  contentKey,
  type Submission,
  submissionBytes,
  submissionType,
  type SubmittedFile,
} from '../channels/submission.ts'
import { rawsWithKeys } from './raw.sql.ts'
import { storeRaw, type StoredRaw } from './store-raw.ts'

const dayMs = 86_400_000

/** Read one at a time, so that one file's bytes are in memory and not all. */
export interface FileToSubmit {
  readonly name: string
  readonly mediaType: string
  readonly read: () => Promise<Uint8Array>
}

export interface Submitted {
  readonly channelId: ChannelId
  readonly submission: Omit<Submission, 'files'>
  readonly files: readonly FileToSubmit[]
  readonly proof: Proof
}

/** What is sent again with the same words, sender and files within a day (or ever, with the sender's own number) is answered with the first one's receipt. */
export async function submitComplaint(
  ctx: Context,
  { channelId, submission, files, proof }: Submitted,
): Promise<StoredRaw> {
  const kept: SubmittedFile[] = []
  for (const { name, mediaType, read } of files) {
    const bytes = await read()
    const sha256 = await keepContent(ctx, bytes)
    kept.push({ name, mediaType, sha256: sha256.toString('hex'), size: bytes.length })
  }
  const bytes = submissionBytes({ ...submission, files: kept })
  const [today, yesterday] = keysOf(submission.externalId, contentKey(bytes), ctx.now())
  const before = yesterday === undefined ? [] : await rawsWithKeys(ctx.db, channelId, [yesterday], null)
  const recent = before.find((raw) => ctx.now().getTime() - raw.receivedAt.getTime() < dayMs)
  if (recent) return { rawId: recent.rawId, isNew: false }
  const [stored] = await storeRaw(ctx, channelId, [
    { key: today, bytes, mediaType: submissionType, receivedAt: ctx.now(), proof },
  ])
  if (!stored) throw new Error('a complaint was neither stored nor there')
  return stored
}

/** Its key today and, where days count, yesterday. */
function keysOf(externalId: string | null, content: string, now: Date): readonly [string, string?] {
  if (externalId !== null) return [`external:${externalId}:${content}`]
  const day = (at: number) => `content:${content}:${new Date(at).toISOString().slice(0, 10)}`
  return [day(now.getTime()), day(now.getTime() - dayMs)]
}
