-- The three roles of the database. "owner" owns everything and cannot log in; "migrator" logs in to change the schema and acts as
-- owner; "app" reads and writes rows, owns nothing and is held by row-level security. Passwords are set apart. May be run again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'owner') then create role owner nologin; end if;
    if not exists (select from pg_roles where rolname = 'migrator') then create role migrator login; end if;
    if not exists (select from pg_roles where rolname = 'app') then create role app login; end if;
exception when duplicate_object or unique_violation then null; -- another run makes them at this moment
end $$;
grant owner to migrator;
