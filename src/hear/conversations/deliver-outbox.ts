// Sends letters that are due: leased first, handed to the channel outside any transaction, then settled. A crash in between sends the same Message-ID again.
import type { Context } from '../../platform/context/context.ts'
import { withContext } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { loadFiles } from '../../platform/files/load-files.ts'
import type { ChannelId, MessageId, OrganizationId } from '../../shared/ids.ts'
import type { Outbound, SendResult } from '../channels/channel.ts'
import type { ChannelRow } from '../channels/channel.sql.ts'
import type { SendThrough } from '../channels/send-through-channel.ts'
import { dueLetters } from './due-letter.sql.ts'
import { type LetterLink, linkPlace, openLetterLink } from './letter-link.ts'
import { attachmentsOf } from './message.sql.ts'
import { type Held, keepHolding, leaseFrom } from './hold-letter.ts'
import { markBad } from '../customers/customer.sql.ts'
import {
  addresseeOf,
  type ClaimedLetter,
  claimLetters,
  postponeLetter,
  restLetters,
  settleLetter,
} from './outbox.sql.ts'
import { saysNoSuchAddress, tryAgainMs } from './try-again.rules.ts'

const restMs = 60_000
/** Letters of a round. */
export const together = 20
/** To one mail server: some allow no more connections of one mailbox. */
const atOnce = 3
const sender = { kind: 'system', part: 'sender' } as const

/** Mailboxes with letters in hand, and when these are through. */
export type InHand = Map<ChannelId, Promise<void>>

/** One round to its end: sends what is due now; answers how many letters were taken. Tests and stories call it by hand. */
export async function deliverOutbox(
  house: House,
  sendThrough: SendThrough,
  signal: AbortSignal,
  beatMs?: number,
): Promise<number> {
  const inHand: InHand = new Map()
  const taken = await beginDelivery(house, sendThrough, signal, inHand, beatMs)
  await Promise.all(inHand.values())
  return taken
}

/** Takes what is due now from mailboxes that have nothing in hand, and begins to send it; answers how many letters were taken. Whoever calls it
 * hears from `inHand` what fails, and takes mailboxes that are through out of it. */
export async function beginDelivery(
  house: House,
  sendThrough: SendThrough,
  signal: AbortSignal,
  inHand: InHand,
  beatMs = 60_000,
): Promise<number> {
  const due = await dueLetters(house.ownerPool, house.clock.now(), together, [...inHand.keys()])
  for (const [organizationId, some] of Map.groupBy(due, (one) => one.organizationId)) {
    if (signal.aborted) break
    const ids = some.map((one) => one.messageId)
    const until = leaseFrom(house.clock.now())
    const claimed = await inOffice(house, organizationId, (ctx) => claimLetters(ctx.db, ids, ctx.now(), until))
    const [resting, waiting] = [claimed.filter(isOff), claimed.filter((letter) => !isOff(letter))]
    if (resting.length > 0) await rest(house, organizationId, resting)
    const hold = (letter: ClaimedLetter): Held => ({ organizationId, letter, until, beatMs })
    for (const [channelId, letters] of Map.groupBy(waiting, (letter) => letter.channelId)) {
      const sending = deliverFrom(house, letters, hold, sendThrough, signal).then(() =>
        handBack(house, organizationId, letters),
      )
      // Heard by whoever waits for it.
      sending.catch(() => undefined)
      inHand.set(channelId, sending)
    }
  }
  return due.length
}

const inOffice = <Result>(house: House, organizationId: OrganizationId, work: (ctx: Context) => Promise<Result>) =>
  withContext(house, { organizationId, actor: sender }, work)

const isOff = (letter: ClaimedLetter): boolean => letter.channelState === 'off'

const rest = (house: House, organizationId: OrganizationId, letters: readonly ClaimedLetter[]): Promise<void> =>
  inOffice(house, organizationId, (ctx) =>
    restLetters(
      ctx.db,
      letters.map((one) => one.messageId),
      new Date(ctx.now().getTime() + restMs),
    ),
  )

/** Letters whose turn had not come when the sender was stopped are due at once, for whoever sends next; no try was made. */
const handBack = (house: House, organizationId: OrganizationId, letters: readonly ClaimedLetter[]): Promise<void> =>
  letters.length === 0
    ? Promise.resolve()
    : inOffice(house, organizationId, async (ctx) => {
        for (const { messageId } of letters)
          await postponeLetter(ctx.db, messageId, ctx.now(), 'The desk was stopped.', false)
      })

/** Sends the letters of one mailbox, taking each away as its turn comes; those that are left had none before the sender was stopped. While one is
 * settled the next is on its way. A letter that is not held any more, as its turn was long in coming, is left to whoever has it now. */
