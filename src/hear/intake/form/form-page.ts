// The web form as HTML: works without JavaScript, by keyboard, on a phone, light and dark. Everything from outside is escaped here.
import { say } from '../../../shared/say.ts'

export interface FormFields {
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly text: string
}

export const emptyFields: FormFields = { name: '', email: '', subject: '', text: '' }

/** Sentences for fields at fault, by name; `form` is about the whole. */
export type FormFaults = Readonly<Partial<Record<keyof FormFields | 'files' | 'form', string>>>

export interface FormPage {
  readonly company: string
  readonly action: string
  readonly fields: FormFields
  readonly faults: FormFaults
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)

/** The page to fill in; with what was typed before, and with what is wrong about it. */
export function formPage({ company, action, fields, faults }: FormPage): string {
  const isFaulty = Object.keys(faults).length > 0
  return publicPage(
    company,
    isFaulty ? say('form.again.title') : say('form.title'),
    `
<h1>${escapeHtml(isFaulty ? say('form.again.heading') : say('form.heading'))}</h1>
<p class="lead">${escapeHtml(isFaulty ? say('form.again.lead') : say('form.lead'))}</p>
${faults.form === undefined ? '' : `<p class="fault whole" role="alert">${escapeHtml(faults.form)}</p>`}
<form method="post" action="${escapeHtml(action)}" enctype="multipart/form-data" novalidate>
${field('text', say('form.text'), say('form.text.hint'), faults.text, (attributes) => `<textarea ${attributes} rows="9" maxlength="100000" required>\n${escapeHtml(fields.text)}</textarea>`)}
${field('subject', say('form.subject'), null, faults.subject, (attributes) => `<input ${attributes} type="text" maxlength="300" value="${escapeHtml(fields.subject)}">`)}
${field('email', say('form.email'), say('form.email.hint'), faults.email, (attributes) => `<input ${attributes} type="email" autocomplete="email" inputmode="email" maxlength="254" required value="${escapeHtml(fields.email)}">`)}
${field('name', say('form.name'), null, faults.name, (attributes) => `<input ${attributes} type="text" autocomplete="name" maxlength="200" value="${escapeHtml(fields.name)}">`)}
<div class="away" aria-hidden="true"><label for="website">${escapeHtml(say('form.website'))}</label><input id="website" name="website" type="text" tabindex="-1" autocomplete="off"></div>
${field('files', say('form.files'), isFaulty ? say('form.files.again') : say('form.files.hint'), faults.files, (attributes) => `<input ${attributes} type="file" multiple>`)}
<button type="submit">${escapeHtml(say('form.send'))}</button>
</form>`,
  )
}

/** What is shown once it is stored. `reference` is the number to speak of it by, as soon as there is one. */
export function receivedPage(company: string, reference: string | null, receipt: string): string {
  const mark =
    reference === null
      ? say('form.received.receipt', { receipt: receipt.slice(-12) })
      : say('form.received.reference', { reference })
  const number = reference === null ? say('form.received.number-follows') : say('form.received.number', { reference })
  return publicPage(
    company,
    say('form.received.title'),
    `
<p class="soft">${escapeHtml(mark)}</p>
<h1>${escapeHtml(say('form.received.heading'))}</h1>
<p class="lead">${escapeHtml(say('form.received.stored'))} <strong>${escapeHtml(number)}</strong> ${escapeHtml(say('form.received.close'))}</p>
<p class="lead">${escapeHtml(say('form.received.more'))}</p>`,
  )
}

/** A page with one message, for a form that is closed or unknown. */
export const messagePage = (company: string, title: string, words: string): string =>
  publicPage(company, title, `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(words)}</p>`)

