#!/bin/sh
# Imports what is new in a folder, and after the end of a tertial mails its report.
#
#   MINUTES   the folder of minutes
#   NYCKELTAL_STORE           the store, a file
#   MAIL_FROM, MAIL_TO, SMTP  who it is from and for, and through which server
#   NYCKELTAL_SMTP_PASSWORD   the password, where the server wants one
#   TODAY     a day to take for today, 2016-01-10; DRY_RUN=1 says what would be sent
set -eu
: "${MINUTES:?}" "${NYCKELTAL_STORE:?}" "${MAIL_FROM:?}" "${MAIL_TO:?}" "${SMTP:?}"
status=0
nyckeltal import "$MINUTES" --quiet || status=$?
# 3: some documents could not be read and are named; the others are in
[ "$status" -eq 0 ] || [ "$status" -eq 3 ] || exit "$status"
status=0
today=${TODAY:-$(date +%F)}
year=${today%%-*}
month=${today#*-}
month=${month%-*}
case $month in
05) tertial=1 ;;
09) tertial=2 ;;
01) tertial=3 year=$((year - 1)) ;;
*) exit 0 ;;
esac
# once for each tertial
sent="$NYCKELTAL_STORE.$year-T$tertial.eml"
[ ! -e "$sent" ] || exit 0
nyckeltal report tertial --year "$year" --tertial "$tertial" --mail-from "$MAIL_FROM" \
  --mail-to "$MAIL_TO" --smtp "$SMTP" --output "$sent" ${DRY_RUN:+--dry-run} || status=$?
# 3: it went to some; otherwise it is tried again the next night
[ "$status" -eq 0 ] || [ "$status" -eq 3 ] || rm -f "$sent"
exit "$status"
