// The document a mail is shown in: its own policy says again that nothing runs and nothing is fetched.
// Second layer: the frame that shows it has an empty `sandbox`. Third: the page's own policy, which the frame inherits.

/** Nothing but inline styles and pictures that are in the document itself. */
export const mailPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

const ground =
  'html{color-scheme:light}body{margin:16px;font:15px/1.55 sans-serif;overflow-wrap:anywhere;background:white;color:black}' +
  'img,table{max-width:100%}a{text-decoration:underline}'

/** A whole document around the HTML of a mail, clean or not. */
export const mailDocument = (body: string): string =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${mailPolicy}">` +
  `<meta name="referrer" content="no-referrer"><style>${ground}</style></head><body>${body}</body></html>`
