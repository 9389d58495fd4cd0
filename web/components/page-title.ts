// The name of the page: in the browser's title, and said to screen readers on arrival.
import { useEffect } from 'react'
import { announce } from './announcer.tsx'

export function usePageTitle(title: string): void {
  useEffect(() => {
    if (title === '') return
    document.title = `${title} · Amends`
    announce(title)
  }, [title])
}
