// A figure of the period, and beside it the one of the period before.
import { useTranslation } from 'react-i18next'
import type { Pair } from '../../../src/amend/reports/report.schema.ts'
import { FigureLink } from './figure.tsx'

export function PairWords({ words, of }: { readonly words: string; readonly of: Pair }) {
  const { t } = useTranslation()
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        <span className="strong">
          <FigureLink of={of.now} />
        </span>
        <span className="soft before">
          {t('reports.beforeThat')} <FigureLink of={of.before} />
        </span>
      </dd>
    </div>
  )
}
