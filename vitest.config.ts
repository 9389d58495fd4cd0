// Test projects: what each folder needs decides how it runs. Times are generous because machines are noisy; no test measures time.
import { defineConfig } from 'vitest/config'

const exclude = ['node_modules/**', 'web/dist/**', 'data/**']
const slow = ['tests/peers/**', 'tests/browser/**', 'tests/crash/**', 'tests/hostile/**']

export default defineConfig({
  test: {
    globalSetup: ['tests/setup/template-database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'tests/story/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: [...exclude, ...slow],
        },
      },
      {
        extends: true,
        test: {
          name: 'outside',
          include: slow.map((folder) => `${folder}/*.test.ts`),
          exclude,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // Real servers and browsers on a busy machine stumble now and then; what fails twice is a fault, and the runner names what did once.
          // Files in which each test begins where the one before ended say `retry: 0`: done again on what it left behind, a test tells nothing.
          retry: 1,
        },
      },
    ],
  },
})
