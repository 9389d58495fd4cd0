// Work behind the scenes waits for a crowd, and goes on however long the crowd stays.
import { expect, test } from 'vitest'
import { makeTurns } from './turns.ts'

test('nobody waits for a few, everybody for a crowd, and nobody for ever', async () => {
  const turns = makeTurns()
  for (let requests = 0; requests < 16; requests++) turns.enter({})
  let went = 0
  const goOn = (): Promise<void> => turns.giveWay().then(() => void (went += 1))
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
})
