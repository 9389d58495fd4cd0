// The shape of a channel: what it reads, what it sends, and what both look like to the rooms after it.
// An adapter never sees the database: it yields raw bytes with a cursor, and the core commits both in one transaction.
import type { PostBox } from '../../platform/context/house.ts'
import type { Random } from '../../shared/random.ts'

/** What came in, verbatim. Stored before anything else happens; parsing is a second, repeatable step. */
export interface RawRecord {
  /** Unique in the channel: the same delivery twice has the same key. */
  readonly key: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** When the outside world handed it over. Clocks start here, never at a date the sender wrote. */
  readonly receivedAt: Date
  readonly proof: Proof
}

/** Why we believe that the bytes come from where they say. `detail` is for people. */
export interface Proof {
  readonly kind: 'hmac' | 'ed25519' | 'dkim' | 'session' | 'pulled' | 'none'
  readonly detail?: string
}

/** Records and the cursor to commit with them. The next batch is made only after the caller asks for it. */
export interface Batch<Cursor> {
  readonly records: readonly RawRecord[]
  readonly next: Cursor
  readonly caughtUp: boolean
}

export type InboundKind = 'message' | 'delivery' | 'bounce' | 'auto-reply' | 'spam-report'

/** Who wrote, as they say. Nothing here is proved. */
export interface Author {
  readonly kind: 'email'
  /** As it identifies: an address with its domain in lower case, the local part untouched. */
  readonly value: string
  readonly display?: string
  /** False if the message names several authors: then none of them counts as verified. */
  readonly isSole: boolean
}

export interface Attachment {
  /** Safe to show and to save: no path, no control or direction characters, never empty. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Set when the HTML refers to it as `cid:`. */
  readonly contentId?: string
  readonly isInline: boolean
}

/** What a mail passes on of somebody else, as it says. */
export interface ForwardedMail {
  readonly author: Author
  readonly subject: string | null
  readonly text: string
}

/** Whether a machine wrote. `mayAnswerAutomatically` is narrower: a person writing through a mailing list gets no automatic answer. */
export interface MachineVerdict {
  readonly machine: boolean
  readonly kind: 'auto-reply' | 'bounce' | 'list' | 'report' | null
  readonly why: string
  readonly certainBy: 'header' | 'text'
  readonly mayAnswerAutomatically: boolean
}

/** What a returned message says about the one it could not deliver. */
export interface DeliveryReport {
  readonly recipient: string | null
  /** Enhanced status, as in `5.1.1`. */
  readonly status: string | null
  readonly isPermanent: boolean
  /** The reference we gave the server when we sent it (ENVID). */
  readonly envelopeId: string | null
  readonly originalMessageId: string | null
}

/** A message as read from raw bytes. Every text is storable: no NUL, no lone surrogate, bounded length. */
export interface Inbound {
  readonly kind: InboundKind
  /** Message-ID, or a hash where there is none. Chosen by the sender: an identifier, never a proof. */
  readonly externalId: string
  readonly author: Author | null
  readonly audience: 'public' | 'unlisted' | 'private' | 'unknown'
  /** Addresses it was sent to, in order of trust: where reply tokens are looked for. */
  readonly addressedTo: readonly string[]
  /** Whom its sender named in To and Cc, us among them. Nothing follows from it: anybody can name anybody. */
  readonly named: readonly string[]
  readonly thread: { readonly replyTo: string | null; readonly references: readonly string[] }
  readonly subject: string | null
  readonly text: string
  readonly html: string | null
  /** A view of `text` without quoted history and signature. */
  readonly visibleText: string
  /** When the sender says it was written, if believable; else when it was received. */
  readonly at: Date
  readonly attachments: readonly Attachment[]
  readonly machine: MachineVerdict
  readonly delivery?: DeliveryReport
  readonly forwarded?: ForwardedMail
  /** Of a report that a letter is unwanted: where that letter was sent from, as it says. */
  readonly reportedFrom?: readonly string[]
  /** Authentication-Results as found, top-most first; who is believed is the channel's setting. */
  readonly authenticationResults: readonly string[]
  /** What was too long to keep whole here, in words. The raw bytes are whole. */
  readonly cut: readonly string[]
}

