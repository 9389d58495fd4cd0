// A command that was not carried out. When the case has changed meanwhile, it has been read again by now; what was written is kept.
import { useTranslation } from 'react-i18next'
import { Failure } from '../../api.ts'
import { ErrorState } from '../../components/error-state.tsx'

interface Props {
  readonly error: unknown
  /** What was kept of what was filled in. */
  readonly kept: string
}

export function CommandTrouble({ error, kept }: Props) {
  const { t } = useTranslation()
  if (!(error instanceof Failure) || error.code !== 'conflict') return <ErrorState error={error} kept={kept} />
  return (
    <div className="trouble" role="alert">
      <p className="strong">{t('case.changed')}</p>
      <p>
        {t('case.changedHow')} {kept}
      </p>
    </div>
  )
}
