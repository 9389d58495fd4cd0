// Beside the conversation: what the customer asks for and how bad they say it is, in their own words. A reading, which nothing is decided by.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { say } from '../../words.ts'
import { askedForQuery } from './case-queries.ts'

// words: remedy.* severity.*
export function AsksFor({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(askedForQuery(caseId))
  if (!data) return null
  const { sought, gravest } = data
  if (sought.length === 0 && gravest === null) return null
  return (
    <section aria-labelledby="asks-for-title">
      <h2 id="asks-for-title">{t(sought.length > 0 ? 'asksFor.title' : 'asksFor.tells')}</h2>
      <ul className="side-list">
        {sought.map(({ remedy, words }) => (
          <li key={remedy}>
            <p className="small">{say(t, 'remedy', remedy)}</p>
            <p className="tiny soft">
              “<bdi>{words}</bdi>”
            </p>
          </li>
        ))}
      </ul>
      {gravest && (
        <div>
          <p className="small">{say(t, 'severity', String(gravest.severity))}</p>
          <p className="tiny soft">
            “<bdi>{gravest.words}</bdi>”
          </p>
        </div>
      )}
    </section>
  )
}
