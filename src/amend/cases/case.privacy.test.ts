// What erasing a person leaves of a case.
import { afterAll, expect, test } from 'vitest'
import { openCaseDesk } from '../../../tests/setup/taken-case.ts'
import { staff } from '../../../tests/setup/cases.ts'
import { givePromise } from './case-promises.ts'
import { casePrivacy } from './case.privacy.ts'
import { keepDraft } from './work/keep-draft.ts'

const { home, jonas, taken } = await openCaseDesk()
afterAll(() => home.close())

test('erasing a person takes the words and leaves the figures', async () => {
  const { caseId, customerId } = await taken()
  const dueAt = new Date(home.clock.now().getTime() + 86_400_000)
  await home.as(staff(jonas), (ctx) => givePromise(ctx, caseId, { about: 'I call Mira', dueAt }))
  await home.as(staff(jonas), (ctx) => keepDraft(ctx, caseId, 'reply', 'Dear Mira'))
  const exported = await home.as('system', (ctx) =>
    Promise.all(
      casePrivacy.map(
        async ({ table, exportRows }) =>
          [table, typeof exportRows === 'function' ? await exportRows(ctx, customerId) : []] as const,
      ),
    ),
  )
  const tables = Object.fromEntries(exported)
  expect(tables['cases']).toHaveLength(1)
  expect(JSON.stringify(tables['promise'])).toContain('I call Mira')
  await home.as('system', async (ctx) => {
    for (const { erase } of casePrivacy) if (typeof erase === 'function') await erase(ctx, customerId)
  })
  const left = await home.as('system', async ({ db }) => ({
    cases: await db
      .selectFrom('cases')
      .select(['matter', 'number', 'last_text'])
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow(),
    drafts: await db.selectFrom('draft').select('text').where('case_id', '=', caseId).execute(),
    promises: await db.selectFrom('promise').select('about').where('case_id', '=', caseId).execute(),
  }))
  expect(left.cases).toMatchObject({ matter: '', last_text: '' })
  expect(left.drafts).toEqual([])
  expect(left.promises.map(({ about }) => about)).toEqual(['', '', '', ''])
  const rewrite = home.as('system', ({ db }) =>
    db
      .updateTable('case_event')
      .set({ kind: 'x' } as never)
      .where('case_id', '=', caseId)
      .execute(),
  )
  await expect(rewrite).rejects.toThrow()
})
