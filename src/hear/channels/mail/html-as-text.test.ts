// Reading the text of a mail that has only HTML; how long it takes is watched by tests/hostile/mail-corpus.test.ts.
import { expect, it } from 'vitest'
import { htmlAsText } from './html-as-text.ts'

it('reads words and quotations, and shows no address behind a link', () => {
  expect(htmlAsText('<p>It <b>broke</b>.</p><p><a href="https://shop.test/1">The order</a></p>')).toBe(
    'It broke.\n\nThe order',
  )
})

it('a long mail of lines and unclosed paragraphs is read to its end', () => {
  const lines = 'word<br>'.repeat(9000)
  expect(htmlAsText(`${lines}last`).endsWith('last')).toBe(true)
  expect(htmlAsText(`${'<p>word'.repeat(4000)}<p>last`).endsWith('last')).toBe(true)
  expect(htmlAsText(`${'<div><p>word</p></div>'.repeat(6000)}last`).endsWith('last')).toBe(true)
})

it('what is nested deeper than anybody writes is read up to there', () => {
  expect(htmlAsText(`before ${'<svg><g>'.repeat(20_000)}`)).toBe('before …')
  expect(htmlAsText(`${'<i></i>'.repeat(9000)}${'</b>'.repeat(10)}after`)).toBe('after')
})
