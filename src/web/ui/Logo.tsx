/** The page of an exercise book with its margin line and the letter «П». Decoration: name it where it links. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg class="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path class="logo__page" d="M8 0h14l10 10v14a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z" />
      <path class="logo__fold" d="M22 0l10 10h-6a4 4 0 0 1-4-4z" />
      <path class="logo__margin" d="M8.5 0v32" />
      <path class="logo__letter" d="M14 24V12h9v12" />
    </svg>
  );
}
