// What the register shows, as a file: for leads and administrators.
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { exportRegister, type ExportFormat } from './register-queries.ts'
import type { ViewFilter } from './register-search.ts'

const formats: readonly ExportFormat[] = ['csv', 'jsonl']

export function ExportLinks({ filter }: { readonly filter: ViewFilter }) {
  const { t } = useTranslation()
  const taking = useMutation({ mutationFn: (format: ExportFormat) => exportRegister(filter, format) })
  return (
    <div className="register-export">
      <p className="small soft row" role="status">
        {taking.isPending ? t('register.exportBusy') : t('register.export')}
        {!taking.isPending &&
          formats.map((format) => (
            <button
              key={format}
              type="button"
              className="link"
              onClick={() => {
                taking.mutate(format)
              }}
            >
              {t(`exportFormat.${format}`)}
            </button>
          ))}
      </p>
      {taking.isError && <ErrorState error={taking.error} kept={t('register.exportKept')} />}
    </div>
  )
}
