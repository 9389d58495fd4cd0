// Calendars and pools hold opening hours and who works here, nobody who buys.
import { keepNoPerson } from '../../platform/privacy/privacy.ts'

export const calendarPrivacy = keepNoPerson('calendar', 'pool', 'pool_member', 'absence')
