-- AlterTable
ALTER TABLE "hike_products" ADD COLUMN     "variants_confirmed" BOOLEAN NOT NULL DEFAULT false;
