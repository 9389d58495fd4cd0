// The form that takes a table: what its rows are, which system numbered them, and the file.
import { Button, FileInput, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { bringTable, type Kind, kinds } from './import-queries.ts'

export function BringForm() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>('customer')
  const [source, setSource] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const bringing = useMutation({
    mutationFn: bringTable,
    onSuccess: ({ importId }) => navigate({ to: '/settings/move-in/$importId', params: { importId } }),
  })
  return (
    <Panel title={t('moveIn.bring')}>
      <form
        className="panel-body form"
        onSubmit={(event) => {
          event.preventDefault()
          if (file) bringing.mutate({ kind, source, file })
        }}
      >
        <NativeSelect
          label={t('moveIn.kind')}
          description={t('moveIn.kindHelp')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`moveIn.kinds.${value}`) }))}
          onChange={(event) => {
            const chosen = kinds.find((one) => one === event.currentTarget.value)
            if (chosen) setKind(chosen)
          }}
        />
        <Field label={t('moveIn.source')} help={t('moveIn.sourceHelp')} value={source} onChange={setSource} />
        <FileInput
          label={t('moveIn.file')}
          description={t('moveIn.fileHelp')}
          placeholder={t('moveIn.choose')}
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,text/plain,application/json"
          required
          withAsterisk={false}
          value={file}
          onChange={setFile}
        />
        {bringing.isError && <ErrorState error={bringing.error} kept={t('act.formKept')} />}
        <div className="row">
          <Button type="submit" loading={bringing.isPending}>
            {t('moveIn.read')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
