-- Rewriting the column reaches every row; an update would stop at row-level security.
ALTER TABLE "invoice_lines" ALTER COLUMN "tax_percent" SET DATA TYPE text USING coalesce("tax_percent", '');--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "tax_percent" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "tax_percent" SET NOT NULL;
