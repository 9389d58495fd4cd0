// `npm start -- --demo`: an empty desk is filled with the sample company, through the doors that every company has. Done once a data folder.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../app.ts'
import { type Config, projectFolder, type Sample } from '../config.ts'
import { homeOrganization } from '../platform/jobs/organizations.sql.ts'
import { OutsideFailure, Refusal } from '../shared/errors.ts'

const settler = join(projectFolder, 'tools/sample-company/settle.ts')

/** Prints who one can sign in as.
 * @throws Refusal for a desk of somebody's own, OutsideFailure when the sample company does not come to stand */
export async function openSample({ dataFolder, role }: Config, sample: Sample, desk: Desk): Promise<void> {
  // Written last, and like everything in this folder read by its owner only.
  const note = join(dataFolder, 'sample-sign-in.txt')
  if (!existsSync(note)) await makeSample(dataFolder, role, sample, desk, note)
  process.stdout.write(readFileSync(note, 'utf8'))
  const { postBox } = desk.house
  if (postBox) process.stdout.write(`Its letters are kept in ${postBox.folder}; none leaves this machine.\n`)
}

async function makeSample(
  dataFolder: string,
  role: Config['role'],
  { seed, customers }: Sample,
  desk: Desk,
  note: string,
): Promise<void> {
  if (role !== 'all' || !existsSync(settler))
    throw new Refusal('wrong-state', 'The sample company is opened by a whole desk, in the folder of the program.')
  if ((await homeOrganization(desk.house.pool)) !== null)
    throw new Refusal(
      'wrong-state',
      `The desk in ${dataFolder} is somebody's own, or a sample company that was stopped half way. Nothing was changed. Choose another folder with --data, or delete this one.`,
    )
  process.stdout.write('Making the sample company: two years of customers, purchases and complaints …\n')
  const truth = join(dataFolder, 'sample-truth.jsonl')
  const size = ['--seed', String(seed), '--customers', String(customers)]
  await settle(['--url', desk.url, ...size, '--truth', truth, '--note', note, '--post-box'])
}

function settle(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [settler, ...args], { stdio: ['ignore', 1, 2] })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new OutsideFailure(
            'sample company',
            'The sample company did not come to stand; what is above says why.',
            false,
          ),
        )
    })
  })
}
