// A page that could not be shown, by the server's fault or ours.
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { usePageTitle } from '../../components/page-title.ts'

export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  usePageTitle(t('broken.title'))
  return (
    <main className="page narrow">
      <h1>{t('broken.title')}</h1>
      <ErrorState
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </main>
  )
}
