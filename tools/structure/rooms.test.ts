// The plan of the house, and that a drawing of it is compared.
import { expect, it } from 'vitest'
import { disorderIn, folderOf } from './rooms.ts'

it('says which folder owns a file', () => {
  expect(folderOf('src/amend/cases/steps/x.ts')).toBe('src/amend/cases')
  expect(folderOf('src/commands/start.ts')).toBe('src/commands')
})

it('finds what a drawing and the plan disagree about', () => {
  expect(
    disorderIn([
      'README.md',
      'src/',
      'src/main.ts',
      'src/hear/',
      'src/hear/intake/',
      'src/amend/',
      'src/amend/calendars/',
      'web/',
    ]),
  ).toEqual([])
  expect(disorderIn(['src/amend/', 'src/hear/'])).toEqual(['src/hear/ stands further left in the plan'])
  expect(disorderIn(['src/hear/', 'src/hear/intake/', 'src/hear/channels/'])).toEqual([
    'src/hear/channels/ stands further left in the plan',
  ])
  expect(disorderIn(['src/hear/letters/'])).toEqual(['the plan does not know src/hear/letters/'])
})
