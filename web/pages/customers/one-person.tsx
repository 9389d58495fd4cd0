// Who here is taken for the same person, on what that rests, and the ways to say so and to take it back. Nothing is moved by either.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { ChoosePerson } from './choose-person.tsx'
import { LinkPreview } from './link-preview.tsx'
import { linksQuery, separatePeople, type PersonLinks } from './link-queries.ts'
import { SuggestedPeople } from './suggested-people.tsx'
import { WhyForm } from './why-form.tsx'

export function OnePerson({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const query = useQuery(linksQuery(customerId))
  return (
    <Loads query={query} room={60}>
      {({ links }) => (
        <div className="panel-body one-person">
          {links.length === 0 ? (
            <p className="soft small">{t('onePerson.none')}</p>
          ) : (
            <ul className="side-list">
              {links.map((link) => (
                <LinkLine key={link.linkId} customerId={customerId} link={link} />
              ))}
            </ul>
          )}
          <SuggestedPeople customerId={customerId} />
          <AddLink customerId={customerId} />
        </div>
      )}
    </Loads>
  )
}

interface LineProps {
  readonly customerId: string
  readonly link: PersonLinks['links'][number]
}

function LinkLine({ customerId, link }: LineProps) {
  const { t } = useTranslation()
  return (
    <li>
      <p className="small">
        {link.ends.map((end, at) => (
          <span key={end.customerId}>
            {at > 0 && ' + '}
            <Link to="/customers/$customerId" params={{ customerId: end.customerId }}>
              <bdi>{end.name}</bdi>
            </Link>
          </span>
        ))}
      </p>
      <p className="tiny soft">
        <bdi>{link.evidence}</bdi> ({link.by}, <Time at={link.at} />)
      </p>
      <WhyForm
        {...{ open: t('onePerson.separate'), label: t('onePerson.why'), act: t('onePerson.separateAct') }}
        done={t('onePerson.undone')}
        onSay={(why) => separatePeople(customerId, link.linkId, why)}
      />
    </li>
  )
}

/** Looked for by name or address, looked at side by side, and only then joined. */
function AddLink({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [other, setOther] = useState('')
  // A new search once they are joined.
  const [made, setMade] = useState(0)
  return (
    <>
      <ChoosePerson
        key={made}
        {...{ customerId, other, label: t('onePerson.add'), help: t('onePerson.help'), act: t('onePerson.choose') }}
        onChoose={setOther}
      />
      {other !== '' && (
        <LinkPreview
          key={other}
          customerId={customerId}
          other={other}
          onLinked={() => {
            setOther('')
            setMade(made + 1)
          }}
        />
      )}
    </>
  )
}
