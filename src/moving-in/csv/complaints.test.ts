// Complaints of a table are here once and silently: those that ended there stay ended, those that are open wait by the floor from today, and all can be taken back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseOf, promisesOf, staff } from '../../../tests/setup/cases.ts'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type ImportDesk, importDesk } from '../../../tests/setup/imports.ts'
import { changeCase } from '../../amend/cases/change-case.ts'
import { addNote } from '../../amend/cases/notes/note.sql.ts'
import { seeCasePage } from '../../amend/cases/page/see-case-page.ts'
import { takeCase } from '../../amend/cases/work/take-case.ts'
import { connectTo } from '../../platform/database/connect.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import type { CaseId, StaffId } from '../../shared/ids.ts'
import { privacy, tickParts } from '../../wiring.ts'
import { recordsOf } from '../source-record.sql.ts'
import { problemsOf, type Step } from './import-trail.sql.ts'
import type { ImportId } from './import.ts'

let home: TestHouse
let desk: ImportDesk
let jonas: StaffId
beforeAll(async () => {
  home = await openTestHouse()
  desk = importDesk(home)
  jonas = await home.addPerson('Jonas Weber', 'handler')
})
afterAll(() => home.close())

const rows = async (question: string): Promise<readonly Record<string, unknown>[]> =>
  (await home.house.ownerPool.query<Record<string, unknown>>(question)).rows
const count = async (table: string): Promise<number> =>
  Number((await rows(`select count(*) as n from ${table}`))[0]?.['n'])
const caseIdOf = async (id: string): Promise<CaseId> =>
  ((await home.as('system', ({ db }) => recordsOf(db, 'shop', 'complaint', [id]))).get(id) ?? '') as CaseId
const problems = (importId: ImportId, step: Step = 'bring') =>
  home.as('system', ({ db }) => problemsOf(db, importId, step))
const tables = [
  ...[
    'customer',
    'identity',
    'conversation',
    'participant',
    'message',
    'cases',
    'case_event',
    'case_span',
    'case_deed',
  ],
  ...['case_message', 'case_note', 'promise', 'interaction', 'source_record', 'staff_notice'],
]
const everything = async (): Promise<readonly string[]> => {
  const all = await Promise.all(tables.map((name) => rows(`select to_jsonb(t)::text as row from ${name} t order by 1`)))
  return all.flatMap((table) => table.map(({ row }) => String(row)))
}
const tick = async (): Promise<void> => {
  for (const part of tickParts) await part.run(home.house, home.organizationId)
}

const header =
  'Ticket ID;Customer name;E-Mail;Eingegangen am;Betreff;Beschreibung;Kanal;Status;Geschlossen am;Antwort;Order ID;Satisfaction rating'
const complaint = (id: string, status: 'open' | 'closed', answer = 'A new one is on its way.'): string =>
  [
    ...[id, 'Žofie Nováková', `${id}@post.example`, '17.03.2025 14:30', 'Kettle', '"It leaks;\nand nobody answers."'],
    ...['E-Mail', status, status === 'open' ? '' : '20.03.2025 09:00', answer, 'A-17', '4 of 5'],
  ].join(';')
const table = (...lines: readonly string[]): string => [header, ...lines].join('\r\n')

