// The files that will go with a reply, and the way to choose some.
import { FileButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../api.ts'
import { size } from '../../time-words.ts'
import { say } from '../../words.ts'
import type { OutgoingFiles } from './use-outgoing-files.ts'

export function OutgoingFilePicker({ files }: { readonly files: OutgoingFiles }) {
  const { t } = useTranslation()
  return (
    <FileButton multiple onChange={files.add} inputProps={{ 'aria-label': t('composer.attach') }}>
      {(props) => (
        <button type="button" className="link" {...props}>
          {t('composer.attach')}
        </button>
      )}
    </FileButton>
  )
}

export function OutgoingFileList({ files }: { readonly files: OutgoingFiles }) {
  const { t } = useTranslation()
  if (files.files.length === 0) return null
  return (
    <ul className="attachments outgoing" aria-label={t('message.files')}>
      {files.files.map((file) => (
        <li key={file.key}>
          <bdi className="cut">{file.name}</bdi>
          <span className={file.error === null ? 'tiny soft' : 'tiny late'} role="status">
            {file.error !== null
              ? say(t, 'problem', file.error instanceof Failure ? file.error.code : 'bug')
              : file.stored
                ? size(file.size)
                : t('composer.storing')}
          </span>
          <button
            type="button"
            className="link tiny"
            onClick={() => {
              files.remove(file.key)
            }}
          >
            {t('composer.remove', { name: file.name })}
          </button>
        </li>
      ))}
    </ul>
  )
}
