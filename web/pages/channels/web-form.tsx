// The address of the web form, to link to from the company's own site. It works without JavaScript.
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/copy-text.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'

export const formAddress = (): string => `${window.location.origin}/form`

export function WebForm() {
  const { t } = useTranslation()
  usePageTitle(t('settings.form'))
  const link = `<a href="${formAddress()}">${t('form.linkWords')}</a>`
  return (
    <>
      <h1>{t('settings.form')}</h1>
      <p className="lead">{t('form.lead')}</p>
      <Panel title={t('form.title')}>
        <div className="panel-body stack">
          <CopyText label={t('form.address')} text={formAddress()} />
          <p className="soft small">{t('form.linkHelp')}</p>
          <CopyText label={t('form.link')} text={link} />
          <p className="prose">
            <a href="/form" target="_blank" rel="noopener">
              {t('form.look')}
            </a>
          </p>
        </div>
      </Panel>
    </>
  )
}
