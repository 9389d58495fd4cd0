// What the customer asks for, over several messages: each remedy once, and from nobody else's words.
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { staff, writeIn } from '../../../../tests/setup/cases.ts'
import { openCaseDesk } from '../../../../tests/setup/taken-case.ts'
import { gravestIn, soughtIn } from './asked-for.rules.ts'
import { seeAskedFor } from './see-asked-for.ts'

const { home, mailbox, jonas } = await openCaseDesk()
const superuser = new pg.Client({ connectionString: home.url })
await superuser.connect()
afterAll(async () => {
  await superuser.end()
  await home.close()
})

test('each remedy stands once, in the words in which it was said last; who wants none asks for none', () => {
  const sought = soughtIn(['I want a refund.', 'Please send me a replacement.', 'Ich möchte mein Geld zurück.'])
  expect(sought.map(({ remedy }) => remedy)).toEqual(['replacement', 'refund'])
  expect(sought.at(-1)?.words).toContain('Geld zurück')
  expect(soughtIn(['I do not want a refund.'])).toEqual([])
})

test('the gravest thing is told, in the words that told it last; an annoyance is none', () => {
  const said = ['The kettle burned my hand.', 'The delivery cost me a day off.', 'It is a nuisance.']
  expect(gravestIn(said)).toMatchObject({ severity: 3, words: expect.stringContaining('burned') as string })
  expect(gravestIn(['The lid is a little loose.'])).toBeNull()
})

test('what a machine wrote and what waits to be confirmed asks for nothing', async () => {
  const { caseId, messageId } = await writeIn(home, mailbox, { text: 'I want a refund. The kettle burned my hand.' })
  const asked = () => home.as(staff(jonas), (ctx) => seeAskedFor(ctx, caseId))
  expect(await asked()).toMatchObject({ sought: [{ remedy: 'refund' }], gravest: { severity: 3 } })
  for (const other of [{ kind: 'machine' }, { standing: 'to-confirm' }]) {
    const { kind, standing } = { kind: 'human', standing: 'joined', ...other }
    await superuser.query('update message set kind = $2, standing = $3 where message_id = $1', [
      messageId,
      kind,
      standing,
    ])
    expect(await asked()).toEqual({ sought: [], gravest: null })
  }
})
