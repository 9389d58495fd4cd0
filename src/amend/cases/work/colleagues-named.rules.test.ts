// Who a complaint names: wholly or not at all, whatever the writing, and nobody by a first name alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StaffId } from '../../../shared/ids.ts'
import { colleaguesNamed } from './colleagues-named.rules.ts'

const person = (name: string, email: string) => ({ staffId: name as StaffId, name, email })
const jonas = person('Jonas Weber', 'jonas.weber@halden.example')
const zoe = person('Zoë Ångström-Müller', 'zoe@halden.example')
const lukasz = person('Łukasz Groß', 'l.gross@halden.example')
const cher = person('Cher', 'cher@halden.example')
const everybody = [jonas, zoe, lukasz, cher]
const named = (text: string, subject = '') => colleaguesNamed(subject, text, everybody)

test.each([
  ['Your colleague Jonas Weber shouted at me.', jonas],
  ['JONAS   WEBER was rude', jonas],
  ['It was Jonas\nWeber who hung up.', jonas],
  ["Jonas Weber's tone is not acceptable.", jonas],
  ['Weber, Jonas – never again', jonas],
  ['I wrote to (jonas.weber@halden.example).', jonas],
  ['I wrote to Jonas.Weber@Halden.example, twice', jonas],
  ['zoe angstrom muller would not listen', zoe],
  ['Zoe\u0308 A\u030angstro\u0308m-Mu\u0308ller would not listen', zoe],
  ['Lukasz Gross lied', lukasz],
  ['write to cher@halden.example', cher],
])('%j names them', (text, who) => {
  expect(named(text)).toEqual([who.staffId])
})

test.each([
  'Jonas was rude.',
  'Mr Weber was rude.',
  'Jonas Weberknecht and Anjonas Weber were rude.',
  'Jonas M. Weber is somebody else.',
  'xjonas.weber@halden.example and jonas.weber@halden.example.evil.example',
  'She asked Cher for help.',
  'Dear Jonas Weber,\n\nthe lamp is broken.',
  'Dear Mr. Jonas Weber, the lamp is broken.',
  'Hallo Jonas Weber\ndie Lampe ist kaputt.',
  '',
])('%j names nobody', (text) => {
  expect(named(text)).toEqual([])
})

test('a name counts in the subject, and several are found', () => {
  expect(named('And Lukasz Groß laughed.', 'Complaint about Jonas Weber')).toEqual([jonas.staffId, lukasz.staffId])
})

test('a greeting does not hide what is said after it', () => {
  expect(named('Dear Sirs,\nJonas Weber shouted at me.')).toEqual([jonas.staffId])
  expect(named('Dear Sirs, Jonas Weber shouted at me.')).toEqual([jonas.staffId])
  expect(named('Hello there, it is about Jonas Weber again')).toEqual([jonas.staffId])
})

test('no text makes it fail or dawdle, and a name that is put into any text as words of its own is found', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.string({ unit: 'binary', maxLength: 500 }),
      (a, b) => {
        expect(named(`x\n${a} \nJonas Weber\n ${b}`)).toContain(jonas.staffId)
      },
    ),
    { numRuns: 300, seed: 20260305 },
  )
  expect(named('jonas '.repeat(20_000))).toEqual([])
})
