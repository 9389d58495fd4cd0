// That axe sees what it is to see: each fault planted in a page that is otherwise well is found, and in that scheme alone in which it is one.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { chromiumPath, openBrowser, openPerson, type Person } from './browser.ts'

const pageWith = (body: string, css = '') => `<!doctype html><html lang="en"><head><title>A page</title><style>
  body { background: white; color: black } @media (prefers-color-scheme: dark) { body { background: black; color: white } } ${css}</style></head><body><main><h1>A page</h1><p>Words.</p>${body}</main></body></html>`

describe.skipIf(chromiumPath === null)('what is planted in a page (needs Chromium)', () => {
  let browser: Browser
  let person: Person
  beforeAll(async () => {
    browser = await openBrowser()
    person = await openPerson(browser)
  })
  afterAll(() => browser.close())

  const saidOf = async (html: string): Promise<string> => {
    await person.page.setContent(html)
    return expectAccessible(person.page, 'a page').then(
      () => 'nothing',
      (error: unknown) => `${String(error)} ${JSON.stringify((error as { actual?: unknown }).actual)}`,
    )
  }

  test('a page that is well has nothing', async () => {
    expect(
      await saidOf(pageWith('<label>Name <input></label><iframe sandbox="" title="Mail" srcdoc="<img>"></iframe>')),
    ).toBe('nothing')
  })

  test.each([
    [
      'grey on black in the dark',
      /dark.*color-contrast/s,
      '',
      '@media (prefers-color-scheme: dark) { p { color: #444 } }',
    ],
    [
      'grey on white in the light',
      /light.*color-contrast/s,
      '',
      '@media (prefers-color-scheme: light) { p { color: #bbb } }',
    ],
    [
      'grey in the dark once it has faded there',
      /dark.*color-contrast/s,
      '',
      'p { transition: background 0.5s; background: black; color: white } @media (prefers-color-scheme: dark) { p { background: #ccc } }',
    ],
    [
      'a link in a text that only its colour tells, in the dark',
      /dark.*link-in-text-block/s,
      '<p>Some words <a href="#x">and a link</a> in them.</p>',
      'p { color: black } a { color: #00e } @media (prefers-color-scheme: dark) { p { color: #eee } a { color: #fff; text-decoration: none } }',
    ],
    ['a field without a name', /light.*label/s, '<input>', ''],
    ['a heading that leaves levels out', /light.*heading-order/s, '<h4>Too deep</h4>', ''],
    ['a frame without a name', /light.*frame-title/s, '<iframe sandbox="" srcdoc="<p>x"></iframe>', ''],
    ['something wider than the window', /scrolls sideways/, '<div style="width: 3000px">Words</div>', ''],
  ])('%s is found', async (_name, words, body, css) => {
    expect(await saidOf(pageWith(body, css))).toMatch(words)
  })
})
