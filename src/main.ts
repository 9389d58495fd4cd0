// The first file. What comes after it is kept compiled beside the packages, so that every start but the first takes a third of the time.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Where the folder cannot be written nothing is kept, and nothing fails.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/amends', import.meta.url)))
await import('./command-line.ts')
