// Settings: a list of its parts beside the chosen part.
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const parts = [
  ...(['mailboxes', 'form', 'people', 'api-keys', 'company', 'floor'] as const),
  ...(['quarantine', 'failed-jobs', 'notices', 'password'] as const),
] as const

export function Settings() {
  const { t } = useTranslation()
  return (
    <div className="page settings">
      <nav aria-label={t('place.settings')}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <Link to={`/settings/${part}`}>{t(`settings.${part}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="settings-part">
        <Outlet />
      </div>
    </div>
  )
}
