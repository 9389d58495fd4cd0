// A table that is brought along is here once, changes nobody else, sends nothing, and can be taken back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { type ImportDesk, importDesk, noPlan } from '../../../tests/setup/imports.ts'
import { connectTo } from '../../platform/database/connect.ts'
import { eraseCustomer } from '../../platform/privacy/erase-customer.ts'
import type { CustomerId } from '../../shared/ids.ts'
import { privacy } from '../../wiring.ts'
import { recordsOf, type SourceKind } from '../source-record.sql.ts'
import { checkImport } from './check-import.ts'
import { problemsOf, type Step } from './import-trail.sql.ts'
import type { ImportId } from './import.ts'

let home: TestHouse
let desk: ImportDesk
beforeAll(async () => {
  home = await openTestHouse()
  desk = importDesk(home)
})
afterAll(() => home.close())

const rows = async (question: string): Promise<readonly Record<string, unknown>[]> =>
  (await home.house.ownerPool.query<Record<string, unknown>>(question)).rows
const count = async (table: string): Promise<number> =>
  Number((await rows(`select count(*) as n from ${table}`))[0]?.['n'])
const idOf = async (kind: SourceKind, id: string, source: string): Promise<string> =>
  (await home.as('system', ({ db }) => recordsOf(db, source, kind, [id]))).get(id) ?? ''
const problems = (importId: ImportId, step: Step = 'bring') =>
  home.as('system', ({ db }) => problemsOf(db, importId, step))
const everything = async (): Promise<readonly string[]> => {
  const tables = ['customer', 'identity', 'purchase', 'refund', 'referral', 'interaction', 'source_record']
  const all = await Promise.all(
    tables.map((table) => rows(`select to_jsonb(t)::text as row from ${table} t order by 1`)),
  )
  return all.flatMap((table) => table.map(({ row }) => String(row)))
}

const people = (prefix: string, many: number): string =>
  ['Kundennummer;Name;E-Mail;Telefon;Sprache;Kunde seit']
    .concat(
      Array.from({ length: many }, (_, at) => {
        const n = String(at + 1)
        return `${prefix}${n};Žofie Nováková ${n};${prefix}${n}@post.example;+49${String(prefix.charCodeAt(0))}${n.padStart(6, '0')};de;31.12.2023`
      }),
    )
    .join('\r\n')

const orders = (prefix: string, many: number, amount = '1.234,50'): string =>
  ['Bestellnummer;Kundennummer;Bestelldatum;Betrag;Währung;Artikel;Menge']
    .concat(
      Array.from({ length: many }, (_, at) => {
        const n = String(at + 1)
        return `${prefix}-o${n};${prefix}${n};17.03.2025 14:30;${amount};EUR;Kettle;2`
      }),
    )
    .join('\n')

