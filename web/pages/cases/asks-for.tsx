// Beside the conversation: what the customer asks for, in their own words. A reading, which nothing is decided by.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '../../words.ts'
import { messagesQuery } from './case-queries.ts'
import { soughtIn } from './remedies-sought.ts'

// words: remedy.*
export function AsksFor({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const { data } = useInfiniteQuery(messagesQuery(caseId))
  const sought = useMemo(() => {
    // The newest page comes first.
    const pages = (data?.pages ?? []).toReversed()
    return soughtIn(pages.flatMap(({ messages }) => messages))
  }, [data])
  if (sought.length === 0) return null
  return (
    <section aria-labelledby="asks-for-title">
      <h2 id="asks-for-title">{t('asksFor.title')}</h2>
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
    </section>
  )
}
