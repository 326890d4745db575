ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_account_workspaces_stripe_account_fk" FOREIGN KEY ("account") REFERENCES "public"."workspaces"("stripe_account") ON DELETE cascade ON UPDATE cascade;
--> statement-breakpoint
CREATE FUNCTION add_sweep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sweeps (account) VALUES (NEW.stripe_account);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER sweep_after_insert AFTER INSERT ON workspaces FOR EACH ROW EXECUTE FUNCTION add_sweep();
--> statement-breakpoint
-- As the system role, for the owner of the tables obeys the policies too.
DO $$ BEGIN
  PERFORM set_config('role', 'centwise_system', true);
  INSERT INTO sweeps (account) SELECT stripe_account FROM workspaces ON CONFLICT DO NOTHING;
  PERFORM set_config('role', 'none', true);
END $$;
