// Reads a posted form part by part: fields into memory within bounds, files onto the disk, so that no upload fills the memory.
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { say } from '../../../shared/say.ts'
import type { FileToSubmit } from '../submit-complaint.ts'

/** One part of a multipart body, as the server's parser hands it over. */
export type FormPart =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown; readonly valueTruncated?: boolean }
  | {
      readonly type: 'file'
      readonly fieldname: string
      /** Undefined where the part names no file but is of a type that only files have. */
      readonly filename: string | undefined
      readonly mimetype: string
      readonly file: Readable & { readonly truncated: boolean }
    }

export interface FormParts {
  readonly fields: ReadonlyMap<string, string>
  readonly files: readonly FileToSubmit[]
  /** What was too much, in words for the person; null where nothing was. */
  readonly tooMuch: string | null
  /** Forgets the files on the disk. */
  readonly clean: () => Promise<void>
}

/** Reads to the end even when something is too much, so that what was typed can be shown again. */
export async function readFormParts(parts: AsyncIterable<FormPart>): Promise<FormParts> {
  const folder = await mkdtemp(join(tmpdir(), 'amends-form-'))
  const fields = new Map<string, string>()
  const files: FileToSubmit[] = []
  let tooMuch: string | null = null
  const clean = () => rm(folder, { recursive: true, force: true })
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '')
        if (part.valueTruncated === true) tooMuch = say('form.too-long')
        continue
      }
      const path = join(folder, String(files.length))
      const kept = createWriteStream(path)
      await pipeline(part.file, kept)
      const { filename: name = '', mimetype: mediaType } = part
      if (part.file.truncated) tooMuch = say('form.files.too-large')
      // A browser sends an empty nameless file where none was chosen. A file called ".." arrives nameless, but not empty.
      else if (name !== '' || kept.bytesWritten > 0) files.push({ name, mediaType, read: () => readFile(path) })
    }
  } catch (error) {
    const words = wordsFor(error)
    if (words === null) {
      await clean()
      throw error
    }
    tooMuch = words
  }
  return { fields, files, tooMuch, clean }
}

function wordsFor(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'FST_REQ_FILE_TOO_LARGE') return say('form.files.too-large')
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') return say('form.files.too-many')
  return code === 'FST_FIELDS_LIMIT' ? say('form.too-long') : null
}