function field(
  name: string,
  label: string,
  hint: string | null,
  fault: string | undefined,
  control: (attributes: string) => string,
): string {
  const told = [hint === null ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`]
    .filter((id) => id !== '')
    .join(' ')
  const attributes = `id="${name}" name="${name}"${told === '' ? '' : ` aria-describedby="${told}"`}${fault === undefined ? '' : ' aria-invalid="true"'}`
  return `<div class="field"><label for="${name}">${escapeHtml(label)}</label>${hint === null ? '' : `<p class="hint" id="${name}-hint">${escapeHtml(hint)}</p>`}${
    fault === undefined ? '' : `<p class="fault" id="${name}-fault">${escapeHtml(fault)}</p>`
  }${control(attributes)}</div>`
}

/** A page that anybody can open, in the look of the form. Title and company are escaped; `main` is HTML. */
export const publicPage = (company: string, title: string, main: string): string => `<!doctype html>
<html lang="${escapeHtml(say('language'))}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><link rel="icon" href="/mark.svg" type="image/svg+xml">
<title>${escapeHtml(title)} · ${escapeHtml(company)}</title><style>${style}</style></head>
<body><header><p class="company">${escapeHtml(company)}</p></header><main>${main}</main></body></html>`

const style = `
:root{--page:#faf9f6;--surface:#fff;--text:#1e2221;--soft:#5a5955;--line:#e2dfd8;--control:#8a877f;--accent:#115c73;--on-accent:#fff;--fault:#932c1f}
@media (prefers-color-scheme:dark){:root{--page:#15191b;--surface:#22282a;--text:#e5e8e6;--soft:#a4acab;--line:#363d40;--control:#7d8686;--accent:#86bac9;--on-accent:#0b0d0e;--fault:#e58f80}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:17px/1.5 'Inter Variable','Inter',system-ui,'Segoe UI','Noto Sans',sans-serif}
header,main{max-width:40rem;margin:0 auto;padding:0 20px}header{padding-top:16px;padding-bottom:16px;border-bottom:1px solid var(--line)}main{padding-top:28px;padding-bottom:64px}
.company,h1{font-family:'Source Serif 4 Variable','Source Serif 4',Georgia,'Noto Serif',serif;font-weight:600;letter-spacing:-.01em}.company{margin:0;font-size:19px}
h1{margin:0 0 8px;font-size:30px;line-height:1.2}.lead{margin:0 0 16px}.soft,.hint{color:var(--soft)}.soft{margin:0 0 4px}
.field{margin:22px 0 0}label{display:block;font-weight:600}.hint{margin:0;font-size:15px}.fault{margin:2px 0 0;color:var(--fault);font-weight:600}.whole{margin:0 0 16px}
input,textarea{display:block;width:100%;margin-top:6px;padding:10px 12px;font:inherit;color:var(--text);background:var(--surface);border:1px solid var(--control);border-radius:8px}
textarea{resize:vertical;min-height:10rem}[aria-invalid]{border-color:var(--fault);border-width:2px}
button{width:100%;margin-top:28px;padding:13px 20px;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:0;border-radius:8px;cursor:pointer}
.scale{margin:22px 0 0;padding:0;border:0}legend{padding:0;font-weight:600}.scale div{display:grid;grid-template-columns:repeat(5,1fr);gap:8px;margin-top:8px}
.scale label{display:flex;flex-direction:column;align-items:center;font-weight:400;text-align:center;cursor:pointer}.scale small{font-size:14px;line-height:1.3;color:var(--soft)}
.scale input{position:absolute;width:1px;height:1px;margin:0;opacity:0}.scale span{display:block;width:100%;padding:11px 0;border:1px solid var(--control);border-radius:8px;background:var(--surface)}
.scale :checked+span{border-color:var(--accent);background:var(--accent);color:var(--on-accent);font-weight:600}.scale :focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.tick{display:flex;gap:10px;align-items:baseline}.tick input{flex:none;width:1.15em;height:1.15em;margin:0;accent-color:var(--accent);translate:0 .15em}.foot{margin:28px 0 0}a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.away{position:absolute;left:-100vw;width:1px;height:1px;overflow:hidden}`
