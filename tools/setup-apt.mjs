// What tests need from the system: a Chromium, and as root on Debian also real mail programs to test against.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { findBrowser, isExecutable } from './find-browser.mjs'

const browserPackages = ['chromium', 'fonts-dejavu-core']
const mailPackages = [
  'dovecot-imapd',
  'dovecot-lmtpd',
  'dovecot-submissiond',
  'dovecot-pop3d',
  'postfix',
  'swaks',
  'mutt',
  'openssl',
  'ca-certificates',
]
const mailPrograms = ['/usr/sbin/dovecot', '/usr/sbin/postfix', '/usr/bin/swaks', '/usr/bin/mutt', '/usr/bin/openssl']
const mailParts = ['imap', 'lmtp', 'submission-login', 'pop3'].map((name) => `/usr/lib/dovecot/${name}`)

/** Installs what is missing, where that may be done; otherwise says in words what will be skipped. */
export function installSystemPackages(say) {
  const needs = [
    {
      what: 'Chromium',
      lost: 'browser tests',
      packages: browserPackages,
      isThere: () => findBrowser() !== undefined,
      hint: ', or a Chromium or Chrome anywhere, named by AMENDS_CHROMIUM',
    },
    {
      what: 'the mail servers',
      lost: 'tests against real mail servers',
      packages: mailPackages,
      isThere: hasMailPeers,
    },
  ]
  for (const need of needs) if (!need.isThere()) install(need, say)
}

const hasMailPeers = () => [...mailPrograms, ...mailParts].every((path) => existsSync(path))

function install({ what, lost, packages, isThere, hint = '' }, say) {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    return say(
      `${what} not found, and only root on Debian can install: ${lost} will be skipped. Needed: ${packages.join(' ')}${hint}`,
    )
  }
  say(`installing ${what} (${packages.join(' ')})`)
  const began = Date.now()
  const words = withoutStartingServices(() => aptInstall(packages))
  if (isThere()) return say(`${what} ready in ${Math.round((Date.now() - began) / 1000)} s`)
  say(`${what} could not be installed: ${lost} will be skipped. apt said:\n${words}`)
}

/** Tries, then refreshes the lists and tries again. One foreign source may fail the refresh, so its status is not asked. */
function aptInstall(packages) {
  preset('postfix postfix/main_mailer_type select No configuration')
  // --no-remove: a machine's own mail server is worth more than our tests
  const words = ['install', '-y', '--no-install-recommends', '--no-remove', ...packages]
  if (apt(words).status === 0) return ''
  apt(['update'])
  const { status, output } = apt(words)
  return status === 0 ? '' : output.trim().split('\n').slice(-8).join('\n')
}

function apt(words) {
  const how = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr, error } = spawnSync('apt-get', [...how, ...words], { env, encoding: 'utf8' })
  return { status, output: error ? error.message : `${stdout}${stderr}` }
}

const preset = (answer) => spawnSync('debconf-set-selections', { input: `${answer}\n` })

/** Tests start their own servers with their own settings; the packages' services stay off, now and after a restart. */
function withoutStartingServices(task) {
  const policy = '/usr/sbin/policy-rc.d'
  const hadPolicy = existsSync(policy)
  const hadMail = hasMailPeers()
  if (!hadPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n')
  if (!hadPolicy) chmodSync(policy, 0o755)
  try {
    return task()
  } finally {
    if (!hadPolicy) rmSync(policy, { force: true })
    if (!hadMail && hasMailPeers() && existsSync('/run/systemd/system')) {
      spawnSync('systemctl', ['disable', 'dovecot', 'postfix'])
    }
  }
}
