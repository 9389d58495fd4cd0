// Builds the web pages once before the tests of a project, so that no two of them, beside each other, build into one folder.
import { join } from 'node:path'
import { buildPages } from '../../src/commands/build-pages.ts'
import { projectFolder } from '../../src/config.ts'

/** Vitest calls this once before the tests. */
export const setup = (): Promise<void> => buildPages(join(projectFolder, 'web/dist'))