describe('bringing', () => {
  test('one that ended there is ended here: what was said stands, nothing is promised, sent, asked or told', async () => {
    const before = await count('outbox')
    expect(await desk.bring('complaint', table(complaint('a1', 'closed')))).toMatchObject({ taken: 1, refused: 0 })
    const caseId = await caseIdOf('a1')
    const { current, nextDueAt, lookAgainAt } = await caseOf(home, caseId)
    expect({ ...current, nextDueAt, lookAgainAt }).toMatchObject({
      ...{ state: 'closed', kind: 'complaint', receivedAt: new Date('2025-03-17T13:30:00Z'), ownerStaffId: null },
      ...{ closedAt: new Date('2025-03-20T08:00:00Z'), resolvedAt: null, nextDueAt: null, lookAgainAt: null },
    })
    expect(await promisesOf(home, caseId)).toEqual([])
    home.clock.moveMinutes(40 * 24 * 60)
    await tick()
    expect(await caseOf(home, caseId)).toMatchObject({ current: { version: 1 } })
    const page = await home.as(staff(jonas), (ctx) => seeCasePage(ctx, caseId))
    expect(page.messages.messages.map(({ direction, author, text }) => [direction, author.name, text])).toEqual([
      ['in', 'Žofie Nováková', 'It leaks;\nand nobody answers.'],
      ['out', 'shop (shop)', 'A new one is on its way.'],
    ])
    expect(page.messages.notes.map(({ author, text }) => [author.name, text])).toEqual([
      [
        'Amira Haddad',
        'Brought along from shop, where its number was a1.\nIt ended there.\nIts status there: closed\nThe order it was about: A-17\nHow content they were, as it was asked there: 4 of 5',
      ],
    ])
    expect([await count('outbox'), await count('survey'), await count('staff_notice')]).toEqual([before, 0, 0])
    expect(await count(`live_event where kind <> 'import'`)).toBe(0)
  })

  test('one that is open waits by the floor from today, and can be taken', async () => {
    const today = home.clock.now()
    await desk.bring('complaint', table(complaint('b1', 'open')))
    const caseId = await caseIdOf('b1')
    const { current } = await caseOf(home, caseId)
    expect(current).toMatchObject({ state: 'received', receivedAt: new Date('2025-03-17T13:30:00Z') })
    const promises = await promisesOf(home, caseId)
    expect(promises.map(({ kind, status, madeAt }) => [kind, status, madeAt])).toEqual([
      ['first-answer', 'open', today],
      ['final-answer', 'open', today],
    ])
    expect(promises.every(({ dueAt }) => dueAt > today)).toBe(true)
    await tick()
    expect((await promisesOf(home, caseId)).map(({ status }) => status)).toEqual(['open', 'open'])
    await home.as(staff(jonas), (ctx) => takeCase(ctx, caseId, 1))
    expect(await caseOf(home, caseId)).toMatchObject({ current: { state: 'in-progress', ownerStaffId: jonas } })
  })

  test('one that is open and tells of danger comes first, one that ended there tells nobody', async () => {
    const hot = (id: string, status: 'open' | 'closed') =>
      complaint(id, status).replace('It leaks;', 'The kettle caught fire and my daughter was burned;')
    const brought = await desk.bring('complaint', table(hot('i1', 'open'), hot('i2', 'closed')))
    const inDanger = `select c.case_id from cases c where c.danger_at is not null`
    expect(await rows(inDanger)).toEqual([{ case_id: await caseIdOf('i1') }])
    expect(await count('danger')).toBe(1)
    expect(await desk.undo(brought.importId)).toMatchObject({ removed: 4 })
    expect(await count('danger')).toBe(0)
  })

  test('what somebody wrote that looks like a formula or a script stays what it is', async () => {
    const words = '=HYPERLINK(""http://x.example"") <script>alert(1)</script>'
    await desk.bring('complaint', table(complaint('j1', 'open').replace('It leaks;', words)))
    const page = await home.as(staff(jonas), async (ctx) => seeCasePage(ctx, await caseIdOf('j1')))
    expect(page.messages.messages[0]?.text).toBe(
      '=HYPERLINK("http://x.example") <script>alert(1)</script>\nand nobody answers.',
    )
  })

  test('nobody takes one that ended there', async () => {
    await desk.bring('complaint', table(complaint('c1', 'closed')))
    const caseId = await caseIdOf('c1')
    await expect(home.as(staff(jonas), (ctx) => takeCase(ctx, caseId, 1))).rejects.toThrow(/ended in another desk/)
  })

  test('the same table again changes nothing, and a row that says something else is refused with the reason', async () => {
    await desk.bring('complaint', table(complaint('d1', 'open'), complaint('d2', 'closed')))
    const before = await everything()
    const again = await desk.bring('complaint', table(complaint('d1', 'open'), complaint('d2', 'closed')))
    expect(again).toMatchObject({ taken: 0, known: 2, changed: 0, refused: 0 })
    const other = await desk.bring('complaint', table(complaint('d1', 'closed')))
    expect(other).toMatchObject({ taken: 0, changed: 0, refused: 1 })
    expect((await problems(other.importId))[0]?.why).toMatch(/What was said is not rewritten/)
    expect(await everything()).toEqual(before)
  })

  test('what cannot be is refused with its reason', async () => {
    const odd = complaint('e1', 'open').replace(';open;', ';maybe;')
    const backwards = complaint('e2', 'closed').replace('20.03.2025', '16.03.2025')
    const future = complaint('e3', 'open').replace('17.03.2025', '17.03.2099')
    const brought = await desk.bring('complaint', table(odd, backwards, future))
    expect(brought).toMatchObject({ taken: 0, refused: 3 })
    expect((await problems(brought.importId)).map(({ why }) => why).sort()).toEqual([
      'It ended before it began.',
      'It happened in the future.',
      'The status is a word that says neither that it is open nor that it ended.',
    ])
  })

  test('nothing is brought without a word on whether it ended', async () => {
    const importId = await desk.take('complaint', 'id,email,date,text\nf1,f1@post.example,2025-01-02,It leaks.')
    await expect(desk.start(importId)).rejects.toThrow(/without a column for "status" or "closed"/)
  })

  test('a priority is no column of ours, how content somebody was is one', async () => {
    const importId = await desk.take('complaint', `${header};Priority\r\n${complaint('g1', 'open')};high`)
    const mapping = { id: 0, email: 2, at: 3, text: 5, status: 7, subject: 12 }
    await expect(desk.start(importId, { mapping })).rejects.toThrow(/"Priority" cannot be used/)
    await desk.start(importId)
  })

  test('erasing their customer takes their words, the note among them', async () => {
    await desk.bring('complaint', table(complaint('h1', 'closed', 'Dear hush, here it is.')))
    const caseId = await caseIdOf('h1')
    const { customerId } = await caseOf(home, caseId)
    await home.as(staff(home.founder, 'administrator'), (ctx) => eraseCustomer(ctx, privacy, [customerId]))
    expect(await rows(`select text from case_note where case_id = '${caseId}'`)).toEqual([{ text: '' }])
    expect((await everything()).filter((row) => /hush|h1@post/.test(row))).toEqual([])
  })
})

