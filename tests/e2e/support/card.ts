import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Looks into the overlay's closed shadow root the way a debugger does; a page cannot. */
export class CardProbe {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<CardProbe> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    return new CardProbe(page, session);
  }

  /** The text of the card, or null when none shows. */
  async text(): Promise<string | null> {
    return this.call<string>('.card', 'function () { return this.innerText; }');
  }

  async html(): Promise<string | null> {
    return this.call<string>('.frame', 'function () { return this.innerHTML; }');
  }

  async focusedText(): Promise<string | null> {
    return this.call<string>(
      '.frame',
      'function () { const focused = this.getRootNode().activeElement; return focused ? focused.textContent : null; }',
    );
  }

  async box(selector = '.card'): Promise<Box | null> {
    return this.call<Box>(
      selector,
      'function () { const { left, top, right, bottom } = this.getBoundingClientRect(); return { left, top, right, bottom }; }',
    );
  }

  /** Waits until a card shows whose text has the words. */
  async waitFor(words: string, timeout = 5000): Promise<string> {
    const until = Date.now() + timeout;
    let last: string | null = null;
    while (Date.now() < until) {
      last = await this.text();
      if (last?.includes(words)) return last;
      await this.page.waitForTimeout(20);
    }
    throw new Error(`No card with “${words}” within ${timeout} ms; last: ${last ?? 'no card'}`);
  }

  async waitForNone(timeout = 5000): Promise<void> {
    const until = Date.now() + timeout;
    while (Date.now() < until) {
      if ((await this.text()) === null) return;
      await this.page.waitForTimeout(20);
    }
    throw new Error('The card stays.');
  }

  /** Presses a button of the card with the mouse, by its words or its accessible name. */
  async press(name: string | RegExp): Promise<void> {
    const box = await this.call<Box>(
      '.frame',
      `function (pattern) {
        const name = new RegExp(pattern, 'u');
        const button = [...this.querySelectorAll('button, summary')].find((each) => (each.getAttribute('aria-label') ?? each.textContent).trim().match(name));
        if (!button) return null;
        button.scrollIntoView({ block: 'nearest' });
        const { left, top, right, bottom } = button.getBoundingClientRect();
        return { left, top, right, bottom };
      }`,
      typeof name === 'string' ? `^${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$` : name.source,
    );
    if (box === null) throw new Error(`The card has no button “${String(name)}”: ${(await this.html()) ?? 'no card'}`);
    await this.page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  }

  private async call<T>(selector: string, declaration: string, ...args: readonly string[]): Promise<T | null> {
    const objectId = await this.find(selector);
    if (objectId === null) return null;
    const called = await this.session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: declaration,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
    });
    return (called.result.value ?? null) as T | null;
  }

  private async find(selector: string): Promise<string | null> {
    // Node ids are void as soon as the tree changes under us: then look again.
    for (let tries = 0; tries < 5; tries++) {
      try {
        return await this.findNow(selector);
      } catch {
        await this.page.waitForTimeout(10);
      }
    }
    return null;
  }

  private async findNow(selector: string): Promise<string | null> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    for (const shadow of closedRoots(root)) {
      const { nodeId } = await this.session.send('DOM.querySelector', { nodeId: shadow.nodeId, selector });
      if (nodeId === 0) continue;
      const { object } = await this.session.send('DOM.resolveNode', { nodeId });
      return object.objectId ?? null;
    }
    return null;
  }
}

function* closedRoots(node: DomNode): Generator<DomNode> {
  for (const shadow of node.shadowRoots ?? []) if (shadow.shadowRootType === 'closed') yield shadow;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* closedRoots(child);
}
