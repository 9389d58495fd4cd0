// How soon the first page is there: from `npm start` as people type it, everything installed and built, to its picture in a browser that is open.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { projectFolder } from '../../src/config.ts'
import { answersReady, freePort } from '../desk/start-desk.ts'
import type { Signed } from '../desk/found-desk.ts'
import { type Figure, type Measurement, percentile } from '../figure.ts'
import { inBrowser, seatOf, type WebStage } from '../web-stage.ts'
import { untilDrained } from './drained.ts'

const onData: Figure = {
  ...{ name: 'first_page_s', unit: 's', target: 5, want: 'at most' },
  about: 'from `npm start` on the filled data folder to the desk drawn for somebody signed in (median)',
}
const onNothing: Figure = {
  ...{ name: 'first_page_empty_s', unit: 's', target: 5, want: 'at most' },
  about: 'the same in an empty data folder, to the page of the first run (median)',
}
const tries = 5

export const firstPage: Measurement<WebStage> = {
  figures: [onData, onNothing],
  measure: (stage) =>
    inBrowser(stage, [onData.name, onNothing.name], async (browser) => {
      const desk = await stage.desk()
      await untilDrained(desk.inside)
      const { founder } = desk
      await stage.stopDesk()
      const filled = await taken(() => startOnce(browser, stage.folder, founder))
      const empty = await taken(async () => {
        const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'))
        try {
          return await startOnce(browser, folder, null)
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      })
      return [
        { figure: onData.name, value: percentile(filled, 0.5), n: filled.length },
        { figure: onNothing.name, value: percentile(empty, 0.5), n: empty.length },
      ]
    }),
}

async function taken(start: () => Promise<number>): Promise<readonly number[]> {
  const all: number[] = []
  while (all.length < tries) all.push(await start())
  return all
}

/** In seconds. */
async function startOnce(browser: Browser, folder: string, who: Signed | null): Promise<number> {
  const page = await seatOf(browser, who)
  const port = await freePort()
  const env = { ...process.env, AMENDS_LOG: 'warn', DATABASE_URL: '' }
  const began = performance.now()
  const npm = spawn('npm', ['start', '--', '--data', folder, '--port', String(port)], {
    ...{ cwd: projectFolder, env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await answersReady(npm, port)
    await page.goto(`http://127.0.0.1:${String(port)}/`)
    await page
      .locator(who ? '.take-next-why p' : '.entrance form')
      .first()
      .waitFor()
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))')
    return (performance.now() - began) / 1000
  } finally {
    await page.context().close()
    await end(npm)
  }
}

async function end(npm: ChildProcess): Promise<void> {
  if (npm.exitCode !== null || npm.signalCode !== null) return
  const ended = new Promise((resolve) => npm.once('exit', resolve))
  npm.kill('SIGTERM')
  await ended
}
