// Kinds of notice by the ways they go, as a table to tick; and what keeps a way from working now.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { noticeWay } from '../../../src/amend/staff-notices/staff-notice.schema.ts'
import { BrowserPermission } from './browser-permission.tsx'
import type { NoticeSettings } from './notice-queries.ts'

type Choices = NoticeSettings['choices']
const ways = noticeWay.options

interface Props {
  readonly settings: NoticeSettings
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

export function NoticeChoices({ settings, choices, onChange }: Props) {
  const { t } = useTranslation()
  const { kinds, always, mail, webhook } = settings
  return (
    <>
      <div className="table-box">
        <table className="table notice-choices">
          <thead>
            <tr>
              <th scope="col">{t('notices.when')}</th>
              {ways.map((way) => (
                <th key={way} scope="col">
                  {t(`notices.way.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  {t(`notices.kind.${kind}`)}
                  <span className="block tiny soft">{t(`notices.kindHelp.${kind}`)}</span>
                </th>
                {ways.map((way) => {
                  const chosen = choices[kind] ?? []
                  return (
                    <td key={way}>
                      <Checkbox
                        aria-label={t('notices.tick', {
                          kind: t(`notices.kind.${kind}`),
                          way: t(`notices.way.${way}`),
                        })}
                        checked={chosen.includes(way)}
                        disabled={always.includes(kind)}
                        onChange={(event) => {
                          const isChosen = event.currentTarget.checked
                          const next = ways.filter((one) => (one === way ? isChosen : chosen.includes(one)))
                          onChange({ ...choices, [kind]: next })
                        }}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="ways">
        <div>
          <dt>{t('notices.way.mail')}</dt>
          <dd>{t(`notices.mail.${mail}`)}</dd>
        </div>
        <div>
          <dt>{t('notices.way.browser')}</dt>
          <dd>
            <BrowserPermission />
          </dd>
        </div>
        <div>
          <dt>{t('notices.way.webhook')}</dt>
          <dd>
            {webhook === null
              ? t('notices.webhook.noneYet')
              : webhook.isOff
                ? t('notices.webhook.isOff')
                : t('notices.webhook.goesTo', { host: webhook.host })}
          </dd>
        </div>
      </dl>
    </>
  )
}
