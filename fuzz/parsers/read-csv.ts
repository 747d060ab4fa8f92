/** The cells of a CSV as RFC 4180 says, read in the plainest way: it judges what the app writes. */
export const readCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const quoted = (): string => {
    let value = '';
    for (at += 1; ; at += 1) {
      if (text[at] === undefined) throw new Error('A quote is not closed.');
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') value += text[(at += 1)];
      else break;
    }
    at += 1;
    return value;
  };
  const plain = (): string => {
    const start = at;
    while (at < text.length && text[at] !== ',' && !text.startsWith('\r\n', at)) at += 1;
    return text.slice(start, at);
  };
  while (at < text.length) {
    row.push(text[at] === '"' ? quoted() : plain());
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Neither comma nor line end at ${at}.`);
  }
  return rows;
};
