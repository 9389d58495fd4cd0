// What a browser with an empty cache fetches until a page is whole: document, scripts, styles, fonts and answers, as they go over the wire.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import type { Signed } from '../desk/found-desk.ts'
import type { Figure, Measured, Measurement } from '../figure.ts'
import type { Running } from '../stage.ts'
import { inBrowser, seatOf, untilShown, type WebStage } from '../web-stage.ts'

/** Every address of web/app.tsx; `:case` and `:customer` are those of one case of the desk. */
const routes: Readonly<Record<string, string>> = {
  ...{ sign_in: '/sign-in', first_run: '/first-run', join: '/join' },
  ...{ desk: '/', case: '/cases/:case', customers: '/customers', customer: '/customers/:customer' },
  ...{ search: '/search?q=kettle', register: '/register', next_steps: '/next-steps' },
  ...{ mailboxes: '/settings/mailboxes', form: '/settings/form', people: '/settings/people' },
  ...{ api_keys: '/settings/api-keys', company: '/settings/company', floor: '/settings/floor' },
  ...{ quarantine: '/settings/quarantine', failed_jobs: '/settings/failed-jobs', notices: '/settings/notices' },
  ...{ surveys: '/settings/surveys', password: '/settings/password', reports: '/reports' },
}
const isForNobody = (address: string): boolean => ['/sign-in', '/first-run', '/join'].includes(address)
const nameOf = (route: string): string => `first_load_kb_gzip_${route}`

const figures = Object.entries(routes).map(([route, address]): Figure => ({
  ...{ name: nameOf(route), unit: 'kB', target: 250, want: 'at most' },
  about: `everything fetched by an empty cache at ${address}, fonts, styles and answers too, packed as served`,
}))

export const firstLoads: Measurement<WebStage> = {
  figures,
  measure: (stage) =>
    inBrowser(
      stage,
      figures.map(({ name }) => name),
      async (browser) => {
        const desk = await stage.desk()
        const ids = await someIds(desk)
        const results: Measured[] = []
        let ofFonts = 0
        for (const [route, address] of Object.entries(routes)) {
          const who = isForNobody(address) ? null : desk.founder
          const path = address.replace(/:(case|customer)/, (_, kind: 'case' | 'customer') => ids[kind])
          const url = `http://127.0.0.1:${String(desk.process.port)}${path}`
          const { all, fonts } = await fetched(browser, who, url)
          results.push({ figure: nameOf(route), value: all / 1000, n: 1 })
          ofFonts = Math.max(ofFonts, fonts)
        }
        stage.options.say(`  of which fonts, for which no words wait: ${(ofFonts / 1000).toFixed(1)} kB at most`)
        return results
      },
    ),
}

async function someIds({ inside, process, founder }: Running): Promise<Record<'case' | 'customer', string>> {
  const caseId = (await inside.someCases(1))[0]?.caseId ?? ''
  const headers = { cookie: founder.cookie }
  const answer = await fetch(`http://127.0.0.1:${String(process.port)}/api/cases/${caseId}`, { headers })
  const { customer } = (await answer.json()) as { readonly customer: { readonly customerId: string } }
  return { case: caseId, customer: customer.customerId }
}

/** Bytes of all answers with their heads. The stream of events stays open and is left out. */
async function fetched(
  browser: Browser,
  who: Signed | null,
  url: string,
): Promise<{ readonly all: number; readonly fonts: number }> {
  const page = await seatOf(browser, who)
  try {
    const network = await page.context().newCDPSession(page)
    const under = new Set<string>()
    const fonts = new Set<string>()
    const bytes = { all: 0, fonts: 0 }
    let last = performance.now()
    network.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (type === 'Font') fonts.add(requestId)
      if (!request.url.endsWith('/api/events')) under.add(requestId)
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (under.delete(requestId)) bytes.all += encodedDataLength
      if (fonts.has(requestId)) bytes.fonts += encodedDataLength
      last = performance.now()
    })
    network.on('Network.loadingFailed', ({ requestId }) => under.delete(requestId))
    await network.send('Network.enable')
    await page.goto(url)
    await untilShown(page)
    while (under.size > 0 || performance.now() - last < 500) await sleep(50)
    return bytes
  } finally {
    await page.context().close()
  }
}
