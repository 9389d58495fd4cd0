// People that were found, each a way to their page.
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SearchFound } from './search-queries.ts'

export function PeopleLines({ people }: { readonly people: SearchFound['people'] }) {
  const { t } = useTranslation()
  return (
    <ul className="lines">
      {people.map((person) => (
        <li key={person.customerId}>
          <Link to="/customers/$customerId" params={{ customerId: person.customerId }}>
            <bdi className="strong cut">{person.name}</bdi>
            <bdi className="soft small cut">{person.address}</bdi>
            <span className="soft small lines-end">{t('search.openCases', { count: person.openCases })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
