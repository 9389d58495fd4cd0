// Beside the conversation: what the customer asks for and how bad they say it is, in their own words. A reading, which nothing is decided by.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '../../words.ts'
import { messagesQuery } from './case-queries.ts'
import { gravestIn, soughtIn } from './remedies-sought.ts'

// words: remedy.* severity.*
export function AsksFor({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const { data } = useInfiniteQuery(messagesQuery(caseId))
  const { sought, gravest } = useMemo(() => {
    // The newest page comes first.
    const pages = (data?.pages ?? []).toReversed()
    const said = pages.flatMap(({ messages }) => messages)
    return { sought: soughtIn(said), gravest: gravestIn(said) }
  }, [data])
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
