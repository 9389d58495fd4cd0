// Which events a webhook is told of.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type EventKind, eventKind } from '../../../src/platform/webhooks/webhook.schema.ts'
import { say } from '../../words.ts'

// words: webhookKind.*
interface Props {
  readonly label: string
  readonly chosen: readonly EventKind[]
  readonly onChoose: (kinds: readonly EventKind[]) => void
}

export function KindChoice({ label, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend>{label}</legend>
      {eventKind.options.map((kind) => (
        <Checkbox
          key={kind}
          label={say(t, 'webhookKind', kind.replace('.', '-'))}
          description={kind}
          checked={chosen.includes(kind)}
          onChange={(event) => {
            onChoose(event.currentTarget.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
          }}
        />
      ))}
    </fieldset>
  )
}
