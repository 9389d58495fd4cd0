// What somebody looked at last, for the palette. Known by this page only, and forgotten with signing out: names of customers are kept nowhere else.

export interface Visited {
  readonly kind: 'case' | 'customer'
  readonly id: string
  readonly title: string
}

const most = 8
let visited: readonly Visited[] = []

export function rememberVisit(one: Visited): void {
  visited = [one, ...visited.filter(({ id }) => id !== one.id)].slice(0, most)
}

export const lastVisited = (): readonly Visited[] => visited

export function forgetVisits(): void {
  visited = []
}
