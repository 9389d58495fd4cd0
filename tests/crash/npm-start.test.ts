// `npm start` as people and service managers use it: what ends npm ends the desk, in order.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectFolder } from '../../src/config.ts'
import { isAlive } from '../../src/platform/database/launcher/processes.ts'
import { freePort } from '../setup/desk.ts'
import * as act from './desk-stage.ts'

const stage = act.openDeskStage()
let orphan: number | undefined
afterAll(async () => {
  if (orphan !== undefined && isAlive(orphan)) process.kill(orphan, 'SIGKILL')
  await stage.clean()
})

test('SIGTERM to npm stops the desk and its database', async () => {
  const folder = await stage.foundedFolder()
  const port = String(await freePort())
  let said = ''
  const npm = spawn('npm', ['start', '--', '--data', folder, '--port', port], { cwd: projectFolder })
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  await act.until(() => said.includes('Amends is open') || npm.exitCode !== null, 120, 'it is open')
  expect(said).toContain(`Amends is open at http://127.0.0.1:${port}`)
  const server = act.serverPid(folder)
  expect(isAlive(server)).toBe(true)
  orphan = Number(readFileSync(join(folder, 'owner'), 'utf8').split(' ')[0])
  npm.kill('SIGTERM')
  await act.until(() => !isAlive(server) && !existsSync(join(folder, 'owner')), 30, 'desk and database have ended')
  expect(await act.isReady(`http://127.0.0.1:${port}`)).toBe(false)
})
