// `npm start -- --demo`: a small sample company comes to stand in a folder of its own, once, and never in somebody's own desk.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { DeskView } from '../../src/amend/desk/desk.schema.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
afterAll(() => stage.clean())

const demo = ['--demo', '--customers', '3000', '--seed', '5']

test('it opens with people, cases and a handler who has work; a second start makes nothing anew', async () => {
  const folder = stage.emptyFolder()
  const desk = await stage.start({ folder, words: demo })
  await desk.open
  const note = readFileSync(join(folder, 'sample-sign-in.txt'), 'utf8')
  expect(desk.said()).toContain(note)
  expect(statSync(join(folder, 'sample-sign-in.txt')).mode & 0o077).toBe(0)
  const before = await seen(desk.url, note, 'A-20')
  expect(before.isThere).toBe(true)
  expect(before.open).toBeGreaterThan(0)
  const truth = readFileSync(join(folder, 'sample-truth.jsonl'), 'utf8').trim().split('\n')
  expect(truth.length).toBeGreaterThan(3000)
  desk.child.kill('SIGTERM')
  await desk.ended

  const again = await stage.start({ folder, words: demo })
  await again.open
  expect(again.said()).toContain(note)
  expect(await seen(again.url, note, 'A-20')).toEqual(before)
  again.child.kill('SIGTERM')
  await again.ended
})

test('a desk of somebody is left as it is, with a sentence that says what to do', async () => {
  const folder = await stage.foundedFolder()
  const desk = await stage.start({ folder, words: demo })
  await expect(desk.open).rejects.toThrow("is somebody's own")
  expect(await desk.ended).toBe(1)
  expect(existsSync(join(folder, 'sample-sign-in.txt'))).toBe(false)
})

test('its words without --demo, or beyond reason, are refused before anything starts', async () => {
  for (const words of [
    ['--seed', '2'],
    ['--demo', '--customers', '7'],
    ['--demo', '--seed', 'x'],
  ]) {
    const { code, said } = await stage.amends(['start', ...words])
    expect([code, said]).toEqual([1, expect.stringMatching(/^amends: --(seed|customers) /)])
  }
})

/** As a lead sees it: cases that are open, and whether there is a case of this number. */
async function seen(url: string, note: string, number: string): Promise<{ open: number; isThere: boolean }> {
  const password = /password (\S+)/.exec(note)?.[1]
  const email = /(\S+@halden\.example) .*, lead/.exec(note)?.[1]
  const headers = { 'content-type': 'application/json' }
  const entered = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  expect(entered.status).toBe(200)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const ask = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`, { headers: { cookie } })).json()
  const desk = (await ask('/api/desk')) as DeskView
  const { cases } = (await ask(`/api/search?q=${number}&limit=5`)) as { readonly cases: readonly unknown[] }
  return { open: desk.waiting + desk.team.reduce((sum, { open }) => sum + open, 0), isThere: cases.length > 0 }
}
