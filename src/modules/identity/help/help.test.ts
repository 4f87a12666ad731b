import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadModules } from '../../../modules.ts';
import { mailEnvironment } from '../testing-letters.ts';
import { signedInAs, testClock, testSchools, type TestSchools, type TestServer } from '../testing-school.ts';
import { twoClasses } from '../testing-classes.ts';
import { helpWords } from '../web/help/words.ts';
import { helpAt, helpOnward, helpTopics, isHelpTopic, waysOf } from './rules.ts';

describe('the topics', () => {
  test.each(helpTopics)('«%s» says the same in both languages, with mail and without', (topic) => {
    const { ru, en } = helpWords;
    const shape = (words: typeof ru) =>
      words.topics[topic].parts.map(({ when, heading, text, steps }) => [
        when,
        heading !== undefined,
        text !== undefined,
        steps?.length,
      ]);
    expect(shape(en)).toEqual(shape(ru));
    for (const hidden of ['mail', 'noMail'])
      expect(ru.topics[topic].parts.some(({ when }) => when !== hidden)).toBe(true);
    expect(en.topics[topic].title).not.toBe(ru.topics[topic].title);
  });

  test('lead to other topics, each of them from somewhere, and to pages there are', async () => {
    const paths = (await loadModules()).flatMap(({ pages }) => (pages ?? []).map(({ path }) => path));
    expect(paths).toEqual(expect.arrayContaining(['/help', '/help/{topic}']));
    const reached = new Set<string>();
    for (const topic of helpTopics) {
      const { ways, near } = helpOnward[topic];
      expect(paths, topic).toEqual(expect.arrayContaining([...ways]));
      expect(near, topic).not.toContain(topic);
      for (const one of near) reached.add(one);
    }
    expect([...reached].toSorted()).toEqual([...helpTopics].toSorted());
    for (const address of Object.values(helpAt))
      expect(address === '/help' || isHelpTopic(address.replace('/help/', '')), address).toBe(true);
  });

  test('send nobody to letters a school does not send', () => {
    expect(waysOf('forgotten', { hasMail: true })).toEqual(['/recovery', '/contacts']);
    expect(waysOf('forgotten', { hasMail: false })).toEqual([]);
  });
});

describe('the pages', () => {
  let schools: TestSchools;
  let server: TestServer;
  let silent: TestServer;

  beforeAll(async () => {
    schools = await testSchools();
    await twoClasses(schools);
    const clock = testClock();
    server = await schools.server({ clock, environment: mailEnvironment });
    silent = await schools.server({ clock });
  });
  afterAll(async () => {
    await server.stop();
    await silent.stop();
    await schools.drop();
  });

  test('are open to whoever is not signed in, and to whoever is', async () => {
    const cookie = await signedInAs(server, 'deputy');
    for (const url of ['/help', ...helpTopics.map((topic) => `/help/${topic}`)]) {
      const [stranger, known] = await Promise.all([
        server.app.inject({ url }),
        server.app.inject({ url, headers: { cookie } }),
      ]);
      expect([stranger.statusCode, known.statusCode], url).toEqual([200, 200]);
    }
  });

  test('an unknown topic is not there', async () => {
    for (const url of ['/help/other', '/help/toString', '/help/first-sign-in/more'])
      expect((await server.app.inject({ url })).statusCode, url).toBe(404);
  });

  test('know whether the school sends letters', async () => {
    const url = '/help/forgotten';
    expect((await server.app.inject({ url })).body).toContain('"hasMail":true');
    expect((await silent.app.inject({ url })).body).toContain('"hasMail":false');
  });
});
