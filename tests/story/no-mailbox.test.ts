// A desk on its first day: no mailbox yet, one complaint by a program. Every page of it answers, and says that the acknowledgement waits.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { complain, found, type Founded } from '../crash/desk-stage.ts'
import { type RunningDesk, startDesk } from '../setup/desk.ts'

let desk: RunningDesk
let who: Founded
beforeAll(async () => {
  desk = await startDesk()
  who = await found(desk.url)
})
afterAll(() => desk.stop())

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${desk.url}${path}`, { headers: { cookie: who.cookie } })
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as Answer
}

test('everything that shows the complaint answers', async () => {
  await complain(desk.url, who, 'It leaks.')
  const line = await vi.waitFor(
    async () => {
      const { next } = await ask<{ next: { line: { caseId: string; customerId?: string } } | null }>('/api/desk')
      if (next === null) throw new Error('it is not there yet')
      return next.line
    },
    { timeout: 30_000, interval: 100 },
  )
  for (const part of ['', '/page', '/messages', '/timeline', '/promises']) await ask(`/api/cases/${line.caseId}${part}`)
  for (const path of ['/api/search?q=kettle', '/api/register']) await ask(path)
  const { messages } = await ask<{ messages: { kind: string; delivery: { state: string } | null }[] }>(
    `/api/cases/${line.caseId}/messages`,
  )
  expect(messages.find(({ kind }) => kind === 'acknowledgement')?.delivery?.state).toBe('held')
})
