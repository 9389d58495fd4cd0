// Files to go with a reply: each is stored as soon as it is chosen, so that sending needs no waiting.
import { useState } from 'react'
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
  const change = (key: string, part: Partial<OutgoingFile>) => {
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, ...part } : file)))
  }
  const add = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      const key = crypto.randomUUID()
      setFiles((now) => [...now, { key, name: file.name, size: file.size, stored: null, error: null }])
      storeFile(caseId, file).then(
        (stored) => {
          change(key, { stored })
        },
        (error: unknown) => {
          change(key, { error })
        },
      )
    }
  }
  return {
    files,
    add,
    remove: (key: string) => {
      setFiles((now) => now.filter((file) => file.key !== key))
    },
    /** Files that are stored already, of an answer that was taken back. */
    restore: (stored: readonly StoredFile[]) => {
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
      setFiles([])
    },
    isStoring: files.some((file) => file.stored === null && file.error === null),
    ids: files.flatMap((file) => (file.stored ? [file.stored.fileId] : [])),
  }
}

export type OutgoingFiles = ReturnType<typeof useOutgoingFiles>
