// One owner per data folder: a file that names the desk by process number and beginning. A dead owner's file is taken over.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../shared/errors.ts'
import { systemRandom } from '../../../shared/random.ts'
import { beginningOf, codeOf, commandOf, isAlive } from './processes.ts'

/**
 * Claims the folder for this process and returns how to give it back.
 * @throws Refusal `conflict` naming the process that has the folder.
 */
export function claimFolder(folder: string, log: (sentence: string) => void): () => void {
  const file = join(folder, 'owner')
  const claim = writeClaim(folder)
  try {
    if (!linked(claim, file)) takeOver(folder, file, claim, log)
  } finally {
    rmSync(claim, { force: true })
  }
  return () => {
    if (namesUs(file)) rmSync(file, { force: true })
  }
}

/** The claim is written whole beside the file and then linked, so nobody ever reads half of it. */
function writeClaim(folder: string): string {
  const claim = join(folder, `owner.${String(process.pid)}.${Buffer.from(systemRandom.bytes(6)).toString('hex')}`)
  writeFileSync(claim, ownWords(), { flag: 'wx', mode: 0o600 })
  return claim
}

/** Two starts may find the same dead owner: `owner.next` lets one of them at a time replace it. */
function takeOver(folder: string, file: string, claim: string, log: (sentence: string) => void): void {
  const next = join(folder, 'owner.next')
  refuseIfAlive(folder, file)
  if (!linked(claim, next)) {
    refuseIfAlive(folder, next)
    rmSync(next, { force: true })
    if (!linked(claim, next)) throw inUse(folder, next)
  }
  try {
    refuseIfAlive(folder, file)
    log(`The desk that had ${folder} (process ${String(ownerIn(file).pid)}) is gone; taking over.`)
    renameSync(claim, file)
  } finally {
    rmSync(next, { force: true })
  }
}

function refuseIfAlive(folder: string, file: string): void {
  const { pid, beginning } = ownerIn(file)
  if (!isAlive(pid)) return
  const now = beginningOf(pid)
  // a machine that does not tell beginnings cannot prove that this is another process: rather refuse than share
  if (now === '' || beginning === '' || now === beginning) throw inUse(folder, file)
}

function inUse(folder: string, file: string): Refusal {
  const { pid } = ownerIn(file)
  const command = commandOf(pid)
  const name = command === '' ? `process ${String(pid)}` : `process ${String(pid)} (${command})`
  return new Refusal(
    'conflict',
    `The data folder ${folder} is in use by ${name}. Stop that desk first, or choose another folder with --data.`,
  )
}

const ownWords = () => `${String(process.pid)} ${beginningOf(process.pid)}\n`

function namesUs(file: string): boolean {
  const { pid, beginning } = ownerIn(file)
  return pid === process.pid && beginning === beginningOf(process.pid)
}

function ownerIn(file: string): { readonly pid: number; readonly beginning: string } {
  try {
    const [pid, beginning = ''] = readFileSync(file, 'utf8').trim().split(' ')
    return { pid: Number(pid), beginning }
  } catch {
    return { pid: 0, beginning: '' }
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}
