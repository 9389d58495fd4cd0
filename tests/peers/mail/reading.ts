// Reads a mailbox in the background of a test, keeps what came as the core would, and waits for what is to come.
import type { Batch, Health, Io, RawRecord } from '../../../src/hear/channels/channel.ts'
import { mailChannel } from '../../../src/hear/channels/mail/mail.ts'
import type { MailConfig } from '../../../src/hear/channels/mail/mail.schema.ts'
import type { MailCursor } from '../../../src/hear/channels/mail/read-mailbox.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import { seededRandom } from '../../../src/shared/random.ts'

export interface Reading {
  /** By key: the same mail twice is one, as in the database. */
  readonly kept: Map<string, RawRecord>
  readonly batches: Batch<MailCursor>[]
  readonly healths: Health[]
  cursor(): MailCursor | null
  /** How the reading ended, if it ended by itself. */
  failure(): unknown
  stop(): Promise<void>
}

export function testIo(signal: AbortSignal, report: (health: Health) => void = () => undefined): Io {
  return {
    now: () => systemClock.now(),
    random: seededRandom(1),
    signal,
    report,
    postBox: null,
    mailDoors: [],
    tokens: null,
    log: { info: () => undefined, warn: () => undefined },
  }
}

export function startReading(config: MailConfig, from: MailCursor | null = null): Reading {
  const stopper = new AbortController()
  const kept = new Map<string, RawRecord>()
  const batches: Batch<MailCursor>[] = []
  const healths: Health[] = []
  let cursor = from
  let failure: unknown = null
  const io = testIo(stopper.signal, (health) => healths.push(health))
  const done = (async () => {
    for await (const batch of mailChannel.read(config, from, io)) {
      for (const record of batch.records) kept.set(record.key, record)
      batches.push(batch)
      cursor = batch.next
    }
  })().catch((error: unknown) => {
    failure = error
  })
  return {
    kept,
    batches,
    healths,
    cursor: () => cursor,
    failure: () => failure,
    stop: async () => {
      stopper.abort()
      await done
    },
  }
}
