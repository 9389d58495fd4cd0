// What PostgreSQL's and the socket's errors mean to us. Anything not named here is a bug and stays as it is.
import { Refusal } from '../../shared/errors.ts'

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '08001',
  '53300',
  '25P03',
])
const full = new Set(['53100', '58030', 'ENOSPC', 'EDQUOT'])

/** PostgreSQL's or the socket's code of a failure; empty where it has none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

// A NUL or half a character in a text: no text of PostgreSQL can hold it.
const unstorable = new Set(['22021', '22P05'])

/** The same failure as a Refusal where a person can do something about it: the database is away, or its disk is full. */
export function asOurError(error: unknown): unknown {
  const code = codeOf(error)
  if (full.has(code))
    return new Refusal(
      'storage-full',
      'There is no room left on the disk. Nothing was stored; it is accepted again as soon as there is room.',
    )
  if (away.has(code) || isLostConnection(error))
    return new Refusal(
      'unavailable',
      'The database cannot be reached at the moment. Nothing was stored; please try again in a minute.',
    )
  if (unstorable.has(code))
    return new Refusal(
      'invalid',
      'The text contains a character that cannot be stored (such as NUL). Nothing was stored.',
    )
  return error
}

const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )

/** Whether a statement failed because a row with this unique key exists already. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === '23505'

/** Whether a statement failed because other rows still name the row that was to go. */
export const isStillNamed = (error: unknown): boolean => codeOf(error) === '23503'
