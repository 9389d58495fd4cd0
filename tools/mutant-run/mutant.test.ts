// Planting faults: what can be planted, and what a test run in a copy is taken for.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from '../list-files.ts'
import { plant, readMutants } from './mutant.ts'
import { runTest } from './run-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'amends-planting-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('plants a fault where its text stands exactly once, letter by letter', () => {
  expect(plant('a < b', { find: '<', replace: '$&' })).toEqual({ planted: 'a $& b' })
  expect(plant('a < b < c', { find: '<', replace: '>' })).toEqual({ why: 'the text to find is in the file 2 times' })
  expect(plant('a', { find: '<', replace: '>' })).toEqual({ why: 'the text to find is not in the file' })
  expect(plant('a', { find: 'a', replace: 'a' })).toEqual({ why: 'it changes nothing' })
})

it('says which entry of a list has the wrong shape', () => {
  mkdirSync(join(folder, 'tools/mutants'), { recursive: true })
  writeFileSync(join(folder, 'tools/mutants/a.json'), '[{"invariant":"x","file":"a.ts","find":"a"}]')
  expect(() => readMutants(folder)).toThrow('tools/mutants/a.json, entry 1')
})

it('tells a test that notices from one that does not and from one that cannot say', async () => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const outcome = async (name: string, body: string) => {
    writeFileSync(join(folder, name), `import { expect, it } from 'vitest'\n${body}`)
    return (await runTest(folder, name, folder)).kind
  }
  expect(await outcome('good.test.ts', "it('a', () => { expect(1).toBe(1) })")).toBe('passed')
  expect(await outcome('bad.test.ts', "it('a', () => { expect(1).toBe(2) })")).toBe('failed')
  expect(await outcome('broken.test.ts', "it('a', () => {")).toBe('broke')
  expect(await outcome('skipped.test.ts', "it.skip('a', () => {})")).toBe('broke')
})
