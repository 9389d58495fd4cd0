// Problems of a table, each with how often it occurs and on which lines.
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import type { Preview } from './import-queries.ts'

interface Props {
  readonly title: string
  readonly problems: Preview['problems']
}

export function ProblemList({ title, problems }: Props) {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <Panel title={title}>
      <ul className="rows rows-tall">
        {problems.map(({ why, count, lines }) => (
          <li key={why}>
            <div>
              <p>{why}</p>
              <p className="soft small">
                {t('moveIn.onLines', { count, lines: lines.filter((line) => line > 0).join(', ') })}
                {count > lines.length && ' …'}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
