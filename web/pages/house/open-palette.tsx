// When the palette opens: by Ctrl K anywhere, or by its button. It is loaded then, so that the first page stays small.
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

const Palette = lazy(() => import('./palette.tsx').then((loaded) => ({ default: loaded.Palette })))

interface Props {
  readonly opened: boolean
  readonly onOpen: (opened: boolean) => void
}

export function OpenPalette({ opened, onOpen }: Props) {
  const { t } = useTranslation()
  const before = useRef<Element | null>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
    // Another dialog is there and wants an answer first.
    if (!opened && document.querySelector('[role=dialog]') !== null) return
    event.preventDefault()
    onOpen(!opened)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
  useEffect(() => {
    if (opened) before.current = document.activeElement
  }, [opened])
  if (!opened) return null
  return (
    // Until it is there nothing typed is taken for a key of the page.
    <Suspense fallback={<div role="dialog" aria-busy="true" aria-label={t('palette.label')} />}>
      <Palette
        onClose={() => {
          onOpen(false)
          if (before.current instanceof HTMLElement) before.current.focus()
        }}
      />
    </Suspense>
  )
}
