// The bar on top: search, whether we hear of changes as they happen, and the time.
import { IconCommand, IconMenu2, IconSearch } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Key } from '../../components/key.tsx'
import { keyOf } from '../../components/shortcuts.ts'
import { useLiveState } from '../../live.ts'
import { useNow } from '../../now.ts'
import { dayAndHour } from '../../time-words.ts'
import { FindField } from '../register/find-field.tsx'

interface Props {
  readonly railIsOpen: boolean
  readonly onMenu: () => void
  readonly onPalette: () => void
}

export function Bar({ railIsOpen, onMenu, onPalette }: Props) {
  const { t } = useTranslation()
  const live = useLiveState()
  const isAtCase = useLocation({ select: (location) => location.pathname.startsWith('/cases/') })
  return (
    <header className="bar">
      <button
        type="button"
        className="bar-icon phone-only"
        aria-label={t('frame.menu')}
        aria-expanded={railIsOpen}
        aria-controls="rail"
        onClick={onMenu}
      >
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
      </button>
      {isAtCase && (
        <Link to="/" className="phone-only">
          {t('place.desk')}
        </Link>
      )}
      <FindField />
      <Link to="/search" className="bar-icon phone-only" aria-label={t('place.search')}>
        <IconSearch size={20} stroke={1.6} aria-hidden />
      </Link>
      <button
        type="button"
        className="bar-icon bar-palette"
        aria-label={t('keys.palette')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+k"
        onClick={onPalette}
      >
        <span className="phone-only">
          <IconCommand size={20} stroke={1.6} aria-hidden />
        </span>
        <Key>{keyOf('palette') ?? ''}</Key>
      </button>
      <span className="grow" />
      <span className={`live live-${live}`} role="status">
        <i aria-hidden />
        {t(`live.${live}`)}
      </span>
      <span className="small soft figures wide-only">{dayAndHour(useNow())}</span>
    </header>
  )
}
