-- CreateTable
CREATE TABLE "incidents" (
    "store_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "ending" TEXT,
    "counts" JSONB NOT NULL,
    "opened_mail" TEXT NOT NULL,
    "over_mail" TEXT NOT NULL,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("store_hash","kind","opened_at")
);

-- CreateIndex
CREATE INDEX "incidents_closed_at_idx" ON "incidents"("closed_at");
