/**
 * The goods of the demo shop, known to both imitated platforms by the same SKU. Prices are decimal strings including
 * 10% GST; `hike` and `bigcommerce` say which side carries the item, so that worlds hold gaps worth seeing.
 */
export interface Good {
  sku: string;
  barcode: string;
  name: string;
  type: string;
  brand: string;
  /** Including tax. */
  price: string;
  cost: string;
  stock: number;
  taxFree?: boolean;
  /** Variants carry their own SKU; the parent's SKU is then only a label. */
  variants?: { sku: string; barcode: string; option: string; value: string; stock: number }[];
  on: { hike: boolean; bigcommerce: boolean };
}

const both = { hike: true, bigcommerce: true };

export const GOODS: Good[] = [
  { sku: 'TOTE-01', barcode: '9300000000017', name: 'Canvas tote', type: 'Bags', brand: 'Acme', price: '22.00', cost: '9.00', stock: 40, on: both },
  { sku: 'MUG-BLUE', barcode: '9300000000024', name: 'Stoneware mug, blue', type: 'Kitchen', brand: 'Kiln & Co', price: '18.50', cost: '6.20', stock: 60, on: both },
  { sku: 'MUG-SAND', barcode: '9300000000031', name: 'Stoneware mug, sand', type: 'Kitchen', brand: 'Kiln & Co', price: '18.50', cost: '6.20', stock: 55, on: both },
  { sku: 'CANDLE-FIG', barcode: '9300000000048', name: 'Fig candle', type: 'Home', brand: 'Wick', price: '34.95', cost: '12.00', stock: 25, on: both },
  { sku: 'CANDLE-CEDAR', barcode: '9300000000055', name: 'Cedar candle', type: 'Home', brand: 'Wick', price: '34.95', cost: '12.00', stock: 18, on: both },
  { sku: 'SOAP-OAT', barcode: '9300000000062', name: 'Oat soap', type: 'Bath', brand: 'Lather', price: '8.95', cost: '2.10', stock: 120, on: both },
  { sku: 'TOWEL-LINEN', barcode: '9300000000079', name: 'Linen tea towel', type: 'Kitchen', brand: 'Acme', price: '16.00', cost: '5.50', stock: 44, on: both },
  { sku: 'BOARD-OAK', barcode: '9300000000086', name: 'Oak serving board', type: 'Kitchen', brand: 'Grain', price: '79.00', cost: '31.00', stock: 9, on: both },
  { sku: 'VASE-TALL', barcode: '9300000000093', name: 'Tall vase', type: 'Home', brand: 'Kiln & Co', price: '64.90', cost: '24.00', stock: 7, on: both },
  { sku: 'BASIL-SEED', barcode: '9300000000109', name: 'Basil seedling', type: 'Garden', brand: 'Green', price: '4.50', cost: '1.20', stock: 80, taxFree: true, on: both },
  { sku: 'TEA-SENCHA', barcode: '9300000000116', name: 'Sencha tea 100 g', type: 'Pantry', brand: 'Leaf', price: '14.00', cost: '5.00', stock: 33, taxFree: true, on: both },
  {
    sku: 'TEE', barcode: '9300000000123', name: 'Organic tee', type: 'Clothing', brand: 'Acme', price: '45.00', cost: '17.00', stock: 0, on: both,
    variants: [
      { sku: 'TEE-S', barcode: '9300000000130', option: 'Size', value: 'Small', stock: 12 },
      { sku: 'TEE-M', barcode: '9300000000147', option: 'Size', value: 'Medium', stock: 15 },
      { sku: 'TEE-L', barcode: '9300000000154', option: 'Size', value: 'Large', stock: 10 },
    ],
  },
  { sku: 'POSTER-A2', barcode: '9300000000161', name: 'Harbour poster A2', type: 'Prints', brand: 'Pressed', price: '29.00', cost: '8.00', stock: 50, on: { hike: false, bigcommerce: true } },
  { sku: 'LOOSE-LAVENDER', barcode: '9300000000178', name: 'Loose lavender', type: 'Home', brand: 'Green', price: '12.40', cost: '4.00', stock: 20, on: { hike: true, bigcommerce: false } },
];
