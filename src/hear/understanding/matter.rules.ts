// What it is about, in one line for lists: the subject, or the first sentence where the subject says nothing.
import { say } from '../../shared/say.ts'

const longest = 120
// "Re: ", "Fwd: ", "AW: ", "[A-42] " and the like in front; bounded repetition keeps it linear.
const prefix =
  /^(?:\s*(?:re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|rv|rif|r|i|ref)\s*(?:\[\d{1,3}\])?\s*[:：]\s*|\s*\[[^\]]{0,40}\]\s*)/i
const saysNothing =
  /^(hi|hello|hey|hallo|bonjour|hola|ciao|complaint|beschwerde|reclamation|réclamation|queja|reclamo|question|frage|help|hilfe|urgent|dringend|\(no subject\)|kein betreff|support|contact|kontakt|test)?[\s!.?]*$/i
const greeting =
  /^(dear|hi|hello|hey|good (morning|day|afternoon|evening)|hallo|guten (tag|morgen|abend)|sehr geehrte|liebe[rs]?|bonjour|madame|monsieur|hola|buen[oa]s|estimad[oa]s?|ciao|buongiorno|gentile|egregio)\b[^.!?\n]{0,60}$/i

/** At most 120 characters, one line, no markup and no control characters; "No subject" in the language of the words where nothing is left. */
export function matterOf(subject: string, visibleText: string): string {
  const head = oneLine(withoutPrefixes(subject))
  const line = saysNothing.test(head) ? (firstSentence(visibleText) ?? head) : head
  return shorten(line === '' ? say('matter.none') : line)
}

function withoutPrefixes(subject: string): string {
  let rest = subject.slice(0, 1000)
  for (let at = 0; at < 8 && prefix.test(rest); at++) rest = rest.replace(prefix, '')
  return rest
}

function firstSentence(text: string): string | undefined {
  const lines = text.slice(0, 4000).split('\n').map(oneLine)
  const line = lines.find((one) => one.length >= 3 && !greeting.test(one.replace(/[,!.]$/, '')))
  if (line === undefined) return undefined
  const end = line.slice(15).search(/[.!?](\s|$)/)
  return end < 0 ? line : line.slice(0, 15 + end + 1)
}

/** Tags and everything that could act in a list are taken for blanks; the full text is kept elsewhere. */
const oneLine = (text: string): string =>
  text
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069<>]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function shorten(line: string): string {
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > 60 ? cut.slice(0, space) : cut).toWellFormed()}…`
}
