// Every code that a problem document can carry has words in the pages' catalogue, so that they can be said in another language.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statusOf } from './problem.ts'

const words = JSON.parse(readFileSync(new URL('../../../web/words/en.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>

test.each([...Object.keys(statusOf), 'outside', 'bug'])('“%s” has a title and a sentence', (code) => {
  expect(words['problem']?.[code]).toMatch(/^[A-Z].*[^.]$/)
  expect(words['problemDetail']?.[code]).toMatch(/^[A-Z].*\.$/)
})
