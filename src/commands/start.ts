// `npm start`: pages built where they are missing or old, the desk started, stopped cleanly on SIGTERM or Ctrl+C.
import { flushCompileCache } from 'node:module'
import type { Desk } from '../app.ts'
import { startDesk } from '../start-desk.ts'
import { buildPages } from './build-pages.ts'
import { openSample } from './open-sample.ts'
import type { Config } from '../config.ts'

export async function startCommand(config: Config): Promise<void> {
  if (config.role !== 'worker') await buildPages(config.webFolder)
  const desk = await startDesk(config)
  stopOnSignals(desk)
  if (config.sample !== null)
    await openSample(config, config.sample, desk).catch(async (error: unknown) => {
      await desk.stop()
      throw error
    })
  process.stdout.write(
    config.role === 'worker' ? 'Amends works in the background.\n' : `Amends is open at ${desk.url}\n`,
  )
  // A desk runs for months and may be killed: what was compiled is kept now.
  flushCompileCache()
}

function stopOnSignals(desk: Desk): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    desk.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        desk.house.log.error({ err: error }, 'the desk did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
