// One row of a table of complaints as a line of the history.
import { complaintLine } from '../complaint-line.schema.ts'
import { channelSaid, endSaid } from './complaint-words.rules.ts'
import { kept, type OpenRow, type RowRead, Unreadable, whose } from './open-row.ts'

/** @throws Unreadable */
export function complaintOf(row: OpenRow): RowRead {
  const at = row.date('at')
  if (at === null) throw new Unreadable('The date is missing.')
  const { customer, aside } = whose(row, at)
  const [status, closed, answer] = [row.text('status'), row.date('closed'), row.text('answer')]
  const end = status === '' ? (closed === null ? 'open' : 'ended') : endSaid(status)
  if (end === null) throw new Unreadable('The status is a word that says neither that it is open nor that it ended.')
  const endedAt = end === 'open' ? null : (closed ?? at)
  const { channel, isKnown } = channelSaid(row.text('channel'))
  const line = kept(complaintLine, {
    ...{ kind: 'complaint', id: row.text('id'), customer, channel, subject: row.text('subject'), at },
    ...{ text: row.text('text'), endedAt },
    // An answer has no time of its own in a table: it stands where the complaint ended, else right behind it.
    said: answer === '' ? [] : [{ at: endedAt ?? at, author: null, name: '', text: answer, isInternal: false }],
    remarks: remarksOf([
      [status, 'Its status there'],
      [end === 'ended' && closed === null ? 'not known' : '', 'When it ended there'],
      [isKnown ? '' : row.text('channel'), 'It came there by'],
      [row.text('order'), 'The order it was about'],
      [row.text('satisfaction'), 'How content they were, as it was asked there'],
    ]),
  })
  return { line, aside }
}

const longestRemark = 1000

const remarksOf = (said: readonly (readonly [string, string])[]): readonly string[] =>
  said.flatMap(([words, what]) => (words === '' ? [] : [`${what}: ${words}`.slice(0, longestRemark)]))
