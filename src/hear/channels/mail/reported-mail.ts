// Reads a complaint of a mail program about a letter (RFC 5965): where the letter was sent from, as the report and the letter in it say.
import type { Attachment } from '../channel.ts'
import { readAddresses } from './read-addresses.ts'

const looked = 64 * 1024

/** Addresses without any proof: a keyed one among them is. */
export function reportedSenders(parts: readonly Attachment[]): readonly string[] {
  const found = parts
    .filter(({ mediaType }) => /^(message\/(feedback-report|rfc822)|text\/rfc822-headers)$/.test(mediaType))
    .flatMap(({ bytes }) => sendersIn(new TextDecoder('latin1').decode(bytes.subarray(0, looked))))
  return [...new Set(found)].slice(0, 50)
}

function sendersIn(text: string): readonly string[] {
  const head =
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\n[ \t]+/g, ' ')
      .trimStart()
      .split('\n\n', 1)[0] ?? ''
  const values = [...head.matchAll(/^(?:original-mail-from|return-path|from|reply-to):([^\n]{1,2000})/gim)]
  return readAddresses(values.map(([, value = '']) => value.trim())).map(({ address }) => address)
}
