// The types of find-browser.mjs, which has none because it runs before anything is installed.
export function findBrowser(): string | undefined
export function isExecutable(file: string): boolean
