export interface CustomerAddress {
  id: number;
  address1: string | null;
  address2: string | null;
  city: string | null;
  state: string | null;
  country_code: string | null;
  country_name: string | null;
  postcode: string | null;
  receiverName: string | null;
  receiverPhone: string | null;
}

export interface Customer {
  id: number;
  first_name: string;
  last_name: string | null;
  email: string | null;
  phone: string | null;
  company_name: string | null;
  customer_code: string | null;
  notes: string | null;
  customer_group_id: number;
  loyalty_rewards_status: boolean;
  accepts_marketing: boolean;
  billing_address_id: number;
  delivery_address_id: number;
  billing_address: CustomerAddress | null;
  shipping_address: CustomerAddress | null;
  created_date: string;
  last_modified: string;
  isActive: boolean;
}
