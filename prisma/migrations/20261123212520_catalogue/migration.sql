-- By hand: COLLATE "C" on name_key, so that names sort alike on every server, and the new name of known links.

-- The link of what is sold was called "product"; that word now means the product as a whole.
UPDATE "links" SET "thing" = 'variant' WHERE "thing" = 'product';

-- DropIndex
DROP INDEX "dirty_store_hash_priority_not_before_idx";

-- CreateTable
CREATE TABLE "hike_products" (
    "store_hash" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "search_text" TEXT NOT NULL,
    "types" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "sweep" INTEGER NOT NULL,
    "gone_at" TIMESTAMPTZ(3),
    "standing" TEXT,
    "goes_to_zero" INTEGER NOT NULL,
    "price_move" DOUBLE PRECISION,
    "is_ignored" BOOLEAN NOT NULL,
    "removal" TEXT,

    CONSTRAINT "hike_products_pkey" PRIMARY KEY ("store_hash","product_id")
);

-- CreateTable
CREATE TABLE "hike_product_details" (
    "store_hash" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "product" JSONB NOT NULL,
    "plan" JSONB,
    "written" JSONB NOT NULL,

    CONSTRAINT "hike_product_details_pkey" PRIMARY KEY ("store_hash","product_id")
);

-- CreateTable
CREATE TABLE "hike_variants" (
    "store_hash" TEXT NOT NULL,
    "variant_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "sku_key" TEXT,
    "barcode_key" TEXT,

    CONSTRAINT "hike_variants_pkey" PRIMARY KEY ("store_hash","variant_id")
);

-- CreateTable
CREATE TABLE "store_products" (
    "store_hash" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "search_text" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "sweep" INTEGER NOT NULL,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "store_products_pkey" PRIMARY KEY ("store_hash","product_id")
);

-- CreateTable
CREATE TABLE "store_product_details" (
    "store_hash" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "product" JSONB NOT NULL,

    CONSTRAINT "store_product_details_pkey" PRIMARY KEY ("store_hash","product_id")
);

-- CreateTable
CREATE TABLE "store_variants" (
    "store_hash" TEXT NOT NULL,
    "variant_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "sku_key" TEXT,
    "barcode_key" TEXT,

    CONSTRAINT "store_variants_pkey" PRIMARY KEY ("store_hash","variant_id")
);

-- CreateTable
CREATE TABLE "product_images" (
    "store_hash" TEXT NOT NULL,
    "hike_id" BIGINT NOT NULL,
    "images" JSONB NOT NULL,

    CONSTRAINT "product_images_pkey" PRIMARY KEY ("store_hash","hike_id")
);

-- CreateTable
CREATE TABLE "stock_levels" (
    "store_hash" TEXT NOT NULL,
    "variant_id" BIGINT NOT NULL,
    "location_id" BIGINT NOT NULL,
    "hike_id" BIGINT NOT NULL,
    "on_hand" INTEGER,
    "seen_at" TIMESTAMPTZ(3),
    "written" INTEGER,
    "written_at" TIMESTAMPTZ(3),
    "written_reserve" INTEGER NOT NULL,
    "is_stale" BOOLEAN NOT NULL,
    "held_since" TIMESTAMPTZ(3),
    "is_approved" BOOLEAN NOT NULL,

    CONSTRAINT "stock_levels_pkey" PRIMARY KEY ("store_hash","variant_id","location_id")
);

-- CreateTable
CREATE TABLE "stock_moves" (
    "id" BIGSERIAL NOT NULL,
    "store_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hike_id" BIGINT NOT NULL,
    "variant_id" BIGINT,
    "location_id" BIGINT,
    "side" TEXT NOT NULL,
    "before" BIGINT,
    "after" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sum" JSONB,

    CONSTRAINT "stock_moves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reserved_units" (
    "store_hash" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "variant_ids" BIGINT[],
    "units" INTEGER[],

    CONSTRAINT "reserved_units_pkey" PRIMARY KEY ("store_hash","order_id")
);

-- CreateTable
CREATE TABLE "seen_customers" (
    "store_hash" TEXT NOT NULL,
    "hike_id" BIGINT NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "search_text" TEXT NOT NULL,
    "email_key" TEXT,
    "customer" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "problem" JSONB,
    "candidates" BIGINT[],
    "customer_id" BIGINT,
    "written" TEXT,

    CONSTRAINT "seen_customers_pkey" PRIMARY KEY ("store_hash","hike_id")
);

-- CreateIndex
CREATE INDEX "hike_products_store_hash_name_key_product_id_idx" ON "hike_products"("store_hash", "name_key", "product_id");

-- CreateIndex
CREATE INDEX "hike_products_store_hash_standing_name_key_product_id_idx" ON "hike_products"("store_hash", "standing", "name_key", "product_id");

-- CreateIndex
CREATE INDEX "hike_variants_store_hash_product_id_idx" ON "hike_variants"("store_hash", "product_id");

-- CreateIndex
CREATE INDEX "hike_variants_store_hash_sku_key_idx" ON "hike_variants"("store_hash", "sku_key");

-- CreateIndex
CREATE INDEX "hike_variants_store_hash_barcode_key_idx" ON "hike_variants"("store_hash", "barcode_key");

-- CreateIndex
CREATE INDEX "store_products_store_hash_name_key_product_id_idx" ON "store_products"("store_hash", "name_key", "product_id");

-- CreateIndex
CREATE INDEX "store_products_store_hash_standing_name_key_product_id_idx" ON "store_products"("store_hash", "standing", "name_key", "product_id");

-- CreateIndex
CREATE INDEX "store_variants_store_hash_product_id_idx" ON "store_variants"("store_hash", "product_id");

-- CreateIndex
CREATE INDEX "store_variants_store_hash_sku_key_idx" ON "store_variants"("store_hash", "sku_key");

-- CreateIndex
CREATE INDEX "store_variants_store_hash_barcode_key_idx" ON "store_variants"("store_hash", "barcode_key");

-- CreateIndex
CREATE INDEX "stock_levels_store_hash_held_since_idx" ON "stock_levels"("store_hash", "held_since");

-- CreateIndex
CREATE INDEX "stock_moves_store_hash_hike_id_at_id_idx" ON "stock_moves"("store_hash", "hike_id", "at", "id");

-- CreateIndex
CREATE INDEX "stock_moves_at_idx" ON "stock_moves"("at");

-- CreateIndex
CREATE INDEX "reserved_units_variant_ids_idx" ON "reserved_units" USING GIN ("variant_ids");

-- CreateIndex
CREATE INDEX "seen_customers_store_hash_name_key_hike_id_idx" ON "seen_customers"("store_hash", "name_key", "hike_id");

-- CreateIndex
CREATE INDEX "seen_customers_store_hash_state_name_key_hike_id_idx" ON "seen_customers"("store_hash", "state", "name_key", "hike_id");

-- CreateIndex
CREATE INDEX "seen_customers_store_hash_email_key_idx" ON "seen_customers"("store_hash", "email_key");

-- CreateIndex
CREATE INDEX "dirty_store_hash_thing_priority_not_before_marked_at_idx" ON "dirty"("store_hash", "thing", "priority", "not_before", "marked_at");
