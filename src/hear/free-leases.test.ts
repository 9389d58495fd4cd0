// What a dead process left leased is taken up: at once by the one owner of a data folder, and by anybody where a clock had jumped.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../tests/setup/mail-desk.ts'
import type { ConversationId } from '../shared/ids.ts'
import { leaseChannel } from './channels/channel.sql.ts'
import { dueLetters } from './conversations/due-letter.sql.ts'
import { claimLetters } from './conversations/outbox.sql.ts'
import { sendLetter } from './conversations/send-letter.ts'
import { freeLeases } from './free-leases.ts'
import { dueRaws } from './intake/due-raw.sql.ts'
import { idleChannels } from './intake/idle-channel.sql.ts'
import { claimRaws } from './intake/raw.sql.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

/** A mailbox, a record and a letter in the hands of a process that is no more. */
async function leaveAllLeased(name: string): Promise<void> {
  const mail = (text: string) =>
    mailOf({ From: `${name}@x.test`, Subject: 'Lamp', 'Message-ID': `<${name}${text}@x>` }, text)
  const heard = await desk.deliver(mail('First.'))
  const { conversation_id: conversationId } = await desk.as('system', ({ db }) =>
    db.selectFrom('message').select('conversation_id').where('raw_id', '=', heard).executeTakeFirstOrThrow(),
  )
  const letter = await desk.as('system', (ctx) =>
    sendLetter(ctx, {
      ...{ conversationId: conversationId as ConversationId, kind: 'answer', staffId: desk.founder },
      ...{ subject: 'Re', text: 'Dear Anna', fileIds: [], inReplyTo: null },
    }),
  )
  const raws = await desk.store(mail('Second.'))
  await desk.as('system', async (ctx) => {
    const in30s = new Date(ctx.now().getTime() + 30_000)
    expect(await leaseChannel(ctx.db, desk.channelId, `dead ${name}`, ctx.now(), in30s)).not.toBeNull()
    expect(await claimRaws(ctx.db, raws, ctx.now(), in30s)).toHaveLength(1)
    expect(await claimLetters(ctx.db, [letter], ctx.now(), in30s)).toHaveLength(1)
  })
}

/** How many of the three somebody alive would find and get. */
async function takeUp(holder: string) {
  const at = desk.clock.now()
  const channels = await idleChannels(desk.house.ownerPool, ['mail'], at, 10)
  const raws = (await dueRaws(desk.house.ownerPool, at, 10)).map((one) => one.rawId)
  const letters = (await dueLetters(desk.house.ownerPool, at, 10, [])).map((one) => one.messageId)
  return desk.as('system', async (ctx) => {
    const leased = channels.length > 0 && (await leaseChannel(ctx.db, desk.channelId, holder, at, at)) !== null
    const claimed = [await claimRaws(ctx.db, raws, at, at), await claimLetters(ctx.db, letters, at, at)] as const
    return { leased, records: claimed[0].length, letters: claimed[1].length }
  })
}

const none = { leased: false, records: 0, letters: 0 }
const all = { leased: true, records: 1, letters: 1 }

test('what a killed desk had in hand is free when its one successor starts', async () => {
  await leaveAllLeased('anna')
  expect(await takeUp('next')).toEqual(none)
  await freeLeases(desk.house)
  expect(await takeUp('next')).toEqual(all)
})

test('a lease written while the clock had jumped a year ahead holds nothing once it is right again', async () => {
  await desk.readAll()
  await desk.house.ownerPool.query("update outbox set state = 'cancelled'")
  desk.clock.moveMinutes(365 * 24 * 60)
  await leaveAllLeased('berta')
  expect(await takeUp('next')).toEqual(none)
  desk.clock.moveMinutes(-365 * 24 * 60)
  expect(await takeUp('next')).toEqual(all)
})
