// The embedded server for as long as the desk runs: started, started again when it dies, stopped last.
import { setTimeout as sleep } from 'node:timers/promises'
import { type PostgresServer, startPostgres, type StartOptions } from './launcher/start-postgres.ts'

export interface KeptPostgres {
  readonly url: string
  readonly pid: () => number
  stop(): Promise<void>
}

const longestPauseMs = 30_000

/** Starts the packaged PostgreSQL and keeps it running. A server that died is started again on the same folder and socket. */
export async function keepPostgres(options: StartOptions): Promise<KeptPostgres> {
  let isStopping = false
  let server = await startPostgres(options)
  const { url } = server
  const watch = (running: PostgresServer): void => {
    void running.ended.then(async () => {
      if (isStopping) return
      options.log('PostgreSQL ended by itself; starting it again')
      await running.stop() // frees the folder
      server = await startAgain(options, url, () => isStopping)
      watch(server)
    })
  }
  watch(server)
  return {
    url,
    pid: () => server.pid,
    stop: async () => {
      isStopping = true
      await server.stop()
    },
  }
}

/** Tries until it runs or the desk stops: whoever wants to store meanwhile is told that nothing was stored. */
async function startAgain(options: StartOptions, url: string, isStopping: () => boolean): Promise<PostgresServer> {
  for (let pause = 200; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      const server = await startPostgres({ ...options, ...samePort(url) })
      return server
    } catch (error) {
      if (isStopping()) throw error
      options.log(
        `PostgreSQL does not start: ${error instanceof Error ? error.message : 'no reason given'}. Next try in ${String(pause)} ms`,
      )
      await sleep(pause)
    }
  }
}

/** The same port again where the server listens on loopback; a socket keeps its place by itself. */
function samePort(url: string): { readonly port?: number } {
  if (!URL.canParse(url)) return {} // a socket's address has no host
  const { hostname, port } = new URL(url)
  return hostname === '127.0.0.1' && port !== '' ? { port: Number(port) } : {}
}
