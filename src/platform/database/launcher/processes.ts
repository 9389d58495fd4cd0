// What the machine says about a process: is it alive, is it still the same one, where does it work. Linux by /proc, elsewhere by ps.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const hasProc = existsSync('/proc/self/stat')

/** Whether the number is taken: by a running process, or by a zombie. */
export function exists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether the process still runs. A zombie answers signal 0, for ever where nothing reaps it; it counts as dead. */
export const isAlive = (pid: number): boolean => exists(pid) && !stateOf(pid).startsWith('Z')

/** When the process began, in words that no later process with the same number can have. Empty if the machine does not tell. */
export function beginningOf(pid: number): string {
  if (!hasProc) return ask(pid, 'lstart').replace(/\s+/g, '-')
  const ticks = statFields(pid)[19]
  return ticks === undefined ? '' : `${ticks}@${read('/proc/sys/kernel/random/boot_id').trim()}`
}

/** The command of a process as a person would recognise it, at most 120 characters; empty if unknown. */
export const commandOf = (pid: number): string => commandLineOf(pid).trim().slice(0, 120)

/**
 * Whether the process is the PostgreSQL server of exactly this cluster folder (its real path). A number alone proves nothing.
 * Where the kernel hides the working folder (in a container even from root), the command line has to do.
 */
export function isPostgresOf(pid: number, cluster: string): boolean {
  const workingFolder = linkOf(pid, 'cwd')
  if (workingFolder !== '') return workingFolder === cluster && isProgram(pid, 'postgres')
  return /\bpostgres -D /.test(commandLineOf(pid)) && commandLineOf(pid).includes(` ${cluster} `)
}

/** Every process of the given programs that is seen to work in this folder. Empty where the machine has no /proc. */
export function processesIn(folder: string, programs: readonly string[]): number[] {
  if (!hasProc) return []
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .map(Number)
    .filter((pid) => linkOf(pid, 'cwd') === folder && programs.some((program) => isProgram(pid, program)))
}

/** Sends a signal; false if the process is already gone. Throws when it belongs to somebody else. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
    throw error
  }
}

/** Asks again and again until the answer is yes; false after about so many seconds. Counts pauses, so a jumping clock does no harm. */
export async function waitUntil(answer: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  const pauseMs = 20
  for (let left = (seconds * 1000) / pauseMs; left > 0; left--) {
    if (await answer()) return true
    await sleep(pauseMs)
  }
  return answer()
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined

const commandLineOf = (pid: number) =>
  hasProc ? read(`/proc/${String(pid)}/cmdline`).replaceAll('\0', ' ') : ask(pid, 'command')

const isProgram = (pid: number, program: string) =>
  // after an upgrade the kernel shows the replaced file as "… (deleted)"
  linkOf(pid, 'exe')
    .replace(/ \(deleted\)$/, '')
    .endsWith(`/${program}`)

const stateOf = (pid: number) => (hasProc ? (statFields(pid)[0] ?? '') : ask(pid, 'state'))

/** Fields of /proc/PID/stat after the program's name, which may itself hold spaces and brackets. */
const statFields = (pid: number) =>
  read(`/proc/${String(pid)}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
    .filter((field) => field !== '')

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function linkOf(pid: number, name: 'cwd' | 'exe'): string {
  try {
    return readlinkSync(`/proc/${String(pid)}/${name}`)
  } catch {
    return ''
  }
}

function ask(pid: number, column: string): string {
  try {
    return execFileSync('/bin/ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
