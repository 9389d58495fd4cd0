// What the desk says of cover: that I am away and my cases are with others, and that nobody is left to cover some.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Time } from '../../components/time.tsx'
import type { DeskView } from './desk-queries.ts'
import { sayBack } from './team-queries.ts'

export function CoverWords({ desk, me }: { readonly desk: DeskView; readonly me: string | undefined }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const coming = useMutation({
    mutationFn: () => sayBack(me ?? ''),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  return (
    <>
      {desk.awayUntil !== null && (
        <div className="cover-words">
          <p>
            {t('away.you')} <Time at={desk.awayUntil} isDue />. {t('away.youHow')}
          </p>
          <button
            type="button"
            className="link"
            disabled={coming.isPending}
            onClick={() => {
              coming.mutate()
            }}
          >
            {t('away.amBack')}
          </button>
          {coming.isError && <ErrorState error={coming.error} />}
        </div>
      )}
      {desk.uncovered > 0 && (
        <div className="trouble" role="status">
          <p className="strong">{t('away.uncovered', { count: desk.uncovered })}</p>
          <p>{t('away.uncoveredHow')}</p>
        </div>
      )}
    </>
  )
}
