// The addresses of a person: proved or not, where letters come back, and which of them are of several people.
import { useTranslation } from 'react-i18next'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import type { PersonView } from './customer-queries.ts'
import { sayShared } from './link-queries.ts'
import { WhyForm } from './why-form.tsx'

type Address = PersonView['identities'][number]

// words: identityKind.*
export function PersonAddresses({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation()
  return (
    <dl className="facts">
      {person.identities.map((identity) => (
        <div key={identity.identityId}>
          <dt>
            <bdi className="break">{identity.value}</bdi>
            <span className="tiny">, {say(t, 'identityKind', identity.kind)}</span>
            <Several address={identity} />
          </dt>
          <dd className={identity.badSince === null ? undefined : 'due'}>
            {identity.badSince !== null ? (
              <>
                {t('person.bad')} <Time at={identity.badSince} />
              </>
            ) : identity.verifiedAt !== null ? (
              <>
                {t('person.verified')}, <Time at={identity.verifiedAt} />
              </>
            ) : (
              t('person.unverified')
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Customer numbers are of one customer by what they are. */
function Several({ address }: { readonly address: Address }) {
  const { identityId, kind, value, isShared, sharedSaid, maySayOtherwise } = address
  const { t } = useTranslation()
  if (kind === 'external') return null
  return (
    <div className="tiny">
      {isShared && (
        <p>
          {t('several.is')}
          {sharedSaid === null && <>, {t('several.byName')}</>}
        </p>
      )}
      {sharedSaid && (
        <p className="soft">
          <bdi>{sharedSaid.why}</bdi> ({sharedSaid.by}, <Time at={sharedSaid.at} />)
        </p>
      )}
      {maySayOtherwise && (
        <WhyForm
          open={t(isShared ? 'several.one' : 'several.say')}
          name={t(isShared ? 'several.oneOf' : 'several.sayOf', { address: value })}
          {...{ label: t('several.why'), act: t('several.act'), done: t('several.done') }}
          onSay={(why) => sayShared(identityId, !isShared, why)}
        />
      )}
    </div>
  )
}