async function deliverFrom(
  house: House,
  letters: ClaimedLetter[],
  hold: (letter: ClaimedLetter) => Held,
  sendThrough: SendThrough,
  signal: AbortSignal,
): Promise<void> {
  const settled: Promise<void>[] = []
  const lane = async (): Promise<void> => {
    while (!signal.aborted) {
      const letter = letters.shift()
      if (!letter) return
      const held = hold(letter)
      await keepHolding(house, held, signal, async (whileHeld) => {
        const result = await tryToSend(house, held.organizationId, letter, sendThrough, whileHeld)
        const who = { organizationId: held.organizationId, actor: sender, isFollowedUp: true }
        const settling = withContext(house, who, (ctx) => settle(ctx, letter, result))
        settling.catch(() => undefined)
        settled.push(settling)
      })
    }
  }
  // A mailbox is not through before its last lane is, whatever failed in another.
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(atOnce, letters.length) }, lane))
  const ends = [...lanes, ...(await Promise.allSettled(settled))]
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure) throw failure.reason
}

async function tryToSend(
  house: House,
  organizationId: OrganizationId,
  letter: ClaimedLetter,
  sendThrough: SendThrough,
  signal: AbortSignal,
): Promise<SendResult> {
  const channel = {
    organizationId,
    channelId: letter.channelId,
    kind: letter.channelKind as ChannelRow['kind'],
    config: letter.channelConfig,
    secret: letter.channelSecret,
  }
  try {
    const files = letter.hasAttachments
      ? await inOffice(house, organizationId, async (ctx) =>
          loadFiles(ctx, await attachmentsOf(ctx.db, letter.messageId)),
        )
      : []
    const { link: target } = letter
    const link = target && (await inOffice(house, organizationId, (ctx) => openLetterLink(ctx, target)))
    return await sendThrough(house, channel, outboundOf(letter, files, link), letter.messageIdHeader, signal)
  } catch (error) {
    house.log.warn({ err: error, messageId: letter.messageId }, 'a letter could not be sent; it is tried again')
    return { kind: 'retry', why: error instanceof Error ? error.message : 'Sending failed.' }
  }
}

function outboundOf(letter: ClaimedLetter, attachments: Outbound['attachments'], link: LetterLink | null): Outbound {
  return {
    to: { address: letter.to },
    copies: letter.copies,
    ...(letter.replyTo === '' ? {} : { replyAddress: letter.replyTo }),
    ...(letter.envelopeFrom === '' ? {} : { bounceAddress: letter.envelopeFrom }),
    subject: letter.subject,
    text: link ? letter.text.replaceAll(linkPlace, link.url) : letter.text,
    ...(letter.html === null ? {} : { html: letter.html }),
    attachments,
    thread: { replyTo: letter.inReplyTo, references: letter.references },
    isAutomatic: letter.isAutomatic,
    ...(link ? { unsubscribeUrl: link.unsubscribeUrl } : {}),
  }
}

async function markAddresseeBad(ctx: Context, messageId: MessageId, words: string): Promise<void> {
  const identityId = await addresseeOf(ctx.db, messageId)
  if (identityId !== null) await markBad(ctx.db, identityId, ctx.now(), words)
}

/** Emits `message.sent`, or `message.bounced` for a letter that will never arrive. */
async function settle(ctx: Context, letter: ClaimedLetter, result: SendResult): Promise<void> {
  const fact = { messageId: letter.messageId, caseId: null }
  if (result.kind === 'sent') {
    const { notTaken = [] } = result
    const words = notTaken.length === 0 ? null : `The copy was not taken for ${notTaken.join(', ')}.`
    if (await settleLetter(ctx.db, letter.messageId, ['sending'], 'sent', words, ctx.now()))
      ctx.emit({ kind: 'message.sent', ...fact })
    return
  }
  const waitMs = tryAgainMs(letter.attempts, ctx.now().getTime() - letter.queuedAt.getTime(), ctx.house.random.next())
  if (result.kind === 'refused' || waitMs === null) {
    const words =
      result.kind === 'refused'
        ? result.why
        : `Given up after ${String(letter.attempts)} tries over five days: ${result.why}`
    if (await settleLetter(ctx.db, letter.messageId, ['sending'], 'refused', words, ctx.now())) {
      if (result.kind === 'refused' && saysNoSuchAddress(result.why))
        await markAddresseeBad(ctx, letter.messageId, words)
      ctx.emit({ kind: 'message.bounced', ...fact })
    }
    return
  }
  await postponeLetter(ctx.db, letter.messageId, new Date(ctx.now().getTime() + waitMs), result.why, true)
}
