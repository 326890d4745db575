-- Roles belong to the whole cluster: another database, or another migration at this very moment, may have made them.
DO $$
DECLARE
  app_role text;
  -- PostgreSQL 16 split membership in two: only SET allows SET ROLE.
  needed text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
  FOREACH app_role IN ARRAY ARRAY['centwise_tenant', 'centwise_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = app_role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', app_role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = app_role AND (rolsuper OR rolbypassrls)) THEN
      RAISE EXCEPTION 'role % may bypass row-level security', app_role;
    END IF;
    IF NOT pg_has_role(current_user, app_role, needed) THEN
      EXECUTE format('GRANT %I TO %I', app_role, current_user);
    END IF;
  END LOOP;
END $$;
