// An address where nothing is.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../components/page-title.ts'

export function MissingPage() {
  const { t } = useTranslation()
  usePageTitle(t('missing.title'))
  return (
    <main id="page" className="page narrow">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.words')}</p>
      <p className="prose">
        <Link to="/">{t('missing.back')}</Link>
      </p>
    </main>
  )
}
