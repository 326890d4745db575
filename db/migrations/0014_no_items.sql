DROP POLICY "tenant" ON "items" CASCADE;--> statement-breakpoint
DROP TABLE "items" CASCADE;