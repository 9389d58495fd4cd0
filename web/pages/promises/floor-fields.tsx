// The three promises of the floor, as numbers.
import { useTranslation } from 'react-i18next'
import type { FloorTerms } from '../../../src/amend/promises/promise.schema.ts'
import { Field } from '../../components/field.tsx'

interface Props {
  readonly terms: FloorTerms
  readonly onChange: (terms: FloorTerms) => void
}

const fields = [
  ['acknowledgeMinutes', 1440],
  ['firstAnswerBusinessDays', 60],
  ['finalAnswerBusinessDays', 250],
] as const

export function FloorFields({ terms, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className="form-line">
      {fields.map(([field, most]) => (
        <Field
          key={field}
          type="number"
          className="short"
          min={1}
          max={most}
          label={t(`floor.${field}`)}
          value={Number.isNaN(terms[field]) ? '' : String(terms[field])}
          onChange={(value) => {
            onChange({ ...terms, [field]: value === '' ? Number.NaN : Number(value) })
          }}
        />
      ))}
    </div>
  )
}
