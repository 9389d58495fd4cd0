// The desk's processes as the kernel sees them.
import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** The process and all it started, and they. */
export function descendants(rootPid: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readProc(`/proc/${name}/stat`)
    // The name in brackets may hold anything, so what follows the last bracket is read.
    const parent = stat === null ? undefined : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isOurs = (pid: number): boolean => pid === rootPid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isOurs)
}

/** CPU time so far, in milliseconds (in steps of 10): of the desk itself, and of what it started. Unlike waiting it hardly depends on who else is busy. */
export function cpuTime(rootPid: number): { readonly desk: number; readonly others: number } {
  const spent = (pid: number): number => {
    const stat = readProc(`/proc/${String(pid)}/stat`)
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
    return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1000) / ticksPerSecond
  }
  const others = descendants(rootPid).filter((pid) => pid !== rootPid)
  return { desk: spent(rootPid), others: others.reduce((sum, pid) => sum + spent(pid), 0) }
}

/** Time of all processors since the machine started, in ticks: altogether, and what a virtual machine was refused by its host. Null off Linux. */
export function processorTime(): { readonly all: number; readonly refused: number } | null {
  const line = readProc('/proc/stat')?.split('\n')[0]
  if (line === undefined) return null
  // user, nice, system, idle, iowait, irq, softirq, steal; guests are counted in user already.
  const ticks = line.split(/\s+/).slice(1, 9).map(Number)
  return { all: ticks.reduce((sum, some) => sum + some, 0), refused: ticks[7] ?? 0 }
}

/** Null when the process ended meanwhile. */
export function readProc(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null
    throw error
  }
}
