-- By hand: COLLATE "C" on key, so that keys sort alike on every server.

-- CreateTable
CREATE TABLE "reconciliations" (
    "store_hash" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "reconciliations_pkey" PRIMARY KEY ("store_hash","number")
);

-- CreateTable
CREATE TABLE "differences" (
    "store_hash" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "state" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "difference" JSONB NOT NULL,

    CONSTRAINT "differences_pkey" PRIMARY KEY ("store_hash","key")
);

-- CreateIndex
CREATE INDEX "reconciliations_started_at_idx" ON "reconciliations"("started_at");

-- CreateIndex
CREATE INDEX "differences_store_hash_state_found_at_idx" ON "differences"("store_hash", "state", "found_at");

-- CreateIndex
CREATE INDEX "differences_closed_at_idx" ON "differences"("closed_at");
