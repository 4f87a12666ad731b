/** An icon of `icons.ts`: `<Icon path={paperclip} />`. With a `name` it is read aloud, without it is decoration. */
export function Icon({ path, size = 20, name }: { path: string; size?: number; name?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={name ? 'img' : undefined}
      aria-label={name}
      aria-hidden={name ? undefined : 'true'}
    >
      <path d={path} />
    </svg>
  );
}
