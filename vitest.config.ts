// Test projects: what each folder needs decides how it runs. Times are generous because machines are noisy; no test measures time.
import { defineConfig } from 'vitest/config'

const exclude = ['node_modules/**', 'web/dist/**', 'data/**', 'data-demo/**']
const pages = ['tests/browser/**', 'tests/hostile/**']
const servers = ['tests/peers/**', 'tests/crash/**']
// Real servers and browsers on a busy machine take too long now and then. Only that is tried again, once, and the runner names it: a wrong answer is
// a fault the first time. Files in which each test begins where the one before ended say `retry: 0`.
const outside = {
  exclude,
  testTimeout: 300_000,
  hookTimeout: 300_000,
  retry: { count: 1, condition: /timed out in|Timeout \d+ms exceeded|in \d+ s it did not come about/ },
}

export default defineConfig({
  test: {
    globalSetup: ['tests/setup/template-database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          // One process for many files: each has a database of its own, and what a module keeps it keeps for one house. Loading modules anew cost a third.
          isolate: false,
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'tests/story/**/*.test.ts', 'web/**/*.test.ts'],
          exclude: [...exclude, ...pages, ...servers],
        },
      },
      {
        extends: true,
        test: {
          ...outside,
          name: 'pages',
          include: pages.map((folder) => `${folder}/*.test.ts`),
          globalSetup: ['tests/setup/pages.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...outside,
          name: 'servers',
          include: servers.map((folder) => `${folder}/*.test.ts`),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
