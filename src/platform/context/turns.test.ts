// Work behind the scenes waits for a crowd, and goes on however long the crowd stays.
import { expect, test } from 'vitest'
import { makeTurns } from './turns.ts'

test('nobody waits for a few, everybody for a crowd, nobody for ever, and what is old not at all', async () => {
  const turns = makeTurns()
  for (let requests = 0; requests < 5; requests++) turns.enter({})
  let went = 0
  const goOn = (ageMs = 0): Promise<void> => turns.giveWay(ageMs).then(() => void (went += 1))
  await goOn()
  expect(went).toBe(1)
  const [one, another] = [{}, {}]
  turns.enter(one)
  const waiting = goOn()
  await new Promise((resolve) => setImmediate(resolve))
  expect(went).toBe(1)
  turns.leave(one)
  turns.leave(one)
  await waiting
  expect(went).toBe(2)
  turns.enter(another)
  await goOn()
  expect(went).toBe(3)
  const old = goOn(30_001)
  await Promise.resolve()
  await Promise.resolve()
  expect(went).toBe(4)
  await old
})

test('nothing new is begun while what was begun before is late, but for no longer than a second', async () => {
  const turns = makeTurns()
  let begun = 0
  const begin = (): Promise<void> => turns.letOthersFinish().then(() => void (begun += 1))
  turns.goOn(300)
  await begin()
  expect(begun).toBe(1)
  turns.goOn(301)
  const waiting = begin()
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toBe(1)
  // Late ones come without end.
  const late = setInterval(() => {
    turns.goOn(60_000)
  }, 10)
  await waiting
  clearInterval(late)
  expect(begun).toBe(2)
})
