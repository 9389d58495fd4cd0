// Keeps a message that was read: its conversation (made where it is new), its words, its attachments, and both people's timelines.
import type { Context } from '../../platform/context/context.ts'
import { storeFiles } from '../../platform/files/store-file.ts'
import type { ConversationId, MessageId } from '../../shared/ids.ts'
import { noteInteraction } from '../customers/note-interaction.ts'
import type { KnownIdentity } from '../customers/customer.sql.ts'
import { othersNamed } from '../conversations/copies.rules.ts'
import { takeMessage } from '../conversations/take-message.ts'
import { needed, type Reading, type Sender } from './reading.ts'

export type ReadingOfKnown = Reading & { readonly sender: Sender & { readonly known: KnownIdentity } }

/** Emits `message.received` for a person's message that has joined, `outside.received` where somebody outside wrote it: it stands on their own
 * timeline only, never on that of the customer whose case it is about. One that waits to be confirmed is announced to open pages
 * only, and where it tells of danger to those who answer for that. */
export async function keepMessage(
  ctx: Context,
  reading: ReadingOfKnown,
  kind: 'human' | 'machine',
): Promise<MessageId> {
  const place = needed(reading.place, 'keepMessage')
  const { known } = reading.sender
  const { conversationId, customerId, messageId } = await takeMessage(
    ctx,
    messageOf(reading, kind),
    await filesOf(ctx, reading),
  )
  const people = place.isOutside ? [known.customerId] : new Set([known.customerId, customerId])
  noteInteraction(
    ctx,
    ...[...people].map((one) => ({
      customerId: one,
      kind: 'message' as const,
      messageId,
      at: reading.parsed.inbound.at,
      details: {
        machine: kind === 'machine',
        standing: place.standing,
        ...(reading.witness && { passedOnBy: reading.witness.name }),
      },
    })),
  )
  if (kind === 'machine') return messageId
  if (place.standing !== 'joined') {
    ctx.emit({ kind: 'message.waits', messageId, conversationId })
    if (reading.told?.cues.some(({ isDanger }) => isDanger))
      ctx.emit({ kind: 'danger.waits', messageId, conversationId })
    return messageId
  }
  if (place.isOutside) ctx.emit({ kind: 'outside.received', messageId, conversationId })
  else announce(ctx, messageId, conversationId, customerId)
  return messageId
}

function announce(
  ctx: Context,
  messageId: MessageId,
  conversationId: ConversationId,
  customerId: KnownIdentity['customerId'],
): void {
  ctx.emit({ kind: 'message.received', messageId, conversationId, customerId })
}

function messageOf(reading: ReadingOfKnown, kind: 'human' | 'machine') {
  const { inbound } = reading.parsed
  const place = needed(reading.place, 'keepMessage')
  return {
    conversation:
      place.conversationId === null || place.customerId === null
        ? null
        : { conversationId: place.conversationId, customerId: place.customerId },
    kind: kind === 'human' && place.isOutside ? ('outside' as const) : kind,
    channelId: reading.raw.channelId,
    sender: reading.sender.known,
    rawId: reading.raw.rawId,
    externalId: inbound.externalId,
    subject: inbound.subject ?? '',
    text: inbound.text,
    visibleText: inbound.visibleText,
    html: inbound.html,
    meaning: place.isOutside ? null : (reading.meaning ?? null),
    language: reading.told?.language ?? null,
    cues: reading.told?.cues ?? null,
    kindTold: reading.kindTold ?? null,
    authentication: reading.sender.authentication,
    standing: place.standing,
    joinedBy: place.joinedBy,
    mayAnswerAutomatically: kind === 'human' && !place.isOutside && inbound.machine.mayAnswerAutomatically,
    cc: othersNamed(inbound.named, reading.known.ourAddresses, inbound.author?.value ?? ''),
    at: inbound.at,
    storedAt: reading.raw.receivedAt,
  }
}

async function filesOf(ctx: Context, { parsed }: Reading) {
  const came = [...parsed.inbound.attachments, ...parsed.kept]
  const fileIds = await storeFiles(ctx, came)
  return fileIds.map((fileId, at) => {
    const file = came[at]
    return { fileId, inlineId: file !== undefined && 'contentId' in file ? file.contentId : null }
  })
}