/** A message to send. Text is a person's or a letter's words; no field may carry a line break into a header. */
export interface Outbound {
  readonly to: { readonly address: string; readonly name?: string }
  /** Who else gets it, for all to see; nobody where absent. */
  readonly copies?: readonly string[]
  /** Where answers come back to; carries the reply token. Absent: the channel's own address. */
  readonly replyAddress?: string
  /** Where the network reports failures to (mail: envelope sender). Absent: the reply address. */
  readonly bounceAddress?: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments: readonly Pick<Attachment, 'name' | 'mediaType' | 'bytes'>[]
  /** What it answers, as Message-IDs. */
  readonly thread: { readonly replyTo: string | null; readonly references: readonly string[] }
  /** True for acknowledgements and notices; never for a person's letter. */
  readonly isAutomatic: boolean
  /** Where one click ends letters of this kind; absent where there is nothing to end. */
  readonly unsubscribeUrl?: string
}

/** What became of it. `unknown`: it may or may not have arrived; sending again might double it, so a person or the far side decides. */
export type SendResult =
  /** `notTaken`: copies that the server did not take. */
  | {
      readonly kind: 'sent'
      readonly externalId: string
      readonly detail: string
      readonly notTaken?: readonly string[]
    }
  | { readonly kind: 'retry'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unknown'; readonly externalId: string; readonly why: string }

/** The state of a channel in a sentence that a tired administrator understands. */
export interface Health {
  readonly isWell: boolean
  readonly words: string
}

/** Access tokens of a mailbox that logs in by token. One object is one sign-in for one channel. */
export interface AccessTokens {
  /** One that holds on for a while. `refused` is one that a mail server has just refused: another is got instead.
   * Throws `OutsideFailure`; `retry` false where somebody has to sign in again. */
  get(refused: string | null): Promise<string>
}

export interface Log {
  info(fields: object, words: string): void
  warn(fields: object, words: string): void
}

/** All an adapter may touch outside its arguments. */
export interface Io {
  now(): Date
  readonly random: Random
  readonly signal: AbortSignal
  readonly log: Log
  /** Set in the sample company: letters end there, and nothing is connected to. */
  readonly postBox: PostBox | null
  /** Where mail servers hand mail over, as in `LMTP at 127.0.0.1:2424`. */
  readonly mailDoors: readonly string[]
  /** Null where it logs in by password. */
  readonly tokens: AccessTokens | null
  /** Tells the desk how the channel is, whenever that changes while reading. */
  report(health: Health): void
}

export interface ChannelAdapter<Config, Cursor> {
  readonly kind: string
  readonly version: number
  readonly caps: { readonly send: boolean; readonly private: boolean; readonly edit: boolean; readonly delete: boolean }
  /** Throws `Refusal('invalid')` with the fields at fault. */
  parseConfig(settings: unknown): Config
  /** "Test connection" on screen. Never throws for what is outside. */
  check(config: Config, io: Io): Promise<Health>
  /** Pull and stream: a stream just never ends. Throws `OutsideFailure` when trying again cannot help. */
  read?(config: Config, from: Cursor | null, io: Io): AsyncIterable<Batch<Cursor>>
  /** Pure and repeatable. Hostile input: call it through intake/parse-pool.ts. */
  parse(raw: RawRecord): Promise<readonly Inbound[]>
  /** Letters out; what is held between them, as a connection for the next, is let go by `close`. */
  openSending?(): Sending<Config>
}

export interface Sending<Config> {
  /** `key` names this message for ever: the same key is the same message. */
  send(config: Config, out: Outbound, key: string, io: Io): Promise<SendResult>
  close(): void
}
