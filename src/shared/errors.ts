// The three ways to fail. Refusal: asked wrongly or at the wrong time. OutsideFailure: another system failed. Anything else is a bug.

/** Every reason we refuse for, closed. `platform/http/problem.ts` maps each to a status; the pages have words for
 * each in their catalogue (docs/decisions/0006). */
export type RefusalCode =
  | 'invalid' // the request has the wrong shape or value
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'wrong-state' // right in itself, but not now
  | 'conflict' // somebody else was faster, or it exists already
  | 'expired' // an invite, link or session that has had its time
  | 'too-large'
  | 'too-many' // rate limit
  | 'unsupported' // media type we do not read
  | 'key-reused' // an Idempotency-Key with another body
  | 'in-progress' // the first request with this Idempotency-Key still runs
  | 'storage-full' // the disk is full: nothing was stored
  | 'unavailable' // the database is away: nothing was stored

export class Refusal extends Error {
  readonly code: RefusalCode
  /** Fields at fault, as JSON Pointer, with a sentence each. */
  readonly fields: Readonly<Record<string, string>> | undefined
  constructor(code: RefusalCode, message: string, fields?: Readonly<Record<string, string>>) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
  }
}

/** A mail server, database or API outside this process failed. `retry` says whether trying again later can help. */
export class OutsideFailure extends Error {
  readonly system: string
  readonly retry: boolean
  constructor(system: string, message: string, retry: boolean, cause?: unknown) {
    super(message, { cause })
    this.name = 'OutsideFailure'
    this.system = system
    this.retry = retry
  }
}
