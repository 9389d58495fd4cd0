// Reads what our own mail server found out about a sender (RFC 8601). Whatever the sender wrote in the same header is ignored.

/** `isVerified`: the From domain was proved. `how` and `why` are for people. */
export interface SenderProof {
  readonly isVerified: boolean
  readonly how: 'dmarc' | 'dkim' | null
  readonly why: string
}

interface MethodResult {
  readonly method: string
  readonly result: string
  readonly properties: ReadonlyMap<string, string>
}

const nobody = (why: string): SenderProof => ({ isVerified: false, how: null, why })

/**
 * Judges by the top-most field of the trusted server only: a field further down may be the sender's own invention. The
 * server must remove fields that come in under its name (RFC 8601, section 5), as every usual filter does.
 * Verified are: `dmarc=pass` for the From domain, or `dkim=pass` of a signature by that domain or one above it. Anything
 * else, `neutral` and `temperror` included, proves nothing.
 */
export function judgeSender(
  fields: readonly string[],
  trustedServer: string,
  from: string | null,
  isSoleAuthor: boolean,
): SenderProof {
  if (trustedServer === '') return nobody('No server is trusted to check senders.')
  if (from === null || !isSoleAuthor) return nobody('The mail does not name exactly one author.')
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  for (const field of fields) {
    const [server, ...results] = readField(field)
    if (server?.toLowerCase() !== trustedServer.toLowerCase()) continue
    return judgeResults(results.map(readResult), domain, trustedServer)
  }
  return nobody(`${trustedServer} did not check this mail.`)
}

function judgeResults(results: readonly MethodResult[], domain: string, server: string): SenderProof {
  for (const { method, result, properties } of results) {
    if (result !== 'pass') continue
    if (method === 'dmarc' && properties.get('header.from') === domain) {
      return { isVerified: true, how: 'dmarc', why: `${server}: dmarc=pass for ${domain}` }
    }
    const signer = properties.get('header.d')
    if (method === 'dkim' && signer?.includes('.') === true && (domain === signer || domain.endsWith(`.${signer}`))) {
      return { isVerified: true, how: 'dkim', why: `${server}: dkim=pass by ${signer}` }
    }
  }
  return nobody(`${server}: no pass for ${domain}`)
}

/** Splits at semicolons outside quotes and comments; comments (nested, RFC 5322) fall out. One pass: the text is hostile. */
function readField(field: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < field.length; at++) {
    const char = field.charAt(at)
    if (char === '\\' && (isQuoted || depth > 0)) at++
    else if (char === '"' && depth === 0) isQuoted = !isQuoted
    else if (!isQuoted && char === '(') depth++
    else if (!isQuoted && char === ')' && depth > 0) depth--
    else if (!isQuoted && depth === 0 && char === ';') {
      parts.push(part.trim())
      part = ''
    } else if (depth === 0) part += isQuoted && (char === ' ' || char === '=') ? '_' : char
  }
  // The server's name may carry a version: "mx.example 1".
  return [...parts, part.trim()].map((text, at) => (at === 0 ? (text.split(/\s+/)[0] ?? '') : text))
}

/** `dkim=pass header.d=example.org reason=ok`: the first pair is the verdict, the others are properties. */
function readResult(text: string): MethodResult {
  const pairs = text.toLowerCase().split(/\s*=\s*|\s+/)
  const properties = new Map<string, string>()
  for (let at = 2; at + 1 < pairs.length; at += 2) {
    const name = pairs[at] ?? ''
    if (!properties.has(name)) properties.set(name, pairs[at + 1] ?? '')
  }
  return { method: (pairs[0] ?? '').split('/')[0] ?? '', result: pairs[1] ?? '', properties }
}
