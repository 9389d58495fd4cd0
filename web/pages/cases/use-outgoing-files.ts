// Files to go with a reply: each is stored as soon as it is chosen; what is sent before that waits for it.
import { useRef, useState } from 'react'
import { storeFile, type StoredFile } from './case-queries.ts'

export interface OutgoingFile {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly stored: StoredFile | null
  readonly error: unknown
}

export function useOutgoingFiles(caseId: string) {
  const [files, setFiles] = useState<readonly OutgoingFile[]>([])
  const storing = useRef(new Map<string, Promise<StoredFile>>())
  const change = (key: string, part: Partial<OutgoingFile>) => {
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, ...part } : file)))
  }
  const add = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      const key = crypto.randomUUID()
      setFiles((now) => [...now, { key, name: file.name, size: file.size, stored: null, error: null }])
      const stores = storeFile(caseId, file)
      storing.current.set(key, stores)
      stores.then(
        (stored) => {
          change(key, { stored })
        },
        (error: unknown) => {
          storing.current.delete(key)
          change(key, { error })
        },
      )
    }
  }
  return {
    files,
    add,
    remove: (key: string) => {
      storing.current.delete(key)
      setFiles((now) => now.filter((file) => file.key !== key))
    },
    /** Files that are stored already, of an answer that was taken back. */
    restore: (stored: readonly StoredFile[]) => {
      for (const file of stored) storing.current.set(file.fileId, Promise.resolve(file))
      setFiles((now) => [
        ...stored.map((file) => ({
          ...{ key: file.fileId, name: file.name, size: file.size },
          stored: file,
          error: null,
        })),
        ...now,
      ])
    },
    clear: () => {
      storing.current.clear()
      setFiles([])
    },
    /** The ids of all of them, once each is stored. Fails where one on its way cannot be stored; one that has failed before is left out, as it says. */
    whenStored: async (): Promise<string[]> =>
      (await Promise.all(storing.current.values())).map(({ fileId }) => fileId),
  }
}

export type OutgoingFiles = ReturnType<typeof useOutgoingFiles>
