#!/bin/bash
# Starts a real Dovecot (IMAP, LMTP) and Postfix (SMTP) on this machine only, for tests. Needs root; the servers drop to their own users.
#   start-mail.sh FOLDER      a new, empty scratch folder whose parents any user may enter; all that is written lies in it
# Ports: IMAP_PORT (10143), IMAPS_PORT (10993), LMTP_PORT (10024), SMTP_PORT (2525), DIRECT_PORT (2526), HANDED_PORT (2527).
# SUBMISSION_PORT (10587): set, Dovecot also takes letters there, and logs in by token as well (JWT by RS256, signed with FOLDER/dovecot/jwt.key).
# Users support@shop.test and anna@example.test, password "secret"; anna-WORD@example.test is Anna too. Mail for them goes to Dovecot, @direct.test by SMTP to a server
# the test itself runs on DIRECT_PORT, @handed.test by LMTP to one on HANDED_PORT; everything else is refused, so nothing can leave the machine.
set -eu
folder=$(realpath -m "${1:?name a scratch folder}")
imap=${IMAP_PORT:-10143} imaps=${IMAPS_PORT:-10993} lmtp=${LMTP_PORT:-10024} smtp=${SMTP_PORT:-2525} direct=${DIRECT_PORT:-2526} handed=${HANDED_PORT:-2527}
submission=${SUBMISSION_PORT:-}
here=$(dirname "$(realpath "$0")")
[ -e "$folder/dovecot" ] && { echo "$folder was used before: name a new one" >&2; exit 1; }

wait_for_port() { # port, log to show if it never opens
  for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0
    sleep 0.1
  done
  tail -20 "$2" >&2
  return 1
}

# --- Dovecot ---
dovecot=$folder/dovecot
mkdir -p "$dovecot"/{run,state,home}
chmod 711 "$folder" "$dovecot"
id vmail >/dev/null 2>&1 || useradd -r -M -s /usr/sbin/nologin vmail
chown vmail:vmail "$dovecot/home"
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
  -keyout "$dovecot/key.pem" -out "$dovecot/cert.pem" 2>/dev/null
printf '%s:{PLAIN}secret::::::\n' support@shop.test anna@example.test >"$dovecot/users"
chmod 644 "$dovecot/users"
protocols='imap lmtp' mechanisms='plain login'
if [ -n "$submission" ]; then
  protocols="$protocols submission" mechanisms="$mechanisms xoauth2 oauthbearer"
  mkdir -p "$dovecot/keys/default/RS256"
  openssl genrsa -out "$dovecot/jwt.key" 2048 2>/dev/null
  openssl rsa -in "$dovecot/jwt.key" -pubout -out "$dovecot/keys/default/RS256/default" 2>/dev/null
  cat >"$dovecot/oauth2.conf.ext" <<CONF
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$dovecot/keys/
username_attribute = email
issuers = https://idp.test
CONF
  cat >"$dovecot/tokens.conf" <<CONF
submission_relay_host = 127.0.0.1
submission_relay_port = $smtp
submission_relay_trusted = no
hostname = mail.shop.test
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = $dovecot/oauth2.conf.ext
}
service submission-login {
  chroot =
  inet_listener submission {
    port = $submission
  }
}
CONF
fi
cat >"$dovecot/dovecot.conf" <<CONF
base_dir = $dovecot/run
state_dir = $dovecot/state
instance_name = amends-$imap
protocols = $protocols
listen = 127.0.0.1
log_path = $dovecot/dovecot.log
ssl = yes
ssl_cert = <$dovecot/cert.pem
ssl_key = <$dovecot/key.pem
disable_plaintext_auth = no
auth_mechanisms = $mechanisms
auth_failure_delay = 0
recipient_delimiter = +
mail_location = maildir:$dovecot/home/%d/%n/Maildir
mail_home = $dovecot/home/%d/%n
first_valid_uid = 1
mailbox_idle_check_interval = 1s
lmtp_save_to_detail_mailbox = no
!include_try tokens.conf
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u $dovecot/users
}
userdb {
  driver = static
  args = uid=vmail gid=vmail home=$dovecot/home/%d/%n
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $lmtp
  }
}
service anvil {
  # Tests fail to log in on purpose, and wait for nothing after it.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
  chroot =
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
protocol lmtp {
  mail_plugins =
  postmaster_address = postmaster@shop.test
}
CONF
dovecot -c "$dovecot/dovecot.conf"
wait_for_port "$imap" "$dovecot/dovecot.log" || { "$here/stop-mail.sh" "$folder"; exit 1; }

# --- Postfix ---
postfix=$folder/postfix
mkdir -p "$postfix"/{conf,spool,data}
cat >"$postfix/conf/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $postfix/spool
data_directory = $postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
shlib_directory = /usr/lib/postfix
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.shop.test
mydestination =
local_transport = error:no local delivery
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
recipient_delimiter = +
virtual_mailbox_domains = shop.test, example.test
virtual_mailbox_maps = texthash:$postfix/conf/mailboxes
virtual_alias_maps = regexp:$postfix/conf/aliases
virtual_transport = lmtp:inet:127.0.0.1:$lmtp
relay_domains = direct.test, handed.test
transport_maps = texthash:$postfix/conf/transport
default_transport = error:5.1.2 no outside world here
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = check_recipient_access texthash:$postfix/conf/recipients, reject_unlisted_recipient, reject_unauth_destination, permit
message_size_limit = 30000000
disable_dns_lookups = yes
smtp_dns_support_level = disabled
minimal_backoff_time = 2s
maximal_backoff_time = 4s
transport_retry_time = 2s
queue_run_delay = 2s
maillog_file = $postfix/maillog
maillog_file_prefixes = $postfix
CONF
printf '%s ok\n' support@shop.test anna@example.test >"$postfix/conf/mailboxes"
printf '/^anna-[a-z0-9]+@example\\.test$/ anna@example.test\n' >"$postfix/conf/aliases"
echo 'busy@example.test 450 4.2.1 come back later' >"$postfix/conf/recipients"
printf '%s\n' "direct.test smtp:[127.0.0.1]:$direct" "handed.test lmtp:inet:127.0.0.1:$handed" >"$postfix/conf/transport"
cp /etc/postfix/master.cf "$postfix/conf/master.cf" 2>/dev/null || cp /usr/share/postfix/master.cf.dist "$postfix/conf/master.cf"
# One listener, on our port; no service in a chroot, as the scratch folder has none of the files one needs.
sed -i -E "s/^smtp( +)inet .*/127.0.0.1:$smtp inet n - n - - smtpd/; s/^([a-z0-9:.-]+ +(unix|inet|fifo|pass) +\S+ +\S+ +)y/\1n/" "$postfix/conf/master.cf"
grep -q '^postlog' "$postfix/conf/master.cf" || echo 'postlog unix-dgram n - n - 1 postlogd' >>"$postfix/conf/master.cf"
for file in dynamicmaps.cf postfix-files; do cp "/etc/postfix/$file" "$postfix/conf/" 2>/dev/null || cp "/usr/share/postfix/$file" "$postfix/conf/" 2>/dev/null || true; done
chown root:root "$postfix" "$postfix/spool"
chown postfix "$postfix/data"
postfix -c "$postfix/conf" start >/dev/null 2>&1 || true
wait_for_port "$smtp" "$postfix/maillog" || { "$here/stop-mail.sh" "$folder"; exit 1; }
echo "up $folder"