describe('bringing', () => {
  test('German people and orders of a spreadsheet come as they are meant', async () => {
    const before = await count('audit_entry')
    expect(await desk.bring('customer', people('a', 3))).toMatchObject({ state: 'done', taken: 3, refused: 0 })
    expect(await desk.bring('order', orders('a', 3))).toMatchObject({ state: 'done', taken: 3, refused: 0 })
    const [one] = await rows(
      `select c.name, c.first_seen_at, p.at, p.amount::text, p.currency, p.items from purchase p join customer c using (organization_id, customer_id)
       where c.customer_id = '${await idOf('customer', 'a2', 'shop')}'`,
    )
    expect(one).toEqual({
      ...{ name: 'Žofie Nováková 2', amount: '1234.5000', currency: 'EUR', items: [{ name: 'Kettle', quantity: 2 }] },
      // Midnight and half past two of Berlin, in winter.
      ...{ first_seen_at: new Date('2023-12-30T23:00:00Z'), at: new Date('2025-03-17T13:30:00Z') },
    })
    expect(await count('outbox')).toBe(0)
    expect(await count('live_event')).toBe(0)
    expect(await count('cases')).toBe(0)
    expect(await count('audit_entry')).toBeGreaterThan(before)
    expect(await count('import_piece')).toBe(0)
  })

  test('the same table again changes nothing, and one changed row is a new version', async () => {
    await desk.bring('customer', people('b', 3))
    await desk.bring('order', orders('b', 3))
    const before = await everything()
    expect(await desk.bring('order', orders('b', 3))).toMatchObject({ taken: 0, known: 3, changed: 0, refused: 0 })
    expect(await everything()).toEqual(before)
    const changed = orders('b', 3).replace('b-o2;b2;17.03.2025 14:30;1.234,50', 'b-o2;b3;18.03.2025;7,00')
    const again = await desk.bring('order', changed)
    expect(again).toMatchObject({ taken: 0, known: 2, changed: 1, refused: 0 })
    const id = await idOf('order', 'b-o2', 'shop')
    const told = `select customer_id, at, details->>'amount' as amount from interaction where interaction_id = '${id}'`
    const b3 = {
      customer_id: await idOf('customer', 'b3', 'shop'),
      at: new Date('2025-03-17T23:00:00Z'),
      amount: '7.00',
    }
    expect(await rows(told)).toEqual([b3])
    expect(await rows(`select version from source_record where object_id = '${id}'`)).toEqual([{ version: 2 }])
    expect(await desk.undo(again.importId)).toMatchObject({ state: 'undone', restored: 1, removed: 0 })
    const plain = (all: readonly string[]) => all.map((row) => row.replace(/"version": \d+/, ''))
    expect(plain(await everything())).toEqual(plain(before))
  })

  test('two systems may give the same number to different things', async () => {
    await desk.bring('customer', people('c', 1), {}, 'shop')
    await desk.bring('customer', people('c', 1).replaceAll('@post', '@other'), {}, 'crm')
    expect(await idOf('customer', 'c1', 'shop')).not.toBe(await idOf('customer', 'c1', 'crm'))
  })

  test('a number that stands twice counts once, and its other lines are named', async () => {
    const table = `${people('d', 2)}\n${people('d', 2).split('\r\n')[1] ?? ''}`
    const brought = await desk.bring('customer', table)
    expect(brought).toMatchObject({ taken: 2, refused: 1 })
    expect(await problems(brought.importId)).toEqual([
      { why: 'Its number stands in the table before; the first line of it counts.', count: 1, lines: [4] },
    ])
  })

  test('refunds and referrals find what they are about', async () => {
    await desk.bring('customer', people('e', 2))
    await desk.bring('order', orders('e', 1))
    const refunds =
      'refund id,order id,date,amount,reason\nr1,e-o1,2025-04-01,10.5,broken\nr2,nothing,2025-04-01,1.50,x'
    const brought = await desk.bring('refund', refunds)
    expect(brought).toMatchObject({ taken: 1, refused: 1 })
    expect(await problems(brought.importId)).toEqual([
      { why: 'No line before it brought this order.', count: 1, lines: [3] },
    ])
    const referrals = 'id|empfohlen von|geworben|datum|kanal\nw1|e1|e2|2025-01-05|dinner'
    expect(await desk.bring('referral', referrals)).toMatchObject({ taken: 1, refused: 0 })
  })

  test('an order that names only an address makes its person, or finds them', async () => {
    const [known] = await rows(`select count(*) from customer`)
    const table = 'order,email,date,total\nf1,New@Person.example,2025-01-05,5.00\nf2,new@person.example,2025-01-06,6.00'
    expect(await desk.bring('order', table, { currency: 'EUR' })).toMatchObject({ taken: 2, refused: 0 })
    expect(await count('customer')).toBe(Number(known?.['count']) + 1)
  })

  test('who was erased does not come back', async () => {
    await desk.bring('customer', people('g', 1))
    const customerId = (await idOf('customer', 'g1', 'shop')) as CustomerId
    const actor = { kind: 'staff', staffId: home.founder, role: 'administrator' } as const
    await home.as(actor, (ctx) => eraseCustomer(ctx, privacy, [customerId]))
    const brought = await desk.bring('customer', people('g', 1))
    expect(brought).toMatchObject({ taken: 0, refused: 1 })
    expect((await problems(brought.importId))[0]?.why).toMatch(/erased here and does not come back/)
  })

  test('a file that waits goes when somebody is erased, and says so', async () => {
    const importId = await desk.take('customer', people('h', 2))
    await desk.bring('customer', people('i', 1))
    const actor = { kind: 'staff', staffId: home.founder, role: 'administrator' } as const
    const customerId = (await idOf('customer', 'i1', 'shop')) as CustomerId
    await home.as(actor, (ctx) => eraseCustomer(ctx, privacy, [customerId]))
    expect(await count('import_piece')).toBe(0)
    await expect(desk.start(importId)).rejects.toThrow(/its file is gone/)
  })
})

