// How much memory the desk and everything it started hold: the sum of Pss, in which shared pages count once over all who share them.
import { descendants, readProc } from './proc.ts'

/** In MB of 10^6 bytes, with the number of processes. @throws where /proc or smaps_rollup cannot be read */
export function heldMemory(rootPid: number): { readonly megabytes: number; readonly processes: number } {
  const pids = descendants(rootPid)
  const kilobytes = pids.map(pssOf).reduce((sum, one) => sum + one, 0)
  return { megabytes: (kilobytes * 1024) / 1e6, processes: pids.length }
}

function pssOf(pid: number): number {
  const text = readProc(`/proc/${String(pid)}/smaps_rollup`)
  return text === null ? 0 : Number(/^Pss: +(\d+) kB/m.exec(text)?.[1] ?? 0)
}
