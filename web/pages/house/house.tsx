// The frame around every page of the desk: the rail of places, the bar with search and state, the page itself.
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../components/shortcuts.ts'
import { listen } from '../../live.ts'
import { meQuery, signOut } from '../staff/staff-queries.ts'
import { useBrowserNotices } from '../notices/show-in-browser.ts'
import { Bar } from './bar.tsx'
import { OpenPalette } from './open-palette.tsx'
import { Rail } from './rail.tsx'

// Comes when somebody asks for it: the first page does without.
const KeyList = lazy(async () => ({ default: (await import('./key-list.tsx')).KeyList }))

export function House() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [keysShown, showKeys] = useState(false)
  const [keysWanted, wantKeys] = useState(false)
  const [railShown, showRail] = useState(false)
  const [paletteShown, showPalette] = useState(false)
  const main = useFocusOnArrival()
  useEffect(() => {
    const stop = new AbortController()
    void listen(client, client.getQueryData(meQuery.queryKey)?.livePlace ?? '', stop.signal)
    return () => {
      stop.abort()
    }
  }, [client])
  const openKeys = () => {
    wantKeys(true)
    showKeys(true)
  }
  useHouseCommands(openKeys)
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
        onPalette={() => {
          showPalette(true)
        }}
        onMenu={() => {
          showRail(!railShown)
        }}
      />
      <main id="page" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <OpenPalette opened={paletteShown} onOpen={showPalette} />
      {keysWanted && (
        <Suspense>
          <KeyList
            opened={keysShown}
            onClose={() => {
              showKeys(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

/** What can be done on every page. */
function useHouseCommands(openKeys: () => void): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { setColorScheme } = useMantineColorScheme()
  useCommands({
    keys: openKeys,
    light: () => {
      setColorScheme('light')
    },
    dark: () => {
      setColorScheme('dark')
    },
    signOut: () => void signOut(client).then(() => navigate({ to: '/sign-in' })),
  })
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
