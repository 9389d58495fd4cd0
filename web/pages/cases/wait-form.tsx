// Waiting for the customer (their clock stands still, for a stated reason) or for a third party (it does not).
import { Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../components/field.tsx'
import { timeNow } from '../../now.ts'
import { localInput } from '../../time-words.ts'
import type { CaseView } from './case-queries.ts'
import { DueField } from './due-field.tsx'
import { useCaseCommand } from './use-case-command.ts'
import { WorkForm } from './work-form.tsx'

const twoDays = 2 * 86_400_000

interface Props {
  readonly current: CaseView
  readonly onLeave: () => void
}

export function WaitForm({ current, onLeave }: Props) {
  const { t } = useTranslation()
  const [whom, setWhom] = useState<'customer' | 'third-party'>('customer')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(() => localInput(timeNow() + twoDays))
  const waiting = useCaseCommand(current, onLeave)
  return (
    <WorkForm
      title={t('wait.title')}
      action={t('wait.action')}
      commanding={waiting}
      onLeave={onLeave}
      onSubmit={() => {
        waiting.mutate({ do: 'wait', for: whom, reason, until: new Date(until).toISOString() })
      }}
    >
      <fieldset className="finding">
        <legend>{t('wait.whom')}</legend>
        {(['customer', 'third-party'] as const).map((value) => (
          <Radio
            key={value}
            name="whom"
            size="xs"
            label={t(`wait.${value}`)}
            checked={whom === value}
            onChange={() => {
              setWhom(value)
            }}
          />
        ))}
      </fieldset>
      <Field label={t('wait.reason')} value={reason} onChange={setReason} autoFocus />
      <DueField label={t('wait.until')} value={until} onChange={setUntil} />
    </WorkForm>
  )
}
