// The link of a letter: its text holds a place for it, which is filled when the letter leaves. So whoever reads the letter here cannot use it.
import type { Context } from '../../platform/context/context.ts'
import { replyKeys } from './reply-keys.ts'
import { type LinkTarget, makeLinkToken } from './link-token.ts'

/** Where the link goes in the text of a letter. */
export const linkPlace = '[link]'

export interface LetterLink {
  readonly url: string
  /** Where one click ends letters of this kind (RFC 8058). */
  readonly unsubscribeUrl: string
}

export async function openLetterLink(ctx: Context, target: LinkTarget): Promise<LetterLink> {
  const url = `${ctx.house.publicUrl}/${target.kind}/${makeLinkToken(target, await replyKeys(ctx))}`
  return { url, unsubscribeUrl: `${url}/unsubscribe` }
}