describe('what is asked and refused', () => {
  test('days and months that can be read either way are asked for, not guessed', async () => {
    const table = 'id,customer,date,amount\nj1,a1,03/04/2025,5.00\nj2,a1,05/06/2025,5.00'
    const importId = await desk.take('order', table)
    await expect(desk.start(importId, { currency: 'USD' })).rejects.toThrow(/day or with the month first/)
    await desk.start(importId, { currency: 'USD', dateOrder: 'month-first' })
    await desk.run(importId)
    const [one] = await rows(`select at from purchase where purchase_id = '${await idOf('order', 'j1', 'shop')}'`)
    expect(one).toEqual({ at: new Date('2025-03-03T23:00:00Z') })
  })

  test('amounts that can be read either way are asked for', async () => {
    const importId = await desk.take('order', 'id,customer,date,amount\nk1,a1,2025-03-03,"1.234"\nk2,a1,2025-03-03,12')
    await expect(desk.start(importId, { currency: 'USD' })).rejects.toThrow(/point or with a comma/)
  })

  test('a column called VIP fills nothing, whoever asks for it', async () => {
    const importId = await desk.take('customer', 'id,name,VIP\nl1,Mira,yes\nl2,Ada,no')
    const mapping = { id: 0, name: 2 }
    await expect(desk.start(importId, { mapping })).rejects.toThrow(/"VIP" cannot be used.*by evidence only/)
    const seen = await checkImport(home.house, desk.who, importId, { ...noPlan, mapping })
    expect(seen.faults).toEqual([expect.stringMatching(/by evidence only/)])
  })

  test('the preview says what the first rows become and counts every problem with its lines', async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `m${String(at)},a1,2025-13-0${String(at % 10)},5.00,EUR`)
    const importId = await desk.take(
      'order',
      `id,customer,date,amount,currency\nn1,a1,2025-01-02,1.50,EUR\n${lines.join('\n')}`,
    )
    const mapping = { id: 0, customer: 1, at: 2, amount: 3, currency: 4 }
    const seen = await checkImport(home.house, desk.who, importId, { ...noPlan, mapping })
    expect(seen).toMatchObject({ faults: [], good: 1, problems: [{ why: 'The date cannot be read.', count: 30 }] })
    expect(seen.problems[0]?.lines.slice(0, 3)).toEqual([3, 4, 5])
    expect(seen.rows).toHaveLength(20)
    expect(await count(`source_record where source_id = 'n1'`)).toBe(0)
  })

  test('what is no table is refused, and nothing of it stays', async () => {
    await expect(desk.take('order', 'id,"never closed\n1,2')).rejects.toThrow(/This is no table/)
    await expect(desk.take('order', '')).rejects.toThrow(/This is no table/)
    expect(
      await count("import_piece where import_id not in (select import_id from import where state = 'waiting')"),
    ).toBe(0)
  })
})

test('a table of which the connections are cut goes on where it stood: every row once', async () => {
  const many = 10_500
  await desk.bring('customer', people('t', many))
  const importId = await desk.take('order', orders('t', many))
  await desk.start(importId)
  const brought = (): Promise<number> => count("source_record where kind = 'order' and source_id like 't-o%'")
  let isOver = false
  const cut = async (): Promise<void> => {
    const superuser = await connectTo(home.url)
    while (!isOver)
      await superuser.query(`
        select pg_terminate_backend(a.pid) from pg_stat_activity a, import i
        where a.datname = current_database() and a.pid <> pg_backend_pid() and a.state in ('active', 'idle in transaction')
          and i.import_id = '${importId}' and i.place >= 5000`)
    await superuser.end()
  }
  const run = desk.run(importId).finally(() => {
    isOver = true
  })
  await Promise.all([expect(run).rejects.toThrow(), cut()])
  const { place, state } = await desk.see(importId)
  expect([state, await brought()]).toEqual(['running', place])
  expect(place).toBeLessThan(many)
  await desk.run(importId)
  expect(await desk.see(importId)).toMatchObject({ state: 'done', place: many, taken: many, refused: 0 })
  expect(await brought()).toBe(many)
})

describe('undoing', () => {
  test('takes back all that the table made, a day later', async () => {
    const before = await everything()
    const first = await desk.bring('customer', people('p', 5))
    const second = await desk.bring('order', orders('p', 5))
    home.clock.moveMinutes(24 * 60)
    expect(await desk.undo(second.importId)).toMatchObject({ state: 'undone', removed: 5 })
    expect(await desk.undo(first.importId)).toMatchObject({ state: 'undone', removed: 5 })
    expect(await everything()).toEqual(before)
    expect(await problems(first.importId, 'undo')).toEqual([])
  })

  test('what others built on stays, and the reason stands with its line', async () => {
    const first = await desk.bring('customer', people('q', 3))
    await desk.bring('order', orders('q', 1))
    expect(await desk.undo(first.importId)).toMatchObject({ removed: 2 })
    expect(await problems(first.importId, 'undo')).toEqual([
      { why: expect.stringMatching(/^Something else hangs on it/) as string, count: 1, lines: [2] },
    ])
    const stays = await idOf('customer', 'q1', 'shop')
    expect(await count(`identity where customer_id = '${stays}'`)).toBe(2)
  })

  test('what a later table changed stays as that one has it', async () => {
    await desk.bring('customer', people('r', 1))
    const first = await desk.bring('order', orders('r', 1))
    const second = await desk.bring('order', orders('r', 1, '9,99'))
    expect(await desk.undo(first.importId)).toMatchObject({ removed: 0 })
    expect((await problems(first.importId, 'undo'))[0]?.why).toBe('A later table changed it, so it stays.')
    expect(await desk.undo(second.importId)).toMatchObject({ restored: 1 })
  })

  test('a person who was here before keeps what they had and loses what the table gave', async () => {
    await desk.bring('customer', 'id,name,email\ns1,Mira,mira@s.example\ns2,Ada,ada@s.example')
    const before = await everything()
    const second = await desk.bring(
      'customer',
      'id,name,email,phone\nx1,Mira S,mira@s.example,+4912345678\nx2,New,new@s.example,',
      {},
      'crm',
    )
    expect(await idOf('customer', 'x1', 'crm')).toBe(await idOf('customer', 's1', 'shop'))
    expect(await desk.undo(second.importId)).toMatchObject({ removed: 1 })
    expect(await everything()).toEqual(before)
  })
})
