-- The table keeps its rows, policies and grants: a send that is open goes on. Rows change by USING, not by UPDATE: the
-- owner obeys the policies too, and would find none to update.
ALTER TABLE "send_ops" RENAME TO "operations";--> statement-breakpoint
ALTER TABLE "operations" RENAME COLUMN "invoice_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "operations" DROP CONSTRAINT "send_ops_workspace_id_invoice_id_invoices_workspace_id_id_fk";--> statement-breakpoint
ALTER TABLE "operations" RENAME CONSTRAINT "send_ops_workspace_id_id_pk" TO "operations_workspace_id_id_pk";--> statement-breakpoint
ALTER TABLE "operations" RENAME CONSTRAINT "send_ops_workspace_id_workspaces_id_fk" TO "operations_workspace_id_workspaces_id_fk";--> statement-breakpoint
ALTER INDEX "send_ops_invoice" RENAME TO "operations_subject";--> statement-breakpoint
ALTER INDEX "send_ops_one_open" RENAME TO "operations_one_open";--> statement-breakpoint
ALTER INDEX "send_ops_due" RENAME TO "operations_due";--> statement-breakpoint
ALTER TABLE "operations"
  ADD COLUMN "subject" text NOT NULL DEFAULT 'invoice',
  ADD COLUMN "version" integer NOT NULL DEFAULT 1,
  ADD COLUMN "key_since" timestamp (3) with time zone,
  ADD COLUMN "kept_failures" integer DEFAULT 0 NOT NULL,
  ADD COLUMN "ticket" bigint DEFAULT nextval('sync_ticket') NOT NULL;--> statement-breakpoint
-- A send without a bill was an e-mail of an invoice that was open already.
ALTER TABLE "operations"
  ALTER COLUMN "kind" TYPE text USING CASE WHEN snapshot IS NULL THEN 'send_again' ELSE kind::text END,
  ALTER COLUMN "snapshot" TYPE jsonb USING coalesce(snapshot, jsonb_build_object('stripeId', results ->> 'invoice')),
  ALTER COLUMN "key_since" TYPE timestamp (3) with time zone USING created_at;--> statement-breakpoint
ALTER TABLE "operations"
  ALTER COLUMN "subject" DROP DEFAULT,
  ALTER COLUMN "version" DROP DEFAULT,
  ALTER COLUMN "snapshot" SET NOT NULL,
  ALTER COLUMN "key_since" SET DEFAULT now(),
  ALTER COLUMN "key_since" SET NOT NULL,
  ADD COLUMN "invoice_id" uuid GENERATED ALWAYS AS (case when subject = 'invoice' then subject_id end) STORED,
  ADD COLUMN "client_id" uuid GENERATED ALWAYS AS (case when subject = 'client' then subject_id end) STORED,
  ADD CONSTRAINT "operations_has_subject" CHECK (num_nonnulls(invoice_id, client_id) = 1);--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_workspace_id_invoice_id_invoices_workspace_id_id_fk" FOREIGN KEY ("workspace_id","invoice_id") REFERENCES "public"."invoices"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_workspace_id_client_id_clients_workspace_id_id_fk" FOREIGN KEY ("workspace_id","client_id") REFERENCES "public"."clients"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "former_stripe_id" text;--> statement-breakpoint
DROP TYPE "public"."send_kind";
