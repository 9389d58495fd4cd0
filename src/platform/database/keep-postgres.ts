// The embedded server for as long as the desk runs: started, started again when it dies, stopped last.
import { setTimeout as sleep } from 'node:timers/promises'
import { type PostgresServer, startPostgres, type StartOptions } from './launcher/start-postgres.ts'

export interface KeptPostgres {
  readonly url: string
  readonly pid: () => number
  stop(): Promise<void>
}

const longestPauseMs = 5000

/** Starts the packaged PostgreSQL and keeps it running. A server that died is started again on the same folder and socket. */
export async function keepPostgres(options: StartOptions): Promise<KeptPostgres> {
  const ending = new AbortController()
  let server = await startPostgres(options)
  const { url } = server
  const replace = async (dead: PostgresServer): Promise<void> => {
    options.log('PostgreSQL ended by itself; starting it again')
    await dead.stop() // frees the folder
    const next = await startAgain(options, url, ending.signal)
    if (!next) return
    server = next
    watch(next)
  }
  let replacing = Promise.resolve()
  const watch = (running: PostgresServer): void => {
    void running.ended.then(() => {
      if (!ending.signal.aborted) replacing = replace(running)
    })
  }
  watch(server)
  return {
    url,
    pid: () => server.pid,
    stop: async () => {
      ending.abort()
      await replacing // a server that is just starting must not outlive us
      await server.stop()
    },
  }
}

/** Tries until it runs; null once the desk stops. Whoever wants to store meanwhile is told that nothing was stored. */
async function startAgain(options: StartOptions, url: string, ending: AbortSignal): Promise<PostgresServer | null> {
  for (let pause = 200; !ending.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await startPostgres({ ...options, ...samePort(url) })
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'no reason given'
      options.log(`PostgreSQL does not start: ${reason} Next try in ${String(pause)} ms.`)
      await sleep(pause, undefined, { signal: ending }).catch(() => undefined)
    }
  }
  return null
}

/** The same port again where the server listens on loopback; a socket keeps its place by itself. */
function samePort(url: string): { readonly port?: number } {
  if (!URL.canParse(url)) return {} // a socket's address has no host
  const { hostname, port } = new URL(url)
  return hostname === '127.0.0.1' && port !== '' ? { port: Number(port) } : {}
}
