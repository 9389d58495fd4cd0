// A caller is known for a moment and not a moment longer, and a look that fails or was begun before the end of a session is not kept.
import { expect, test } from 'vitest'
import type { StaffId } from '../../shared/ids.ts'
import type { Actor } from './actor.rules.ts'
import { knownForMs, makeKnownCallers } from './known-callers.ts'

const actor: Actor = { kind: 'staff', staffId: '018f0000-0000-7000-8000-000000000001' as StaffId, role: 'handler' }
const start = new Date('2026-11-17T11:00:00Z')
const after = (ms: number): Date => new Date(start.getTime() + ms)

function lookers() {
  const callers = makeKnownCallers()
  let looks = 0
  const ask = (at: Date, token = 'a') =>
    callers.ask(token, at, () => {
      looks += 1
      return Promise.resolve(actor)
    })
  return { callers, ask, looks: () => looks }
}

test('one look serves the requests of a moment, each token has its own', async () => {
  const { ask, looks } = lookers()
  await Promise.all([ask(start), ask(start), ask(after(knownForMs - 1))])
  expect(looks()).toBe(1)
  await ask(start, 'b')
  expect(looks()).toBe(2)
})

test('after a moment it is looked up again, also when the clock was set back', async () => {
  const { ask, looks } = lookers()
  await ask(start)
  await ask(after(knownForMs))
  expect(looks()).toBe(2)
  await ask(after(-1))
  expect(looks()).toBe(3)
})

test('nothing is known after forgetting, not even what was being looked up meanwhile', async () => {
  const { callers, ask, looks } = lookers()
  const before = ask(start)
  callers.forget()
  await before
  await ask(start)
  expect(looks()).toBe(2)
})

test('a look that fails is not kept', async () => {
  const { callers, ask, looks } = lookers()
  await expect(callers.ask('a', start, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  await expect(ask(start)).resolves.toEqual(actor)
  expect(looks()).toBe(1)
})
