// Files that came with a message. Pictures of safe kinds are shown small; everything is offered for saving, never opened here.
import { useTranslation } from 'react-i18next'
import { size } from '../../time-words.ts'
import type { StoredFile } from './case-queries.ts'

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

export function Attachments({ files }: { readonly files: readonly StoredFile[] }) {
  const { t } = useTranslation()
  if (files.length === 0) return null
  return (
    <ul className="attachments" aria-label={t('message.files')}>
      {files.map((file) => (
        <li key={file.fileId}>
          <a href={`/api/files/${file.fileId}`} download={file.name}>
            {pictures.has(file.mediaType) && (
              <img src={`/api/files/${file.fileId}?show=1`} alt="" width={72} height={54} loading="lazy" />
            )}
            <bdi className="cut">{file.name}</bdi>
          </a>
          <span className="tiny soft">{size(file.size)}</span>
        </li>
      ))}
    </ul>
  )
}
