-- The owner of the tables obeys the policies too.
DO $$ BEGIN
  ALTER TABLE activity FORCE ROW LEVEL SECURITY;
  ALTER TABLE auth_sessions FORCE ROW LEVEL SECURITY;
  ALTER TABLE clients FORCE ROW LEVEL SECURITY;
  ALTER TABLE coupons FORCE ROW LEVEL SECURITY;
  ALTER TABLE invoice_lines FORCE ROW LEVEL SECURITY;
  ALTER TABLE invoice_totals FORCE ROW LEVEL SECURITY;
  ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
  ALTER TABLE items FORCE ROW LEVEL SECURITY;
  ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
  ALTER TABLE rate_limits FORCE ROW LEVEL SECURITY;
  ALTER TABLE send_ops FORCE ROW LEVEL SECURITY;
  ALTER TABLE stripe_events FORCE ROW LEVEL SECURITY;
  ALTER TABLE sweeps FORCE ROW LEVEL SECURITY;
  ALTER TABLE tax_rates FORCE ROW LEVEL SECURITY;
  ALTER TABLE users FORCE ROW LEVEL SECURITY;
  ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
END $$;
--> statement-breakpoint
-- What a workspace may do with its own rows. Activity and accepted events are history: nobody rewrites them here.
DO $$ BEGIN
  GRANT USAGE ON SCHEMA public TO centwise_tenant, centwise_system;
  GRANT USAGE ON SEQUENCE sync_ticket TO centwise_tenant, centwise_system;
  GRANT SELECT, INSERT, UPDATE, DELETE ON clients, coupons, invoice_lines, invoice_totals, invoices, items, tax_rates TO centwise_tenant;
  GRANT SELECT, INSERT, UPDATE ON send_ops TO centwise_tenant;
  GRANT SELECT, UPDATE ON workspaces TO centwise_tenant;
  GRANT SELECT, INSERT ON activity TO centwise_tenant;
  GRANT SELECT ON memberships, stripe_events TO centwise_tenant;
END $$;
--> statement-breakpoint
-- What sign-in, the inbox, the worker and the sweep need across workspaces.
DO $$ BEGIN
  GRANT SELECT, INSERT, UPDATE, DELETE ON users, auth_sessions, memberships, rate_limits, sweeps TO centwise_system;
  GRANT SELECT, INSERT, UPDATE ON workspaces, stripe_events TO centwise_system;
  GRANT SELECT, UPDATE ON send_ops TO centwise_system;
  GRANT SELECT, INSERT ON activity TO centwise_system;
  GRANT SELECT ON clients, invoices, invoice_totals TO centwise_system;
END $$;
--> statement-breakpoint
-- Keeps invoice_totals. Once a statement, not once a row: an import of thousands then touches each total once.
-- Subtracts from where an invoice was before it adds to where it is: two transactions meet the rows in the same order.
-- An update that moves no amount touches no total, so that edits of one workspace do not wait for each other.
CREATE FUNCTION keep_invoice_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM id, status, currency, total_minor, amount_paid_minor, amount_remaining_minor, deleted_at FROM before
    EXCEPT
    SELECT id, status, currency, total_minor, amount_paid_minor, amount_remaining_minor, deleted_at FROM after;
    IF NOT FOUND THEN RETURN NULL; END IF;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE invoice_totals t
    SET count = t.count - gone.count,
        total_minor = t.total_minor - gone.total,
        paid_minor = t.paid_minor - gone.paid,
        remaining_minor = t.remaining_minor - gone.remaining
    FROM (
      SELECT workspace_id, status, currency, count(*), sum(total_minor) AS total,
             sum(amount_paid_minor) AS paid, sum(amount_remaining_minor) AS remaining
      FROM before WHERE deleted_at IS NULL GROUP BY workspace_id, status, currency
    ) gone
    WHERE (t.workspace_id, t.status, t.currency) = (gone.workspace_id, gone.status, gone.currency);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO invoice_totals (workspace_id, status, currency, count, total_minor, paid_minor, remaining_minor)
    SELECT workspace_id, status, currency, count(*), sum(total_minor), sum(amount_paid_minor), sum(amount_remaining_minor)
    FROM after WHERE deleted_at IS NULL GROUP BY workspace_id, status, currency
    ORDER BY workspace_id, status, currency
    ON CONFLICT (workspace_id, status, currency) DO UPDATE
    SET count = invoice_totals.count + excluded.count,
        total_minor = invoice_totals.total_minor + excluded.total_minor,
        paid_minor = invoice_totals.paid_minor + excluded.paid_minor,
        remaining_minor = invoice_totals.remaining_minor + excluded.remaining_minor;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  CREATE TRIGGER totals_after_insert AFTER INSERT ON invoices REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION keep_invoice_totals();
  CREATE TRIGGER totals_after_update AFTER UPDATE ON invoices REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION keep_invoice_totals();
  CREATE TRIGGER totals_after_delete AFTER DELETE ON invoices REFERENCING OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION keep_invoice_totals();
END $$;
