// Figures are counted anew for everybody, but in a crowd: there those of a moment ago serve all of one company.
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../tests/setup/house.ts'
import { withContext } from '../../platform/context/context.ts'
import { shareFigures } from './share-figures.ts'

const home = await openTestHouse()
afterAll(() => home.close())

const figures = { toConfirm: 0, quarantined: 0, keptToday: 0, openToday: 0, atRisk: 0, broken: 0 }
let counted = 0
const count = () => Promise.resolve({ ...figures, keptToday: ++counted })
const pass = (ms: number): void => {
  home.clock.moveTo(new Date(home.clock.now().getTime() + ms))
}
const ask = (by = count) => home.as('system', (ctx) => shareFigures(ctx, by))

test('where few ask, each has them counted', async () => {
  expect((await ask()).keptToday).toBe(1)
  expect((await ask()).keptToday).toBe(2)
})

test('a crowd shares them for a quarter of a second, a failure with nobody, and none with another company', async () => {
  const crowd = Array.from({ length: 6 }, () => ({}))
  for (const one of crowd) home.house.turns.enter(one)
  expect((await ask()).keptToday).toBe(2)
  pass(249)
  expect((await ask()).keptToday).toBe(2)
  pass(1)
  await expect(ask(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect((await ask()).keptToday).toBe(3)
  const other = await home.foundAnother('Other Home')
  const theirs = { organizationId: other.organizationId, actor: { kind: 'system', part: 'test' } } as const
  expect((await withContext(home.house, theirs, (ctx) => shareFigures(ctx, count))).keptToday).toBe(4)
  for (const one of crowd) home.house.turns.leave(one)
  expect((await ask()).keptToday).toBe(5)
})
