/** The hidden fields of a public form marked `data-challenge`: its browser works for it before it goes. */
export function ChallengeFields({ challenge }: { readonly challenge: string }) {
  return (
    <>
      <input type="hidden" name="challenge" value={challenge} />
      <input type="hidden" name="solution" value="" />
    </>
  );
}
