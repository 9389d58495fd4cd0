// A mail that passes on what somebody else wrote: who that was, and their words. Only what it says; whether it is believed is decided by who passed it on.
// By the lines that mail programs put above it in five languages, within the first lines of the text.
import type { Author, ForwardedMail } from '../channel.ts'
import { readAddresses } from './read-addresses.ts'
import { storableLine } from './storable-text.ts'

/** Subjects of what is passed on: `Fwd:`, `FW:`, `WG:`, `TR:`, `RV:`, `I:`. */
const passedOn = /^\s*(?:fwd?|wg|tr|rv|i|enc)\s*:/i
/** Above which the forwarder's own words stand: Gmail, Apple Mail, Outlook, Thunderbird. */
const marks: readonly RegExp[] = [
  /^-{2,20}\s*(?:forwarded message|weitergeleitete nachricht|message transf[eé]r[eé]|mensaje reenviado|messaggio inoltrato)\s*-{2,20}$/i,
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|d[eé]but du message (?:transf[eé]r[eé]|r[eé]exp[eé]di[eé])|inicio del mensaje reenviado|inizio (?:del )?messaggio inoltrato)\s*:$/i,
  /^-{2,20}\s*(?:original message|urspr[uü]ngliche nachricht|message d'origine|mensaje original|messaggio originale)\s*-{2,20}$/i,
  /^_{10,80}$/,
]
const names = {
  from: /^\*?(?:from|von|de|da)\s*:\*?\s*(.*)$/i,
  subject: /^\*?(?:subject|betreff|objet|asunto|oggetto)\s*:\*?\s*(.*)$/i,
  other:
    /^\*?(?:date|sent|to|cc|reply-to|datum|gesendet|an|kopie|envoy[eé]|[aà]|copie|fecha|enviado|enviado el|para|data|inviato|a|per conto di)\s*:/i,
} as const

const linesLookedAt = 200
const headerLines = 12
const longestLine = 1000

/** Null where it is not passed on, or does not name who wrote. Linear in the first 200 lines. */
export function readForwarded(subject: string | null, text: string): ForwardedMail | null {
  if (subject === null || !passedOn.test(subject.slice(0, 200))) return null
  const lines = text.split('\n', linesLookedAt).map((line) =>
    line
      .slice(0, longestLine)
      .replace(/^[>\s]+/, '')
      .trimEnd(),
  )
  for (const [at, line] of lines.entries()) {
    if (!marks.some((mark) => mark.test(line))) continue
    const head = readHead(lines, at + 1)
    if (head === null) continue
    const words = text.split('\n').slice(head.end)
    const isQuoted = words.every((one) => one.trim() === '' || one.startsWith('>'))
    const body = (isQuoted ? words.map((one) => one.replace(/^> ?/, '')) : words).join('\n').trim()
    return { author: head.author, subject: head.subject ?? withoutMark(subject), text: body }
  }
  return null
}

interface Head {
  readonly author: Author
  readonly subject: string | null
  /** The line after the head. */
  readonly end: number
}

/** From, Subject and the like, in any order, up to an empty line or the first that is none of them. */
function readHead(lines: readonly string[], from: number): Head | null {
  let author: Author | null = null
  let subject: string | null = null
  let at = from
  while (at < lines.length && lines[at]?.trim() === '') at += 1
  for (const last = at + headerLines; at < Math.min(lines.length, last); at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') break
    const wrote = names.from.exec(line)
    const about = names.subject.exec(line)
    if (wrote && author === null) author = authorOf(wrote[1] ?? '')
    else if (about && subject === null) subject = storableLine(about[1] ?? '', 1000)
    else if (!names.other.test(line) && !wrote && !about) break
  }
  return author === null ? null : { author, subject: subject === '' ? null : subject, end: at }
}

/** `Anna <anna@shop.example>`, `Anna [mailto:anna@shop.example]`, or the address alone. */
function authorOf(words: string): Author | null {
  const [first] = readAddresses([words.replace(/\[mailto:([^\]\s]{1,320})\]/i, '<$1>')])
  if (first === undefined) return null
  const { address, display } = first
  return { kind: 'email', value: address, ...(display === '' ? {} : { display }), isSole: true }
}

const withoutMark = (subject: string): string | null => subject.replace(passedOn, '').trim() || null
