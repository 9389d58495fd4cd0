// The key of a mail: the same mail is the same key by whichever route it came, and another text is another key.
import { createHash } from 'node:crypto'

const identifying = ['from', 'to', 'cc', 'message-id', 'date', 'subject']
const headerLimit = 512 * 1024

/**
 * A SHA-256 over From, To, Cc, Message-ID, Date, Subject and the whole body. Trace fields are left out, so that a second delivery
 * (an alias, a replay, a mailbox made anew) is the same mail. The Message-ID alone would not do: it is forged easily, and
 * whoever guessed one could make us drop the real mail as a double. Without any of the six: over all bytes.
 */
export function mailKey(bytes: Uint8Array): string {
  const bodyAt = endOfHeaders(bytes)
  const fields = readFields(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bodyAt, headerLimit)).toString('latin1'),
  )
  const hash = createHash('sha256')
  const known = identifying.filter((name) => fields.has(name))
  if (known.length === 0) return hash.update(bytes).digest('hex')
  for (const name of known) hash.update(`${name}:${fields.get(name) ?? ''}\n`, 'latin1')
  return hash.update('\n').update(bytes.subarray(bodyAt)).digest('hex')
}

/** Where the body begins: after the first empty line, whatever the line ends are. */
function endOfHeaders(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return bytes.length
}

/** The first of each header field with folding undone; linear in the length, as the text is hostile. */
function readFields(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let name = ''
  let parts: string[] = []
  const keep = () => {
    if (identifying.includes(name) && !fields.has(name)) fields.set(name, parts.join(' '))
  }
  for (const line of head.split('\n')) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      parts.push(line.trim())
      continue
    }
    keep()
    const colon = line.indexOf(':')
    name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    parts = [line.slice(colon + 1).trim()]
  }
  keep()
  return fields
}
