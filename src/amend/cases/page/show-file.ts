// Hands out a file so that it can do nothing: as a download, or shown where it is a picture of a kind that cannot act.
import { findFiles, loadContent } from '../../../platform/files/file.sql.ts'
import type { Context } from '../../../platform/context/context.ts'
import { Refusal } from '../../../shared/errors.ts'
import type { FileId } from '../../../shared/ids.ts'
import { isFileHidden } from '../about-asker.sql.ts'
import { askerOf } from '../unless-about.ts'

export interface ShownFile {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Pictures that browsers draw and nothing more. SVG is a document that can act, so it is none of them. */
export const pictureTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const starts: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('\xff\xd8\xff', 'latin1')),
  'image/gif': (bytes) => /^GIF8[79]a/.test(bytes.subarray(0, 6).toString('latin1')),
  'image/webp': (bytes) => /^RIFF....WEBP/s.test(bytes.subarray(0, 12).toString('latin1')),
}

/** @throws Refusal('not-found') */
export async function showFile(ctx: Context, fileId: FileId, asPicture: boolean): Promise<ShownFile> {
  const [file] = await findFiles(ctx.db, [fileId])
  const bytes = file && (await loadContent(ctx.db, file.sha256))
  if (!file || !bytes || (await isFileHidden(ctx.db, askerOf(ctx), fileId)))
    throw new Refusal('not-found', 'There is no such file.')
  const isPicture = asPicture && pictureTypes.has(file.mediaType) && (starts[file.mediaType]?.(bytes) ?? false)
  return {
    bytes,
    headers: {
      'content-type': isPicture ? file.mediaType : 'application/octet-stream',
      'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${inHeader(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  }
}

/** A name as RFC 8187 wants it: nothing of it can end the header or the parameter. */
const inHeader = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
