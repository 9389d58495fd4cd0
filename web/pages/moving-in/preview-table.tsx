// The first rows of a table as they would be kept.
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import type { Preview } from './import-queries.ts'

export function PreviewTable({ rows }: { readonly rows: Preview['rows'] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('moveIn.preview')}>
      <ul className="rows rows-tall">
        {rows.map(({ line, becomes, why }) => (
          <li key={line}>
            <div>
              <p className="soft small">{t('moveIn.line', { line })}</p>
              {why !== null && <p>{why}</p>}
              {becomes !== null && (
                <p className="small">
                  {keptOf(becomes).map(([name, value], at) => (
                    <span key={name}>
                      {at > 0 && ' · '}
                      <span className="soft">{t(`moveIn.kept-as.${name}`)}</span> <bdi>{value}</bdi>
                    </span>
                  ))}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const keptOf = (becomes: NonNullable<Preview['rows'][number]['becomes']>) =>
  Object.entries(becomes) as [keyof typeof becomes, string][]
