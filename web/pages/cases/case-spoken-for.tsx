// Beside the conversation: that whoever writes does so for somebody else, and what they may not be told; or that somebody writes for this customer.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Representation } from '../../../src/hear/customers/representatives/representation.schema.ts'
import { say } from '../../words.ts'
import { representationsQuery } from '../customers/link-queries.ts'

// words: writesFor.kind.*
export function CaseSpokenFor({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  // The case is whole without: what cannot be asked is not shown.
  const { data } = useQuery(representationsQuery(customerId))
  return (
    <>
      {data?.writesFor.map((one) => (
        <div key={one.representationId}>
          <p className="small">
            {t('writesFor.case.for')} <Other one={one} />
          </p>
          <p className={one.shown ? 'tiny soft' : 'tiny due'}>
            {one.shown ? t('writesFor.shown', { what: one.shown.what }) : t('writesFor.notShown')}
          </p>
        </div>
      ))}
      {data?.spokenForBy.map((one) => (
        <p key={one.representationId} className="small due">
          {t('writesFor.case.by')} <Other one={one} />
        </p>
      ))}
    </>
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
