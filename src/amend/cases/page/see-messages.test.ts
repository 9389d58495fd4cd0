// What a conversation shows of a message: what was newly written, and whether there is more to ask for; and that a timeline tells in turn.
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { visibleText } from '../../../hear/channels/mail/visible-text.ts'
import { seeMessages } from './see-messages.ts'
import { seeTimeline } from './see-timeline.ts'

const { home, mailbox, jonas } = await openCaseDesk()
afterAll(() => home.close())

const quoted = '\n\nOn Mon, 2 Mar 2026 at 10:00, Halden Home wrote:\n> We are sorry.\n'

test.each([
  ['a text that only ends in an empty line, as every mail does', 'The lamp is broken.\r\n\n', false],
  ['a text with what it answers below', `The lamp is broken.${quoted}`, true],
])('%s', async (_what, text, hasMore) => {
  const { caseId } = await writeIn(home, mailbox, { text, visible: visibleText(text) })
  const { messages } = await home.as(staff(jonas), (ctx) => seeMessages(ctx, caseId, { limit: 30 }))
  const shown = messages.find(({ kind }) => kind === 'human')
  expect([shown?.text, shown?.hasMore]).toEqual(['The lamp is broken.', hasMore])
})

test('what happened at one instant is told in turn: a case, then our acknowledgement', async () => {
  for (let n = 0; n < 12; n++) {
    const from = `customer${String(n)}@customer.example`
    const { caseId } = await writeIn(home, mailbox, { from, text: 'The lamp is broken.' })
    const { entries } = await home.as(staff(jonas), (ctx) => seeTimeline(ctx, { caseId: caseId }, undefined))
    expect(entries.map(({ kind }) => kind).slice(0, 2)).toEqual(['acknowledgement', 'case'])
  }
})
