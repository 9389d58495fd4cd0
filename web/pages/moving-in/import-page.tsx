// One table: its columns are set to fields and looked at before it is brought; then how far it is, what went wrong, and the way back.
import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { importQuery, type SeenImport, undoTable } from './import-queries.ts'
import { MappingForm } from './mapping-form.tsx'
import { ProblemList } from './problem-list.tsx'

const route = getRouteApi('/house/settings/move-in/$importId')

export function ImportPage() {
  const { t } = useTranslation()
  const { importId } = route.useParams()
  const query = useQuery(importQuery(importId))
  usePageTitle(query.data?.fileName ?? t('settings.move-in'))
  return (
    <>
      <p className="small">
        <Link to="/settings/move-in">{t('moveIn.back')}</Link>
      </p>
      <h1>
        <bdi>{query.data?.fileName ?? t('settings.move-in')}</bdi>
      </h1>
      <Loads query={query} room={400}>
        {(seen) => (
          <div className="stack">
            <p className="lead">
              {t(seen.isExport ? 'moveIn.writtenByZendesk' : 'moveIn.written', {
                ...{ kind: t(`moveIn.kinds.${seen.kind}`), source: seen.source, count: seen.rows },
                ...{ encoding: seen.encoding, sign: t(`moveIn.signs.${signOf(seen.delimiter)}`) },
              })}
            </p>
            {seen.state === 'waiting' ? <MappingForm seen={seen} /> : <Progressing seen={seen} />}
          </div>
        )}
      </Loads>
    </>
  )
}

const signs = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const signOf = (sign: string) => Object.entries(signs).find(([one]) => one === sign)?.[1] ?? 'comma'

function Progressing({ seen }: { readonly seen: SeenImport }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const undoing = useMutation({
    mutationFn: () => undoTable(seen.importId),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
  const share = seen.rows === 0 ? 100 : Math.floor((seen.place * 100) / seen.rows)
  const counts = ['taken', 'changed', 'known', 'refused'] as const
  return (
    <>
      <Panel title={t(`moveIn.states.${seen.state}`)}>
        <div className="panel-body form">
          {seen.state === 'running' && <Progress value={share} aria-label={t('moveIn.progress')} />}
          <p role="status">{t(`moveIn.said.${seen.state}`, { place: seen.place, count: seen.rows })}</p>
          <dl className="facts">
            {counts.map((name) => (
              <div key={name}>
                <dt>{t(`moveIn.counts.${name}`)}</dt>
                <dd>{seen[name]}</dd>
              </div>
            ))}
          </dl>
          {(seen.state === 'undoing' || seen.state === 'undone') && (
            <p>{t('moveIn.undone', { removed: seen.removed, restored: seen.restored })}</p>
          )}
          {undoing.isError && <ErrorState error={undoing.error} />}
          {(seen.state === 'done' || seen.state === 'forgotten') && (
            <div className="row">
              <Button
                variant="default"
                loading={undoing.isPending}
                onClick={() => {
                  undoing.mutate()
                }}
              >
                {t('moveIn.undo')}
              </Button>
              <span className="soft small">{t('moveIn.undoHelp')}</span>
            </div>
          )}
        </div>
      </Panel>
      <ProblemList title={t('moveIn.problems')} problems={seen.problems} />
      <ProblemList title={t('moveIn.kept')} problems={seen.kept} />
    </>
  )
}
