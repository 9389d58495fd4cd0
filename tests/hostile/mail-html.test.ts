// Hostile mail against each of the three layers alone: whatever of the corpus executes unsanitised must execute under none of them.
// `npm test` shows all of it as the desk shows it, and every fifth payload to each layer alone. `npm run test:long`: all to all.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, openBrowser } from '../browser/browser.ts'
import { type RunningDesk, startDesk } from '../setup/desk.ts'
import { type Layer, type Payload, type PlainPages, servePlainPages, showAll } from './mail-frames.ts'

const folder = join(resolve(process.env['AMENDS_SHARED'] ?? '../shared'), 'corpus/xss')
const isThere = existsSync(folder) && chromiumPath !== null

function livePayloads(): readonly Payload[] {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { ids } = read('live-chromium-156.json') as { readonly ids: readonly string[] }
  const live = new Set(ids)
  return (read('payloads.json') as readonly Payload[]).filter(({ id }) => live.has(id))
}

/** Lets anything through the page's own policy for HTML, as if the cleaning had failed. */
const uncleaned =
  "(window.letThrough ??= trustedTypes.createPolicy('amends', { createHTML: (text) => text })).createHTML(raw)"
/** Ways to learn that a mail was opened; each would ask for something at once. */
const trackers = [
  '<img src="http://tracker.example/a.gif" width=1 height=1>',
  '<img srcset="http://tracker.example/b.gif 1x">',
  '<picture><source srcset="http://tracker.example/c.gif"><img></picture>',
  '<div style="background:url(http://tracker.example/d.gif)">x</div>',
  '<div style="background-image:u\\72l(http://tracker.example/e.gif)">x</div>',
  '<style>@import "http://tracker.example/f.css"; body{background:url(//tracker.example/g.gif)}</style>',
  '<link rel="stylesheet" href="http://tracker.example/h.css"><link rel="preload" as="image" href="http://tracker.example/i.gif">',
  '<table background="http://tracker.example/j.gif"><tr><td>x</td></tr></table>',
  '<video poster="http://tracker.example/k.gif" src="http://tracker.example/l.mp4" autoplay></video><audio src="http://tracker.example/m.mp3" autoplay></audio>',
  '<svg><image href="http://tracker.example/n.svg"/><use href="http://tracker.example/o.svg#p"/></svg>',
  '<iframe src="http://tracker.example/q"></iframe><object data="http://tracker.example/r"></object><embed src="http://tracker.example/s">',
  '<meta http-equiv="refresh" content="0;url=http://tracker.example/t">',
  '<input type="image" src="http://tracker.example/u.gif"><form action="http://tracker.example/v"><button>x</button></form>',
  '<ul style="list-style-image:url(http://tracker.example/w.gif)"><li style="cursor:url(http://tracker.example/x.cur),auto">x</ul>',
].map((payload, at): Payload => ({ id: `tracker-${String(at)}`, payload }))

describe.skipIf(!isThere)('hostile mail, by each layer alone (needs Chromium and the corpus in $AMENDS_SHARED)', () => {
  const payloads = isThere ? livePayloads() : []
  const some = process.env['AMENDS_LONG'] === '1' ? payloads : payloads.filter((_one, at) => at % 5 === 0)
  let browser: Browser
  let plain: PlainPages
  let desk: RunningDesk
  const layer = (page: string, html: string, sandboxed = false): Layer => ({ page, html, sandboxed })

  beforeAll(async () => {
    browser = await openBrowser()
    plain = await servePlainPages()
    desk = await startDesk({ pages: true })
  })
  afterAll(async () => {
    await browser.close()
    await plain.close()
    await desk.stop()
  })

  test('without any layer the corpus executes, and asks for addresses: the harness would see it', async () => {
    const { executed, asked } = await showAll(browser, [...some, ...trackers], layer(plain.url, 'raw'))
    expect(payloads).toHaveLength(693)
    expect(executed.size).toBeGreaterThan(some.length * 0.85)
    expect(asked.length).toBeGreaterThan(0)
  })

  test('cleaned, in a plain page, nothing executes', async () => {
    const { executed, asked } = await showAll(browser, some, layer(plain.url, 'window.cleanMail(raw).html'))
    expect([...executed]).toEqual([])
    expect(asked).toEqual([])
  })

  test('raw, in a frame with an empty sandbox, nothing executes', async () => {
    const { executed } = await showAll(browser, some, layer(plain.url, 'raw', true))
    expect([...executed]).toEqual([])
  })

  test('raw, under the policy of the mail document, nothing executes', async () => {
    const { executed } = await showAll(browser, some, layer(plain.url, 'window.mailDocument(raw)'))
    expect([...executed]).toEqual([])
  })

  test('raw, let through on a page of the desk, nothing executes', async () => {
    const { executed } = await showAll(browser, some, layer(`${desk.url}/sign-in`, uncleaned))
    expect([...executed]).toEqual([])
  })

  test('shown as the desk shows it, nothing is asked for, whatever the mail holds', async () => {
    const shown = layer(plain.url, 'window.mailDocument(window.cleanMail(raw).html)', true)
    const raw = await showAll(browser, trackers, layer(plain.url, 'raw'))
    expect(raw.asked.length).toBeGreaterThan(trackers.length)
    const { executed, asked } = await showAll(browser, [...payloads, ...trackers], shown)
    expect([...executed]).toEqual([])
    expect(asked).toEqual([])
  })

  test('raw trackers ask for nothing under the policy of the mail document either', async () => {
    const { asked } = await showAll(browser, trackers.slice(0, 11), layer(plain.url, 'window.mailDocument(raw)', true))
    expect(asked).toEqual([])
  })

  test('a page of the desk makes no HTML of a plain string', async () => {
    const page = await browser.newPage()
    await page.goto(`${desk.url}/sign-in`)
    const sinks = [
      "document.createElement('iframe').srcdoc = '<b>x</b>'",
      "document.body.innerHTML = '<b>x</b>'",
      "document.createElement('script').textContent = '1'",
      "document.createElement('script').src = '/x.js'",
    ]
    for (const sink of sinks) {
      const refused = await page.evaluate<boolean>(`(() => { try { ${sink}; return false } catch { return true } })()`)
      expect(refused, sink).toBe(true)
    }
    await page.close()
  })
})
