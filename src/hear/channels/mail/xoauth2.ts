// Logging in to an SMTP server by token (XOAUTH2, developers.google.com/gmail/imap/xoauth2-protocol), once: nodemailer's own way shows a token that was
// refused a second time, and servers count that.
import type SMTPConnection from 'nodemailer/lib/smtp-connection'

type Options = NonNullable<ConstructorParameters<typeof SMTPConnection>[0]>
type Handler = NonNullable<Options['customAuth']>[string]
type Login = Parameters<SMTPConnection['login']>[0]

/** A name of ours: under its own, nodemailer would take the first way the server offers instead, and show the token as a password. */
const method = 'AMENDS-TOKEN'

/** For `connection.login`, on a connection made with `waysByToken`. */
export const tokenLogin = (user: string, accessToken: string): Login => ({ method, user, pass: accessToken })

/** What the server said last is in the error, as with any other login. */
const byToken: Handler = async (login) => {
  const { credentials } = login.auth
  const words = `user=${credentials.user}\x01auth=Bearer ${credentials.pass}\x01\x01`
  const first = await login.sendCommand(`AUTH XOAUTH2 ${Buffer.from(words, 'utf8').toString('base64')}`)
  // A token that is refused is explained in JSON first; an empty line asks for the refusal itself.
  const last = first.status === 334 ? await login.sendCommand('') : first
  if (last.status !== 235) throw new Error('Invalid login')
}

/** For `customAuth`. */
export const waysByToken = { [method]: byToken }
