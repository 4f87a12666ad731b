import type { ComponentChildren } from 'preact';
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
    <PlainFrame look="security" back={back}>
      <h1>{title}</h1>
      {children}
    </PlainFrame>
  );
}
