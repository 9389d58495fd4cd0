// Builds the web pages when they are missing or older than their source, so that a fresh clone starts by one command.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OutsideFailure } from '../shared/errors.ts'

/** Makes sure that `webFolder` (…/web/dist) holds the pages of the source beside it. */
export async function buildPages(webFolder: string): Promise<void> {
  const source = dirname(webFolder)
  const page = join(webFolder, 'index.html')
  if (existsSync(page) && statSync(page).mtimeMs >= newest(source)) return
  process.stdout.write('Building the pages …\n')
  await viteBuild(source)
}

/** When the newest source file under a folder was changed, in milliseconds; pages also import shapes and rules from src. */
function newest(folder: string): number {
  const own = newestIn(folder, (name) => name !== 'dist')
  const shapes = newestIn(join(dirname(folder), 'src'), () => true, /\.(schema|rules)\.ts$/)
  return Math.max(own, shapes)
}

function newestIn(folder: string, enters: (name: string) => boolean, files = /./): number {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (enters(entry.name)) latest = Math.max(latest, newestIn(path, enters, files))
    } else if (files.test(entry.name)) latest = Math.max(latest, statSync(path).mtimeMs)
  }
  return latest
}

function viteBuild(source: string): Promise<void> {
  const vite = join(dirname(source), 'node_modules/vite/bin/vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', source, '--logLevel', 'warn'], {
      stdio: ['ignore', 2, 2],
      // Nothing of ours: where NODE_ENV says "test", React would come as for its own developers, a third larger and much slower.
      env: {},
      cwd: dirname(source),
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new OutsideFailure('vite', 'The pages could not be built; the lines above say why.', false))
    })
  })
}
