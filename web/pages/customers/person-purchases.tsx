// What a person bought and gave back.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { More } from '../../components/more.tsx'
import { Time } from '../../components/time.tsx'
import { purchasesQuery } from './people-queries.ts'

export function PersonPurchases({ customerId }: { readonly customerId: string }) {
  const { t, i18n } = useTranslation()
  const query = useInfiniteQuery(purchasesQuery(customerId))
  const money = (amount: string, currency: string) =>
    new Intl.NumberFormat(i18n.language, { style: 'currency', currency }).format(Number(amount))
  return (
    <Loads query={query} room={80}>
      {({ pages }) => {
        const purchases = pages.flatMap((page) => page.purchases)
        if (purchases.length === 0)
          return <EmptyState title={t('person.noPurchases')}>{t('person.noPurchasesHow')}</EmptyState>
        return (
          <>
            <dl className="facts">
              {purchases.map((one) => (
                <div key={one.purchaseId}>
                  <dt>
                    <Time at={one.at} />
                    <bdi className="block tiny">
                      {one.items
                        .map(({ name, quantity }) => (quantity === 1 ? name : `${String(quantity)} × ${name}`))
                        .join(', ')}
                    </bdi>
                  </dt>
                  <dd>
                    {money(one.amount, one.currency)}
                    {one.givenBack !== null && (
                      <span className="block tiny soft">
                        {t('person.givenBack', { amount: money(one.givenBack, one.currency) })}
                      </span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
            <More query={query} />
          </>
        )
      }}
    </Loads>
  )
}
