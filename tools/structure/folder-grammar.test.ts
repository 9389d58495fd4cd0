// What each suffix may import.
import { expect, it } from 'vitest'
import { folderGrammar } from './folder-grammar.ts'
import { faultsIn } from './planted.fixture.ts'

const useCase = { 'src/amend/cases/open-case.ts': 'export async function openCase(ctx: Ctx, id: string) {}' }
const file = (name: string, text: string) => faultsIn(folderGrammar, { ...useCase, [`src/amend/cases/${name}`]: text })

it('keeps rules pure', () => {
  expect(
    file(
      'case.rules.ts',
      "import type { Clock } from '../../shared/clock.ts'\nimport { due } from '../promises/due.rules.ts'\nimport { mean } from '../../stats/special/mean.ts'",
    ),
  ).toEqual([])
  expect(file('case.rules.ts', "import { DateTime } from 'luxon'")).toHaveLength(1)
  expect(file('case.rules.ts', "import { casesDue } from './case.sql.ts'")).toHaveLength(1)
  expect(file('case.rules.ts', "import { systemClock } from '../../shared/clock.ts'")).toEqual([
    'src/amend/cases/case.rules.ts:1 imports src/shared/clock.ts: rules get the time and chance handed in',
  ])
})

it('keeps schemas to zod and shared', () => {
  expect(
    file(
      'case.schema.ts',
      "import { z } from 'zod'\nimport { idSchema } from '../../shared/id.schema.ts'\nimport { page } from '../desk/page.schema.ts'",
    ),
  ).toEqual([])
  expect(
    file('case.schema.ts', "import { Type } from 'typebox'\nimport { decide } from './case.rules.ts'"),
  ).toHaveLength(2)
})

it('keeps SQL from calling use cases, but lets it name their types', () => {
  expect(
    file(
      'case.sql.ts',
      "import { sql } from 'kysely'\nimport type { Opened } from './open-case.ts'\nimport { stateOf } from './case.rules.ts'",
    ),
  ).toEqual([])
  expect(file('case.sql.ts', "import { openCase } from './open-case.ts'")).toEqual([
    'src/amend/cases/case.sql.ts:1 imports src/amend/cases/open-case.ts: SQL calls no use case',
  ])
})

it('keeps SQL out of jobs, and lets a route ask a question of its folder', () => {
  expect(
    file(
      'case.api.ts',
      "import { openCase } from './open-case.ts'\nimport { route } from '../../platform/http/route.ts'",
    ),
  ).toEqual([])
  expect(file('case.api.ts', "import { casesDue } from './case.sql.ts'")).toEqual([])
  expect(file('case.jobs.ts', "import { casesDue } from './case.sql.ts'\nimport fastify from 'fastify'")).toHaveLength(
    2,
  )
})

it('keeps HTTP out of use cases, and the server free of that', () => {
  expect(
    file(
      'close-case.ts',
      "import { reply } from '../../platform/http/server.ts'\nimport type { FastifyRequest } from 'fastify'",
    ),
  ).toHaveLength(2)
  expect(faultsIn(folderGrammar, { 'src/platform/http/server.ts': "import fastify from 'fastify'" })).toEqual([])
})
