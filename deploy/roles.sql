-- The three roles, and what the database itself allows them. As a superuser, in the database of the county; may be run again.
-- Passwords are set apart from this. Plain SQL, because the program runs it too, on the private PostgreSQL.

do $$ begin create role owner; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role migrator; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role app; exception when duplicate_object or unique_violation then null; end $$;

-- Owns every table and never signs in. Row-level security is FORCED on the tables, so it binds the owner, too.
alter role owner nologin nosuperuser nocreatedb nocreaterole nobypassrls;

-- Changes the schema, as the owner: what it makes belongs to "owner".
alter role migrator login nosuperuser nocreatedb nocreaterole nobypassrls;
grant owner to migrator;
alter role migrator set role = owner;

-- The running program. Owns nothing; the migrations grant it rows, table by table. JIT costs a counting query more than it saves.
alter role app login nosuperuser nocreatedb nocreaterole nobypassrls;
alter role app set jit = off;

do $$ begin
  execute format('alter database %I owner to owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, temporary on database %I to app, migrator', current_database());
  execute format('alter schema %I owner to owner', current_schema());
  execute format('revoke all on schema %I from public', current_schema());
  execute format('grant usage on schema %I to app', current_schema());
end $$;
