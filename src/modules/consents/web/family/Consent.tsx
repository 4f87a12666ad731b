import { fullName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { chevronDown } from '#web/ui/icons.ts';
import { isPurposeCode, paragraphs } from '../../purposes/rules.ts';
import type { ConsentsFacts, FamilyConsent, FamilyStudent, SaidLine } from '../../signing/facts.ts';
import { consentsWords } from '../words.ts';

type Props = {
  readonly consent: FamilyConsent;
  readonly student: FamilyStudent;
  readonly schoolId: number;
  readonly facts: ConsentsFacts;
  readonly isOpen: boolean;
};

/** One document: its state, its whole text, who has answered, and one’s own answer. */
export function Consent({ consent, student, schoolId, facts, isOpen }: Props) {
  const { family: words } = useWords(consentsWords);
  const formats = useFormats();
  const { title, state, body, version, textFrom, code, words: latest, history, acts } = consent;
  const isGiven = state === 'stands';
  return (
    <details class="consent" open={isOpen}>
      <summary>
        <span class="consent__title">{title}</span>
        <span class={isGiven ? 'tag tag--brand' : 'tag tag--room'}>{words.states[state]}</span>
        <Icon path={chevronDown} size={18} />
      </summary>
      <div class="consent__inside">
        <State consent={consent} isSelf={student.isSelf} />
        <div class="consent__text">
          <p class="quiet">{words.textOf(version, formats.dayOfYear(textFrom))}</p>
          <p>{words.aboutWhom(fullName(student))}</p>
          {paragraphs(body).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div>
          <h3>{words.answered}</h3>
          {latest.length === 0 ? <p class="quiet">{words.nobody}</p> : <Lines lines={latest} />}
        </div>
        {acts.includes('withdrawn') ? (
          <div>
            <h3>{words.effectTitle}</h3>
            <p>{isPurposeCode(code) ? words.effects[code] : words.effect}</p>
          </div>
        ) : null}
        {acts.length === 0 ? null : <Answer {...{ consent, student, schoolId, facts }} />}
        {history.length > latest.length ? (
          <details class="consent__history">
            <summary>{words.history}</summary>
            <Lines lines={history} />
          </details>
        ) : null}
      </div>
    </details>
  );
}

/** What the state means now, and whose word is missing. */
function State({ consent, isSelf }: { readonly consent: FamilyConsent; readonly isSelf: boolean }) {
  const { family: words } = useWords(consentsWords);
  const formats = useFormats();
  const { state, until, awaits, isAskedOfYou } = consent;
  const lines = [
    state === 'forNow' && until !== null ? words.forNow(formats.day(until)) : '',
    state === 'again' ? words.again : '',
    isAskedOfYou ? words.awaitsYou : '',
    awaits.guardian && (isSelf || !isAskedOfYou) ? words.awaitsGuardian : '',
    awaits.student && !(isSelf && isAskedOfYou) ? words.awaitsStudent : '',
  ].filter(Boolean);
  return lines.length === 0 ? null : <p class="consent__state">{lines.join(' ')}</p>;
}

function Lines({ lines }: { readonly lines: readonly SaidLine[] }) {
  const { family: words } = useWords(consentsWords);
  const formats = useFormats();
  return (
    <ul class="consent__lines">
      {lines.map((line, at) => (
        // Append-only: a line keeps its place.
        <li key={at}>
          {words.whose[line.whose]}: {words.said[line.word]}, {formats.dayOfYear(line.signedOn)}
          <span class="quiet">
            {[
              '',
              words.version(line.version),
              line.way === 'paper' ? words.onPaper : '',
              line.isPast ? words.past : '',
            ]
              .filter((part, index) => index === 0 || part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Answer({ consent, student, schoolId, facts }: Omit<Props, 'isOpen'>) {
  const { family: words } = useWords(consentsWords);
  const { purposeId, version, title, acts } = consent;
  return (
    <form class="consent__acts" method="post" action="/account/consents">
      <input type="hidden" name="school" value={schoolId} />
      <input type="hidden" name="student" value={student.studentId} />
      <input type="hidden" name="purpose" value={purposeId} />
      <input type="hidden" name="version" value={version} />
      {facts.isFirst ? (
        <>
          <input type="hidden" name="first" value="1" />
          <input type="hidden" name="next" value={facts.next} />
        </>
      ) : null}
      {acts.map((word) => (
        <Button
          key={word}
          type="submit"
          name="word"
          value={word}
          aria-label={words.actNamed(words.acts[word], title, fullName(student))}
        >
          {words.acts[word]}
        </Button>
      ))}
    </form>
  );
}
