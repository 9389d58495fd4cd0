// What the import rules catch and let pass.
import { describe, expect, it } from 'vitest'
import { importDirections, webImports } from './import-directions.ts'
import { faultsIn } from './planted.fixture.ts'

const source = (path: string, ...imports: readonly string[]) =>
  faultsIn(importDirections, { [path]: imports.map((from) => `import { x } from '${from}'`).join('\n') })

describe('import directions', () => {
  it('lets a room import from its left, from its own folder and from folders left in the room', () => {
    expect(
      source(
        'src/amend/cases/open-case.ts',
        '../../hear/customers/x.ts',
        './case.rules.ts',
        '../promises/x.ts',
        '../../shared/ids.ts',
        'zod',
      ),
    ).toEqual([])
    expect(source('src/amend/amend-routes.ts', './cases/case.api.ts', './register/x.ts')).toEqual([])
    expect(source('src/platform/jobs/jobs.api.ts', '../http/route.ts')).toEqual([])
    expect(source('src/commands/start.ts', '../app.ts', '../first-run/x.ts', '../learn/outcomes/x.ts')).toEqual([])
    expect(source('src/hear/intake/a.ts', '../../commands/start.ts')).toHaveLength(1)
    expect(source('src/wiring.ts', './learn/outcomes/x.ts', './config.ts')).toEqual([])
  })

  it('catches an import from a room on the right, be it of types or at run time', () => {
    const faults = faultsIn(importDirections, {
      'src/hear/intake/a.ts':
        "import type { Case } from '../../amend/cases/case.rules.ts'\nconst later = import('../../know/value/x.ts')",
    })
    expect(faults).toEqual([
      'src/hear/intake/a.ts:1 imports src/amend/cases/case.rules.ts, which stands to the right',
      'src/hear/intake/a.ts:2 imports src/know/value/x.ts, which stands to the right',
    ])
  })

  it('catches an import from a folder on the right of the same room', () => {
    expect(source('src/amend/promises/a.ts', '../cases/x.ts')).toHaveLength(1)
    expect(source('src/amend/promises/a.ts', '../amend-routes.ts')).toHaveLength(1)
  })

  it('catches wiring in a room, the web in the server, tests in the product, and a folder outside the plan', () => {
    expect(
      source(
        'src/hear/intake/a.ts',
        '../../wiring.ts',
        '../../../web/api.ts',
        '../../../tests/setup/x.ts',
        './b.test.ts',
      ),
    ).toHaveLength(4)
    expect(source('src/services/a.ts')).toEqual([
      'src/services/a.ts:1 src/services is no folder of the plan (tools/structure/rooms.ts and ARCHITECTURE.md)',
    ])
    expect(source('src/hear/letters/a.ts')).toHaveLength(1)
  })

  it('leaves tests alone', () => {
    expect(source('src/hear/intake/a.test.ts', '../../wiring.ts', '../../../tests/setup/x.ts')).toEqual([])
  })
})

describe('what the web sees', () => {
  const house = {
    'src/amend/cases/case.schema.ts': "import { z } from 'zod'",
    'src/shared/random.ts': "import { randomBytes } from 'node:crypto'",
    'src/shared/ids.ts': "import type { Random } from './random.ts'",
    'src/amend/cases/case.rules.ts': "import { seededRandom } from '../../shared/random.ts'",
  }
  const web = (from: string, path = 'web/pages/cases/case-page.tsx') =>
    faultsIn(webImports, { ...house, [path]: `import { x } from '${from}'` })

  it('lets pages see schemas, shared words and components', () => {
    expect(web('../../../src/amend/cases/case.schema.ts')).toEqual([])
    expect(web('../../../src/shared/ids.ts')).toEqual([])
    expect(web('../../components/button.tsx')).toEqual([])
  })

  it('catches a use case, Node itself, and Node behind a shared file', () => {
    expect(web('../../../src/amend/cases/open-case.ts')).toHaveLength(1)
    expect(web('node:fs')).toHaveLength(1)
    expect(web('../../../src/amend/cases/case.rules.ts')).toEqual([
      'web/pages/cases/case-page.tsx:1 the web imports src/amend/cases/case.rules.ts, which needs node:crypto (through src/shared/random.ts)',
    ])
  })

  it('catches a component that knows a page', () => {
    expect(web('../pages/cases/case-page.tsx', 'web/components/button.tsx')).toHaveLength(1)
  })
})
