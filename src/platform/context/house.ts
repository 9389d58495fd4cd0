// What every use case stands on, made once in app.ts: the database, the clock, chance, and who listens to which fact.
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { Clock } from '../../shared/clock.ts'
import type { FactKind } from '../../shared/facts.ts'
import type { Random } from '../../shared/random.ts'
import type { Context } from './context.ts'
import type { KnownCallers } from './known-callers.ts'
import type { Presence } from './presence.ts'
import type { Turns } from './turns.ts'

/** Who waits for something to do: the reader (raw), the sender (outbox), the queue (jobs), the event streams (live). Each also looks by itself. */
export type Sleeper = 'raw' | 'outbox' | 'jobs' | 'live'

export interface PostBox {
  readonly folder: string
  /** Keeps a letter. @param key its name for ever @param to whom it is for */
  keep(key: string, to: string, bytes: Uint8Array): Promise<void>
}

/** A job as part of the transaction that caused it: the payload holds identifiers only. */
export type FollowUp = (ctx: Context, payload: Readonly<Record<string, string>>) => Promise<unknown>

export interface House {
  /** Connections as amends_app. */
  readonly pool: Pool
  /** Connections as amends_owner: the queue's polling and the few definer questions over all organizations. */
  readonly ownerPool: Pool
  readonly clock: Clock
  /** Chance for identifiers and decisions; seeded in stories. */
  readonly random: Random
  /** Chance for secrets; always the system's. */
  readonly secrets: Random
  /** Names of the jobs to add for each fact (from wiring.ts). */
  readonly listeners: Readonly<Partial<Record<FactKind, readonly string[]>>>
  /** By name, the jobs that can also be done inside the transaction that caused them (from wiring.ts). */
  readonly atOnce: Readonly<Record<string, FollowUp>>
  readonly log: Logger
  /** Seals channel passwords at rest (32 bytes, kept beside the data). */
  readonly sealingKey: Uint8Array
  /** Hosts inside the operator's own network that webhooks and questions to token servers may reach; all others are public ones. */
  readonly insideHosts: ReadonlySet<string>
  /** Of the sample company only: where every letter ends. Nothing outside this machine is then asked or told. */
  readonly postBox: PostBox | null
  /** Where mail servers hand mail over, as in `LMTP at 127.0.0.1:2424`; none where no door is open. */
  readonly mailDoors: readonly string[]
  /** For how long a person's answer can be taken back before it leaves. */
  readonly letterHoldMs: number
  /** Where people reach this desk, e.g. http://127.0.0.1:4100; the only source of links. */
  readonly publicUrl: string
  /** Wakes whoever waits in this process after a commit. */
  readonly wake: (who: Sleeper) => void
  /** Lets requests go before work behind the scenes. */
  readonly turns: Turns
  /** Who asked a moment ago. */
  readonly callers: KnownCallers
  /** Who has what before them now. */
  readonly presence: Presence
}
