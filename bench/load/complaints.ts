// Complaints as a shop's program sends them: each from a new person, of usual length, with a number of its own.
import { seededRandom } from '../../src/shared/random.ts'
import { seed, benchVocabulary } from '../seed/fill-desk.ts'
import { makeLetters } from '../seed/letters.ts'
import { mailDomain } from '../seed/names.ts'

export interface Complaint {
  readonly externalId: string
  readonly email: string
  readonly subject: string
  readonly text: string
}

export type ComplaintSource = () => Complaint

/** @param name keeps the complaints of one measurement apart from those of another, run or desk */
export function makeComplaints(name: string): ComplaintSource {
  const letters = makeLetters(benchVocabulary(), seededRandom(seed + 10))
  let count = 0
  return () => {
    const externalId = `${name}-${String(++count)}`
    return {
      externalId,
      email: `${externalId}@${mailDomain}`,
      subject: letters.subject(),
      // The number stands in the text, so that no two are taken for the same complaint.
      text: `${letters.text(90)} (${externalId})`,
    }
  }
}

export const bodyOf = ({ externalId, email, subject, text }: Complaint): string =>
  JSON.stringify({ from: { name: `Sender ${externalId}`, email }, subject, text, externalId })
