// Cases in which a colleague's note names me, in a quiet line each, until I open them.
import { Link } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import type { DeskView } from './desk-queries.ts'

export function Mentions({ mentions }: { readonly mentions: DeskView['mentions'] }) {
  const { t } = useTranslation()
  if (mentions.length === 0) return null
  return (
    <ul className="mentions small soft" aria-label={t('desk.mentions')}>
      {mentions.map(({ caseId, number, matter }) => (
        <li key={caseId} className="cut">
          <Trans
            t={t}
            i18nKey="desk.mentioned"
            values={{ number }}
            components={{ case: <Link to="/cases/$caseId" params={{ caseId }} /> }}
          />{' '}
          <bdi>{matter}</bdi>
        </li>
      ))}
    </ul>
  )
}
