// Pictures that came with a mail, fetched from the desk itself as `data:` addresses, because the frame a mail is shown in can fetch nothing.
import { contentIdOf } from './clean-mail.ts'

export interface NamedPicture {
  readonly contentId: string
  readonly fileId: string
}

const mostPictures = 30
const mostBytes = 20_000_000
const safe = /^image\/(?:png|jpeg|gif|webp)$/

/** Those that the mail names, by Content-ID. One that cannot be had, or that the server does not call a picture, is left out. Never fails. */
export async function loadPictures(
  html: string,
  pictures: readonly NamedPicture[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const named = new Set(
    [...html.matchAll(/cid:[^"'\s>)]+/gi)].map(([address]) => contentIdOf(withoutEntities(address))),
  )
  const wanted = pictures.filter(({ contentId }) => named.has(contentId)).slice(0, mostPictures)
  let room = mostBytes
  for (const { contentId, fileId } of wanted) {
    const bytes = await fetchPicture(fileId, signal)
    if (bytes === null || bytes.size > room) continue
    room -= bytes.size
    const address = await asAddress(bytes)
    if (address !== null) found.set(contentId, address)
  }
  return found
}

const withoutEntities = (address: string): string => address.replaceAll('&amp;', '&').replaceAll('&#64;', '@')

async function fetchPicture(fileId: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    const response = await fetch(`/api/files/${fileId}?show=1`, { credentials: 'same-origin', signal })
    return response.ok && safe.test(response.headers.get('content-type') ?? '') ? await response.blob() : null
  } catch {
    return null
  }
}

const asAddress = (bytes: Blob): Promise<string | null> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : null)
    }
    reader.onerror = () => {
      resolve(null)
    }
    reader.readAsDataURL(bytes)
  })
