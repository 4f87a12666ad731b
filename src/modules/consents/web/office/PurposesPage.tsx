import { useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { PageFault, useProblemText } from '#web/staff/Fault.tsx';
import { useRead } from '#web/staff/use-read.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { PageHeader } from '#web/ui/staff/PageHeader.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { ListedPurpose } from '../../purposes/contract.ts';
import { consentsAddress } from '../addresses.ts';
import { consentsWords } from '../words.ts';
import { AddSheet } from './AddSheet.tsx';
import { follows } from './news.ts';
import { TextSheet } from './TextSheet.tsx';
import './office.css';

/** `/consents/:schoolId/purposes`: what the school asks for, in which words. */
export function PurposesPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const words = useWords(consentsWords).office.setUp;
  const [open, setOpen] = useState<ListedPurpose | 'new' | null>(null);
  const { reply, fault, reread } = useRead({ schoolId, key: String(schoolId), follows }, (signal) =>
    call('GET /api/schools/{schoolId}/consent-purposes', { params: { schoolId }, signal }),
  );
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  const { purposes, mayWrite } = reply;
  const close = () => setOpen(null);
  return (
    <div class="consents">
      <PageHeader title={words.title}>
        <ButtonLink href={consentsAddress}>{words.toClasses}</ButtonLink>
        {mayWrite ? (
          <Button kind="primary" onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        ) : null}
      </PageHeader>
      <p class="quiet consents__about">{mayWrite ? words.about : `${words.about} ${words.readOnly}`}</p>
      <ul class="consents__list">
        {purposes.map((purpose) => (
          <li key={purpose.id}>
            <Purpose {...{ schoolId, purpose, mayWrite, reread }} edit={() => setOpen(purpose)} />
          </li>
        ))}
      </ul>
      {open === 'new' ? <AddSheet {...{ schoolId, reread, close }} /> : null}
      {open === null || open === 'new' ? null : <TextSheet {...{ schoolId, reread, close }} purpose={open} />}
    </div>
  );
}

type Props = {
  readonly schoolId: number;
  readonly purpose: ListedPurpose;
  readonly mayWrite: boolean;
  readonly reread: () => void;
  readonly edit: () => void;
};

function Purpose({ schoolId, purpose, mayWrite, reread, edit }: Props) {
  const words = useWords(consentsWords).office.setUp;
  const problemText = useProblemText();
  const { id, title, isAsked } = purpose;
  const act = isAsked ? words.switchOff : words.switchOn;
  const turn = () => {
    call('PATCH /api/schools/{schoolId}/consent-purposes/{purposeId}', {
      params: { schoolId, purposeId: id },
      body: { title, isAsked: !isAsked },
    })
      .then(() => {
        showToast(isAsked ? words.switchedOff : words.switchedOn);
        reread();
      })
      .catch((error: unknown) => showToast(problemText(error)));
  };
  return (
    <section class="consents__purpose" aria-labelledby={`purpose-${id}`}>
      <div class="consents__head">
        <h2 id={`purpose-${id}`}>{title}</h2>
        <span class={isAsked ? 'tag tag--brand' : 'tag tag--room'}>
          {isAsked ? words.asked : words.notAsked}
        </span>
      </div>
      <Texts purpose={purpose} />
      {mayWrite ? (
        <div class="card__acts">
          <Button aria-label={words.editNamed(title)} onClick={edit}>
            {words.edit}
          </Button>
          <Button kind="quiet" aria-label={words.switchNamed(act, title)} onClick={turn}>
            {act}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** The text that stands, and those before it: nothing that was ever signed is lost. */
function Texts({ purpose: { texts } }: { readonly purpose: ListedPurpose }) {
  const words = useWords(consentsWords).office.setUp;
  const formats = useFormats();
  return (
    <>
      {texts.map(({ version, body, sha256, asksAgain, madeAt }) => (
        <details key={version} class="consents__text">
          <summary>
            {words.versionFrom(version, formats.dayOfYear(madeAt))}
            {asksAgain && version > 1 ? `, ${words.again}` : ''}
          </summary>
          <p class="consents__body">{body}</p>
          <p class="quiet consents__print">
            {words.print}: {sha256}
          </p>
        </details>
      ))}
    </>
  );
}
