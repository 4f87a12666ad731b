import type { ButtonHTMLAttributes, AnchorHTMLAttributes } from 'preact';

type Kind = 'primary' | 'secondary' | 'quiet';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'className'> & {
  /** One `primary` per screen. */
  readonly kind?: Kind;
  readonly isWide?: boolean;
};

export function Button({ kind = 'secondary', isWide, ...rest }: ButtonProps) {
  return <button type="button" {...rest} class={look(kind, isWide)} />;
}

type ButtonLinkProps = Omit<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  'class' | 'className' | 'role' | 'href'
> & {
  readonly kind?: Kind;
  readonly href: string;
};

/** A link that looks like a button: for going somewhere. */
export function ButtonLink({ kind = 'secondary', ...rest }: ButtonLinkProps) {
  return <a {...rest} class={look(kind, false)} />;
}

function look(kind: Kind, isWide: boolean | undefined): string {
  return `button button--${kind}${isWide ? ' button--wide' : ''}`;
}
