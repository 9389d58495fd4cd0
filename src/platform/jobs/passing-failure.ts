// Failures that pass by themselves, the database away or its disk full: they cost a job none of its tries and no growing pause.
// The queue knows but one kind of failure, so these are marked in the words that it keeps, and jobs with the mark are given back to it (worker-life.ts).
import { Refusal } from '../../shared/errors.ts'

/** How the words begin that the queue keeps of a passing failure. */
export const passingMark = 'passing: '

/** Whether it is over once the database is back, or has room. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'unavailable' || error.code === 'storage-full')

/** A failure in words that the queue can keep: marked where it passes, without what no text of PostgreSQL can hold. */
export function storable(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (isPassing(error)) return new Error(`${passingMark}${error.message}`, { cause: error })
  if (error.message.isWellFormed() && !error.message.includes('\0')) return error
  return new Error(error.message.toWellFormed().replaceAll('\0', '\uFFFD'), { cause: error })
}
