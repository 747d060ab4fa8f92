-- AlterTable
ALTER TABLE "stores" ADD COLUMN     "previous_hook_secret" TEXT;
