import { askBackground, type DetectAnswer, type FrameState } from '../../lib/messages';
import type { ArticleHead, CardKey, PartialDate } from '../../lib/model';
import { isSameBlock, type Block } from '../../lib/page/blocks';
import { collect } from '../../lib/page/collect';
import { Marks, type Mark } from '../../lib/page/marks';
import type { NotesPage } from '../../lib/page/notes';
import { surfaces } from '../../lib/page/surface';
import { Painter } from '../../lib/page/paint';
import { inSlices } from '../../lib/page/slices';
import { Watch } from '../../lib/page/watch';
import type { Told } from '../../lib/detect/detect';
import type { AnyCard } from '../../lib/reference/unlistedCard';
import { isChinese } from '../../lib/text/chinese';
import { headHere } from './article';

/** UTF-16 units sent in one question: a long article whole, a giant page in parts. */
const BATCH = 60_000;

type Answered = Extract<DetectAnswer, { is: 'on' }>;

/** The reading of one frame: collects its text, asks what is in it, paints the answer, and again when the page changes. */
export class Reading implements NotesPage {
  readonly marks = new Marks();
  readonly painter = new Painter();
  state: FrameState['is'] = 'reading';
  /** While it is, not all that stands on the page is known. */
  isUnderWay = false;
  visible = true;
  /** As of which the cards are. */
  date: PartialDate | null = null;
  language: 'zh' | 'en' = 'zh';
  article: ArticleHead = {
    title: null,
    publishedAt: null,
    url: '',
    foundBy: { title: null, publishedAt: null },
  };
  shadowRoots: readonly ShadowRoot[] = [];
  private cards: Record<string, AnyCard> = {};
  /** As they were last read. */
  blocks: readonly Block[] = [];
  private told: Told | null = null;
  private url = '';
  private isFirst = true;
  private running: AbortController | null = null;
  private readonly watch: Watch;

  constructor(
    private readonly changed: () => void,
    private readonly isAlive: () => boolean,
    private readonly signal: AbortSignal,
  ) {
    this.watch = new Watch(
      () => void this.read(),
      (node) => surfaces().some((surface) => surface.isHost(node)),
      signal,
    );
    signal.addEventListener('abort', () => this.stop());
  }

  /** All marks in page order. */
  all(): readonly Mark[] {
    return this.blocks.flatMap((block) => this.marks.of(block));
  }

  readonly card = (key: CardKey): AnyCard | undefined => this.cards[key];
  readonly marksOf = (block: Block): readonly Mark[] => this.marks.of(block);

  allCards(): Readonly<Record<string, AnyCard>> {
    return this.cards;
  }

  /** Forgets every answer and asks again: settings or exceptions have changed. */
  refresh(): Promise<void> {
    this.forget();
    return this.read();
  }

  /** Reads the page as it is now. A reading under way is given up for the new one. */
  async read(): Promise<void> {
    this.running?.abort();
    if (!this.isAlive()) return;
    const running = new AbortController();
    this.running = running;
    this.isUnderWay = true;
    const signal = AbortSignal.any([running.signal, this.signal]);
    try {
      await this.readOnce(signal);
    } catch {
      // Given up for a newer one; or it failed here or in the worker, and is tried again when the reader comes back.
      if (signal.aborted) return;
      this.end('unanswered');
    }
  }

  private end(state: FrameState['is']): void {
    this.state = state;
    this.isUnderWay = false;
    this.changed();
  }

  private async readOnce(signal: AbortSignal): Promise<void> {
    if (document.URL !== this.url) {
      this.forget();
      this.url = document.URL;
    }
    const { value: collected, cost } = await inSlices(collect(document), signal);
    this.shadowRoots = collected.shadowRoots;
    this.watch.setCost(cost);
    this.watch.start([document, ...collected.shadowRoots], collected);

    const article = await headHere();
    signal.throwIfAborted();
    if (article.publishedAt !== this.article.publishedAt) this.forget();
    this.article = article;

    const fresh = this.keepOld(collected.blocks);
    if (!isChinese(collected.blocks.map((block) => block.text).join(''))) {
      this.end('not-chinese');
      return;
    }
    for (const batch of batchesOf(fresh)) {
      const answer = await askBackground('detect', {
        texts: batch.map((block) => block.text),
        article,
        earlier: this.told,
        isFirst: this.isFirst,
      });
      signal.throwIfAborted();
      if (answer.is === 'off') return this.switchOff();
      this.take(batch, answer);
    }
    this.painter.show();
    this.end('read');
  }

  /** Takes over the blocks that are as they were and answered, drops the others; returns those to ask about. */
  private keepOld(found: readonly Block[]): Block[] {
    const old = new Map(this.blocks.map((block) => [block.runs[0]?.node, block]));
    const kept = new Set<Block>();
    const fresh: Block[] = [];
    const blocks = found.map((block) => {
      const before = old.get(block.runs[0]?.node);
      if (before !== undefined && this.marks.has(before) && isSameBlock(before, block)) {
        kept.add(before);
        return before;
      }
      fresh.push(block);
      return block;
    });
    for (const block of this.blocks) {
      if (!kept.has(block)) this.painter.remove(this.marks.drop(block));
    }
    this.blocks = blocks;
    return fresh;
  }

  private take(batch: readonly Block[], answer: Answered): void {
    this.isFirst = false;
    this.told = answer.told;
    this.language = answer.language;
    this.date = answer.date;
    this.cards = { ...this.cards, ...answer.cards };
    const byText: Mark[][] = batch.map(() => []);
    for (const mention of answer.mentions) {
      const block = batch[mention.text]!;
      byText[mention.text]!.push({ block, mention, start: mention.start, end: mention.end });
    }
    batch.forEach((block, index) => this.marks.set(block, byText[index]!));
    if (this.visible !== answer.visible) {
      this.visible = answer.visible;
      this.painter.setVisible(answer.visible);
    }
    this.painter.add(byText.flat());
    this.changed();
  }

  private switchOff(): void {
    this.forget();
    this.watch.stop();
    this.end('off');
  }

  private forget(): void {
    for (const block of this.blocks) this.marks.drop(block);
    this.painter.clear();
    this.blocks = [];
    this.cards = {};
    this.told = null;
  }

  private stop(): void {
    this.running?.abort();
    this.forget();
  }
}

function* batchesOf(blocks: readonly Block[]): Generator<readonly Block[]> {
  let batch: Block[] = [];
  let units = 0;
  for (const block of blocks) {
    if (units > 0 && units + block.text.length > BATCH) {
      yield batch;
      batch = [];
      units = 0;
    }
    batch.push(block);
    units += block.text.length;
  }
  if (batch.length > 0) yield batch;
}
