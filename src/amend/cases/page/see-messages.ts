// Pages of what was said in a case and noted between, oldest first; one message whole; what waits to be confirmed.
import type { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import { isId, type CaseId, type MessageId } from '../../../shared/ids.ts'
import {
  usualMessages,
  type MessageView,
  type toConfirm,
  type pageOfMessages,
  type WholeMessage,
} from './case-messages.schema.ts'
import { isMessageHidden } from '../about-asker.sql.ts'
import { newestPage } from './conversation-order.rules.ts'
import { takeBackUntil } from '../notes/note.rules.ts'
import type { NoteView } from '../notes/note.schema.ts'
import { notesOfCase, type NoteRow } from '../notes/note.sql.ts'
import { messagesOfCase, messagesToConfirm, namedFilesOf, wholeMessageOf, type SaidRow } from './said.sql.ts'
import { pictureTypes } from './show-file.ts'
import { whoActs } from '../work/take-case.ts'
import { askerOf } from '../unless-about.ts'

const mostToConfirm = 100

/** A page that ends before the message a page before began with. @throws Refusal('invalid') for a place that is none */
export async function seeMessages(
  ctx: Context,
  caseId: CaseId,
  { before, limit = usualMessages }: { readonly before?: string | undefined; readonly limit?: number | undefined },
): Promise<z.output<typeof pageOfMessages>> {
  if (before !== undefined && !isId(before)) throw new Refusal('invalid', 'This is no place in the conversation.')
  const me = whoActs(ctx)
  const [messages, notes] = await Promise.all([
    messagesOfCase(ctx.db, caseId, me, before ?? null, limit + 1),
    notesOfCase(ctx.db, caseId, me, before ?? null, limit + 1),
  ])
  const { page, earlier } = newestPage(
    messages.map((message) => ({ id: message.messageId, at: message.at, message })),
    notes.map((note) => ({ id: note.noteId, at: note.at, note })),
    limit,
  )
  return {
    messages: page.flatMap((said) => ('message' in said ? viewOf(said.message, ctx.now()) : [])),
    notes: page.flatMap((said) => ('note' in said ? noteViewOf(said.note, ctx.now()) : [])),
    earlier,
  }
}

function viewOf(row: SaidRow, now: Date): MessageView {
  const { authorName, address, isMe, deliveryState, deliveryAt, deliveryError, leavesAt, ...said } = row
  const recallUntil = isMe && leavesAt !== null && leavesAt > now ? leavesAt.toISOString() : null
  return {
    ...said,
    at: said.at.toISOString(),
    author: { name: authorName, address, isMe },
    delivery:
      deliveryState && deliveryAt
        ? { state: deliveryState, at: deliveryAt.toISOString(), error: deliveryError, recallUntil }
        : null,
  }
}

function noteViewOf({ authorName, isMe, at, ...note }: NoteRow, now: Date): NoteView {
  const until = takeBackUntil(at)
  return {
    ...note,
    at: at.toISOString(),
    author: { name: authorName, isMe },
    takeBackUntil: isMe && now <= until ? until.toISOString() : null,
  }
}

/** @throws Refusal('not-found') */
export async function seeWholeMessage(ctx: Context, messageId: MessageId): Promise<WholeMessage> {
  const [found, files, isHidden] = await Promise.all([
    wholeMessageOf(ctx.db, messageId),
    namedFilesOf(ctx.db, messageId),
    isMessageHidden(ctx.db, askerOf(ctx), messageId),
  ])
  if (!found || isHidden) throw new Refusal('not-found', 'There is no such message.')
  const pictures = files.filter(({ mediaType }) => pictureTypes.has(mediaType))
  return { ...found, pictures: pictures.map(({ contentId, fileId }) => ({ contentId, fileId })) }
}

export async function seeToConfirm(ctx: Context): Promise<z.output<typeof toConfirm>> {
  const rows = await messagesToConfirm(ctx.db, askerOf(ctx), mostToConfirm)
  return {
    messages: rows.map(({ caseId, number, matter, at, ...message }) => ({
      ...message,
      at: at.toISOString(),
      case: { caseId, number, matter },
    })),
  }
}
