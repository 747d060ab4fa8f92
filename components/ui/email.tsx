/** Where an address has to go on in the next line, it does so behind its "@". */
export const Email = ({ address }: { address: string }) => {
  const at = address.indexOf('@') + 1;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
};
