// The list of keys, and the switch that turns single keys off.
import { Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commands, keysAreOn, switchKeys } from '../../components/shortcuts.ts'

const keys = commands.flatMap(([name, key]) => (key === null ? [] : [[key, name] as const]))

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

export function KeyList({ opened, onClose }: Props) {
  const { t } = useTranslation()
  const [on, setOn] = useState(keysAreOn)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <dl className="key-list">
        {keys.map(([key, words]) => (
          <div key={words}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{t(`keys.${words}`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('keys.switch')}
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked)
          switchKeys(event.currentTarget.checked)
        }}
      />
    </Modal>
  )
}
