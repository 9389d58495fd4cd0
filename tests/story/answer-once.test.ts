// Whoever asks again because no answer came, asks once: over HTTP, with notes of a case.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { complain, found, type Founded, json } from '../crash/desk-stage.ts'
import { type RunningDesk, startDesk } from '../setup/desk.ts'

let desk: RunningDesk
let who: Founded
let caseId = ''
beforeAll(async () => {
  desk = await startDesk()
  who = await found(desk.url)
  await complain(desk.url, who, 'It leaks.')
  await vi.waitFor(async () => expect((caseId = await waiting())).not.toBe(''), { timeout: 30_000, interval: 100 })
})
afterAll(() => desk.stop())

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${desk.url}${path}`, { headers: { cookie: who.cookie, ...headers } })
const waiting = async (): Promise<string> => {
  const { next } = (await (await ask('/api/desk')).json()) as { next: { line: { caseId: string } } | null }
  return next?.line.caseId ?? ''
}
const note = (key: string | null, text: string) =>
  fetch(
    `${desk.url}/api/cases/${caseId}/notes`,
    json(
      { text, call: null, mentions: [] },
      { cookie: who.cookie, 'x-amends-csrf': who.csrf, ...(key === null ? {} : { 'idempotency-key': key }) },
    ),
  )
const notes = async (text: string): Promise<number> => {
  const answer = await ask(`/api/cases/${caseId}/messages`)
  expect(answer.status).toBe(200)
  return (await answer.text()).split(text).length - 1
}

test('asked three times with one key it is done once, and answered alike', async () => {
  const key = randomUUID()
  const answers: unknown[] = []
  for (let time = 0; time < 3; time++) answers.push(await (await note(key, 'A seal is on its way.')).json())
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(await notes('A seal is on its way.')).toBe(1)
})

test('asked eight times at once it is done once', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 8 }, () => note(key, 'The van is at six.')))
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
  expect(await notes('The van is at six.')).toBe(1)
})

test('without a key, and with another, it is done each time', async () => {
  for (const key of [null, null, randomUUID(), randomUUID()]) await note(key, 'She rang.')
  expect(await notes('She rang.')).toBe(4)
})

test('a key that comes with other words is refused, and does nothing', async () => {
  const key = randomUUID()
  await note(key, 'First words.')
  const second = await note(key, 'Second words.')
  expect(second.status).toBe(422)
  expect(await second.json()).toMatchObject({ code: 'key-reused' })
  expect(await notes('Second words.')).toBe(0)
})

test('what was refused is not kept: mended, it is done', async () => {
  const key = randomUUID()
  expect((await note(key, '')).status).toBe(400)
  expect((await note(key, 'Mended.')).status).toBe(200)
})

test('a key that is no key is refused in words', async () => {
  const answer = await note('x'.repeat(256), 'Too long a key.')
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('1 to 255 characters')
})
