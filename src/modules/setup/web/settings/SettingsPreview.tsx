import type {
  Proposals,
  SettingsPreview as Preview,
  SettingsWishes,
} from '#modules/journal/settings-preview/contract.ts';
import type { SchoolSettings } from '#modules/organisation/school/contract.ts';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { useTyped } from '#web/staff/use-typed.ts';
import { setUpWords } from '../words.ts';

type Props = {
  readonly schoolId: number;
  readonly now: SchoolSettings;
  /** Null while something typed is wrong. */
  readonly wished: SchoolSettings | null;
};

const restMs = 350;

/** What the wished rules would change in the journals as they stand, counted by the server as they are typed. */
export function SettingsPreview({ schoolId, now, wished }: Props) {
  const { preview: words } = useWords(setUpWords).settings;
  const problemText = useProblemText();
  const asked = wished === null ? null : JSON.stringify(wishesOf(wished));
  const isSame = asked === JSON.stringify(wishesOf(now));
  const { reply, fault } = useTyped({ asked: isSame ? null : asked, restMs }, (wishes, signal) =>
    call('POST /api/schools/{schoolId}/settings/preview', {
      params: { schoolId },
      body: JSON.parse(wishes) as SettingsWishes,
      signal,
    }),
  );
  return (
    <aside class="settings__preview preview" aria-labelledby="settings-preview" aria-live="polite">
      <h2 id="settings-preview">{words.title}</h2>
      {isSame || asked === null ? (
        <p class="quiet">{words.nothing}</p>
      ) : reply !== null ? (
        <Effect reply={reply} />
      ) : (
        <p class="quiet">{fault === null ? words.waiting : problemText(fault)}</p>
      )}
    </aside>
  );
}

function Effect({ reply: { window, proposals } }: { reply: Preview }) {
  const { preview: words } = useWords(setUpWords).settings;
  const formats = useFormats();
  const more = window.openThen - window.openNow;
  return (
    <>
      {more === 0 ? null : <p>{more > 0 ? words.openMore(more) : words.openLess(-more)}</p>}
      <p>{window.firstDay === null ? words.noLimit : words.firstDay(formats.day(window.firstDay))}</p>
      {window.unfilledLost === 0 ? null : (
        <p class="settings__loss">{words.unfilledLost(window.unfilledLost)}</p>
      )}
      {window.reasonNow === window.reasonThen ? null : (
        <p>{words.reason(window.reasonNow, window.reasonThen)}</p>
      )}
      <p>{proposals.changed === 0 ? words.noProposals : words.proposals(proposals.changed)}</p>
      <ProposalCounts proposals={proposals} />
    </>
  );
}

/** How many students have each proposal now, and then. */
export function ProposalCounts({ proposals }: { readonly proposals: Proposals }) {
  const { preview: words } = useWords(setUpWords).settings;
  const formats = useFormats();
  if (proposals.changed === 0) return null;
  return (
    <table class="settings__counts">
      <thead>
        <tr>
          <th scope="col">{words.columns.mark}</th>
          <th scope="col">{words.columns.now}</th>
          <th scope="col">{words.columns.wished}</th>
        </tr>
      </thead>
      <tbody>
        {proposals.rows.map(({ code, now, wished }) => (
          <tr key={code}>
            <th scope="row">{code === 'notAssessed' ? words.notAssessed : code}</th>
            <td>{formats.number(now)}</td>
            <td class={now === wished ? undefined : 'is-changed'}>{formats.number(wished)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The settings that decide over entries and proposals. */
function wishesOf(settings: SchoolSettings): SettingsWishes {
  const {
    editWindowDays,
    reasonAfterDays,
    averageKind,
    averagesPreset,
    minimumMarks,
    retakes,
    pointHoldsFive,
  } = settings;
  return {
    editWindowDays,
    reasonAfterDays,
    averageKind,
    averagesPreset,
    minimumMarks,
    retakes,
    pointHoldsFive,
  };
}
