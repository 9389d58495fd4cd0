// The command line: start, doctor, export, import, verify-audit, rotate-keys. What goes wrong is a sentence, never a stack trace.
// Each command is loaded when it is asked for.
import { defineCommand, runMain } from 'citty'
import { type Flags, readConfig } from './config.ts'
import { OutsideFailure, Refusal } from './shared/errors.ts'

const data = {
  type: 'string',
  description: 'Data folder (default: ./data; as root in a closed folder /var/lib/amends)',
} as const
const port = { type: 'string', description: 'Port to listen on (default 4100)' } as const
const host = { type: 'string', description: 'Address to listen on (default 127.0.0.1)' } as const
const demo = { type: 'boolean', description: 'Open on the sample company, in a data folder of its own' } as const
const seed = { type: 'string', description: 'With --demo: which sample company (default 1)' } as const
const customers = { type: 'string', description: 'With --demo: how many customers (default 20000)' } as const
const role = { type: 'string', description: 'web, worker or all (default)' } as const

/** Runs a command and turns what we refuse or what failed outside into one sentence and exit code 1. */
async function run(
  command: (flags: Flags & { readonly file: string }) => Promise<void>,
  flags: Flags & { readonly file?: string | undefined },
): Promise<void> {
  try {
    await command({ ...flags, file: flags.file ?? '' })
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof OutsideFailure) && !isOfTheMachine(error)) throw error
    process.stderr.write(`amends: ${error.message}\n`)
    process.exitCode = 1
  }
}

/** A full disk, a closed folder, a port taken this very moment: the machine's own words say it. Anything else is a bug and shows where. */
const isOfTheMachine = (error: unknown): error is Error => error instanceof Error && 'syscall' in error

const start = defineCommand({
  meta: { name: 'start', description: 'Start the desk' },
  args: { data, port, host, role, demo, seed, customers },
  run: ({ args }) => run(async (flags) => (await import('./commands/start.ts')).startCommand(readConfig(flags)), args),
})
const doctor = defineCommand({
  meta: { name: 'doctor', description: 'Say in words what is wrong' },
  args: { data, port, host },
  run: ({ args }) =>
    run(async (flags) => (await import('./commands/doctor.ts')).doctorCommand(readConfig(flags)), args),
})
const exportAll = defineCommand({
  meta: { name: 'export', description: 'Write everything to one JSONL file' },
  args: { file: { type: 'positional', description: 'File to write', required: true }, data },
  run: ({ args }) =>
    run(async (flags) => (await import('./commands/export.ts')).exportCommand(readConfig(flags), flags.file), args),
})
const importAll = defineCommand({
  meta: { name: 'import', description: 'Read everything from an exported JSONL file into an empty desk' },
  args: { file: { type: 'positional', description: 'File to read', required: true }, data },
  run: ({ args }) =>
    run(async (flags) => (await import('./commands/import.ts')).importCommand(readConfig(flags), flags.file), args),
})
const verifyAudit = defineCommand({
  meta: { name: 'verify-audit', description: 'Check that the audit trail was not changed' },
  args: { data },
  run: ({ args }) =>
    run(async (flags) => (await import('./commands/verify-audit.ts')).verifyAuditCommand(readConfig(flags)), args),
})
const rotateKeys = defineCommand({
  meta: { name: 'rotate-keys', description: 'Make new keys for reply addresses' },
  args: { data },
  run: ({ args }) =>
    run(async (flags) => (await import('./commands/rotate-keys.ts')).rotateKeysCommand(readConfig(flags)), args),
})

await runMain(
  defineCommand({
    meta: { name: 'amends', version: '0.1.0', description: 'The open-source complaint desk' },
    subCommands: {
      start,
      doctor,
      export: exportAll,
      import: importAll,
      'verify-audit': verifyAudit,
      'rotate-keys': rotateKeys,
    },
  }),
)
