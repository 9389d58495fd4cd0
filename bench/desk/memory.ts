// How much memory the desk and everything it started hold: the sum of Pss, in which shared pages count once over all who share them.
import { readdirSync, readFileSync } from 'node:fs'

/** In MB of 10^6 bytes, with the number of processes. @throws where /proc or smaps_rollup cannot be read */
export function heldMemory(rootPid: number): { readonly megabytes: number; readonly processes: number } {
  const pids = descendants(rootPid)
  const kilobytes = pids.map(pssOf).reduce((sum, one) => sum + one, 0)
  return { megabytes: (kilobytes * 1024) / 1e6, processes: pids.length }
}

function descendants(rootPid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`)
    // The name in brackets may hold anything, so what follows the last bracket is read.
    const parent = stat === null ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isOurs = (pid: number): boolean => pid === rootPid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isOurs)
}

function pssOf(pid: number): number {
  const text = read(`/proc/${String(pid)}/smaps_rollup`)
  return text === null ? 0 : Number(/^Pss: +(\d+) kB/m.exec(text)?.[1] ?? 0)
}

/** Null when the process ended meanwhile. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null
    throw error
  }
}
