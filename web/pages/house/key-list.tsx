// The list of keys, and the switch that turns single keys off.
import { Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keysAreOn, switchKeys } from '../../components/shortcuts.ts'

const keys = [
  ['n', 'next'],
  ['j', 'down'],
  ['k', 'up'],
  ['Enter', 'open'],
  ['/', 'search'],
  ['r', 'reply'],
  ['n', 'note'],
  ['f', 'finish'],
  ['w', 'wait'],
  ['p', 'promise'],
  ['h', 'handOver'],
  ['u', 'undo'],
  ['t', 'take'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'leave'],
  ['?', 'keys'],
] as const

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
          <div key={key}>
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
