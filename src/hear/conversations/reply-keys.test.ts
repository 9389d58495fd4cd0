// Keys of reply addresses: the last two are good, whatever letters went out with them; one before them opens nothing any more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailOf, type MailDesk, openMailDesk } from '../../../tests/setup/mail-desk.ts'
import type { ConversationId } from '../../shared/ids.ts'
import { rotateReplyKeys } from './reply-keys.ts'
import { sendLetter } from './send-letter.ts'

let desk: MailDesk
beforeAll(async () => {
  desk = await openMailDesk()
})
afterAll(() => desk.close())

let mails = 0
async function hear(to: string) {
  const name = `k${String(++mails)}`
  const rawId = await desk.deliver(
    mailOf({ From: 'anna@x.test', To: to, Subject: name, 'Message-ID': `<${name}@x>` }, `Word ${name}.`),
  )
  return desk.as('system', ({ db }) =>
    db
      .selectFrom('message')
      .select(['conversation_id', 'joined_by', 'message_id'])
      .where('raw_id', '=', rawId)
      .executeTakeFirstOrThrow(),
  )
}
const rotate = () =>
  desk.as('system', (ctx) => rotateReplyKeys(ctx.db, ctx.organizationId, ctx.house.secrets.bytes(32), ctx.now()))

test('an answer to a letter of the key before joins; after two rotations it is a matter of its own', async () => {
  const first = await hear('support@our.example')
  const replyTo = await desk.as('system', async (ctx) => {
    const messageId = await sendLetter(ctx, {
      ...{ conversationId: first.conversation_id as ConversationId, kind: 'answer', staffId: desk.founder },
      ...{ subject: 'Re', text: 'Dear Anna', fileIds: [], inReplyTo: null },
    })
    return ctx.db.selectFrom('outbox').select('reply_to').where('message_id', '=', messageId).executeTakeFirstOrThrow()
  })
  const joined = { conversation_id: first.conversation_id, joined_by: 'token' }
  expect(await hear(replyTo.reply_to)).toMatchObject(joined)
  await rotate()
  expect(await hear(replyTo.reply_to)).toMatchObject(joined)
  await rotate()
  const late = await hear(replyTo.reply_to)
  expect(late.conversation_id).not.toBe(first.conversation_id)
  expect(late.joined_by).toBe('new')
})
