// Above the conversation, where whoever answers sees it on a phone too: that whoever writes does so for somebody else, and what they may not be told; that
// somebody writes for this customer; that several people write from the address.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Representation } from '../../../src/hear/customers/representatives/representation.schema.ts'
import { say } from '../../words.ts'
import { customerQuery } from '../customers/customer-queries.ts'
import { representationsQuery } from '../customers/link-queries.ts'
import type { CaseView } from './case-queries.ts'

// words: writesFor.kind.*
export function CaseSpokenFor({ customer: { customerId, address } }: Pick<CaseView, 'customer'>) {
  const { t } = useTranslation()
  // The case is whole without: what cannot be asked is not shown.
  const { writesFor = [], spokenForBy = [] } = useQuery(representationsQuery(customerId)).data ?? {}
  const { identities = [] } = useQuery(customerQuery(customerId)).data ?? {}
  const isOfSeveral = identities.some(({ value, isShared }) => isShared && value === address)
  if (!isOfSeveral && writesFor.length + spokenForBy.length === 0) return null
  return (
    <section className="case-who small" aria-label={t('writesFor.case.title')}>
      {writesFor.map((one) => (
        <p key={one.representationId}>
          {t('writesFor.case.for')} <Other one={one} />.{' '}
          <span className={one.shown ? 'soft' : 'due'}>
            {one.shown ? t('writesFor.shown', { what: one.shown.what }) : t('writesFor.notShown')}
          </span>
        </p>
      ))}
      {spokenForBy.map((one) => (
        <p key={one.representationId} className="due">
          {t('writesFor.case.by')} <Other one={one} />
        </p>
      ))}
      {isOfSeveral && <p className="due">{t('several.here')}</p>}
    </section>
  )
}

function Other({ one: { other, kind } }: { readonly one: Representation }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/customers/$customerId" params={{ customerId: other.customerId }}>
        <bdi>{other.name}</bdi>
      </Link>
      , {say(t, 'writesFor.kind', kind)}
    </>
  )
}
