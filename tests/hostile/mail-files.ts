// Where the hostile mails lie, and how the sets of several mails in one file come apart.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { makeTestFolder } from '../setup/test-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
export const shared = path.resolve(root, process.env['AMENDS_SHARED'] ?? '../shared')
export const hasCorpus = existsSync(path.join(shared, 'corpus'))

export interface HostileMail {
  readonly name: string
  readonly bytes: Uint8Array
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()

/** Every file of some corpus folders, read as a mail, whatever it is. */
export const corpusMails = (folders: readonly string[]): readonly HostileMail[] =>
  folders
    .flatMap((folder) => filesBelow(path.join(shared, 'corpus', folder)))
    .map((file) => ({ name: path.relative(shared, file), bytes: readFileSync(file) }))

/** The mails of data/mail: two archives and one file with a mail a line. */
export function dataMails(): readonly HostileMail[] {
  const folder = makeTestFolder()
  for (const archive of ['mikel_mail_fixtures.tar.gz', 'talon_reply_fixtures.tar.gz']) {
    execFileSync('tar', ['xzf', path.join(shared, 'data/mail', archive), '-C', folder])
  }
  const unpacked = filesBelow(folder).map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }))
  rmSync(folder, { recursive: true })
  const lines = gunzipSync(readFileSync(path.join(shared, 'data/mail/spamassassin_sample.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  const spam = lines.map((line) => JSON.parse(line) as { group: string; id: string; raw: string })
  return [
    ...unpacked,
    ...spam.map(({ group, id, raw }) => ({ name: `${group}/${id}`, bytes: Buffer.from(raw, 'latin1') })),
  ]
}

/** The resource bombs, made on the fly. */
export function bombs(): readonly HostileMail[] {
  const folder = makeTestFolder()
  execFileSync(process.execPath, [path.join(shared, 'corpus/make-bombs.mjs'), folder, '1'], { stdio: 'ignore' })
  const made = filesBelow(folder).map((file) => ({ name: path.basename(file), bytes: readFileSync(file) }))
  rmSync(folder, { recursive: true })
  return made
}
