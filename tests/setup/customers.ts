// Customers who write to a test house, and servers that take or return its letters, through the same doors as the real ones.
import { createHash } from 'node:crypto'
import { settleLetter } from '../../src/hear/conversations/outbox.sql.ts'
import { takeMessage } from '../../src/hear/conversations/take-message.ts'
import { findCustomer, findOrMakeCustomer } from '../../src/hear/customers/find-or-make-customer.ts'
import { emailIdentity } from '../../src/hear/channels/address.rules.ts'
import { toldIn } from '../../src/hear/understanding/told.rules.ts'
import { kindOf } from '../../src/hear/understanding/kind.rules.ts'
import { meaningOf } from '../../src/hear/understanding/meaning.rules.ts'
import type { Context } from '../../src/platform/context/context.ts'
import type { ChannelId, ConversationId, CustomerId, MessageId, RawId } from '../../src/shared/ids.ts'
import type { TestHouse } from './house.ts'

export interface Written {
  readonly conversationId: ConversationId
  readonly customerId: CustomerId
  readonly messageId: MessageId
}

export interface Words {
  readonly from?: string
  readonly name?: string
  readonly subject?: string
  readonly text: string
  /** What of it was newly written; all of it where absent. */
  readonly visible?: string
  /** The conversation it joins; a new one where absent. */
  readonly to?: Written
  readonly kind?: 'human' | 'machine'
  readonly standing?: 'joined' | 'to-confirm'
  /** What it was understood as; worked out where absent. */
  readonly meaning?: string
}

/** A mailbox that letters leave from. */
export const connectMailbox = ({ as }: TestHouse, address = 'help@halden.example'): Promise<ChannelId> =>
  as('system', async (ctx) => {
    const channelId = ctx.newId<'channel'>()
    await ctx.db
      .insertInto('channel')
      .values({
        ...{ organization_id: ctx.organizationId, channel_id: channelId, kind: 'mail', name: 'Help', state: 'working' },
        ...{ config: JSON.stringify({ address }), state_since: ctx.now(), made_at: ctx.now() },
      })
      .execute()
    return channelId
  })

/** Somebody writes, now; the message is stored and announced as intake does it. */
export const write = (test: TestHouse, channelId: ChannelId, words: Words): Promise<Written> =>
  test.as('system', async (ctx) => {
    const key = emailIdentity(words.from ?? 'mira@customer.example')
    if (!key) throw new Error('no address')
    const newcomer = { key, display: words.name ?? 'Mira Brandt', isVerified: true }
    const sender = await findOrMakeCustomer(ctx, newcomer, (await findCustomer(ctx, key)).known)
    const subject = words.subject ?? 'The kettle leaks'
    const understood = words.to ? meaningOf(words.text, 0) : kindOf(subject, words.text)
    const taken = await takeMessage(
      ctx,
      {
        ...{
          conversation: words.to ?? null,
          kind: words.kind ?? 'human',
          channelId,
          sender,
          subject,
          text: words.text,
        },
        ...{ rawId: await keepRaw(ctx, channelId, words.text), externalId: `<${ctx.newId<'x'>()}@customer.example>` },
        ...{
          visibleText: words.visible ?? words.text,
          html: null,
          meaning: words.meaning ?? understood,
          ...toldIn(words.to ? '' : subject, words.visible ?? words.text),
          authentication: 'verified',
        },
        ...{ standing: words.standing ?? 'joined', joinedBy: words.to ? 'token' : 'new', mayAnswerAutomatically: true },
        ...{ at: ctx.now(), storedAt: ctx.now() },
      },
      [],
    )
    ctx.emit({ kind: 'message.received', ...taken })
    return taken
  })

async function keepRaw(ctx: Context, channelId: ChannelId, text: string): Promise<RawId> {
  const rawId = ctx.newId<'raw'>()
  await ctx.db
    .insertInto('inbound_raw')
    .values({
      ...{
        organization_id: ctx.organizationId,
        raw_id: rawId,
        channel_id: channelId,
        key: rawId,
        proof: '{"kind":"pulled"}',
      },
      ...{ content_sha256: createHash('sha256').update(text).digest(), media_type: 'message/rfc822' },
      ...{ bytes: Buffer.from(text), received_at: ctx.now() },
    })
    .execute()
  return rawId
}

/** The next server takes a letter, or it comes back, now. */
export const settle = ({ as }: TestHouse, messageId: MessageId, to: 'sent' | 'bounced'): Promise<boolean> =>
  as('system', (ctx) => settleLetter(ctx.db, messageId, ['queued', 'sending', 'sent'], to, null, ctx.now()))
