CREATE TABLE "invoice_due_totals" (
	"workspace_id" uuid DEFAULT nullif(current_setting('app.workspace_id', true), '')::uuid NOT NULL,
	"due_date" date NOT NULL,
	"currency" text NOT NULL,
	"count" integer NOT NULL,
	"remaining_minor" bigint NOT NULL,
	CONSTRAINT "invoice_due_totals_workspace_id_due_date_currency_pk" PRIMARY KEY("workspace_id","due_date","currency")
);
--> statement-breakpoint
ALTER TABLE "invoice_due_totals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invoice_due_totals" ADD CONSTRAINT "invoice_due_totals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "invoice_due_totals" AS PERMISSIVE FOR ALL TO "centwise_tenant" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON invoice_due_totals TO centwise_tenant;
--> statement-breakpoint
-- Keeps invoice_totals, then invoice_due_totals. Once a statement, not once a row: an import of thousands then touches
-- each total once. Subtracts from where an invoice was before it adds to where it is: two transactions meet the rows in
-- the same order, and whoever changes a day holds the total of open invoices already.
-- An update that moves no amount touches no total, so that edits of one workspace do not wait for each other.
CREATE OR REPLACE FUNCTION keep_invoice_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM id, status, currency, total_minor, amount_paid_minor, amount_remaining_minor, deleted_at,
      CASE WHEN status = 'open' THEN due_date END FROM before
    EXCEPT
    SELECT id, status, currency, total_minor, amount_paid_minor, amount_remaining_minor, deleted_at,
      CASE WHEN status = 'open' THEN due_date END FROM after;
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
  IF TG_OP <> 'INSERT' THEN
    UPDATE invoice_due_totals t
    SET count = t.count - gone.count, remaining_minor = t.remaining_minor - gone.remaining
    FROM (
      SELECT workspace_id, due_date, currency, count(*), sum(amount_remaining_minor) AS remaining
      FROM before WHERE status = 'open' AND due_date IS NOT NULL AND deleted_at IS NULL
      GROUP BY workspace_id, due_date, currency
    ) gone
    WHERE (t.workspace_id, t.due_date, t.currency) = (gone.workspace_id, gone.due_date, gone.currency);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO invoice_due_totals (workspace_id, due_date, currency, count, remaining_minor)
    SELECT workspace_id, due_date, currency, count(*), sum(amount_remaining_minor)
    FROM after WHERE status = 'open' AND due_date IS NOT NULL AND deleted_at IS NULL
    GROUP BY workspace_id, due_date, currency
    ON CONFLICT (workspace_id, due_date, currency) DO UPDATE
    SET count = invoice_due_totals.count + excluded.count,
        remaining_minor = invoice_due_totals.remaining_minor + excluded.remaining_minor;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM invoice_due_totals t USING before
    WHERE (t.workspace_id, t.due_date, t.currency) = (before.workspace_id, before.due_date, before.currency)
      AND t.count = 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The owner of the tables obeys the policies too, but for this once.
DO $$ BEGIN
  ALTER TABLE invoices NO FORCE ROW LEVEL SECURITY;
  INSERT INTO invoice_due_totals (workspace_id, due_date, currency, count, remaining_minor)
  SELECT workspace_id, due_date, currency, count(*), sum(amount_remaining_minor)
  FROM invoices WHERE status = 'open' AND due_date IS NOT NULL AND deleted_at IS NULL
  GROUP BY workspace_id, due_date, currency;
  ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
  ALTER TABLE invoice_due_totals FORCE ROW LEVEL SECURITY;
END $$;
