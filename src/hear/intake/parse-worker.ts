// The child process in which hostile bytes are parsed; started by parse-pool.ts as `parse-worker.ts <cpu ms> <memory bytes>`.
// A watching thread ends the whole process when a record takes too much processor time or memory, or when the parent is
// gone: what hangs cannot look at its own watch.
import { Worker } from 'node:worker_threads'
import type { Inbound, RawRecord } from '../channels/channel.ts'
import { MailTooMuch, parseMail } from '../channels/mail/parse-mail.ts'
import { endings, limitsFor } from './parse-protocol.ts'
import type { ParseReply, ParserKind, ParseRequest } from './parse-protocol.ts'
import { usePlainBlob } from './plain-blob.ts'

const parsers: Readonly<Record<ParserKind, (raw: RawRecord) => Promise<Inbound>>> = { mail: parseMail }

const [cpuMs = 0, memoryBytes = 0] = process.argv.slice(2).map(Number)
/** What the watching thread reads: the processor time at which the record began (0 at rest), its time, its memory. */
const shared = new SharedArrayBuffer(24)
const watched = new Float64Array(shared)
watched[2] = memoryBytes

// Plain source, so that the thread loads no module.
const watch = `
  const { workerData: { shared, endings } } = require('node:worker_threads')
  const watched = new Float64Array(shared)
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
    const { user, system } = process.cpuUsage()
    if (watched[0] > 0 && (user + system) / 1000 - watched[0] > watched[1]) process.kill(process.pid, endings.timeout)
    if (process.memoryUsage.rss() > watched[2]) process.kill(process.pid, endings.memory)
  }, 20)`

const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function answer(request: ParseRequest): Promise<ParseReply> {
  const start = processorMs()
  const limits = limitsFor(request.raw.bytes.length, { cpuMs, wallMs: 0, memoryBytes })
  watched[1] = limits.cpuMs
  // Stays as it is afterwards: the pool renews a child that has grown.
  watched[2] = limits.memoryBytes
  watched[0] = start
  const spent = () => ({ memory: process.memoryUsage.rss(), cpu: processorMs() - start })
  try {
    const inbound = await parsers[request.kind](request.raw)
    return { kind: 'parsed', inbound, ...spent() }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', reason: error instanceof MailTooMuch ? 'limits' : 'crash', words, ...spent() }
  } finally {
    watched[0] = 0
  }
}

usePlainBlob()
new Worker(watch, { eval: true, workerData: { shared, endings } })
process.on('message', (request: ParseRequest) => {
  void answer(request).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit())
process.send?.({ kind: 'ready' } satisfies ParseReply)
