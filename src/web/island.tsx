import { type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The islands of the page being rendered; their props travel in the page's data block. */
export type IslandList = { name: string; props: Readonly<Record<string, unknown>> }[];

export const IslandContext = createContext<IslandList | null>(null);

type IslandProps<Props> = {
  /** The file's name before `.island.tsx`. */
  readonly name: string;
  readonly of: ComponentType<Props>;
  /** JSON only: the browser receives it in the page. */
  readonly props: Props;
};

/** A part of a server page that comes alive in the browser. Everything around it stays plain HTML. */
export function Island<Props extends Readonly<Record<string, unknown>>>(island: IslandProps<Props>) {
  const list = useContext(IslandContext);
  if (!list) throw new Error('An island stands only in a server page, and never inside another island.');
  list.push({ name: island.name, props: island.props });
  const Body = island.of;
  return (
    <div data-island={island.name} data-island-number={list.length - 1}>
      <IslandContext.Provider value={null}>
        <Body {...island.props} />
      </IslandContext.Provider>
    </div>
  );
}
