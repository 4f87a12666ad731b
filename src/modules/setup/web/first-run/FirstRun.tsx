import { useContext } from 'preact/hooks';
import type { FirstRunFacts, FirstRunFields } from '#modules/setup/first-run/facts.ts';
import { russianZones, schoolKinds } from '#modules/setup/first-run/rules.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { CapsLockHint, RevealButton, SignInFrame } from '#web/views/SignInFrame.tsx';
import { setUpWords } from '../words.ts';

/** `/setup` of an empty server: the code from the terminal, the school, its administrator. Works without script. */
export function FirstRun({ facts: { typed, problem, field } }: { facts: FirstRunFacts }) {
  const { firstRun: words } = useWords(setUpWords);
  const { language } = useContext(PageContext);
  const error = (name: string) =>
    problem !== null && field === name ? problemText(language, problem) : null;
  const line = (name: keyof FirstRunFields, label: string, hint: string | null = null) => (
    <Field
      id={name}
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      error={error(name)}
      required={name !== 'ogrn' && name !== 'middleName'}
      maxLength={300}
      autocomplete="off"
      autofocus={field === name}
    />
  );
  return (
    <SignInFrame>
      <form class="sign-in__form first-run" method="post" action="/setup" noValidate>
        <h1>{words.title}</h1>
        {problem !== null && field === null ? (
          <FaultNote>{problemText(language, problem)}</FaultNote>
        ) : (
          <p class="quiet">{words.about}</p>
        )}
        <Field
          id="code"
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={error('code')}
          required
          maxLength={40}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          autofocus={field === null || field === 'code'}
        />
        <h2>{words.school}</h2>
        {line('name', words.name)}
        {line('shortName', words.shortName, words.shortNameHint)}
        <Select id="kind" name="kind" label={words.kind}>
          {schoolKinds.map((kind) => (
            <option key={kind} value={kind} selected={kind === typed.kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Select>
        <Select id="timeZone" name="timeZone" label={words.timeZone} error={error('timeZone')}>
          {russianZones.map(([zone]) => (
            <option key={zone} value={zone} selected={zone === typed.timeZone}>
              {words.zones[zone]}
            </option>
          ))}
        </Select>
        {line('region', words.region)}
        {line('locality', words.locality)}
        {line('ogrn', words.ogrn, words.ogrnHint)}
        <h2>{words.administrator}</h2>
        {line('lastName', words.lastName)}
        {line('firstName', words.firstName)}
        {line('middleName', words.middleName)}
        <Field
          id="login"
          name="login"
          label={words.login}
          hint={words.loginHint}
          value={typed.login}
          error={error('login')}
          required
          maxLength={64}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus={field === 'login'}
        />
        <Field
          id="password"
          name="password"
          type="password"
          label={words.password}
          hint={words.passwordHint}
          error={error('password')}
          required
          maxLength={200}
          autocomplete="new-password"
          autofocus={field === 'password'}
          after={<RevealButton />}
        />
        <CapsLockHint />
        <Field
          id="repeated"
          name="repeated"
          type="password"
          label={words.repeated}
          error={error('repeated')}
          required
          maxLength={200}
          autocomplete="new-password"
          autofocus={field === 'repeated'}
        />
        <Button kind="primary" type="submit" isWide>
          {words.make}
        </Button>
      </form>
    </SignInFrame>
  );
}
