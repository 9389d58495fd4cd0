// What we found the complaint to be. Asked when a case is finished; only a person finds, and `dishonest` only with what shows it.
import { Radio, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from './case-queries.ts'

const findings: readonly Finding[] = ['founded', 'partly-founded', 'unfounded-but-honest', 'undecided', 'dishonest']

interface Props {
  readonly finding: Finding | null
  readonly onFinding: (finding: Finding) => void
  readonly evidence: string
  readonly onEvidence: (evidence: string) => void
}

export function FindingChoice({ finding, onFinding, evidence, onEvidence }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className="finding">
      <legend>{t('finding.question')}</legend>
      {findings.map((value) => (
        <Radio
          key={value}
          name="finding"
          size="xs"
          label={t(`finding.${value}`)}
          checked={finding === value}
          onChange={() => {
            onFinding(value)
          }}
        />
      ))}
      {finding === 'dishonest' && (
        <Textarea
          label={t('finding.evidence')}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          value={evidence}
          onChange={(event) => {
            onEvidence(event.currentTarget.value)
          }}
        />
      )}
    </fieldset>
  )
}
