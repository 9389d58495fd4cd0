// Whether this browser may show notices. It is asked only on a click.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayShow } from './show-in-browser.ts'

export function BrowserPermission() {
  const { t } = useTranslation()
  const [may, setMay] = useState(mayShow)
  return (
    <>
      <p role="status">{t(`notices.browser.${may}`)}</p>
      {may === 'default' && (
        <button
          type="button"
          className="link"
          onClick={() => {
            void Notification.requestPermission().then(() => {
              setMay(mayShow())
            })
          }}
        >
          {t('notices.browser.allow')}
        </button>
      )}
    </>
  )
}
