#!/usr/bin/env bash
# Run once by the image of PostgreSQL, when the volume is empty.
set -euo pipefail
psql=(psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB")
"${psql[@]}" --file /deploy/roles.sql
# The server keeps only the hash; the statement itself stays out of its log.
"${psql[@]}" --set migrator="$MIGRATOR_PASSWORD" --set app="$APP_PASSWORD" <<'SQL'
set log_min_error_statement = panic;
alter role migrator password :'migrator';
alter role app password :'app';
SQL
