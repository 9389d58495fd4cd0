// The form of the settings: three ways to be, and three numbers. What each way means stands under the choice.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { Panel } from '../../components/panel.tsx'
import { saveSurveySettings, surveySettingsQuery, type SurveySettings } from './survey-queries.ts'

const states = ['off', 'on', 'paused'] as const

interface Props {
  readonly settings: SurveySettings
  /** They are what somebody here has just saved. */
  readonly isSaved: boolean
  readonly onSaved: (version: number) => void
}

export function SurveyForm({ settings, isSaved, onSaved }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { state, afterHours, share, capDays, version, trouble } = settings
  const form = useFormFields({
    ...{ state, afterHours: String(afterHours), share: String(share), capDays: String(capDays) },
  })
  const { values } = form
  const saving = useMutation({
    mutationFn: () =>
      saveSurveySettings({
        ...{ state: values.state, version },
        ...{ afterHours: Number(values.afterHours), share: Number(values.share), capDays: Number(values.capDays) },
      }),
    onSuccess: (saved) => {
      client.setQueryData(surveySettingsQuery.queryKey, saved)
      onSaved(saved.version)
    },
  })
  const number = (name: 'afterHours' | 'share' | 'capDays', most: number) => (
    <Field
      type="number"
      label={t(`surveys.${name}`)}
      help={t(`surveys.${name}Help`)}
      min={1}
      max={most}
      value={values[name]}
      error={fieldError(saving.error, name)}
      onChange={(value) => {
        form.set(name, value)
      }}
    />
  )
  return (
    <Panel title={t('surveys.asking')}>
      <form
        className="panel-body form"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <NativeSelect
          label={t('surveys.state')}
          description={t(`surveys.stateHelp.${values.state}`)}
          value={values.state}
          data={states.map((value) => ({ value, label: t(`surveys.states.${value}`) }))}
          onChange={(event) => {
            const chosen = states.find((one) => one === event.currentTarget.value)
            if (chosen) form.set('state', chosen)
          }}
        />
        {trouble !== null && <p className="small">{t(`surveys.trouble.${trouble}`)}</p>}
        {number('afterHours', 720)}
        {number('share', 100)}
        {number('capDays', 730)}
        {saving.isError && <ErrorState error={saving.error} kept={t('act.formKept')} />}
        <div className="row">
          <Button type="submit" loading={saving.isPending}>
            {t('surveys.save')}
          </Button>
          {isSaved && <span role="status">{t('surveys.saved')}</span>}
        </div>
      </form>
    </Panel>
  )
}
