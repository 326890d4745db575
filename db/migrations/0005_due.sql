ALTER TABLE "send_ops" ALTER COLUMN "next_try_at" SET DATA TYPE timestamp with time zone;--> statement-breakpoint
ALTER TABLE "send_ops" ALTER COLUMN "next_try_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "stripe_events" ALTER COLUMN "next_try_at" SET DATA TYPE timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stripe_events" ALTER COLUMN "next_try_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "sweeps" ALTER COLUMN "next_try_at" SET DATA TYPE timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sweeps" ALTER COLUMN "next_try_at" SET DEFAULT now();