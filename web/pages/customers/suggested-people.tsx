// Who may be the same person as a customer, and why. People decide; a no is kept.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { say } from '../../words.ts'
import { LinkPreview } from './link-preview.tsx'
import { notTheSame, suggestionsQuery } from './link-queries.ts'

// words: likeness.*
export function SuggestedPeople({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  // The page is whole without: what cannot be worked out is not shown.
  const { data } = useQuery(suggestionsQuery(customerId))
  const [looked, lookAt] = useState('')
  const refusing = useMutation({
    mutationFn: (other: string) => notTheSame(customerId, other),
    onSuccess: () => {
      announce(t('onePerson.refused'))
    },
    onSettled: () => client.invalidateQueries({ queryKey: suggestionsQuery(customerId).queryKey }),
  })
  if (!data || data.suggestions.length === 0) return null
  return (
    <>
      <p className="small strong">{t('onePerson.perhaps')}</p>
      <ul className="side-list" aria-label={t('onePerson.perhaps')}>
        {data.suggestions.map(({ customerId: other, name, address, reasons }) => (
          <li key={other}>
            <p className="small">
              <bdi>{name}</bdi>, <bdi className="break">{address}</bdi>
            </p>
            <p className="tiny soft">{reasons.map((reason) => say(t, 'likeness', reason)).join(', ')}</p>
            {looked === other ? (
              <LinkPreview
                customerId={customerId}
                other={other}
                onLinked={() => {
                  lookAt('')
                }}
              />
            ) : (
              <span className="row">
                <button
                  type="button"
                  className="link"
                  aria-label={t('onePerson.compareWith', { name, address })}
                  onClick={() => {
                    lookAt(other)
                  }}
                >
                  {t('onePerson.compare')}
                </button>
                <button
                  type="button"
                  className="link"
                  aria-label={t('onePerson.notThem', { name, address })}
                  disabled={refusing.isPending}
                  onClick={() => {
                    refusing.mutate(other)
                  }}
                >
                  {t('onePerson.notTheSame')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {refusing.isError && <ErrorState error={refusing.error} />}
    </>
  )
}