test('a table of which the connections are cut brings every complaint once', async () => {
  const many = 4100
  const importId = await desk.take(
    'complaint',
    table(...Array.from({ length: many }, (_, at) => complaint(`k${String(at)}`, 'closed'))),
  )
  await desk.start(importId)
  let isOver = false
  const cut = async (): Promise<void> => {
    const superuser = await connectTo(home.url)
    while (!isOver)
      await superuser.query(`
        select pg_terminate_backend(a.pid) from pg_stat_activity a, import i
        where a.datname = current_database() and a.pid <> pg_backend_pid() and a.state in ('active', 'idle in transaction')
          and i.import_id = '${importId}' and i.place >= 2000`)
    await superuser.end()
  }
  const run = desk.run(importId).finally(() => {
    isOver = true
  })
  await Promise.all([expect(run).rejects.toThrow(), cut()])
  const brought = (): Promise<number> =>
    count(`cases c join source_record r on r.object_id = c.case_id and r.source_id like 'k%'`)
  const { place, state } = await desk.see(importId)
  expect([state, await brought()]).toEqual(['running', place])
  await desk.run(importId)
  expect(await desk.see(importId)).toMatchObject({ state: 'done', place: many, taken: many, refused: 0 })
  expect(await brought()).toBe(many)
})

describe('undoing', () => {
  test('takes back all that the table made, also once the floor has begun to count', async () => {
    await tick()
    const before = await everything()
    const brought = await desk.bring('complaint', table(complaint('p1', 'open'), complaint('p2', 'closed')))
    await tick()
    expect(await desk.undo(brought.importId)).toMatchObject({ state: 'undone', removed: 4 })
    expect(await everything()).toEqual(before)
    expect(await problems(brought.importId, 'undo')).toEqual([])
  })

  test('one that somebody worked on stays with its customer, and says so', async () => {
    const brought = await desk.bring(
      'complaint',
      table(complaint('q1', 'open'), complaint('q2', 'open'), complaint('q3', 'closed'), complaint('q4', 'open')),
    )
    await home.as(staff(jonas), async (ctx) => takeCase(ctx, await caseIdOf('q1'), 1))
    // Nobody is written to when somebody else is named to answer for it.
    const { dutyStaffId } = (await caseOf(home, await caseIdOf('q4'))).current
    const other = dutyStaffId === jonas ? home.founder : jonas
    await home.as(staff(home.founder, 'administrator'), async (ctx) =>
      changeCase(ctx, await caseIdOf('q4'), { do: 'name-duty', staffId: other }),
    )
    const noted = {
      noteId: await home.as('system', (ctx) => Promise.resolve(ctx.newId<'note'>())),
      caseId: await caseIdOf('q3'),
    }
    await home.as('system', (ctx) =>
      addNote(ctx.db, ctx.organizationId, { ...noted, by: jonas, call: null, text: 'Was it a K2?' }, ctx.now()),
    )
    expect(await desk.undo(brought.importId)).toMatchObject({ removed: 2 })
    expect(await problems(brought.importId, 'undo')).toEqual(
      expect.arrayContaining([
        { why: 'Somebody has worked on it, or wrote to its customer, so it stays.', count: 3, lines: [3, 7, 9] },
      ]),
    )
    expect(await count(`case_note where case_id = '${noted.caseId}'`)).toBe(2)
    expect(await caseIdOf('q2')).toBe('')
  })
})
