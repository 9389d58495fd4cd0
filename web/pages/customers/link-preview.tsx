// Two customers side by side, and saying that they are one person.
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { linkPeople, linkPreviewQuery } from './link-queries.ts'
import { useRelinked } from './use-relinked.ts'

interface Props {
  readonly customerId: string
  readonly other: string
  readonly onLinked: () => void
}

export function LinkPreview({ customerId, other, onLinked }: Props) {
  const { t } = useTranslation()
  const [evidence, setEvidence] = useState('')
  const query = useQuery(linkPreviewQuery(customerId, other))
  const relinked = useRelinked(t('onePerson.done'))
  const linking = useMutation({
    mutationFn: () => linkPeople(customerId, other, evidence),
    ...relinked,
    onSuccess: () => {
      relinked.onSuccess()
      onLinked()
    },
  })
  return (
    <Loads query={query} room={80}>
      {(preview) => (
        <div role="status" className="one-person">
          <p className="small">{t('onePerson.preview', { one: preview.one.name, other: preview.other.name })}</p>
          <ul className="small">
            {[...preview.one.identities, ...preview.other.identities].map(({ kind, value, isVerified }) => (
              <li key={`${kind} ${value}`}>
                <bdi className="break">{value}</bdi>{' '}
                {isVerified && <span className="tiny soft">{t('onePerson.proved')}</span>}
              </li>
            ))}
          </ul>
          {preview.isOne && <p className="small">{t('onePerson.isOne')}</p>}
          {preview.wall !== null && <p className="small due">{t(`onePerson.wall.${preview.wall}`)}</p>}
          {!preview.isOne && preview.mayPass && (
            <form
              className="row reach"
              onSubmit={(event) => {
                event.preventDefault()
                linking.mutate()
              }}
            >
              <TextInput
                label={t('onePerson.evidence')}
                required
                value={evidence}
                onChange={(event) => {
                  setEvidence(event.currentTarget.value)
                }}
              />
              <Button type="submit" size="sm" loading={linking.isPending}>
                {t('onePerson.act')}
              </Button>
            </form>
          )}
          <p className="tiny soft">{t('onePerson.nothingMoved')}</p>
          {linking.isError && <ErrorState error={linking.error} />}
        </div>
      )}
    </Loads>
  )
}
