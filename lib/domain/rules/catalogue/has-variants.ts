/** Of either side: options that make variants, or more than one variant. */
export const hasVariants = ({ options, variants }: { options: readonly unknown[]; variants: readonly unknown[] }): boolean =>
  options.length > 0 || variants.length > 1;
