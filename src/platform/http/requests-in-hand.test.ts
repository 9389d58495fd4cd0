// Every request that came in leaves again: answered, refused, unknown, or given up by its client.
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../tests/setup/house.ts'
import { Refusal } from '../../shared/errors.ts'
import { openRoute } from './route.ts'
import { buildServer } from './server.ts'

let desk: TestHouse
let app: FastifyInstance
const inHand = new Set<object>()
const came: object[] = []
let answer: () => void = () => undefined

beforeAll(async () => {
  desk = await openTestHouse()
  const turns = {
    enter: (one: object) => {
      inHand.add(one)
      came.push(one)
    },
    leave: (one: object) => void inHand.delete(one),
    giveWay: () => Promise.resolve(),
    isCrowd: () => false,
    goOn: () => undefined,
    letOthersFinish: () => Promise.resolve(),
  }
  const slow = openRoute({
    ...{ method: 'GET', url: '/slow', summary: 'Answers when told to.', openBecause: 'it is a test' },
    answer: () =>
      new Promise((resolve) => {
        answer = () => {
          resolve({ done: true })
        }
      }),
  })
  const refused = openRoute({
    ...{ method: 'GET', url: '/refused', summary: 'Refuses.', openBecause: 'it is a test' },
    answer: () => Promise.reject(new Refusal('invalid', 'No.')),
  })
  const nobody = () => {
    throw new Refusal('not-signed-in', 'Nobody.')
  }
  app = await buildServer({ ...desk.house, turns }, nobody, [slow, refused])
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await app.close()
  await desk.close()
})

const ask = (path: string) => {
  const asked = request({ host: '127.0.0.1', port: (app.server.address() as AddressInfo).port, path, agent: false })
  asked.on('error', () => undefined)
  asked.on('response', (response) => response.resume())
  asked.end()
  return asked
}

test.each([
  ['answered', '/slow', () => answer()],
  ['refused', '/refused', () => undefined],
  ['unknown', '/nowhere', () => undefined],
])('one that is %s', async (_how, path, then) => {
  const before = came.length
  ask(path)
  await expect.poll(() => came.length).toBe(before + 1)
  then()
  await expect.poll(() => inHand.size).toBe(0)
})

test('one whose client has gone before the answer', async () => {
  const before = came.length
  const asked = ask('/slow')
  await expect.poll(() => came.length).toBe(before + 1)
  expect(inHand.size).toBe(1)
  asked.destroy()
  await expect.poll(() => inHand.size).toBe(0)
  answer()
})
