import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server answers for an address. */
export interface Served {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on loopback that plays every host of the web: browsers are told to ask it for all of them. */
export class Site {
  /** Every address that was asked for, in order. */
  readonly asked: string[] = [];
  private constructor(
    private readonly server: Server,
    private readonly pages: Map<string, Served>,
  ) {}

  static async open(pages: Readonly<Record<string, Served>> = {}): Promise<Site> {
    const served = new Map(Object.entries(pages));
    const server = createServer((request, response) => {
      // A browser that uses us as its proxy asks with the whole address.
      const asked = request.url?.startsWith('http:') ? request.url : `http://${request.headers.host}${request.url}`;
      site.asked.push(asked);
      const page = served.get(asked);
      if (page === undefined) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
      response.end(page.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const site = new Site(server, served);
    return site;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  serve(url: string, page: Served): void {
    this.pages.set(url, page);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
