DROP INDEX "invoices_due";--> statement-breakpoint
CREATE INDEX "invoices_due" ON "invoices" USING btree ("workspace_id","due_date","id") WHERE status = 'open' and deleted_at is null;