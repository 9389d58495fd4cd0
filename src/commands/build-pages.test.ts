// The pages are built for the people who use them, whoever builds them.
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeTestFolder } from '../../tests/setup/test-folder.ts'
import { buildPages } from './build-pages.ts'

const folder = makeTestFolder()
afterAll(() => rm(folder, { recursive: true }))

test('a test that finds the pages old builds them as an operator does', async () => {
  await mkdir(join(folder, 'web'))
  await mkdir(join(folder, 'src'))
  await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'web/index.html'), '<script type="module" src="./main.js"></script>')
  await writeFile(join(folder, 'web/main.js'), 'document.title = `built for ${process.env.NODE_ENV}`')
  await buildPages(join(folder, 'web/dist'))
  const assets = join(folder, 'web/dist/assets')
  const scripts = await Promise.all((await readdir(assets)).map((name) => readFile(join(assets, name), 'utf8')))
  expect(scripts.join('')).toContain('built for production')
})
