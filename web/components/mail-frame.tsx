// A mail as its sender designed it: cleaned, in a frame without scripts, under a policy that fetches nothing; pictures that came
// with it are fetched by the page and put into the document. Links are listed below
// as text, because a frame that can do nothing cannot open them either, and so that one sees where they lead.
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrustedHTML } from 'trusted-types/lib'
import { cleanMail, type CleanMail, type Pictures } from './clean-mail.ts'
import { mailDocument } from './mail-document.ts'
import { loadPictures, type NamedPicture } from './mail-pictures.ts'

interface Policy {
  createHTML(text: string, pictures: Pictures): TrustedHTML | string
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML: (text: string, pictures: Pictures) => string }): Policy
}

let policy: Policy | undefined
/** The one policy through which the pages make HTML of text: it always cleans, whatever it is given. */
function mailHtml(): Policy {
  const rules = { createHTML: (text: string, pictures: Pictures) => mailDocument(cleanMail(text, pictures).html) }
  const factory = (window as { readonly trustedTypes?: PolicyFactory }).trustedTypes
  policy ??= factory ? factory.createPolicy('amends', rules) : rules
  return policy
}

export interface MailFrameProps {
  readonly html: string
  readonly title: string
  /** Files that came with it and that it may name. */
  readonly pictures: readonly NamedPicture[]
}

export function MailFrame({ html, title, pictures }: MailFrameProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const clean: CleanMail = useMemo(() => cleanMail(html), [html])
  useEffect(() => {
    // Set by hand: React would make a plain string of it, which the page's policy refuses.
    const show = (found: Pictures) => {
      if (frame.current) frame.current.srcdoc = mailHtml().createHTML(html, found) as string
    }
    const leaving = new AbortController()
    show(new Map())
    void loadPictures(html, pictures, leaving.signal).then((found) => {
      if (found.size > 0 && !leaving.signal.aborted) show(found)
    })
    return () => {
      leaving.abort()
    }
  }, [html, pictures])
  return (
    <div className="mail-frame">
      {clean.remoteParts > 0 && <p className="soft small">{t('mail.remote', { count: clean.remoteParts })}</p>}
      <iframe ref={frame} sandbox="" title={title} referrerPolicy="no-referrer" tabIndex={0} />
      {clean.links.length > 0 && (
        <details className="small">
          <summary>{t('mail.links', { count: clean.links.length })}</summary>
          <ul className="mail-links">
            {clean.links.map((link) => (
              <li key={link}>
                <bdi>{link}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
