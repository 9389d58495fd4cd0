// Whatever two cases have been through: merging loses no promise and makes none later, and undoing it leaves everything as it was.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, caseOf, promisesOf, staff, tickCases } from '../../../../tests/setup/cases.ts'
import { openTwoCases, stateOf, type Story, type TwoCases } from '../../../../tests/setup/two-cases.ts'
import type { CasePromise } from '../../promises/promise.sql.ts'
import { givePromise } from '../case-promises.ts'
import { keepDraft } from '../work/keep-draft.ts'
import { resumeCase, waitOnCase } from '../work/wait-on-case.ts'
import { writeNote } from '../notes/write-note.ts'

/** Each is a life of two cases in a real database. */
const runs = process.env['AMENDS_LONG'] === '1' ? 150 : 16

let desk: TwoCases
beforeAll(async () => {
  desk = await openTwoCases()
})
afterAll(() => desk.home.close())

const day = 24 * 60
const until = (days: number) => new Date(desk.home.clock.now().getTime() + days * day * 60_000)

/** What may happen to one of the two, as far as it can now. */
const happenings: Readonly<Record<string, (story: Story) => Promise<unknown>>> = {
  'an hour passes': async () => {
    desk.home.clock.moveMinutes(60)
    await tickCases(desk.home)
  },
  'a day passes': async () => {
    desk.home.clock.moveMinutes(day)
    await tickCases(desk.home)
  },
  taken: ({ caseId }) => desk.take(caseId),
  'taken by somebody else': ({ caseId }) => desk.take(caseId, desk.lea),
  'waits for the customer': ({ caseId }) => wait(caseId, 'customer'),
  'waits for somebody else': ({ caseId }) => wait(caseId, 'third-party'),
  'goes on': async ({ caseId }) => {
    const { version, ownerStaffId } = (await caseOf(desk.home, caseId)).current
    return desk.home.as(staff(ownerStaffId ?? desk.jonas), (ctx) => resumeCase(ctx, caseId, version))
  },
  answered: ({ caseId }) => desk.answered(caseId, false),
  'finally answered': ({ caseId }) => desk.answered(caseId),
  acknowledged: ({ caseId }) => accept(desk.home, caseId, 'acknowledgement'),
  'the customer writes': (story) => desk.again(story, 'Still waiting.'),
  promised: ({ caseId }) =>
    desk.home.as(staff(desk.jonas), (ctx) => givePromise(ctx, caseId, { about: 'a call', dueAt: until(1) })),
  noted: ({ caseId }) =>
    desk.home.as(staff(desk.lea), (ctx) => writeNote(ctx, caseId, { text: 'Hm.', call: null, mentions: [desk.jonas] })),
  drafted: ({ caseId }) => desk.home.as(staff(desk.jonas), (ctx) => keepDraft(ctx, caseId, 'reply', 'Dear')),
}

async function wait(caseId: Story['caseId'], whom: 'customer' | 'third-party') {
  const { version, ownerStaffId } = (await caseOf(desk.home, caseId)).current
  const asked = { version, for: whom, reason: 'a photo', until: until(3) } as const
  return desk.home.as(staff(ownerStaffId ?? desk.jonas), (ctx) => waitOnCase(ctx, caseId, asked))
}

/** Now and then it cannot happen; then it does not. */
const happen = async (name: string, story: Story): Promise<void> => {
  await happenings[name]!(story).catch(() => undefined)
}

const isOwed = ({ owedUntil }: CasePromise) => owedUntil === null
/** What is owed in both, as the customer has it: of each kind the first time, and every promise a person gave. */
const owedIn = async (...stories: readonly Story[]): Promise<ReadonlyMap<string, number>> => {
  const owed = new Map<string, number>()
  for (const { caseId } of stories)
    for (const promise of (await promisesOf(desk.home, caseId)).filter(isOwed)) {
      const key = promise.kind === 'given' ? `given ${promise.promiseId}` : promise.kind
      owed.set(key, Math.min(owed.get(key) ?? Infinity, promise.dueAt.getTime()))
    }
  return owed
}

const step = fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat(1))

test('merged and at once undone, both cases are as they were; merged, nothing owed is lost or due later', async () => {
  let merged = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 9 }), fc.boolean(), async (steps, isAcknowledged) => {
      const both = await desk.cases({ acknowledged: isAcknowledged })
      for (const [name, which] of steps) await happen(name, both[which]!)
      // Like the tick, which looks each minute: what is late is broken.
      desk.home.clock.moveMinutes(1)
      await tickCases(desk.home)
      desk.home.clock.moveMinutes(-1)
      const [from, into] = both
      const before = await desk.everything(from.caseId, into.caseId)
      const owed = await owedIn(from, into)
      const done = await desk.merge(from.caseId, into.caseId).catch(() => null)
      if (done === null) {
        expect(await desk.everything(from.caseId, into.caseId)).toEqual(before)
        return
      }
      merged += 1
      expect(await owedIn(from)).toEqual(new Map())
      const after = await owedIn(into)
      for (const [kind, dueAt] of owed) {
        if (kind === 'acknowledgement') continue
        expect(after.get(kind), kind).toBeLessThanOrEqual(dueAt)
      }
      await desk.undo(done, into.caseId)
      expect(await desk.everything(from.caseId, into.caseId)).toEqual(before)
    }),
    { numRuns: runs, seed: 20261122 },
  )
  // Lives that are mostly refused would try nothing.
  expect(merged).toBeGreaterThan(runs / 4)
}, 240_000)

test('what happens in between stays when it is undone, nothing owed is lost, and nobody is left without an owner', async () => {
  let undone = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 5 }),
      fc.array(step, { minLength: 1, maxLength: 4 }),
      async (before, between) => {
        const [from, into] = await desk.cases()
        for (const [name, which] of before) await happen(name, [from, into][which]!)
        const done = await desk.merge(from.caseId, into.caseId).catch(() => null)
        if (done === null) return
        const was = (await caseOf(desk.home, from.caseId)).current.merged?.state
        for (const [name] of between) await happen(name, into)
        await desk.again(from, 'And another thing.')
        const owed = await owedIn(into)
        const back = await desk.undo(done, into.caseId).catch(() => null)
        if (back === null) {
          const { current } = await caseOf(desk.home, into.caseId)
          expect(current.answers.length > 0 || ['resolved', 'rejected', 'closed'].includes(current.state)).toBe(true)
          return
        }
        undone += 1
        expect(await stateOf(desk, from.caseId)).toBe(was)
        const after = await owedIn(from, into)
        for (const kind of owed.keys()) expect(after.has(kind), kind).toBe(true)
        for (const { caseId } of [from, into]) {
          const { current } = await caseOf(desk.home, caseId)
          expect((current.takenAt === null) === (current.ownerStaffId === null)).toBe(true)
          if (['in-progress', 'received', 'acknowledged'].includes(current.state))
            expect(
              (await promisesOf(desk.home, caseId)).some((one) => one.kind === 'final-answer' && isOwed(one)),
            ).toBe(true)
        }
      },
    ),
    { numRuns: runs, seed: 20261123 },
  )
  expect(undone).toBeGreaterThan(runs / 4)
}, 240_000)
