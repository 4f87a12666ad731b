import { Field } from '#web/ui/Field.tsx';

/** Where the six digits of a letter are typed or filled in by the device. */
export function CodeField({ label, hint }: { readonly label: string; readonly hint: string }) {
  return (
    <Field
      id="code"
      name="code"
      label={label}
      hint={hint}
      inputMode="numeric"
      required
      maxLength={12}
      autocomplete="one-time-code"
      autofocus
    />
  );
}

/** The address letters go to; forms have one. */
export function EmailField({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <Field
      id="email"
      name="email"
      label={label}
      value={value}
      inputMode="email"
      required
      maxLength={254}
      autocomplete="email"
      autocapitalize="none"
      spellcheck={false}
      autofocus
    />
  );
}
