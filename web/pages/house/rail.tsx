// The rail: where one can go, who is signed in, and the switch for light and dark.
import { useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Key } from '../../components/key.tsx'
import { say } from '../../words.ts'
import { countWords } from '../desk/count-words.ts'
import { deskQuery, usualLines } from '../desk/desk-queries.ts'
import { meQuery, signOut } from '../staff/staff-queries.ts'

interface Props {
  readonly isOpen: boolean
  readonly onKeys: () => void
  /** Called when somebody goes somewhere, so that the rail of a phone closes. */
  readonly onLeave: () => void
}

export function Rail({ isOpen, onKeys, onLeave }: Props) {
  const { t } = useTranslation()
  const isAtCase = useLocation({ select: (location) => location.pathname.startsWith('/cases/') })
  const { data: me } = useQuery(meQuery)
  const mine = useQuery({ ...deskQuery(usualLines), select: (desk) => desk.mineOpen })
  return (
    <nav id="rail" className={isOpen ? 'rail rail-open' : 'rail'} aria-label={t('frame.places')}>
      <Link to="/" className="mark" onClick={onLeave}>
        Amends
      </Link>
      <ul>
        <li>
          <Link
            to="/"
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={isAtCase ? 'true' : undefined}
            onClick={onLeave}
          >
            {t('place.desk')}
            {mine.data === undefined ? null : (
              <span className="count" title={t('frame.myCases', { count: mine.data })}>
                {countWords(mine.data, t)}
              </span>
            )}
          </Link>
        </li>
        <li>
          <Link to="/customers" onClick={onLeave}>
            {t('place.customers')}
          </Link>
        </li>
        <li>
          <Link to="/register" activeOptions={{ includeSearch: false }} onClick={onLeave}>
            {t('place.register')}
          </Link>
        </li>
        {me && me.role !== 'handler' && (
          <li>
            <Link to="/reports" activeOptions={{ includeSearch: false }} onClick={onLeave}>
              {t('place.reports')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/settings" onClick={onLeave}>
            {t('place.settings')}
          </Link>
        </li>
      </ul>
      <Foot onKeys={onKeys} />
    </nav>
  )
}

function Foot({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { data: me } = useQuery(meQuery)
  const leave = async () => {
    await signOut(client)
    await navigate({ to: '/sign-in' })
  }
  return (
    <div className="rail-foot">
      {me && (
        <p>
          <span className="strong">{me.name}</span>
          <br />
          {say(t, 'role', me.role)}
        </p>
      )}
      <button type="button" className="quiet" onClick={onKeys}>
        <Key>?</Key> {t('frame.allKeys')}
      </button>
      <SchemeSwitch />
      <button type="button" className="quiet" onClick={() => void leave()}>
        {t('frame.signOut')}
      </button>
    </div>
  )
}

const schemes = ['auto', 'light', 'dark'] as const

function SchemeSwitch() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className="scheme" role="group" aria-label={t('frame.scheme')}>
      {schemes.map((scheme) => (
        <button
          key={scheme}
          type="button"
          aria-pressed={scheme === colorScheme}
          onClick={() => {
            setColorScheme(scheme)
          }}
        >
          {t(`scheme.${scheme}`)}
        </button>
      ))}
    </div>
  )
}
