// Takes a complaint from a program. A request sent again with its Idempotency-Key is answered as the first time, and nothing is added.
import { createHash } from 'node:crypto'
import { actorId } from '../../../platform/context/actor.rules.ts'
import { keepAnswer } from '../../../platform/access/idempotency.sql.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { ChannelId, RawId } from '../../../shared/ids.ts'
import type { ComplaintBody, ComplaintStatus, ComplaintTaken } from '../../channels/api/complaint.schema.ts'
import { fateOf, openRequest } from '../submission.sql.ts'
import { submitComplaint } from '../submit-complaint.ts'

export interface Taken {
  readonly answer: ComplaintTaken
  /** The first answer to this key, again. */
  readonly isReplay: boolean
}

const mostAttachmentBytes = 10 * 1024 * 1024

/** @throws Refusal('key-reused') for the same key with another body, Refusal('in-progress') while the first request runs, Refusal('too-large') */
export async function takeComplaint(ctx: Context, body: ComplaintBody, key: string | null): Promise<Taken> {
  if (key !== null && (key.length < 1 || key.length > 255))
    throw new Refusal('invalid', 'An Idempotency-Key has 1 to 255 characters.')
  const holder = `${ctx.actor.kind}:${actorId(ctx.actor) ?? ''}`
  const before = await openRequest(ctx.db, ctx.organizationId, holder, key)
  if (!before.isMine) throw stillRunning()
  const requestHash = createHash('sha256').update(JSON.stringify(body)).digest()
  if (before.requestHash) return replay(before.requestHash, requestHash, before.response)
  if (before.channelId === null || before.isOff === true)
    throw new Refusal(
      'wrong-state',
      'The JSON API is switched off. Nothing was stored; ask an administrator of this desk.',
    )
  const answer = await store(ctx, body, before.channelId)
  // Nobody else has kept one meanwhile: openRequest locked the key.
  if (key !== null) {
    const kept = { holder, key, requestHash, status: 202, response: answer, at: ctx.now() }
    ctx.lastly((db) => keepAnswer(db, ctx.organizationId, kept))
  }
  return { answer, isReplay: false }
}

const stillRunning = (): Refusal =>
  new Refusal(
    'in-progress',
    'The first request with this Idempotency-Key still runs. Ask again in a moment to get its answer.',
  )

function replay(first: Buffer, now: Buffer, response: unknown): Taken {
  if (!first.equals(now))
    throw new Refusal(
      'key-reused',
      'This Idempotency-Key was used for another request. Take a new key for a new complaint; nothing was stored.',
    )
  return { answer: response as ComplaintTaken, isReplay: true }
}

async function store(ctx: Context, body: ComplaintBody, channelId: ChannelId): Promise<ComplaintTaken> {
  const files = body.attachments.map((one) => ({
    name: one.name,
    mediaType: one.mediaType,
    bytes: Buffer.from(one.base64, 'base64'),
  }))
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > mostAttachmentBytes)
    throw new Refusal('too-large', 'The attachments have more than 10 MB together. Nothing was stored.', {
      '/attachments': 'more than 10 MB together',
    })
  const { rawId, isNew } = await submitComplaint(ctx, {
    channelId,
    submission: {
      name: body.from.name,
      email: body.from.email,
      subject: body.subject,
      text: body.text,
      occurredAt: body.occurredAt ?? null,
      externalId: body.externalId ?? null,
      isSuspect: false,
    },
    files: files.map(({ name, mediaType, bytes }) => ({ name, mediaType, read: () => Promise.resolve(bytes) })),
    proof: { kind: 'session', detail: 'an API key' },
  })
  return {
    rawId,
    status: isNew ? 'stored' : 'stored-before',
    statusUrl: `${ctx.house.publicUrl}/api/v1/complaints/${rawId}`,
  }
}

/** @throws Refusal('not-found') */
export async function complaintFate(ctx: Context, rawId: RawId): Promise<ComplaintStatus> {
  const fate = await fateOf(ctx.db, rawId, 'api')
  if (!fate) throw new Refusal('not-found', 'There is no complaint with this identifier.')
  return {
    rawId,
    receivedAt: fate.receivedAt.toISOString(),
    status: fate.kind ?? 'waiting',
    reason: fate.reason,
    caseNumber: fate.reference,
  }
}
