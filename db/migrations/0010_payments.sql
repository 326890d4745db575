CREATE TYPE "public"."payment_status" AS ENUM('open', 'paid', 'canceled', 'failed', 'processing');--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text NOT NULL,
	"workspace_id" uuid DEFAULT nullif(current_setting('app.workspace_id', true), '')::uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"payment_intent" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" "payment_status" NOT NULL,
	"method" text NOT NULL,
	"failure" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_workspace_id_invoice_id_invoices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoices"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_invoice" ON "payments" USING btree ("workspace_id","invoice_id","position");--> statement-breakpoint
CREATE INDEX "payments_intent" ON "payments" USING btree ("workspace_id","payment_intent");--> statement-breakpoint
CREATE POLICY "tenant" ON "payments" AS PERMISSIVE FOR ALL TO "centwise_tenant" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON payments TO centwise_tenant;
--> statement-breakpoint
-- The owner of the tables obeys the policies too, but for this once.
DO $$ BEGIN
  ALTER TABLE invoices NO FORCE ROW LEVEL SECURITY;
  INSERT INTO payments (workspace_id, id, invoice_id, position, payment_intent, amount_minor, currency, status, method, failure, at)
  SELECT workspace_id, payment ->> 'id', invoices.id, place - 1, payment ->> 'paymentIntent', (payment ->> 'amountMinor')::bigint,
    payment ->> 'currency', (payment ->> 'status')::payment_status, payment ->> 'method', payment ->> 'failure', (payment ->> 'at')::timestamptz
  FROM invoices, jsonb_array_elements(payments) WITH ORDINALITY AS each (payment, place)
  ON CONFLICT DO NOTHING;
  ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
  ALTER TABLE payments FORCE ROW LEVEL SECURITY;
END $$;
--> statement-breakpoint
ALTER TABLE "invoices" DROP COLUMN "payments";
