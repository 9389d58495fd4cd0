// The desk under test: a process of its own, as an operator starts it, on the PostgreSQL it brings along.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeClient } from './keep-alive-client.ts'

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const startsWithinMs = 120_000

export interface DeskProcess {
  readonly pid: number
  readonly port: number
  /** From the command to the first answer of /api/ready that says so, in seconds. */
  readonly startedIn: number
  stop(): Promise<void>
}

export async function startDeskProcess(folder: string): Promise<DeskProcess> {
  const port = await freePort()
  const began = performance.now()
  const profile = process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? []
  const child = spawn(process.execPath, [...profile, program, 'start', '--data', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, AMENDS_LOG: 'warn', DATABASE_URL: '' },
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said.push(text.toString())
      if (said.length > 200) said.shift()
    })
  const stop = (): Promise<void> => endChild(child)
  try {
    await answersReady(child, port)
  } catch (error) {
    await stop()
    throw new Error(`The desk did not start. It said: ${said.join('').slice(-3000)}`, { cause: error })
  }
  child.on('exit', (code) => {
    if (code !== 0) process.stderr.write(`The desk ended with ${String(code)}: ${said.join('').slice(-3000)}\n`)
  })
  return { pid: child.pid ?? 0, port, startedIn: (performance.now() - began) / 1000, stop }
}

/** @throws where the process ends, or is not ready in two minutes */
export async function answersReady(child: ChildProcess, port: number): Promise<void> {
  const until = performance.now() + startsWithinMs
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${String(child.exitCode)}`)
    if (performance.now() > until) throw new Error(`it was not ready within ${String(startsWithinMs / 1000)} s`)
    const client = makeClient(port)
    const status = await client.ask({ method: 'GET', path: '/api/ready' }).then(
      (answer) => answer.status,
      () => 0,
    )
    client.close()
    if (status === 200) return
    await sleep(10)
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}
