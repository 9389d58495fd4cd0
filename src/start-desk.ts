// Starts a desk: PostgreSQL comes up while the rest of the program is being loaded.
import { createServer } from 'node:net'
import { setImmediate as aTurn } from 'node:timers/promises'
import { pino } from 'pino'
import type { Desk } from './app.ts'
import type { Config } from './config.ts'
import { keepPostgres } from './platform/database/keep-postgres.ts'
import { type Clock, systemClock } from './shared/clock.ts'
import { Refusal } from './shared/errors.ts'

/** Answers once the desk can be used. Whatever fails, what was started before it is stopped again.
 * @throws Refusal with a sentence for the operator: port or folder in use, data of a newer version */
export async function startDesk(config: Config, clock: Clock = systemClock): Promise<Desk> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (let undo = stops.pop(); undo; undo = stops.pop()) await undo()
  }
  const log = pino({ level: config.logLevel, base: null })
  try {
    if (config.role !== 'worker') await refusePortInUse(config)
    const opening = openDatabase(config, log, stops)
    opening.catch(() => undefined)
    await aTurn() // loading leaves no turn to anybody else: PostgreSQL is under way before it begins
    const loading = import('./app.ts')
    loading.catch(() => undefined)
    const database = await opening
    const { buildDesk } = await loading
    return { ...(await buildDesk(config, clock, { ...database, log }, stops)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDatabase(
  { databaseUrl, dataFolder }: Config,
  log: Desk['house']['log'],
  stops: (() => Promise<unknown>)[],
): Promise<{ readonly url: string; readonly isOurs: boolean }> {
  if (databaseUrl !== null) return { url: databaseUrl, isOurs: false }
  const say = (sentence: string): void => {
    log.info(sentence)
  }
  const kept = await keepPostgres({ folder: dataFolder, listen: 'socket', log: say })
  stops.push(() => kept.stop())
  return { url: kept.url, isOurs: true }
}

/** Asked before anything is started, so that a second desk by mistake neither starts nor stops a database. */
function refusePortInUse({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const words =
        error.code === 'EADDRINUSE'
          ? `Port ${String(port)} is in use, perhaps by a desk that runs already. Stop that one, or choose another with --port. Nothing was started.`
          : `The desk cannot listen on ${host}:${String(port)} (${error.code ?? error.message}). Nothing was started.`
      reject(new Refusal('wrong-state', words))
    })
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve()
      })
    })
  })
}
