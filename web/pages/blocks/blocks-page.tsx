// Settings: the building blocks of replies. Small facts and actions with variables, at most two sentences: no letters.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { variables } from '../../../src/amend/cases/blocks/block.rules.ts'
import type { Block } from '../../../src/amend/cases/blocks/block.schema.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { blocksQuery, deleteBlock, keepBlock } from './block-queries.ts'

export function Blocks() {
  const { t } = useTranslation()
  usePageTitle(t('settings.blocks'))
  const query = useQuery(blocksQuery)
  const { data: me } = useQuery(meQuery)
  const mayChange = me?.role === 'lead' || me?.role === 'administrator'
  const [editing, setEditing] = useState<Block | null>(null)
  return (
    <>
      <h1>{t('settings.blocks')}</h1>
      <p className="lead">{t('blocks.lead')}</p>
      <div className="stack">
        {mayChange && (
          <Panel title={t(editing === null ? 'blocks.new' : 'blocks.change')}>
            <div className="panel-body">
              <BlockForm
                key={editing?.blockId ?? 'new'}
                block={editing}
                onKept={() => {
                  setEditing(null)
                }}
              />
            </div>
          </Panel>
        )}
        <Panel title={t('blocks.title')}>
          <Loads query={query} room={80}>
            {({ blocks }) =>
              blocks.length === 0 ? (
                <EmptyState title={t('blocks.none')}>{t('blocks.noneHow')}</EmptyState>
              ) : (
                <ul className="rows rows-tall">
                  {blocks.map((block) => (
                    <BlockLine key={block.blockId} block={block} onEdit={mayChange ? setEditing : null} />
                  ))}
                </ul>
              )
            }
          </Loads>
        </Panel>
      </div>
    </>
  )
}

function BlockForm({ block, onKept }: { readonly block: Block | null; readonly onKept: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(block?.name ?? '')
  const [text, setText] = useState(block?.text ?? '')
  const keeping = useMutation({
    mutationFn: () => keepBlock(block?.blockId ?? null, { name, text }),
    onSuccess: () => {
      setName('')
      setText('')
      onKept()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['building-blocks'] }),
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate()
      }}
    >
      <Field label={t('blocks.name')} value={name} onChange={setName} autoComplete="off" />
      <Field label={t('blocks.text')} value={text} onChange={setText} autoComplete="off" />
      <p className="soft small">{t('blocks.variables', { names: variables.map((one) => `{${one}}`).join(' ') })}</p>
      {keeping.isError && <ErrorState error={keeping.error} />}
      <Button type="submit" variant="default" loading={keeping.isPending}>
        {t('blocks.keep')}
      </Button>
    </form>
  )
}

function BlockLine({ block, onEdit }: { readonly block: Block; readonly onEdit: ((block: Block) => void) | null }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const deleting = useMutation({
    mutationFn: () => deleteBlock(block.blockId),
    onSettled: () => client.invalidateQueries({ queryKey: ['building-blocks'] }),
  })
  return (
    <li>
      <div>
        <bdi>{block.name}</bdi>
        <p className="soft small">{block.text}</p>
      </div>
      {onEdit !== null && (
        <span className="row">
          <button
            type="button"
            className="link"
            onClick={() => {
              onEdit(block)
            }}
          >
            {t('blocks.edit', { name: block.name })}
          </button>
          <button
            type="button"
            className="link"
            disabled={deleting.isPending}
            onClick={() => {
              deleting.mutate()
            }}
          >
            {t('blocks.delete', { name: block.name })}
          </button>
        </span>
      )}
      {deleting.isError && <ErrorState error={deleting.error} />}
    </li>
  )
}
