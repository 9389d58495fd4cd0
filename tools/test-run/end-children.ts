// Ends the processes this one started and that did not end by themselves: a worker in an endless loop outlives its parent otherwise.
import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

/** Asks every direct child to end, and two seconds later makes those end that are still there. */
export async function endChildren(): Promise<void> {
  signal(children(), 'SIGTERM')
  await wait(2000)
  signal(children(), 'SIGKILL')
}

function children(): readonly number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  return table.split('\n').flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number)
    return pid !== undefined && parent === process.pid ? [pid] : []
  })
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // It ended meanwhile (so does the ps that listed it).
    }
  }
}
