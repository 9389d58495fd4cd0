// Parses hostile bytes in child processes with a limit on time and memory. Not in threads: a thread that passes its limit
// takes the whole process with it in several ways (one large array, a large Map, a fatal last resort of the collector), and
// memory outside its heap has no limit at all.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Inbound, RawRecord } from '../channels/channel.ts'
import { endings, limitsFor } from './parse-protocol.ts'
import type { ParseLimits, ParseReply, ParserKind, ParseRequest } from './parse-protocol.ts'

/** `timeout`: too much processor time; `late`: too long on the wall, perhaps because the machine stood still. */
export type ParseFailureReason = 'timeout' | 'late' | 'memory' | 'crash' | 'limits'

/** `cpu` in milliseconds and `memory` (resident size of the child) in bytes; null where it did not live to tell. */
export type ParseOutcome =
  | { readonly kind: 'parsed'; readonly inbound: Inbound; readonly cpu: number; readonly memory: number }
  | {
      readonly kind: 'failed'
      readonly reason: ParseFailureReason
      readonly words: string
      readonly cpu: number | null
      readonly memory: number | null
    }

/** By default 2 s of processor time, 10 s on the wall and 256 MiB a child; large mails get more, see `limitsFor`. */
export interface ParsePoolOptions extends Partial<ParseLimits> {
  readonly size?: number
  /** After this long without work, 60 s, the children are ended. */
  readonly idleMs?: number
}

export interface ParsePool {
  /** Never throws for what is in the record; rejects only when the pool is closed or no child can be started. */
  parse(kind: ParserKind, raw: RawRecord): Promise<ParseOutcome>
  /** How many children live now: none at rest. */
  children(): number
  close(): Promise<void>
}

interface Task {
  readonly request: ParseRequest
  readonly settle: (outcome: ParseOutcome) => void
  readonly abandon: (error: Error) => void
}

interface Child {
  readonly own: ChildProcess
  state: 'starting' | 'idle' | 'busy' | 'ending'
  task: Task | null
  wall: NodeJS.Timeout | undefined
  isLate: boolean
}

const workerFile = fileURLToPath(new URL('./parse-worker.ts', import.meta.url))
const falseStarts = 3

/** Children start with the first record and are replaced when they die; one that has grown past half its memory is renewed. */
export function createParsePool(options: ParsePoolOptions = {}): ParsePool {
  const limits = { cpuMs: 2000, wallMs: 10_000, memoryBytes: 256 * 1024 * 1024, ...options }
  const { size = 2, idleMs = 60_000 } = options
  const waiting: Task[] = []
  const children = new Set<Child>()
  let rest: NodeJS.Timeout | undefined
  let isClosed = false
  let failedStarts = 0

  function start(): void {
    const own = forkParser(limits.cpuMs, limits.memoryBytes)
    const child: Child = { own, state: 'starting', task: null, wall: undefined, isLate: false }
    children.add(child)
    own.on('message', (reply: ParseReply) => {
      if (reply.kind === 'ready') takeUp(child)
      else finish(child, reply)
    })
    own.on('error', () => {
      end(child)
    })
    own.once('close', (code, signal) => {
      bury(child, code, signal)
    })
  }

  function takeUp(child: Child): void {
    failedStarts = 0
    const task = waiting.shift()
    if (task === undefined) layDown(child)
    else hand(child, task)
  }

  function hand(child: Child, task: Task): void {
    child.state = 'busy'
    child.task = task
    child.own.ref()
    child.own.channel?.ref()
    child.wall = setTimeout(() => {
      child.isLate = true
      end(child)
    }, limitsFor(task.request.raw.bytes.length, limits).wallMs)
    child.own.send(task.request, (error) => {
      if (error !== null) end(child)
    })
  }

  function finish(child: Child, reply: Exclude<ParseReply, { kind: 'ready' }>): void {
    clearTimeout(child.wall)
    child.task?.settle(reply)
    child.task = null
    if (reply.memory > limits.memoryBytes / 2) end(child)
    else takeUp(child)
  }

  /** A child that has nothing to do keeps no process alive, and goes after a while. */
  function layDown(child: Child): void {
    child.state = 'idle'
    child.own.unref()
    child.own.channel?.unref()
    clearTimeout(rest)
    rest = setTimeout(() => {
      for (const other of children) if (other.state === 'idle') end(other)
    }, idleMs).unref()
  }

  function end(child: Child): void {
    child.state = 'ending'
    child.own.kill('SIGKILL')
  }

  function bury(child: Child, code: number | null, signal: NodeJS.Signals | null): void {
    clearTimeout(child.wall)
    children.delete(child)
    if (child.state === 'starting') failedStarts += 1
    if (child.task !== null) {
      const allowed = limitsFor(child.task.request.raw.bytes.length, limits)
      child.task.settle(child.isLate ? late(allowed.wallMs) : death(code, signal, allowed))
    }
    if (failedStarts >= falseStarts) abandonAll(`The parser does not start (exit ${String(code ?? signal)}).`)
    if (!isClosed && waiting.length > 0 && children.size < size) start()
  }

  function abandonAll(words: string): void {
    failedStarts = 0
    for (const task of waiting.splice(0)) task.abandon(new Error(words))
  }

  return {
    parse: (kind, raw) =>
      new Promise((settle, abandon) => {
        if (isClosed) {
          abandon(new Error('The parse pool is closed.'))
          return
        }
        const task = { request: { kind, raw }, settle, abandon }
        const idle = [...children].find((child) => child.state === 'idle')
        if (idle !== undefined) {
          hand(idle, task)
          return
        }
        waiting.push(task)
        if (children.size < size) start()
      }),
    children: () => children.size,
    close: async () => {
      isClosed = true
      clearTimeout(rest)
      abandonAll('The parse pool is closed.')
      const gone = [...children].map((child) => new Promise((closed) => child.own.once('close', closed)))
      for (const child of children) end(child)
      await Promise.all(gone)
    },
  }
}

/** No environment (so no secrets), no output, no right to write files or to start programs; a heap somewhat below the limit. */
function forkParser(cpuMs: number, memoryBytes: number): ChildProcess {
  const heap = Math.max(64, Math.floor((memoryBytes / 1024 / 1024) * 0.8))
  return fork(workerFile, [String(cpuMs), String(memoryBytes)], {
    serialization: 'advanced',
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-worker', `--max-old-space-size=${String(heap)}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

const failed = (reason: ParseFailureReason, words: string): ParseOutcome => ({
  kind: 'failed',
  reason,
  words,
  cpu: null,
  memory: null,
})

const late = (wallMs: number) =>
  failed('late', `Parsing took longer than ${String(Math.round(wallMs / 100) / 10)} seconds.`)

function death(code: number | null, signal: NodeJS.Signals | null, limits: ParseLimits): ParseOutcome {
  const room = `${String(Math.round(limits.memoryBytes / 1024 / 1024))} MiB`
  if (signal === endings.timeout)
    return failed(
      'timeout',
      `Parsing took more than ${String(Math.round(limits.cpuMs / 100) / 10)} seconds of processor time.`,
    )
  if (signal === endings.memory) return failed('memory', `Parsing took more than ${room} of memory.`)
  // A full heap aborts; SIGKILL without our doing is the kernel out of memory.
  if (signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL' || signal === 'SIGKILL' || code === 134) {
    return failed('memory', `Parsing ran out of memory (${room}).`)
  }
  return failed('crash', `The parser ended unexpectedly (${String(signal ?? code)}).`)
}
