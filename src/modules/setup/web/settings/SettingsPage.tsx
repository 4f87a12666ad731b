import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { PageFault, useProblemText } from '#web/staff/Fault.tsx';
import { useDraft } from '#web/staff/use-draft.ts';
import { useRead } from '#web/staff/use-read.ts';
import { SaveBar } from '#web/ui/staff/SaveBar.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { SettingsDraft, SetUp } from '#modules/organisation/school/contract.ts';
import { frameChanged } from '../news.ts';
import { SetUpHead } from '../SetUpHead.tsx';
import { setUpWords } from '../words.ts';
import { AccessFields } from './AccessFields.tsx';
import { CardFields, EntryFields, FinalFields, HomeworkFields } from './SettingsFields.tsx';
import { draftOf, settingsFaults, type Typed, typedOf } from './typed-settings.ts';
import { SettingsPreview } from './SettingsPreview.tsx';
import './settings.css';

/** `/school/:schoolId/settings`: what the school's local act decides, with what it would change. */
export function SettingsPage() {
  const schoolId = Number(useRoute().params['schoolId']);
  const { reply, fault, reread } = useRead({ schoolId, key: 'settings', follows: [frameChanged] }, (signal) =>
    call('GET /api/schools/{schoolId}/settings', { params: { schoolId }, signal }),
  );
  if (reply === null) {
    if (fault !== null) return <PageFault fault={fault} retry={reread} />;
    return <div class="staff-waiting" aria-busy="true" />;
  }
  return (
    <>
      {fault === null ? null : <PageFault fault={fault} retry={reread} />}
      <SettingsForm schoolId={schoolId} reply={reply} reread={reread} />
    </>
  );
}

type Props = { readonly schoolId: number; readonly reply: SetUp; readonly reread: () => void };

function SettingsForm({ schoolId, reply, reread }: Props) {
  const { settings: words, year, readOnly } = useWords(setUpWords);
  const problemText = useProblemText();
  const { school, version, mayWrite } = reply;
  const standing: SettingsDraft = {
    name: school.name,
    shortName: school.shortName,
    settings: school.settings,
  };
  const form = useDraft<Typed>(typedOf(standing), version);
  const { draft: typed, set } = form;
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const faults = settingsFaults(typed, words);
  const wished = faults.size === 0 ? draftOf(typed, standing) : null;

  const write = async (draft: SettingsDraft, from: number, undo: SettingsDraft | null) => {
    setSending(true);
    setRefusal(null);
    try {
      const { version: now } = await call('PUT /api/schools/{schoolId}/settings', {
        params: { schoolId },
        body: { version: from, ...draft },
      });
      showToast(
        undo === null ? words.undone : words.saved,
        undo === null
          ? null
          : () => {
              write(undo, now, null).catch(() => undefined);
            },
      );
      reread();
    } catch (error) {
      setRefusal(problemText(error));
    } finally {
      setSending(false);
    }
  };

  const fields = { typed, set, faults };
  return (
    <div class="set-up settings">
      <SetUpHead
        schoolId={schoolId}
        view="settings"
        title={words.title}
        context={mayWrite ? words.about : readOnly}
      />
      <div class="settings__columns">
        <fieldset class="year-form settings__form" disabled={!mayWrite}>
          <CardFields {...fields} />
          <EntryFields {...fields} />
          <FinalFields {...fields} />
          <HomeworkFields {...fields} />
          <AccessFields {...fields} />
        </fieldset>
        {mayWrite ? (
          <SettingsPreview schoolId={schoolId} now={school.settings} wished={wished?.settings ?? null} />
        ) : null}
      </div>
      <SaveBar
        isTouched={mayWrite && form.isTouched}
        isSending={isSending}
        isOutdated={form.isOutdated}
        fault={refusal}
        effect={faults.size > 0 ? year.fixFirst(faults.size) : null}
        save={() => {
          if (wished !== null) write(wished, form.version, standing).catch(() => undefined);
          else document.querySelector<HTMLElement>('.settings [aria-invalid="true"]')?.focus();
        }}
        reset={form.reset}
      />
    </div>
  );
}
