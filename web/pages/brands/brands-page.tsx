// Settings: the brands under which customers know the company, each with its web form, and which mailbox is whose.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Brand } from '../../../src/hear/channels/brands/brand.schema.ts'
import { CopyText } from '../../components/copy-text.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { type ChannelShown, channelsQuery } from '../channels/channel-queries.ts'
import { formAddress } from '../channels/web-form.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { addBrand, brandsQuery, deleteBrand, renameBrand, setChannelBrand } from './brand-queries.ts'

export function Brands() {
  const { t } = useTranslation()
  usePageTitle(t('settings.brands'))
  const query = useQuery(brandsQuery)
  const { data: me } = useQuery(meQuery)
  const mayChange = me?.role === 'administrator'
  return (
    <>
      <h1>{t('settings.brands')}</h1>
      <p className="lead">{t('brands.lead', { company: me?.organization.name ?? '' })}</p>
      <Loads query={query} room={160}>
        {({ brands }) => (
          <div className="stack">
            {brands.length === 0 && (
              <div className="panel">
                <EmptyState title={t('brands.none')}>{t('brands.noneHow')}</EmptyState>
              </div>
            )}
            {brands.map((brand) => (
              <BrandPanel key={brand.brandId} brand={brand} mayChange={mayChange} />
            ))}
            {mayChange && brands.length > 0 && <Mailboxes brands={brands} company={me.organization.name} />}
            {mayChange && (
              <Panel title={t('brands.new')}>
                <div className="panel-body">
                  <NameForm name="" label={t('brands.name')} press={t('brands.add')} save={addBrand} />
                </div>
              </Panel>
            )}
          </div>
        )}
      </Loads>
    </>
  )
}

interface NameFormProps {
  readonly name: string
  readonly label: string
  readonly press: string
  readonly save: (name: string) => Promise<unknown>
  readonly onSaved?: () => void
}

function NameForm({ name: before, label, press, save, onSaved }: NameFormProps) {
  const client = useQueryClient()
  const [name, setName] = useState(before)
  const saving = useMutation({
    mutationFn: () => save(name),
    onSuccess: () => {
      setName(before)
      onSaved?.()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['brands'] }),
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Field label={label} value={name} onChange={setName} autoComplete="off" />
      {saving.isError && <ErrorState error={saving.error} />}
      <Button type="submit" variant="default" loading={saving.isPending}>
        {press}
      </Button>
    </form>
  )
}

function BrandPanel({ brand, mayChange }: { readonly brand: Brand; readonly mayChange: boolean }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [isRenaming, setRenaming] = useState(false)
  const deleting = useMutation({
    mutationFn: () => deleteBrand(brand.brandId),
    onSettled: () => client.invalidateQueries({ queryKey: ['brands'] }),
  })
  const { name, formId, mailboxes } = brand
  return (
    <Panel title={name} aside={mailboxes.map((one) => one.name).join(', ')}>
      <div className="panel-body stack">
        {formId !== null && <CopyText label={t('brands.form', { name })} text={`${formAddress()}/${formId}`} />}
        {deleting.isError && <ErrorState error={deleting.error} />}
        {isRenaming && (
          <NameForm
            name={name}
            label={t('brands.nameOf', { name })}
            press={t('brands.keep')}
            save={(next) => renameBrand(brand.brandId, next)}
            onSaved={() => {
              setRenaming(false)
            }}
          />
        )}
        {mayChange && !isRenaming && (
          <div className="row">
            <button
              type="button"
              className="link"
              onClick={() => {
                setRenaming(true)
              }}
            >
              {t('brands.rename', { name })}
            </button>
            <button
              type="button"
              className="link"
              disabled={deleting.isPending}
              onClick={() => {
                deleting.mutate()
              }}
            >
              {t('brands.delete', { name })}
            </button>
          </div>
        )}
      </div>
    </Panel>
  )
}

/** Which mailbox is of which brand: what comes in there, and in whose name it is answered. */
function Mailboxes({ brands, company }: { readonly brands: readonly Brand[]; readonly company: string }) {
  const { t } = useTranslation()
  const query = useQuery(channelsQuery)
  return (
    <Panel title={t('brands.mailboxes')}>
      <div className="panel-body stack">
        <p className="soft small">{t('brands.mailboxesHelp')}</p>
        <Loads query={query} room={80}>
          {({ channels }) => {
            const mailboxes = channels.filter(({ kind }) => kind === 'mail')
            if (mailboxes.length === 0) return <p>{t('mailboxes.none')}</p>
            return (
              <>
                {mailboxes.map((channel) => (
                  <MailboxBrand key={channel.channelId} channel={channel} brands={brands} company={company} />
                ))}
              </>
            )
          }}
        </Loads>
      </div>
    </Panel>
  )
}

interface MailboxBrandProps {
  readonly channel: ChannelShown
  readonly brands: readonly Brand[]
  readonly company: string
}

function MailboxBrand({ channel: { channelId, name, config }, brands, company }: MailboxBrandProps) {
  const client = useQueryClient()
  const giving = useMutation({
    mutationFn: (brandId: string) => setChannelBrand(channelId, brandId === '' ? null : brandId),
    onSettled: () => client.invalidateQueries({ queryKey: ['brands'] }),
  })
  const now = brands.find(({ mailboxes }) => mailboxes.some((one) => one.channelId === channelId))
  const waiting = giving.isPending ? giving.variables : undefined
  return (
    <>
      <NativeSelect
        label={config.address === null ? name : `${name}, ${config.address}`}
        value={waiting ?? now?.brandId ?? ''}
        data={[{ value: '', label: company }, ...brands.map((one) => ({ value: one.brandId, label: one.name }))]}
        onChange={(event) => {
          giving.mutate(event.currentTarget.value)
        }}
      />
      {giving.isError && <ErrorState error={giving.error} />}
    </>
  )
}
