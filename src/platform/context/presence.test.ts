// Somebody is where a screen of theirs spoke last, until it leaves or falls silent; whoever watches is told of changes and of nothing else.
import { expect, test } from 'vitest'
import type { OrganizationId, StaffId } from '../../shared/ids.ts'
import { makePresence, presentForMs, type Screen } from './presence.ts'

const [home, rival] = ['home', 'rival'] as readonly string[] as [OrganizationId, OrganizationId]
const [jonas, lea] = ['jonas', 'lea'] as readonly string[] as [StaffId, StaffId]
const start = new Date('2026-11-17T11:00:00Z')
const after = (ms: number): Date => new Date(start.getTime() + ms)
const screen = (staffId: StaffId, name = 'a'): Screen => ({ staffId, name })

function watched() {
  const presence = makePresence()
  const told: string[] = []
  const stop = presence.watch((organizationId, objectId) => told.push(`${organizationId} ${objectId}`))
  const who = (objectId: string, now = start, organizationId = home) =>
    presence.at(organizationId, objectId, now).map(({ staffId, doing }) => `${staffId} ${doing}`)
  return { presence, told, stop, who }
}

test('a screen is at one place, and speaking again there is no news', () => {
  const { presence, told, who } = watched()
  presence.show(home, screen(jonas), 'case', 'reading', start)
  presence.show(home, screen(jonas), 'case', 'reading', after(8000))
  expect(told).toEqual(['home case'])
  presence.show(home, screen(jonas), 'case', 'replying', after(9000))
  expect(told).toEqual(['home case', 'home case'])
  expect(who('case', after(9000))).toEqual(['jonas replying'])
  presence.show(home, screen(jonas), 'other', 'reading', after(10_000))
  expect(told.slice(2)).toEqual(['home case', 'home other'])
  expect(who('case', after(10_000))).toEqual([])
})

test('a screen that falls silent is gone after its time, and the next word of any other tells so', () => {
  const { presence, told, who } = watched()
  presence.show(home, screen(jonas), 'case', 'reading', start)
  expect(who('case', after(presentForMs - 1))).toEqual(['jonas reading'])
  expect(who('case', after(presentForMs))).toEqual([])
  expect(who('case', after(-presentForMs))).toEqual([])
  told.length = 0
  presence.show(home, screen(lea), 'other', 'reading', after(presentForMs))
  presence.show(home, screen(lea), 'other', 'reading', after(presentForMs + 1))
  expect(told).toEqual(['home case', 'home other'])
  expect(who('other', after(presentForMs))).toEqual(['lea reading'])
})

test('leaving is of one screen and one place: another screen stays, and so does whoever has gone on already', () => {
  const { presence, who } = watched()
  presence.show(home, screen(jonas, 'a'), 'case', 'reading', start)
  presence.show(home, screen(jonas, 'b'), 'case', 'noting', start)
  presence.leave(home, screen(jonas, 'a'), 'case', start)
  expect(who('case')).toEqual(['jonas noting'])
  presence.show(home, screen(jonas, 'b'), 'next', 'reading', start)
  presence.leave(home, screen(jonas, 'b'), 'case', start)
  expect(who('next')).toEqual(['jonas reading'])
})

test('nobody speaks for another’s screen, and no company sees another', () => {
  const { presence, who } = watched()
  presence.show(home, screen(jonas), 'case', 'reading', start)
  presence.leave(home, screen(lea), 'case', start)
  presence.show(rival, screen(jonas), 'elsewhere', 'reading', start)
  expect(who('case')).toEqual(['jonas reading'])
  expect(who('case', start, rival)).toEqual([])
})

test('who watches no more is told no more', () => {
  const { presence, told, stop } = watched()
  stop()
  presence.show(home, screen(jonas), 'case', 'reading', start)
  expect(told).toEqual([])
})

test('however many screens speak, only so many are kept: those that spoke last', () => {
  const { presence, who } = watched()
  for (let n = 0; n <= 5000; n++) presence.show(home, screen(jonas, String(n)), `case ${String(n)}`, 'reading', start)
  expect(who('case 0')).toEqual([])
  expect(who('case 5000')).toEqual(['jonas reading'])
})
