DROP INDEX "invoices_by_status";--> statement-breakpoint
DROP INDEX "invoices_due";--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "number_start" text GENERATED ALWAYS AS (upper(number)) STORED;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "number_end" text GENERATED ALWAYS AS (reverse(upper(number))) STORED;--> statement-breakpoint
CREATE INDEX "invoices_draft" ON "invoices" USING btree ("workspace_id","id") WHERE status = 'draft';--> statement-breakpoint
CREATE INDEX "invoices_open" ON "invoices" USING btree ("workspace_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "invoices_paid" ON "invoices" USING btree ("workspace_id","id") WHERE status = 'paid';--> statement-breakpoint
CREATE INDEX "invoices_void" ON "invoices" USING btree ("workspace_id","id") WHERE status = 'void';--> statement-breakpoint
CREATE INDEX "invoices_uncollectible" ON "invoices" USING btree ("workspace_id","id") WHERE status = 'uncollectible';--> statement-breakpoint
CREATE INDEX "invoices_number_start" ON "invoices" USING btree ("workspace_id","number_start" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "invoices_number_end" ON "invoices" USING btree ("workspace_id","number_end" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("workspace_id","due_date","currency","amount_remaining_minor") WHERE status = 'open' and deleted_at is null;