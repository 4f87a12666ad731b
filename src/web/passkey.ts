/** Lets the browser make or show a passkey for each form that asks for one, and sends what it answers. */
export function offerPasskeys(forms: Iterable<HTMLFormElement>): void {
  // The API itself is missing where the connection is not secure.
  if (typeof PublicKeyCredential !== 'function') return;
  for (const form of forms) {
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
    const answer = form.querySelector<HTMLInputElement>('input[name=passkey]');
    const failed = form.querySelector<HTMLElement>('[data-failed]');
    if (!button || !answer || !failed) continue;
    button.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      failed.hidden = true;
      button.disabled = true;
      answerOf(form)
        .then((text) => {
          answer.value = text;
          form.submit();
        })
        .catch(() => {
          failed.hidden = false;
        })
        .finally(() => {
          button.disabled = false;
        });
    });
  }
}

async function answerOf({ dataset }: HTMLFormElement): Promise<string> {
  const options = withBytes(JSON.parse(dataset['options'] ?? '{}') as Options);
  const credential =
    dataset['passkey'] === 'create'
      ? await navigator.credentials.create({ publicKey: options as PublicKeyCredentialCreationOptions })
      : await navigator.credentials.get({ publicKey: options as PublicKeyCredentialRequestOptions });
  if (!(credential instanceof PublicKeyCredential)) throw new TypeError('no passkey');
  const { id, type, response, authenticatorAttachment } = credential;
  return JSON.stringify({
    id,
    rawId: id,
    type,
    authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: responseOf(response),
  });
}

function responseOf(response: AuthenticatorResponse): object {
  const clientDataJSON = textOf(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const { attestationObject } = response;
    return {
      clientDataJSON,
      attestationObject: textOf(attestationObject),
      transports: response.getTransports(),
    };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    clientDataJSON,
    authenticatorData: textOf(authenticatorData),
    signature: textOf(signature),
    ...(userHandle ? { userHandle: textOf(userHandle) } : {}),
  };
}

type Named = { readonly id: string };
type Options = {
  readonly challenge: string;
  readonly user?: Named;
  readonly excludeCredentials?: readonly Named[];
  readonly allowCredentials?: readonly Named[];
};

/** Bytes travel as base64url; browsers that can read that themselves are too new to count on. */
function withBytes({ challenge, user, excludeCredentials, allowCredentials, ...rest }: Options): object {
  const named = <One extends Named>(one: One) => ({ ...one, id: bytesOf(one.id) });
  return {
    ...rest,
    challenge: bytesOf(challenge),
    ...(user ? { user: named(user) } : {}),
    ...(excludeCredentials ? { excludeCredentials: excludeCredentials.map(named) } : {}),
    ...(allowCredentials ? { allowCredentials: allowCredentials.map(named) } : {}),
  };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    atob(text.replaceAll('-', '+').replaceAll('_', '/')),
    (sign) => sign.codePointAt(0) ?? 0,
  );
}

function textOf(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCodePoint(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
