// Times of an export: only those that say their zone.

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i

/** The instant in UTC; null where there is none, or it says no zone. */
export function instantOf(text: string | null | undefined): string | null {
  if (!text || !zoned.test(text)) return null
  const time = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
