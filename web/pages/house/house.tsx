// The frame around every page of the desk: the rail of places, the bar with search and state, the page itself.
import { Outlet, useLocation } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../components/shortcuts.ts'
import { listen } from '../../live.ts'
import { useBrowserNotices } from '../notices/show-in-browser.ts'
import { Bar } from './bar.tsx'
import { KeyList } from './key-list.tsx'
import { Rail } from './rail.tsx'

export function House() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [keysShown, showKeys] = useState(false)
  const [railShown, showRail] = useState(false)
  const main = useFocusOnArrival()
  useEffect(() => {
    const stop = new AbortController()
    void listen(client, stop.signal)
    return () => {
      stop.abort()
    }
  }, [client])
  const openKeys = () => {
    showKeys(true)
  }
  useShortcuts({ '?': openKeys })
  useBrowserNotices()
  return (
    <div className="house">
      <a className="skip" href="#page">
        {t('frame.skip')}
      </a>
      <Rail
        isOpen={railShown}
        onKeys={openKeys}
        onLeave={() => {
          showRail(false)
        }}
      />
      <Bar
        railIsOpen={railShown}
        onMenu={() => {
          showRail(!railShown)
        }}
      />
      <main id="page" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <KeyList
        opened={keysShown}
        onClose={() => {
          showKeys(false)
        }}
      />
    </div>
  )
}

/** Moves the focus into the page after each change of place, so that Tab goes on from there; not on the first page. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const place = useLocation({ select: (location) => location.pathname })
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    main.current?.focus({ preventScroll: true })
    main.current?.scrollTo(0, 0)
  }, [place])
  return main
}
