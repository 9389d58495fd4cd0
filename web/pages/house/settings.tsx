// Settings: a list of its parts beside the chosen part.
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { settingsParts } from './places.ts'

export function Settings() {
  const { t } = useTranslation()
  return (
    <div className="page settings">
      <nav aria-label={t('place.settings')}>
        <ul>
          {settingsParts.map((part) => (
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
