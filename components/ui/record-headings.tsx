import { RecordHead, RecordHeading, RecordRow } from './record-table';
import { VisuallyHidden } from './visually-hidden';

interface RecordHeadingsProps {
  names: readonly string[];
  /** Whether a last column holds what can be done about each. */
  hasActions?: boolean;
}

/** The row above a table of records. */
export const RecordHeadings = ({ names, hasActions = false }: RecordHeadingsProps) => (
  <RecordHead>
    <RecordRow>
      {names.map((name) => (
        <RecordHeading key={name}>{name}</RecordHeading>
      ))}
      {hasActions && (
        <RecordHeading>
          <VisuallyHidden>Actions</VisuallyHidden>
        </RecordHeading>
      )}
    </RecordRow>
  </RecordHead>
);
