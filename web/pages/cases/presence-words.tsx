// Who else is in the case, in words: one sentence for each thing they do there.
import { useTranslation } from 'react-i18next'
import type { Present } from '../../../src/amend/cases/presence/presence.schema.ts'

const doings = ['replying', 'noting', 'reading'] as const

export function PresenceWords({ others }: { readonly others: readonly Present[] }) {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  return (
    <span aria-live="polite">
      {doings.map((doing) => {
        const names = others.filter((one) => one.doing === doing).map(({ name }) => name)
        if (names.length === 0) return null
        return (
          <span key={doing} className="presence">
            {t(`presence.${doing}`, { names: list.format(names), count: names.length })}{' '}
          </span>
        )
      })}
    </span>
  )
}
