// Pages of what was said in a case, oldest first; one message whole; what waits to be confirmed.
import type { z } from 'zod'
import type { Context } from '../../platform/context/context.ts'
import { Refusal } from '../../shared/errors.ts'
import { isId, type CaseId, type MessageId } from '../../shared/ids.ts'
import {
  usualMessages,
  type MessageView,
  type toConfirm,
  type pageOfMessages,
  type WholeMessage,
} from './case-messages.schema.ts'
import { messagesOfCase, messagesToConfirm, namedFilesOf, wholeMessageOf, type SaidRow } from './said.sql.ts'
import { pictureTypes } from './show-file.ts'
import { whoActs } from './take-case.ts'

const mostToConfirm = 100

/** A page that ends before the message a page before began with. @throws Refusal('invalid') for a place that is none */
export async function seeMessages(
  ctx: Context,
  caseId: CaseId,
  { before, limit = usualMessages }: { readonly before?: string | undefined; readonly limit?: number | undefined },
): Promise<z.output<typeof pageOfMessages>> {
  if (before !== undefined && !isId(before)) throw new Refusal('invalid', 'This is no place in the conversation.')
  const rows = await messagesOfCase(ctx.db, caseId, whoActs(ctx), (before as MessageId | undefined) ?? null, limit + 1)
  const page = rows.slice(0, limit).toReversed()
  return { messages: page.map(viewOf), earlier: rows.length > limit ? (page[0]?.messageId ?? null) : null }
}

function viewOf(row: SaidRow): MessageView {
  const { authorName, address, isMe, deliveryState, deliveryAt, deliveryError, ...said } = row
  return {
    ...said,
    at: said.at.toISOString(),
    author: { name: authorName, address, isMe },
    delivery:
      deliveryState && deliveryAt ? { state: deliveryState, at: deliveryAt.toISOString(), error: deliveryError } : null,
  }
}

/** @throws Refusal('not-found') */
export async function seeWholeMessage(ctx: Context, messageId: MessageId): Promise<WholeMessage> {
  const [found, files] = await Promise.all([wholeMessageOf(ctx.db, messageId), namedFilesOf(ctx.db, messageId)])
  if (!found) throw new Refusal('not-found', 'There is no such message.')
  const pictures = files.filter(({ mediaType }) => pictureTypes.has(mediaType))
  return { ...found, pictures: pictures.map(({ contentId, fileId }) => ({ contentId, fileId })) }
}

export async function seeToConfirm(ctx: Context): Promise<z.output<typeof toConfirm>> {
  const rows = await messagesToConfirm(ctx.db, mostToConfirm)
  return {
    messages: rows.map(({ caseId, number, matter, at, ...message }) => ({
      ...message,
      at: at.toISOString(),
      case: { caseId, number, matter },
    })),
  }
}
