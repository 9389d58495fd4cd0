// Seals secrets at rest (mailbox passwords): AES-256-GCM under the key beside the data. Layout: version, nonce, tag, ciphertext.
import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Random } from '../../shared/random.ts'
import { Refusal } from '../../shared/errors.ts'

const version = 1
const nonceBytes = 12
const tagBytes = 16

/** Seals `plain` under a 32-byte key. */
export function seal(key: Uint8Array, plain: Uint8Array, random: Random): Uint8Array {
  const nonce = random.bytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Uint8Array.of(version), nonce, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` made.
 * @throws Refusal('wrong-state') when the key is another one or the bytes were changed */
export function unseal(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  try {
    if (sealed[0] !== version) throw new Error('unknown version')
    const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes))
    opener.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes))
    return Buffer.concat([opener.update(sealed.subarray(1 + nonceBytes + tagBytes)), opener.final()])
  } catch {
    throw new Refusal(
      'wrong-state',
      'A stored password cannot be opened with this key file. Put back the key file of this data folder, or enter the password again.',
    )
  }
}
