// Reads a posted form part by part: fields into memory within bounds, files onto the disk, so that no upload fills the memory. Whatever happens to
// files, it is read to the end, so that what was typed can be shown again.
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  /** Why files were read past and not kept: too many came lately, or the disk takes none. */
  readonly notKept: 'flood' | 'no-room' | null
  /** Forgets the files on the disk. */
  readonly clean: () => Promise<void>
}

/** Asked once, with the fields read so far, before the first byte of a file is written. */
export type MayKeepFiles = (fields: ReadonlyMap<string, string>) => Promise<boolean>

export async function readFormParts(parts: AsyncIterable<FormPart>, mayKeep: MayKeepFiles): Promise<FormParts> {
  const fields = new Map<string, string>()
  const files: FileToSubmit[] = []
  const disk = openDisk(() => mayKeep(fields))
  let tooMuch: string | null = null
  try {
    for await (const part of parts) {
      if (part.type === 'field') {
        fields.set(part.fieldname, typeof part.value === 'string' ? part.value : '')
        if (part.valueTruncated === true) tooMuch = say('form.too-long')
        continue
      }
      const kept = await disk.keep(part.file)
      const { filename: name = '', mimetype: mediaType } = part
      if (part.file.truncated) tooMuch = say('form.files.too-large')
      // A browser sends an empty nameless file where none was chosen. A file called ".." arrives nameless, but not empty.
      else if (name !== '' || kept.size > 0) files.push({ name, mediaType, read: kept.read })
    }
  } catch (error) {
    const words = wordsFor(error)
    if (words === null) {
      await disk.clean()
      throw error
    }
    tooMuch = words
  }
  return { fields, files, tooMuch, notKept: disk.whyNot(), clean: disk.clean }
}

/** A folder of its own, made when the first byte comes. What cannot be written is read past. */
function openDisk(mayKeep: () => Promise<boolean>) {
  let folder: string | null = null
  let whyNot: FormParts['notKept'] = null
  let isAsked = false
  let count = 0
  const openNext = async (): Promise<FileHandle | null> => {
    if (!isAsked) {
      isAsked = true
      if (!(await mayKeep())) whyNot = 'flood'
    }
    if (whyNot !== null) return null
    folder ??= await mkdtemp(join(tmpdir(), 'amends-form-'))
    return open(join(folder, String(count)), 'w')
  }
  const keep = async (file: Readable) => {
    let handle: FileHandle | null = null
    let size = 0
    const at = ++count
    try {
      for await (const chunk of file as AsyncIterable<Buffer>) {
        size += chunk.length
        if (whyNot !== null) continue
        try {
          handle ??= await openNext()
          await handle?.writeFile(chunk)
        } catch (error) {
          if (!isOfTheDisk(error)) throw error
          whyNot = 'no-room'
        }
      }
    } finally {
      await handle?.close().catch(() => (whyNot = 'no-room'))
    }
    const path = join(folder ?? '', String(at))
    return { size, read: () => (size === 0 ? Promise.resolve(Buffer.alloc(0)) : readFile(path)) }
  }
  return {
    keep,
    whyNot: () => whyNot,
    clean: async () => {
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Full, over its quota, read-only, or no folder at all: the person's words are worth more than to be lost for it. */
const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && ['open', 'write', 'close', 'mkdtemp'].includes(String(error.syscall))

function wordsFor(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'FST_REQ_FILE_TOO_LARGE') return say('form.files.too-large')
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') return say('form.files.too-many')
  return code === 'FST_FIELDS_LIMIT' ? say('form.too-long') : null
}
