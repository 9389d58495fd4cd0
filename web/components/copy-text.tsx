// Something to be copied whole: an address, a link, a key. Shown in full, so that it can be copied by hand as well.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from './announcer.tsx'

interface Props {
  readonly label: string
  readonly text: string
}

export function CopyText({ label, text }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Without https the clipboard is not ours; the text is selectable then.
    await navigator.clipboard.writeText(text).catch(() => undefined)
    setCopied(true)
    announce(t('act.copied'))
  }
  return (
    <div className="copy">
      <input
        className="copy-text"
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => {
          event.target.select()
        }}
      />
      <Button variant="default" onClick={() => void copy()}>
        {copied ? t('act.copied') : t('act.copy')}
      </Button>
    </div>
  )
}
