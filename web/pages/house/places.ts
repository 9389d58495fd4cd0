// Every place of the desk: those of the rail, and the parts of Settings. One list for the rail's pages, Settings and the palette.

export const settingsParts = [
  ...([
    'mailboxes',
    'form',
    'brands',
    'people',
    'api-keys',
    'webhooks',
    'move-in',
    'company',
    'floor',
    'blocks',
    'topics',
    'surveys',
  ] as const),
  ...(['quarantine', 'failed-jobs', 'notices', 'password'] as const),
] as const

export const places = [
  ['desk', '/'],
  ['customers', '/customers'],
  ['register', '/register'],
  ['reports', '/reports'],
  ['search', '/search'],
] as const
