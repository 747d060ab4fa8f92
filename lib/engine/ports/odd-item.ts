/** An item of a list whose shape is not known. It fails none of the others. */
export interface OddItem {
  /** As its platform numbers it; `null` where not even that can be read. */
  id: string | null;
  /** What people know it by, where that is another number. */
  number: string | null;
  why: string;
  /** All of it as it came: another text means that it has changed. */
  content: string;
}

export type MeetOdd = (odd: OddItem) => void;
