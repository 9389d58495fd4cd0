// Saved views as tabs; keeping what is shown under a name, and renaming or deleting the view one looks at.
import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { TextTabs } from '../../components/text-tabs.tsx'
import { deleteView, keepView, renameView, viewsQuery, type SavedView } from './register-queries.ts'
import { wordsOf, type ViewFilter } from './register-search.ts'

interface Props {
  readonly filter: ViewFilter
  /** Whether whoever looks may make and change views that everybody sees. */
  readonly mayShare: boolean
  readonly onShow: (filter: ViewFilter) => void
}

type Asking = 'name' | 'rename' | null

export function SavedViews({ filter, mayShare, onShow }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(viewsQuery)
  const [asking, setAsking] = useState<Asking>(null)
  const [deleted, setDeleted] = useState<SavedView | null>(null)
  const renew = () => client.invalidateQueries(viewsQuery)
  const deleting = useMutation({
    mutationFn: (view: SavedView) => deleteView(view.savedViewId),
    onSuccess: (_done, view) => {
      setDeleted(view)
    },
    onSettled: renew,
  })
  const undoing = useMutation({
    mutationFn: keepView,
    onSuccess: () => {
      setDeleted(null)
    },
    onSettled: renew,
  })
  const views = query.data?.views ?? []
  const shown = views.find((view) => wordsOf(view.filter) === wordsOf(filter))
  const isAll = wordsOf(filter) === ''
  const mayChange = shown !== undefined && (shown.isShared ? mayShare : shown.isOwn)
  const error = query.error ?? deleting.error ?? undoing.error
  return (
    <div className="register-views">
      <div className="register-tabs">
        <TextTabs
          label={t('register.views')}
          value={shown?.savedViewId ?? (isAll ? 'all' : '')}
          tabs={[
            { value: 'all', words: t('register.all') },
            ...views.map((view) => ({ value: view.savedViewId, words: view.name })),
          ]}
          onChange={(value) => {
            setAsking(null)
            onShow(views.find((view) => view.savedViewId === value)?.filter ?? {})
          }}
        />
        <span className="row">
          {mayChange && (
            <>
              <button
                type="button"
                className="link"
                onClick={() => {
                  setAsking('rename')
                }}
              >
                {t('register.rename')}
              </button>
              <button
                type="button"
                className="link"
                disabled={deleting.isPending}
                onClick={() => {
                  deleting.mutate(shown)
                }}
              >
                {t('register.delete')}
              </button>
            </>
          )}
          {!isAll && !shown && (
            <button
              type="button"
              className="link"
              onClick={() => {
                setAsking('name')
              }}
            >
              {t('register.keep')}
            </button>
          )}
        </span>
      </div>
      {asking === 'name' && !shown && <ViewForm filter={filter} mayShare={mayShare} onLeave={setAsking} />}
      {asking === 'rename' && shown && <ViewForm view={shown} filter={filter} mayShare={false} onLeave={setAsking} />}
      {deleted && (
        <p className="small row" role="status">
          {t('register.deleted', { name: deleted.name })}
          <button
            type="button"
            className="link"
            disabled={undoing.isPending}
            onClick={() => {
              undoing.mutate(deleted)
            }}
          >
            {t('register.undo')}
          </button>
        </p>
      )}
      {error && <ErrorState error={error} />}
    </div>
  )
}

interface FormProps {
  readonly filter: ViewFilter
  /** The view that gets another name; a new one where absent. */
  readonly view?: SavedView
  readonly mayShare: boolean
  readonly onLeave: (asking: Asking) => void
}

function ViewForm({ filter, view, mayShare, onLeave }: FormProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [name, setName] = useState(view?.name ?? '')
  const [isShared, share] = useState(false)
  const keeping = useMutation({
    mutationFn: () => (view ? renameView(view.savedViewId, name) : keepView({ name, isShared, filter })),
    onSuccess: async () => {
      await client.invalidateQueries(viewsQuery)
      onLeave(null)
    },
  })
  return (
    <form
      className="view-form"
      aria-label={t(view ? 'register.rename' : 'register.keep')}
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave(null)
      }}
    >
      <Field label={t('register.keepName')} value={name} onChange={setName} autoFocus autoComplete="off" />
      {mayShare && (
        <Checkbox
          label={t('register.keepShared')}
          checked={isShared}
          onChange={(event) => {
            share(event.currentTarget.checked)
          }}
        />
      )}
      <Button type="submit" variant="default" loading={keeping.isPending}>
        {t(view ? 'register.renameAction' : 'register.keepAction')}
      </Button>
      <button
        type="button"
        className="link"
        onClick={() => {
          onLeave(null)
        }}
      >
        {t('act.notNow')}
      </button>
      {keeping.isError && <ErrorState error={keeping.error} />}
    </form>
  )
}
