/** What happens to products that are created in Hike: one, or several. */
export const toHikeWords = (count: number): string =>
  count === 1
    ? 'It is created once and linked. From then on Hike is its master, and its stock begins there at 0: enter the count in Hike. Until then BigCommerce keeps what it has, unless you approve the 0 under Stock. Nothing that is in Hike already is changed. Its pictures are sent as addresses; look in Hike afterwards whether it took them.'
    : 'They are created once and linked. From then on Hike is their master, and their stock begins there at 0: enter the counts in Hike. Until then BigCommerce keeps what it has, unless you approve the zeros under Stock. Nothing that is in Hike already is changed. Their pictures are sent as addresses; look in Hike afterwards whether it took them.';
