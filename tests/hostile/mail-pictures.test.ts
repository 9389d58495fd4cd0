// Pictures inside a mail are shown as designed; those elsewhere are asked for by nobody, and a file that only calls itself a picture is none.
import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPages } from '../../src/commands/build-pages.ts'
import { projectFolder } from '../../src/config.ts'
import { makeLiveHub } from '../../src/platform/http/live-hub.ts'
import { servePages } from '../../src/platform/http/pages.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { identifyCaller } from '../../src/platform/staff/caller.api.ts'
import type { MessageId } from '../../src/shared/ids.ts'
import { allRoutes } from '../../src/wiring.ts'
import { chromiumPath, openBrowser, openPerson } from '../browser/browser.ts'
import { count } from '../setup/cases.ts'
import { type MailDesk, mailOf, openMailDesk } from '../setup/mail-desk.ts'
import { signInFor } from '../setup/sign-in.ts'

/** One red dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString('base64')

const html = [
  '<p>See the crack:</p>',
  '<img alt="one" src="cid:crack.1&#64;lamp.example">',
  '<img alt="two" src="CID:crack%20two">',
  '<img alt="svg" src="cid:svg@lamp.example">',
  '<img alt="liar" src="cid:liar@lamp.example">',
  '<img alt="unknown" src="cid:nobody@lamp.example">',
  '<img alt="remote" src="http://tracker.example/a.gif">',
  '<img alt="file" src="/api/files/00000000-0000-7000-8000-000000000000?show=1">',
  '<div style="background:url(cid:crack.1@lamp.example)">x</div>',
].join('\r\n')
const part = (type: string, id: string, bytes: string) =>
  `--r\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Disposition: inline; filename="p"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes}\r\n`
const mail = mailOf(
  {
    ...{ From: 'Marta <marta@x.test>', To: 'support@our.example', Subject: 'Lamp', 'Message-ID': '<cid@x>' },
    ...{ 'MIME-Version': '1.0', 'Content-Type': 'multipart/related; boundary=r' },
  },
  `--r\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n${part('image/png', 'crack.1@lamp.example', dot)}${part('image/png', 'crack two', dot)}${part('image/svg+xml', 'svg@lamp.example', script)}${part('image/png', 'liar@lamp.example', script)}--r--`,
)

describe.skipIf(chromiumPath === null)('pictures inside a mail (needs Chromium)', () => {
  let desk: MailDesk
  let app: FastifyInstance
  let browser: Browser
  let url = ''

  beforeAll(async () => {
    desk = await openMailDesk()
    const pages = join(projectFolder, 'web/dist')
    await buildPages(pages)
    const hub = makeLiveHub(desk.house)
    app = await buildServer(desk.house, identifyCaller, allRoutes(hub), (server) => servePages(server, pages))
    app.addHook('onClose', () => {
      hub.close()
    })
    url = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
    await desk.close()
  })

  test('are shown as designed, and nothing else is asked for', async () => {
    const rawId = await desk.deliver(mail)
    const { message_id: messageId } = await desk.as('system', ({ db }) =>
      db.selectFrom('message').select('message_id').where('raw_id', '=', rawId).executeTakeFirstOrThrow(),
    )
    await count(desk, messageId as MessageId)
    const { case_id: caseId } = await desk.as('system', ({ db }) =>
      db.selectFrom('cases').select('case_id').executeTakeFirstOrThrow(),
    )
    const person = await openPerson(browser)
    const { cookie } = await signInFor(desk, desk.founder)
    const [name = '', value = ''] = cookie.split('=')
    await person.page.context().addCookies([{ name, value, url }])
    await person.page.goto(`${url}/cases/${caseId}`)
    await person.page.getByRole('button', { name: /design/i }).click()
    const frame = person.page.frameLocator('.mail-frame iframe')
    await expect
      .poll(() =>
        frame
          .locator('img[src^="data:image/png;base64,"]')
          .evaluateAll((all) => all.map((one) => one.getAttribute('alt'))),
      )
      .toEqual(['one', 'two'])
    const widths = await frame
      .locator('img')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('alt'), (one as unknown as { readonly naturalWidth: number }).naturalWidth]),
      )
    expect(widths).toEqual([
      ...[
        ['one', 1],
        ['two', 1],
        ['svg', 0],
        ['liar', 0],
      ],
      ...[
        ['unknown', 0],
        ['remote', 0],
        ['file', 0],
      ],
    ])
    expect(await frame.locator('[style*="url"]').count()).toBe(0)
    expect(person.requests.filter((address) => !address.startsWith(url) && !address.startsWith('data:'))).toEqual([])
    expect(person.requests.filter((address) => address.includes('00000000-0000-7000'))).toEqual([])
    expect(person.troubles).toEqual([])
    await person.leave()
  })
})
