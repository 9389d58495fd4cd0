// Shows hostile mail in frames of a real Chromium, pokes at everything in them, and says which executed script and what was asked for.
import { build } from 'vite'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'

export interface Payload {
  readonly id: string
  readonly payload: string
}

/** How a payload is shown. Each layer is one of these with everything else left off. */
export interface Layer {
  readonly page: string
  /** JavaScript from a payload's text `raw` to what goes into `srcdoc`. */
  readonly html: string
  readonly sandboxed: boolean
}

export interface Shown {
  /** Identifiers of payloads that executed; `elsewhere` where it happened outside its own frame. */
  readonly executed: ReadonlySet<string>
  /** Addresses asked for beyond the page's own. */
  readonly asked: readonly string[]
}

const batch = 60
const canary = 'AMENDS-EXECUTED'

/** What payloads call, replaced in every frame before anything runs. */
const listen = `for (const name of ['alert', 'confirm', 'prompt', 'print'])
  Object.defineProperty(window, name, { value: () => console.debug('${canary} ' + (window === top ? 'elsewhere' : window.name)) })`

/** Everything a hand could do to the elements of a document, by script. */
const poke = `((document) => {
  const kinds = ('pointerover pointerenter pointermove pointerdown pointerup mouseover mouseenter mousemove mousedown mouseup mouseout ' +
    'mouseleave contextmenu dblclick auxclick wheel touchstart touchend keydown keypress keyup beforeinput input change select submit ' +
    'reset copy cut paste drag dragstart dragend dragenter dragover drop scroll toggle').split(' ')
  for (const element of document.querySelectorAll('*')) {
    for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }))
    try { element.focus(); element.blur(); element.click() } catch {}
  }
  for (const element of document.querySelectorAll('details')) element.open = true
})`

/** Shows all payloads by one layer, sixty frames a page, two pages beside each other: most of the time of each is waiting for what may still come. */
export async function showAll(browser: Browser, payloads: readonly Payload[], layer: Layer): Promise<Shown> {
  const executed = new Set<string>()
  const asked: string[] = []
  const batches = Array.from({ length: Math.ceil(payloads.length / batch) }, (_, at) =>
    payloads.slice(at * batch, (at + 1) * batch),
  )
  const showNext = async (): Promise<void> => {
    for (let some = batches.shift(); some; some = batches.shift()) {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 } })
      await context.addInitScript(listen)
      const page = await context.newPage()
      await keepInside(context, page, new URL(layer.page).origin, asked)
      context.on('console', (message) => {
        const text = message.text()
        if (text.startsWith(canary)) executed.add(text.slice(canary.length + 1))
      })
      context.on('dialog', (dialog) => {
        executed.add('elsewhere')
        void dialog.dismiss().catch(() => undefined)
      })
      await page.goto(layer.page)
      await showBatch(page, some, layer)
      await context.close()
    }
  }
  await Promise.all([showNext(), showNext()])
  return { executed, asked }
}

/** Requests to anywhere else are noted and refused; windows that open are shut. */
async function keepInside(context: BrowserContext, page: Page, origin: string, asked: string[]): Promise<void> {
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      asked.push(route.request().url())
      await route.abort()
    },
  )
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined)
  })
}

async function showBatch(page: Page, payloads: readonly Payload[], { html, sandboxed }: Layer): Promise<void> {
  await page.evaluate(`(async () => {
    await window.ready
    for (const { id, payload: raw } of ${JSON.stringify(payloads)}) {
      const frame = document.createElement('iframe')
      frame.name = id
      frame.style = 'width: 90px; height: 60px'
      if (${String(sandboxed)}) frame.setAttribute('sandbox', '')
      frame.srcdoc = ${html}
      document.body.append(frame)
    }
  })()`)
  await page.waitForTimeout(700)
  for (let round = 0; round < 2; round++) {
    if (sandboxed) await Promise.all(page.frames().slice(1).map(pokeAt))
    else await page.evaluate(pokeFromOutside)
    await page.waitForTimeout(300)
  }
}

/** From the page into each of its frames; one that has gone somewhere else is left alone. */
const pokeFromOutside = `for (const frame of document.querySelectorAll('iframe')) try { ${poke}(frame.contentDocument) } catch {}`

/** By the browser itself, because a page cannot reach into a sandboxed frame. */
const pokeAt = (frame: Frame): Promise<unknown> =>
  Promise.race([
    frame.evaluate(`${poke}(document)`).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, 3000)),
  ])

export interface PlainPages {
  readonly url: string
  close(): Promise<void>
}

/** A page without any policy that can do nothing but clean mail, as `cleanMail`, and wrap it, as `mailDocument`. */
export async function servePlainPages(): Promise<PlainPages> {
  const scripts = { '/clean.js': await bundle('clean-mail'), '/document.js': await bundle('mail-document') }
  const plain = `<!doctype html><title>Plain</title><body><script type="module">
    import { cleanMail } from '/clean.js'
    import { mailDocument } from '/document.js'
    Object.assign(window, { cleanMail, mailDocument })
    </script><script>window.ready = new Promise((resolve) => addEventListener('load', resolve))</script>`
  const server = createServer((request, response) => {
    const script = scripts[request.url as keyof typeof scripts] as string | undefined
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(script ?? plain)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function bundle(component: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../../web/components/${component}.ts`, import.meta.url))
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: component } },
  })
  const [first] = Array.isArray(made) ? made : [made]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error(`${component} could not be bundled`)
  return chunk.code
}
