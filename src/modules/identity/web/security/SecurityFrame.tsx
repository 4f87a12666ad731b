import type { ComponentChildren } from 'preact';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronLeft } from '#web/ui/icons.ts';
import { PlainFrame } from '#web/views/PlainFrame.tsx';

type Frame = {
  readonly title: string;
  /** One step up. */
  readonly back: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
};

/** A page about the account itself, whoever it belongs to: no navigation of a school around it. */
export function SecurityFrame({ title, back, children }: Frame) {
  return (
    <PlainFrame look="security">
      <a class="security__back" href={back.href}>
        <Icon path={chevronLeft} size={18} />
        {back.name}
      </a>
      <h1>{title}</h1>
      {children}
    </PlainFrame>
  );
}
