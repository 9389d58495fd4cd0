// The key that seals mailbox passwords: given by the operator, or made once beside the data and readable by its owner only.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../shared/errors.ts'
import type { Random } from '../../shared/random.ts'

/** 32 bytes. @throws Refusal('invalid') when what is given or found is no such key */
export function readSealingKey(given: string | null, dataFolder: string, secrets: Random): Uint8Array {
  const file = join(dataFolder, 'sealing-key')
  if (given === null && !existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(`${file}.new`, `${Buffer.from(secrets.bytes(32)).toString('hex')}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file) // whole or not at all: a disk that fills up must not leave half a key
  }
  const text = (given ?? readFileSync(file, 'utf8')).trim()
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new Refusal(
      'invalid',
      'The sealing key is 64 hexadecimal digits. Put back the file "sealing-key" of this data folder.',
    )
  return Buffer.from(text, 'hex')
}
