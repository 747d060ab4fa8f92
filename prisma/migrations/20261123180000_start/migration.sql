-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "stores" (
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "access_token" TEXT,
    "scope" TEXT NOT NULL,
    "account_uuid" TEXT NOT NULL,
    "owner_id" BIGINT NOT NULL,
    "owner_email" TEXT NOT NULL,
    "hook_secret" TEXT NOT NULL,
    "profile" JSONB,
    "last_seen_at" TIMESTAMPTZ(3),
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "unauthorized_runs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stores_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "users" (
    "id" BIGINT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "store_hash" TEXT NOT NULL,
    "user_id" BIGINT NOT NULL,
    "is_owner" BOOLEAN NOT NULL,
    "sessions_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("store_hash","user_id")
);

-- CreateTable
CREATE TABLE "one_time_codes" (
    "purpose" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "one_time_codes_pkey" PRIMARY KEY ("purpose","digest")
);

-- CreateTable
CREATE TABLE "hike_connections" (
    "store_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tokens" TEXT NOT NULL,
    "refresh_digest" TEXT NOT NULL,
    "fingerprint" TEXT,
    "shop_name" TEXT,
    "lists" JSONB,
    "candidate" TEXT,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "trouble" TEXT,

    CONSTRAINT "hike_connections_pkey" PRIMARY KEY ("store_hash")
);

-- CreateTable
CREATE TABLE "settings" (
    "store_hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("store_hash")
);

-- CreateTable
CREATE TABLE "links" (
    "store_hash" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "bigcommerce_id" TEXT NOT NULL,
    "hike_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("store_hash","thing","bigcommerce_id")
);

-- CreateTable
CREATE TABLE "seen_orders" (
    "store_hash" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "status_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "total_inc_tax_minor" BIGINT NOT NULL,
    "total_ex_tax_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "payment_method" TEXT NOT NULL,
    "customer_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "item_count" INTEGER NOT NULL,
    "external_source" TEXT,
    "state" TEXT NOT NULL,
    "problem" JSONB,
    "sale_id" BIGINT,
    "sale_number" TEXT,

    CONSTRAINT "seen_orders_pkey" PRIMARY KEY ("store_hash","order_id")
);

-- CreateTable
CREATE TABLE "seen_sales" (
    "store_hash" TEXT NOT NULL,
    "sale_id" BIGINT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "transaction_date" TIMESTAMPTZ(3) NOT NULL,
    "original_sale_id" BIGINT,
    "sale" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "order_id" BIGINT,
    "state" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_sales_pkey" PRIMARY KEY ("store_hash","sale_id")
);

-- CreateTable
CREATE TABLE "dirty" (
    "store_hash" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "trigger" TEXT NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dirty_pkey" PRIMARY KEY ("store_hash","thing","id")
);

-- CreateTable
CREATE TABLE "leases" (
    "store_hash" TEXT NOT NULL,
    "owner" TEXT,
    "token" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("store_hash")
);

-- CreateTable
CREATE TABLE "intents" (
    "store_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "remote_id" TEXT,
    "looks" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intents_pkey" PRIMARY KEY ("store_hash","kind","key")
);

-- CreateTable
CREATE TABLE "entries" (
    "id" TEXT NOT NULL,
    "store_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "direction" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "bigcommerce_id" TEXT,
    "hike_id" TEXT,
    "result" TEXT NOT NULL,
    "problem" JSONB,
    "message" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    "next_try_at" TIMESTAMPTZ(3),
    "detail" JSONB,

    CONSTRAINT "entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "store_hash" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("store_hash","webhook_id")
);

-- CreateTable
CREATE TABLE "cursors" (
    "store_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "cursors_pkey" PRIMARY KEY ("store_hash","name")
);

-- CreateTable
CREATE TABLE "api_calls" (
    "store_hash" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "api_calls_pkey" PRIMARY KEY ("store_hash","minute")
);

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "one_time_codes_expires_at_idx" ON "one_time_codes"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "links_store_hash_thing_hike_id_key" ON "links"("store_hash", "thing", "hike_id");

-- CreateIndex
CREATE INDEX "seen_orders_store_hash_created_at_idx" ON "seen_orders"("store_hash", "created_at");

-- CreateIndex
CREATE INDEX "seen_orders_store_hash_state_created_at_idx" ON "seen_orders"("store_hash", "state", "created_at");

-- CreateIndex
CREATE INDEX "seen_sales_store_hash_transaction_date_idx" ON "seen_sales"("store_hash", "transaction_date");

-- CreateIndex
CREATE INDEX "seen_sales_store_hash_status_transaction_date_idx" ON "seen_sales"("store_hash", "status", "transaction_date");

-- CreateIndex
CREATE INDEX "seen_sales_store_hash_original_sale_id_idx" ON "seen_sales"("store_hash", "original_sale_id");

-- CreateIndex
CREATE INDEX "dirty_store_hash_priority_not_before_idx" ON "dirty"("store_hash", "priority", "not_before");

-- CreateIndex
CREATE INDEX "dirty_not_before_idx" ON "dirty"("not_before");

-- CreateIndex
CREATE INDEX "entries_store_hash_at_id_idx" ON "entries"("store_hash", "at", "id");

-- CreateIndex
CREATE INDEX "entries_store_hash_thing_record_id_idx" ON "entries"("store_hash", "thing", "record_id");

-- CreateIndex
CREATE INDEX "entries_store_hash_result_at_idx" ON "entries"("store_hash", "result", "at");

-- CreateIndex
CREATE INDEX "entries_at_idx" ON "entries"("at");

-- CreateIndex
CREATE INDEX "inbox_received_at_idx" ON "inbox"("received_at");

-- CreateIndex
CREATE INDEX "api_calls_minute_idx" ON "api_calls"("minute");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hike_connections" ADD CONSTRAINT "hike_connections_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_store_hash_fkey" FOREIGN KEY ("store_hash") REFERENCES "stores"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of the dirty set live for seconds: without frequent vacuuming the pump's look at them grows slow.
ALTER TABLE "dirty" SET (autovacuum_vacuum_scale_factor = 0.02);
